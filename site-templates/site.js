// Everything works without this script; it makes reading and answering easier. `words` is set above.
(() => {
  'use strict';
  const root = new URL('../', document.currentScript.src);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (tag, props = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), props);
    element.append(...children);
    return element;
  };
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const button = (text, onclick, quiet) =>
    make('button', { type: 'button', className: quiet ? 'quiet' : '', textContent: text, onclick });

  // Goes to a part of the page, with the focus.
  const goTo = (element, block = 'start') => {
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block });
  };

  // What this phone remembers. Other pages write and erase it too, so it is read again each time.
  // Some browsers keep nothing for files, and that is all right: then this page remembers.
  const store = (() => {
    const name = 'lantoa';
    let unkept = {};
    const read = () => {
      let kept = {};
      try { kept = JSON.parse(localStorage.getItem(name)); } catch { /* nothing is kept */ }
      return { ...kept, ...unkept };
    };
    // A number drawn with the first thing remembered: where it is another, all was erased.
    let mark = read().mark;
    const write = (changes) => {
      const all = { mark: Math.random(), ...read(), ...changes };
      mark = all.mark;
      try {
        localStorage.setItem(name, JSON.stringify(all));
        unkept = {};
      } catch { unkept = { ...unkept, mark, ...changes }; }
    };
    return {
      get: (key) => read()[key],
      set: (key, value) => write({ [key]: value }),
      begin: () => write({}),
      erase() {
        unkept = {};
        mark = undefined;
        try { localStorage.removeItem(name); } catch { /* nothing was kept */ }
      },
      wasErased() {
        const before = mark;
        mark = read().mark;
        return before !== undefined && before !== mark;
      },
      get all() { return read(); },
    };
  })();

  const article = document.querySelector('article[data-lesson]');
  const aids = make('div', { className: 'aids' });

  // Letters and colours.
  const choices = (key, title, options) =>
    make('fieldset', {}, make('legend', { textContent: title }), ...options.map(([value, text]) =>
      make('label', {}, make('input', {
        type: 'radio', name: key, value,
        onchange() { store.set(key, value); showChoices(); },
      }), text)));
  const sizes = [['', words.sizeNormal], ['1', words.sizeLarge], ['2', words.sizeLargest]];
  const schemes = [
    ['', words.schemeAuto], ['light', words.schemeLight], ['dark', words.schemeDark]];
  const panel = make('div', { className: 'look', id: 'look', hidden: true },
    choices('size', words.size, sizes), choices('scheme', words.scheme, schemes));
  const showChoices = () => {
    look(store.all);
    for (const input of all('input', panel)) {
      input.checked = input.value === String(store.get(input.name) || '');
    }
  };
  const lookButton = button(words.look, () => open(panel.hidden), true);
  const open = (isOpen) => {
    panel.hidden = !isOpen;
    lookButton.setAttribute('aria-expanded', isOpen);
  };
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    open(false);
    lookButton.focus();
  });
  lookButton.setAttribute('aria-controls', panel.id);
  open(false);
  aids.append(lookButton);
  document.querySelector('.top')?.append(aids, panel);

  // Reading aloud, only where there is a voice of the text's language.
  const listen = () => {
    const text = document.querySelector('.text');
    const speech = window.speechSynthesis;
    if (!text || !speech) return;
    const language = (text.closest('[lang]')?.lang || document.documentElement.lang).toLowerCase();
    let shown;
    let spoken = [];
    const stop = () => {
      spoken.forEach((part) => part.classList.remove('reading'));
      spoken = [];
      speech.cancel();
      if (shown) shown.textContent = words.listen;
    };
    const next = (voice) => {
      const part = spoken[0];
      if (!part) { stop(); return; }
      const utterance = new SpeechSynthesisUtterance(part.innerText);
      utterance.lang = voice.lang;
      utterance.voice = voice;
      utterance.rate = 0.9;
      part.classList.add('reading');
      utterance.onend = utterance.onerror = () => {
        if (spoken[0] !== part) return;
        part.classList.remove('reading');
        spoken.shift();
        next(voice);
      };
      speech.speak(utterance);
    };
    const offer = () => {
      const voice = speech.getVoices().find((one) => one.lang.toLowerCase().startsWith(language));
      if (!voice || shown) return;
      shown = button(words.listen, () => {
        if (spoken.length) { stop(); return; }
        spoken = all('h2, h3, p, li, td, legend', text).filter((part) =>
          part.offsetParent && !part.querySelector('p, li') && !part.closest('.answer'));
        shown.textContent = words.stop;
        next(voice);
      }, true);
      aids.append(shown);
    };
    offer();
    speech.addEventListener?.('voiceschanged', offer);
    addEventListener('pagehide', stop);
  };
  listen();

  // Steps, one card at a time.
  const recallSteps = [];
  const forgetSteps = [];
  for (const [index, list] of all('ol.steps').entries()) {
    const steps = [...list.children];
    if (steps.length < 2) continue;
    const key = article && `step:${article.dataset.lesson}${index ? `:${index}` : ''}`;
    const reached = () => Math.min(store.get(key) || 0, steps.length - 1);
    let at = reached();
    let isOne = false;
    const where = make('p', { className: 'kicker screen' });
    const told = make('p', { className: 'told' });
    where.setAttribute('role', 'status');
    told.setAttribute('role', 'status');
    const show = () => {
      list.classList.toggle('stepping', isOne);
      steps.forEach((step, index) => { step.hidden = isOne && index !== at; });
      list.style.counterReset = isOne ? `step ${at}` : '';
      where.textContent = isOne ? fill(words.stepOf, { n: at + 1, total: steps.length }) : '';
      for (const one of [back, done, ask]) one.hidden = !isOne;
      back.hidden ||= at === 0;
      toggle.textContent = isOne ? words.stepsAll : words.stepsOne;
      told.textContent = '';
    };
    const move = (to) => {
      at = to;
      if (key) store.set(key, at);
      show();
      if (isOne) where.scrollIntoView({ block: 'start' });
    };
    const done = button(words.stepDone, () => {
      if (at + 1 < steps.length) { move(at + 1); return; }
      isOne = false;
      move(0);
      told.textContent = words.stepsDone;
      goTo(told, 'center');
    });
    const ask = button(words.stepAsk, () => { told.textContent = words.stepAskText; }, true);
    const back = button(words.stepBack, () => move(at - 1), true);
    const toggle = button('', () => {
      isOne = !isOne;
      show();
      // The steps lie above the button, and most of them have just gone or come.
      goTo(isOne ? where : list);
    }, true);
    const tools = make('div', { className: 'actions' }, done, ask, back, toggle);
    list.before(where);
    list.after(make('div', { className: 'step-tools' }, tools, told));
    show();
    recallSteps.push(() => {
      if (!key || at === reached()) return;
      at = reached();
      show();
    });
    forgetSteps.push(() => {
      at = 0;
      isOne = false;
      show();
    });
  }

  // Questions. What is told stands in the page already, under the answer.
  const quizzes = all('.quiz');
  const bare = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd')
    .toLowerCase().replace(/\s+/g, ' ').trim();
  const isRight = (quiz) => {
    const answer = quiz.querySelector('.answer');
    switch (quiz.dataset.kind) {
      case 'text': {
        const text = bare(quiz.querySelector('input').value);
        return text ? quiz.dataset.accepted.split('|').some((one) => bare(one) === text) : null;
      }
      case 'order':
      case 'match': {
        const selects = all('select', quiz);
        if (selects.some((one) => one.value === '')) return null;
        return selects.every((one) => one.value === one.dataset.right);
      }
      default: {
        const chosen = all('input:checked', quiz).map((one) => one.value);
        const right = all('[data-right]', answer).map((one) => one.dataset.choice);
        return chosen.length ? chosen.sort().join() === right.sort().join() : null;
      }
    }
  };
  const results = {};
  const resultKey = article && quizzes.length && 'done:' + article.dataset.lesson;
  const forgetAnswers = [];
  // No browser brings back what was chosen: it would look answered, and be told nothing.
  const unkept = make('form', { id: 'answers', autocomplete: 'off', onsubmit: () => false });
  const still = make('div');
  // Where the last questions are answered and some before them are not: which these are.
  const showStill = (at) => {
    const isOpen = (quiz) => !(quiz.dataset.quiz in results);
    const open = quizzes.filter(isOpen);
    still.remove();
    if (!article || !open.length || quizzes.slice(at).some(isOpen)) return null;
    const numbers = open.map((quiz) => `${quizzes.indexOf(quiz) + 1}`);
    const list = new Intl.ListFormat(document.documentElement.lang === 'en' ? 'en-GB' : 'vi');
    still.replaceChildren(
      fill(open.length > 1 ? words.open : words.openOne, { n: list.format(numbers) }),
      make('div', { className: 'actions' }, ...open.map((quiz, index) =>
        make('a', { href: `#${quiz.id}`, textContent: fill(words.openShow, { n: numbers[index] }) }))));
    return still;
  };
  let isAnew = false;
  const result = make('div', { className: 'result', hidden: true });
  result.setAttribute('role', 'status');
  // Kept as 2026-11-27 and told in the language of the page; what was kept before is a text already.
  const dateText = (date) => {
    const [year, month, day] = (/^(\d+)-(\d\d)-(\d\d)$/.exec(date) || []).slice(1).map(Number);
    if (!year) return date;
    return document.documentElement.lang === 'en'
      ? new Date(year, month - 1, day)
        .toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
      : [day, month, year].join('/');
  };
  const showResult = ({ n, total, date }) => {
    result.replaceChildren(
      make('p', { textContent: fill(words.result, { n, total }) }),
      make('p', {}, make('strong', { textContent: words.resultStays })),
      make('p', { textContent: words.resultShow }),
      make('p', {}, make('em', {
        textContent: `${article.dataset.title} · ${n}/${total} · ${dateText(date)}` })),
      button(words.resultAgain, startAgain, true));
  };
  // What is stored stays until all questions are answered anew.
  const startAgain = () => {
    isAnew = true;
    forgetAnswers.forEach((forget) => forget());
    recallResult();
    goTo(quizzes[0]);
  };
  const tellResult = () => {
    const total = quizzes.length;
    const n = Object.values(results).filter(Boolean).length;
    const today = new Date();
    const date = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
      .map((part) => String(part).padStart(2, '0')).join('-');
    isAnew = false;
    store.set(resultKey, { n, total, date });
    recallResult();
  };
  let shownResult = '';
  const recallResult = () => {
    const kept = !isAnew && store.get(resultKey);
    const text = kept ? JSON.stringify(kept) : '';
    // What stands there already is not told again.
    if (text === shownResult) return;
    shownResult = text;
    result.hidden = !kept;
    if (kept) showResult(kept);
  };
  for (const [at, quiz] of quizzes.entries()) {
    const answer = quiz.querySelector('.answer');
    const told = make('div', { className: 'told' });
    told.setAttribute('role', 'status');
    answer.hidden = true;
    const check = button(words.check, () => {
      const right = isRight(quiz);
      told.classList.toggle('right', right === true);
      if (right === null) { told.textContent = words.chooseFirst; return; }
      const chosen = quiz.dataset.kind === 'single' && quiz.querySelector('input:checked');
      const why = chosen && answer.querySelector(`[data-choice="${chosen.value}"] .why`);
      if (why && why.textContent.trim()) {
        told.replaceChildren(...[...why.childNodes].map((node) => node.cloneNode(true)));
        if (!right) told.append(' ', words.tryAgain);
      } else if (right) {
        told.textContent = words.right;
      } else {
        told.textContent = quiz.dataset.kind === 'single' || quiz.dataset.kind === 'text'
          ? `${words.wrong} ${words.tryAgain}` : words.some;
      }
      answer.hidden = false;
      results[quiz.dataset.quiz] = right;
      told.append(showStill(at) || '');
      if (article && Object.keys(results).length === quizzes.length) {
        tellResult();
        told.append(make('div', {}, button(words.resultBelow, () => goTo(result), true)));
        const stays = result.querySelector('strong');
        const height = stays.getBoundingClientRect().bottom - told.getBoundingClientRect().top;
        if (height <= innerHeight) stays.scrollIntoView({ block: 'nearest' });
      }
      told.scrollIntoView({ block: 'nearest' });
    });
    forgetAnswers.push(() => {
      all('input', quiz).forEach((input) => {
        if (input.type === 'text') input.value = '';
        else input.checked = false;
      });
      all('select', quiz).forEach((select) => { select.value = ''; });
      answer.hidden = true;
      told.textContent = '';
      delete results[quiz.dataset.quiz];
    });
    all('input, select', quiz).forEach((field) => { field.setAttribute('form', unkept.id); });
    quiz.querySelector('fieldset').after(check, told);
    quiz.addEventListener('input', store.begin);
    quiz.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && event.target.matches('input')) check.click();
    });
  }
  quizzes[quizzes.length - 1]?.after(result, unkept);

  // Lessons done, and the way to forget them.
  const showLearnt = () => {
    for (const mark of all('.learnt')) {
      mark.previousSibling.remove();
      mark.remove();
    }
    for (const item of all('li[data-lesson]')) {
      const done = store.get('done:' + item.dataset.lesson);
      if (!done) continue;
      item.append(' ', make('span', {
        className: 'learnt', textContent: `✓ ${words.learnt} (${done.n}/${done.total})` }));
    }
  };
  const forgetPage = () => {
    for (const forget of [...forgetSteps, ...forgetAnswers]) forget();
    isAnew = false;
  };
  // The page as what is remembered has it now: another may have written or erased it meanwhile.
  const recall = () => {
    if (store.wasErased()) forgetPage();
    showChoices();
    recallSteps.forEach((one) => one());
    recallResult();
    showLearnt();
  };
  recall();
  addEventListener('storage', recall);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) {
      recall();
      showCopies();
    }
  });
  document.addEventListener('visibilitychange', () => { if (!document.hidden) showCopies(); });
  const status = (className = '') => {
    const told = make('p', { className });
    told.setAttribute('role', 'status');
    return told;
  };
  const eraseTold = status();
  const erase = button(words.erase, async () => {
    if (!confirm(words.eraseSure)) return;
    store.erase();
    forgetPage();
    recall();
    try {
      if (canKeep) await forgetCopies();
      eraseTold.textContent = words.erased;
    } catch {
      eraseTold.textContent = words.eraseFailed;
    }
    // What goes or comes above it moves it.
    await showCopies();
    eraseTold.scrollIntoView({ block: 'nearest' });
  }, true);
  document.querySelector('.foot')?.append(erase, eraseTold);

  // Courses kept on this phone: `sw.js` fetches them and answers from them.
  const canKeep = isSecureContext && root.protocol.startsWith('http')
    && 'serviceWorker' in navigator && 'caches' in window;
  const cacheStart = `lantoa ${root.pathname} `;
  const ask = (worker, question, tell) => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => { if (data.total) tell?.(data); else resolve(data); };
    worker.postMessage(question, [port2]);
  });
  const startWorker = async () => {
    await navigator.serviceWorker.register(new URL('sw.js', root));
    return (await navigator.serviceWorker.ready).active;
  };
  const keptCopies = async () => {
    const kept = {};
    for (const name of await caches.keys()) {
      if (!name.startsWith(cacheStart)) continue;
      const copy = name.slice(cacheStart.length).replace(/ [^ ]*$/, '');
      const manifest =
        await caches.match(new URL(`${copy}/offline.json`, root), { cacheName: name });
      if (manifest) kept[copy] = await manifest.json();
    }
    return kept;
  };
  const forgetCopies = async () => {
    const registration = await navigator.serviceWorker.getRegistration(root);
    if (registration?.active) {
      const tooLong = new Promise((resolve) => { setTimeout(resolve, 3000); });
      await Promise.race([ask(registration.active, { erase: true }), tooLong]);
    }
    await registration?.unregister();
    for (const name of await caches.keys()) {
      if (name.startsWith(cacheStart)) await caches.delete(name);
    }
  };
  const removeButton = (copy, after) => button(words.keepRemove, async () => {
    await ask(await startWorker(), { remove: copy });
    after();
  }, true);
  const offerCopy = (section) => {
    const { copy, offer } = section.dataset;
    const told = status('told');
    const bar = make('progress', { hidden: true });
    bar.setAttribute('aria-label', words.keepProgress);
    const say = (text) => { told.textContent = text; };
    const keep = button(offer, async () => {
      if (!bar.hidden) return;
      bar.hidden = false;
      bar.value = 0;
      say(words.keepBusy);
      let answer = {};
      try {
        answer = await ask(await startWorker(), { keep: copy }, ({ done, total }) => {
          bar.max = total;
          bar.value = done;
        });
      } catch { /* told below */ }
      bar.hidden = true;
      if (!answer.isDone) say(answer.isFull ? words.keepFull : words.keepFailed);
      await showCopies();
    });
    const remove = removeButton(copy, async () => {
      await showCopies();
      say(words.keepRemoved);
      keep.focus();
    });
    section.querySelector('.keep-other').replaceWith(make('div', {}, keep, bar, told, remove));
    return (kept) => {
      const isKept = copy in kept;
      if (isKept) say(words.kept);
      else if (!remove.hidden) say('');
      keep.hidden = isKept;
      remove.hidden = !isKept;
    };
  };
  const listCopies = (section) => {
    const none = section.querySelector('p');
    const list = make('ul', { className: 'lessons' });
    section.append(list);
    return (kept) => {
      none.textContent = words.keptNone;
      none.hidden = Object.keys(kept).length > 0;
      list.replaceChildren(...Object.entries(kept).map(([copy, { title, facts }]) =>
        make('li', {},
          make('a', { href: new URL(`${copy}/index.html`, root), textContent: title }),
          ' ', make('span', { className: 'facts', textContent: facts }), ' ',
          make('div', {}, removeButton(copy, showCopies)))));
    };
  };
  const shown = [];
  const showCopies = async () => {
    if (!shown.length) return;
    const kept = await keptCopies();
    for (const show of shown) show(kept);
  };
  // Without a network, a link that leads to nothing kept here says so.
  const markDeadEnds = async () => {
    const copies = Object.values(await keptCopies());
    all('.needs-network').forEach((mark) => mark.remove());
    if (navigator.onLine) return;
    const pathOf = (link) =>
      link.href.split('#')[0].slice(root.href.length).replace(/(^|\/)$/, '$1index.html');
    for (const link of all('main a[href]')) {
      const isOurs = link.href.startsWith(root.href);
      if (!isOurs || copies.some(({ files }) => pathOf(link) in files)) continue;
      const mark = make('span', {
        className: 'facts needs-network', textContent: words.needsNetwork });
      // Within a link that is a box of its own: what follows such a box stands under the next one.
      const text = link.lastElementChild;
      if (text?.matches('span')) text.append(' ', mark);
      else link.after(' ', mark);
    }
  };
  const startKeeping = async () => {
    if (!canKeep) return;
    // Refused where a browser keeps nothing, such as in a private window.
    try { await keptCopies(); } catch { return; }
    shown.push(...all('.keep').map(offerCopy), ...all('.kept').map(listCopies));
    await showCopies();
    markDeadEnds();
    addEventListener('offline', markDeadEnds);
    addEventListener('online', markDeadEnds);
    const { controller } = navigator.serviceWorker;
    const { isRenewed, withdrawn } = controller ? await ask(controller, {}) : {};
    if (!isRenewed && !withdrawn) return;
    const notice = status('notice');
    document.querySelector('main').prepend(notice);
    notice.append(withdrawn ? fill(words.withdrawn, { title: withdrawn }) : words.renewed, ' ',
      button(withdrawn ? words.withdrawnShow : words.renewedShow, () => location.reload(), true));
    if (withdrawn) all('.keep').forEach((section) => { section.hidden = true; });
  };
  startKeeping();

  // Where the network was missing, the way back to the page that was asked for, and what is kept.
  const wanted = document.body.className === 'offline' && location.search.slice(1);
  if (wanted) {
    const address = new URL(wanted, root);
    if (address.href.startsWith(root.href)) {
      document.querySelector('.lead').before(
        make('p', { className: 'notice' }, words.offlineWanted, make('br'), make('a', {
          className: 'button', href: address, textContent: words.offlineAgain })),
        document.querySelector('.kept'));
    }
  }

  // Search: scripts that call `lantoa`, because a page opened as a file may read nothing else.
  const finder = document.querySelector('.finder');
  if (!finder) return;
  finder.hidden = false;
  const input = finder.querySelector('input');
  const found = finder.querySelector('.found');
  const list = finder.querySelector('.results');
  const folder = finder.dataset.index.replace(/[^/]*$/, '');
  const shards = {};
  let pages = [];
  window.lantoa = {
    pages: (value) => { pages = value; },
    terms: (name, value) => { shards[name] = value; },
  };
  const loads = {};
  const load = (name) => loads[name] ||= new Promise((resolve) => {
    const script = make('script', { src: `${folder}${name}.js` });
    script.onload = script.onerror = resolve;
    document.head.append(script);
  });
  const exact = (text) => text.normalize('NFC').toLowerCase();
  // A word as it was typed ranks before the same without its marks, a title before a text.
  const shard = (word) => (/^[a-z0-9]/.test(bare(word)) ? bare(word)[0] : 'other');
  const score = (typed, isLast) => {
    const plain = bare(typed);
    const scores = new Map();
    for (const [term, forms] of Object.entries(shards[shard(typed)] || {})) {
      const isWhole = term === plain;
      if (!isWhole && !(isLast && term.startsWith(plain))) continue;
      for (const [form, places] of Object.entries(forms)) {
        // A whole word in a text ranks before the beginning of another in a title.
        const weight = (isWhole ? 16 : 1) * (form === exact(typed) ? 3 : 1);
        for (const place of places) {
          const page = Math.abs(place) - 1;
          scores.set(page, Math.max(scores.get(page) || 0, weight * (place < 0 ? 5 : 1)));
        }
      }
    }
    return scores;
  };
  // A word that the glossary explains; of what is as good, lessons come first.
  const isWord = (page) => pages[page][0].includes('#');
  let turn = 0;
  const find = async () => {
    const mine = ++turn;
    // In the address, so that the way back from a page leads to what was found.
    try {
      const hash = input.value && `#q=${encodeURIComponent(input.value)}`;
      history.replaceState(null, '', location.href.split('#')[0] + hash);
    } catch { /* the address stays as it was */ }
    const typed = input.value.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
    if (bare(typed.join('')).length < 2) {
      list.replaceChildren();
      found.textContent = input.value ? words.typeMore : '';
      return;
    }
    await Promise.all(['pages', ...typed.map(shard)].map(load));
    if (mine !== turn) return;
    const scores = typed.map((word, index) => score(word, index === typed.length - 1));
    const hits = [...scores[0].keys()].filter((page) => scores.every((one) => one.has(page)))
      .map((page) => [page, scores.reduce((sum, one) => sum + one.get(page), 0)])
      .sort((a, b) => b[1] - a[1] || isWord(a[0]) - isWord(b[0]) || a[0] - b[0]).slice(0, 30);
    const count = hits.length > 1 ? words.found : words.foundOne;
    found.textContent = hits.length ? fill(count, { n: hits.length }) : words.foundNone;
    list.replaceChildren(...hits.map(([page]) => {
      const [path, title, where] = pages[page];
      return make('li', {}, make('a', { href: `${folder}../../../${path}`, textContent: title }),
        ' ', make('span', { className: 'facts', textContent: where }));
    }));
  };
  input.addEventListener('input', find);
  const findAsked = () => {
    const asked = new URLSearchParams(location.hash.slice(1)).get('q');
    if (asked === null || asked === input.value) return;
    input.value = asked;
    find();
  };
  findAsked();
  addEventListener('hashchange', findAsked);
})();
