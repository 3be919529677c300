// swift-format-ignore-file
// Written by scripts/site-templates from site-templates/: change the files there.

extension Templates {
  /// The files of site-templates/, by name.
  static let builtInFiles: [String: String] = [
"browser.svg": ###"""
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120" width="160" height="120"><g fill="none" stroke="#1F1A24" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"><rect x="14" y="8" width="56" height="104" rx="10" fill="#EFE6F7"/><path d="M14 28h56M24 44h36M24 56h36M24 68h22"/><circle cx="60" cy="14" r=".5"/><circle cx="60" cy="18" r=".5"/><circle cx="60" cy="22" r=".5"/><path d="M80 18h20M94 12l6 6-6 6" stroke="#5F2C8C"/><circle cx="126" cy="60" r="24" fill="#FFFFFF"/><path d="M102 60h48M126 36c-14 14-14 34 0 48c14-14 14-34 0-48"/></g></svg>

"""###,
"course.mustache": ###"""
{{<layout}}
{{$kind}}course{{/kind}}
{{$main}}
{{>crumbs}}
<h1>{{title}}</h1>
<p class="lead">{{summary}}</p>
<p class="facts">{{facts}}</p>
<p class="fear">{{words.fear}}</p>
{{#begin}}
<p><a class="button" href="{{href}}">{{text}}</a></p>
{{/begin}}
<h2>{{words.courseLessons}}</h2>
<ol class="lessons">
{{#entries}}
{{#written}}
{{>item}}
{{/written}}
{{#coming}}
<li>{{title}} <span class="facts">{{words.comingLesson}}</span></li>
{{/coming}}
{{/entries}}
</ol>
{{#isComing}}
{{>meanwhile}}
{{/isComing}}
{{#offline}}
<section class="keep" aria-labelledby="keep" data-copy="{{copy}}" data-offer="{{offer}}">
<h2 id="keep">{{words.keepTitle}}</h2>
<div class="keep-other">
<p><img src="{{browserPicture}}" alt="" width="160" height="120">{{words.keepOther}}</p>
<ul class="lessons">
{{#files}}
<li><a href="{{href}}" lang="{{language}}" download>{{title}}</a></li>
{{/files}}
</ul>
</div>
<p class="more"><a href="{{printHref}}">{{words.coursePrint}}</a></p>
<p class="more"><a href="{{offlineHref}}">{{words.offline}}</a></p>
</section>
{{/offline}}
{{/main}}
{{$foot}}<p>{{license}}</p>{{/foot}}
{{/layout}}

"""###,
"crumbs.mustache": ###"""
<nav class="crumbs" aria-label="{{words.crumbs}}">
<ol>
{{#crumbs}}
<li>{{#link}}<a href="{{href}}">{{title}}</a>{{/link}}{{^link}}<span aria-current="page">{{title}}</span>{{/link}}</li>
{{/crumbs}}
</ol>
</nav>

"""###,
"file.mustache": ###"""
<!doctype html>
<html lang="{{lessonLanguage}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{{styleHash}}'; img-src data:; base-uri 'none'; form-action 'none'">
<title>{{fullTitle}}</title>
<meta name="color-scheme" content="light dark">
<style>{{{style}}}</style>
</head>
<body class="file">
<main id="main">
<p class="kicker">{{kicker}}</p>
<h1>{{lessonTitle}}</h1>
<p class="facts">{{minutes}}</p>
{{#notice}}
<p class="notice">{{text}}</p>
{{/notice}}
<p class="fear">{{words.fear}}</p>
<div class="text">
{{{body}}}
</div>
<p class="checked">{{checked}}</p>
</main>
<footer class="foot">
<p>{{words.siteName}} · {{words.tagline}}{{#web}} · {{url}}{{/web}}</p>
<p>{{license}}</p>
</footer>
</body>
</html>

"""###,
"handout.mustache": ###"""
{{<layout}}
{{$kind}}paper{{/kind}}
{{$main}}
{{>crumbs}}
<p class="how screen">{{words.printHow}}{{#hasQuestions}} <a href="{{questionsHref}}">{{words.questions}}</a>{{/hasQuestions}}</p>
{{>notice}}
<p class="fear screen">{{words.fear}}</p>
<article class="sheet" lang="{{lessonLanguage}}">
<p class="kicker">{{kicker}}</p>
<h1>{{lessonTitle}}</h1>
{{#keyPoints}}
<div class="remember"><p class="kicker">{{words.handoutRemember}}</p>
{{{html}}}</div>
{{/keyPoints}}
{{#drawing}}
<figure>{{{html}}}</figure>
{{/drawing}}
{{#steps}}
{{{html}}}
{{/steps}}
<ul class="blanks">
<li>{{words.handoutAsk}} <span class="blank"></span></li>
<li>{{words.handoutTeam}} <span class="blank"></span></li>
<li>{{words.handoutPolice}} <span class="blank"></span></li>
<li>{{words.handoutBank}} <span class="blank"></span></li>
</ul>
<p class="checked" lang="{{language}}">{{checked}}</p>
</article>
{{/main}}
{{/layout}}

"""###,
"home.mustache": ###"""
{{<layout}}
{{$kind}}home{{/kind}}
{{$main}}
<h1>{{words.tagline}}</h1>
<p class="fear">{{words.fear}}</p>
<h2>{{words.homeQuestion}}</h2>
<ul class="skills">
{{#skills}}
<li><a href="{{href}}">{{#picture}}<img src="{{src}}" alt="" width="320" height="200">{{/picture}}<span>{{title}}{{#isComing}} <span class="facts">{{words.skillSoon}}</span>{{/isComing}}</span></a></li>
{{/skills}}
</ul>
<h2>{{words.homeCourses}}</h2>
<p>{{words.homeCoursesHow}}</p>
<ul class="cards">
{{#courses}}
<li><h3><a href="{{href}}">{{title}}</a></h3>
<p>{{summary}}</p>
<p class="facts">{{facts}}</p></li>
{{/courses}}
</ul>
{{#hasComing}}
<h2>{{words.comingCourses}}</h2>
<ul class="plain">
{{#coming}}
<li><a href="{{href}}">{{title}}</a></li>
{{/coming}}
</ul>
{{/hasComing}}
{{/main}}
{{/layout}}

"""###,
"icon.svg": ###"""
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32"><rect width="32" height="32" rx="7" fill="#5F2C8C"/><g fill="none" stroke="#fff" stroke-width="2.5" stroke-linecap="round"><circle cx="16" cy="16" r="2.5" fill="#fff" stroke="none"/><path d="M10.5 21.5a7.8 7.8 0 0 1 0-11M21.5 10.500a7.800 7.800 0 0 1 0 11M6.500 25.500a13.500 13.500 0 0 1 0-19M25.500 6.500a13.500 13.500 0 0 1 0 19"/></g></svg>

"""###,
"item.mustache": ###"""
<li data-lesson="{{id}}"><a href="{{href}}" lang="{{language}}">{{title}}</a> <span class="facts">{{facts}}</span></li>

"""###,
"layout.mustache": ###"""
<!doctype html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'">
<title>{{fullTitle}}</title>
<meta name="description" content="{{summary}}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="{{iconHref}}">
<script src="{{lookHref}}"></script>
<link rel="stylesheet" href="{{styleHref}}">
<script defer src="{{scriptHref}}"></script>
{{#preview}}
<link rel="stylesheet" href="{{styleHref}}">
<script defer src="{{scriptHref}}?edition=now"></script>
{{/preview}}
{{#web}}
<link rel="canonical" href="{{url}}">
{{#elsewhere}}
<link rel="alternate" hreflang="{{language}}" href="{{url}}">
{{/elsewhere}}
<meta property="og:type" content="website">
<meta property="og:site_name" content="{{words.siteName}}">
<meta property="og:title" content="{{title}}">
<meta property="og:description" content="{{summary}}">
<meta property="og:url" content="{{url}}">
<meta property="og:locale" content="{{words.locale}}">
{{#card}}
<meta property="og:image" content="{{url}}">
<meta property="og:image:width" content="{{width}}">
<meta property="og:image:height" content="{{height}}">
<meta property="og:image:alt" content="{{words.siteName}}: {{words.tagline}}">
{{/card}}
{{/web}}
{{$head}}{{/head}}
</head>
<body class="{{$kind}}{{/kind}}">
<a class="skip" href="#main">{{words.skip}}</a>
<header class="top">
<a class="brand" href="{{homeHref}}">{{words.siteName}}</a>
<nav class="tools" aria-label="{{words.languages}}">
<a href="{{searchHref}}">{{words.search}}</a>
{{#languages}}{{^isHere}}<a href="{{href}}" lang="{{language}}" hreflang="{{language}}">{{name}}</a>{{/isHere}}
{{/languages}}
</nav>
</header>
<main id="main">
{{$main}}{{/main}}
</main>
<footer class="foot">
{{#hasMenu}}
<nav aria-label="{{words.menu}}">
<ul>
{{#menu}}
<li><a href="{{href}}" lang="{{language}}">{{title}}</a></li>
{{/menu}}
</ul>
</nav>
{{/hasMenu}}
{{$foot}}{{/foot}}
</footer>
</body>
</html>

"""###,
"lesson.mustache": ###"""
{{<layout}}
{{$kind}}lesson{{/kind}}
{{$main}}
{{>crumbs}}
<article data-lesson="{{id}}" data-title="{{lessonTitle}}">
<h1 lang="{{lessonLanguage}}">{{lessonTitle}}</h1>
<p class="facts">{{minutes}}</p>
{{>notice}}
<p class="fear">{{words.fear}}</p>
<section class="objectives">
<p><strong>{{words.objectives}}</strong></p>
<ul lang="{{lessonLanguage}}">
{{#objectives}}
<li>{{text}}</li>
{{/objectives}}
</ul>
</section>
{{#hasBefore}}
<section class="objectives">
<p><strong>{{words.before}}</strong></p>
<ul>
{{#before}}
<li><a href="{{href}}" lang="{{language}}">{{title}}</a></li>
{{/before}}
</ul>
</section>
{{/hasBefore}}
<div class="text" lang="{{lessonLanguage}}">
{{{body}}}
</div>
<p class="checked">{{checked}}</p>
</article>
<nav class="turn" aria-label="{{words.turn}}">
{{#previous}}<a class="previous" href="{{href}}"><span>{{words.previous}}</span> <span lang="{{language}}">{{title}}</span></a>{{/previous}}
{{#next}}<a class="next" href="{{href}}"><span>{{words.next}}</span> <span lang="{{language}}">{{title}}</span></a>{{/next}}
{{^next}}<a class="next" href="{{courseHref}}"><span>{{words.backToCourse}}</span></a>{{/next}}
</nav>
<section class="take" aria-labelledby="take">
<h2 id="take">{{words.takeAway}}</h2>
<ul>
<li><a href="{{handoutHref}}">{{words.handout}}</a></li>
{{#hasQuestions}}
<li><a href="{{questionsHref}}">{{words.questions}}</a></li>
{{/hasQuestions}}
<li><a href="{{fileHref}}">{{words.file}}</a></li>
<li><a href="{{teachHref}}">{{words.teach}}</a></li>
</ul>
</section>
{{/main}}
{{$foot}}<p>{{license}}</p>{{/foot}}
{{/layout}}

"""###,
"look.js": ###"""
// Sets the letters and colours that a reader chose, before anything is drawn.
const look = ({ size, scheme }) => {
  const { dataset } = document.documentElement;
  if (size) dataset.size = size; else delete dataset.size;
  if (scheme) dataset.scheme = scheme; else delete dataset.scheme;
};
try { look(JSON.parse(localStorage.getItem('lantoa')) || {}); } catch { /* nothing is kept */ }

"""###,
"lost.mustache": ###"""
<!doctype html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{{styleHash}}'; base-uri 'none'; form-action 'none'">
<meta name="robots" content="noindex">
<title>{{fullTitle}}</title>
<meta name="color-scheme" content="light dark">
<style>{{{style}}}</style>
</head>
<body class="notfound">
<main id="main">
<p class="kicker">{{words.siteName}}</p>
<h1>{{title}}</h1>
<p class="lead">{{words.notFoundWhy}}</p>
<p class="fear">{{words.fear}}</p>
<p><a class="button" href="/">{{words.home}}</a></p>
</main>
</body>
</html>

"""###,
"meanwhile.mustache": ###"""
{{#hasMeanwhile}}
<h2>{{words.skillNow}}</h2>
<ul class="lessons">
{{#meanwhile}}
<li><a href="{{href}}">{{title}}</a></li>
{{/meanwhile}}
</ul>
{{/hasMeanwhile}}

"""###,
"moved.mustache": ###"""
{{<layout}}
{{$kind}}moved{{/kind}}
{{$head}}<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={{target}}">{{/head}}
{{$main}}
<h1>{{title}}</h1>
<p class="fear">{{words.fear}}</p>
<p><a class="button" href="{{target}}">{{words.movedTo}}</a></p>
{{/main}}
{{/layout}}

"""###,
"notfound.mustache": ###"""
{{<layout}}
{{$kind}}notfound{{/kind}}
{{$head}}<meta name="robots" content="noindex">{{/head}}
{{$main}}
<h1>{{title}}</h1>
<p class="lead">{{words.notFoundWhy}}</p>
<p class="fear">{{words.fear}}</p>
<p><a class="button" href="{{homeHref}}">{{words.home}}</a></p>
{{/main}}
{{/layout}}

"""###,
"notice.mustache": ###"""
{{#notice}}
<p class="notice">{{text}}{{#original}} <a href="{{href}}">{{words.original}}</a>{{/original}}</p>
{{/notice}}

"""###,
"offline.mustache": ###"""
{{<layout}}
{{$kind}}offline{{/kind}}
{{$head}}<meta name="robots" content="noindex">{{/head}}
{{$main}}
{{>crumbs}}
<h1>{{title}}</h1>
<p class="lead">{{summary}}</p>
<p class="fear">{{words.fear}}</p>
<section class="kept" aria-labelledby="kept">
<h2 id="kept">{{words.offlineKept}}</h2>
<p>{{words.offlineUnknown}}</p>
</section>
<h2>{{words.offlineStill}}</h2>
<ul>
<li>{{words.offlineRead}}</li>
<li>{{words.offlineFile}}</li>
<li>{{words.offlinePaper}}</li>
<li>{{words.offlineAsk}}</li>
</ul>
<h2>{{words.offlineOnline}}</h2>
<ol>
<li>{{words.offlineBrowser}}</li>
<li>{{words.offlineKeep}}</li>
<li>{{words.offlineWait}}</li>
</ol>
<p>{{words.offlineMay}}</p>
{{/main}}
{{/layout}}

"""###,
"page.mustache": ###"""
{{<layout}}
{{$kind}}page{{/kind}}
{{$main}}
{{>crumbs}}
<article>
<h1 lang="{{pageLanguage}}">{{pageTitle}}</h1>
{{>notice}}
<p class="fear">{{words.fear}}</p>
<div class="text" lang="{{pageLanguage}}">
<p class="lead">{{pageSummary}}</p>
{{{body}}}
</div>
</article>
{{/main}}
{{/layout}}

"""###,
"preview.css": ###"""
.lantoa-preview {
  position: sticky; bottom: 0; max-height: 50vh; overflow: auto; padding: 8px 16px;
  background: #1F1A24; color: #FFFFFF; font: 1rem/1.5 system-ui, sans-serif; border-top: 6px solid #7FD39B;
}
.lantoa-preview[data-worst="warning"] { border-color: #F0B35E; }
.lantoa-preview[data-worst="error"] { border-color: #F29A9E; }
.lantoa-preview summary { color: #FFFFFF; min-height: 32px; cursor: pointer; }
.lantoa-preview ul { margin: 8px 0; padding-left: 20px; }
.lantoa-preview code { background: none; color: #F0B35E; overflow-wrap: anywhere; }
@media print { .lantoa-preview { display: none; } }

"""###,
"preview.js": ###"""
// In a preview only: loads the page anew when a file was saved, and shows what the check found.
(function () {
  'use strict';
  var script = new URL(document.currentScript.src);
  var own = script.searchParams.get('edition');

  function element(name, text, parent) {
    var made = document.createElement(name);
    made.textContent = text;
    parent.appendChild(made);
    return made;
  }

  // The bar speaks the language of its findings, whatever the page's is.
  function show(findings, language) {
    var vi = language === 'vi';
    var counted = {
      error: vi ? 'lỗi' : 'errors', warning: vi ? 'nhắc' : 'warnings', todo: vi ? 'chờ người' : 'to-dos'
    };
    function of(severity) {
      return findings.filter(function (finding) { return finding.severity === severity; });
    }
    var panel = document.createElement('details');
    panel.className = 'lantoa-preview';
    panel.lang = language;
    panel.open = of('error').length > 0;
    panel.setAttribute('data-worst', of('error').length ? 'error' : of('warning').length ? 'warning' : 'none');
    var counts = Object.keys(counted).map(function (severity) {
      return of(severity).length + ' ' + counted[severity];
    });
    element('summary', (vi ? 'Xem thử: ' : 'Preview: ') + counts.join(', '), panel);
    var list = element('ul', '', panel);
    of('error').concat(of('warning')).slice(0, 50).forEach(function (finding) {
      var item = element('li', '', list);
      element('code', finding.file + ':' + finding.line + ':' + finding.column, item);
      element('span', ' ' + finding.message + ' [' + finding.rule + '] ', item);
      element('em', '→ ' + finding.fix, item);
    });
    document.body.appendChild(panel);
  }

  fetch(new URL('findings.json', script)).then(function (answer) {
    return answer.json().then(function (findings) { show(findings, answer.headers.get('Content-Language')); });
  });

  // It connects again by itself when the preview is started anew.
  new EventSource(new URL('events', script)).onmessage = function (event) {
    if (event.data !== own) location.reload();
  };
})();

"""###,
"print.mustache": ###"""
{{<layout}}
{{$kind}}paper{{/kind}}
{{$main}}
{{>crumbs}}
<p class="how screen">{{words.printHow}}</p>
<p class="fear">{{words.fear}}</p>
<h1>{{courseTitle}}</h1>
<nav aria-labelledby="contents">
<h2 id="contents">{{words.contents}}</h2>
<ul class="plain">
{{#lessons}}
<li lang="{{language}}"><a href="#{{id}}">{{number}}. {{title}}</a></li>
{{/lessons}}
</ul>
</nav>
{{#lessons}}
<article class="sheet whole" id="{{id}}" lang="{{language}}">
<p class="kicker">{{number}}</p>
<h2>{{title}}</h2>
<p class="checked" lang="{{checkedLanguage}}">{{checked}}</p>
{{{body}}}
{{#hasAnswers}}
<h3>{{words.answers}}</h3>
<ol class="answers">
{{{answers}}}
</ol>
{{/hasAnswers}}
</article>
{{/lessons}}
{{/main}}
{{/layout}}

"""###,
"questions.mustache": ###"""
{{<layout}}
{{$kind}}paper{{/kind}}
{{$main}}
{{>crumbs}}
<p class="how screen">{{words.printHow}}</p>
{{>notice}}
<p class="fear screen">{{words.fear}}</p>
<article class="sheet back" lang="{{lessonLanguage}}">
<p class="kicker">{{kicker}}</p>
<h1>{{title}}</h1>
{{{questions}}}
<section class="foot-answers">
<h2>{{words.answers}}</h2>
<ol class="answers">
{{{answers}}}
</ol>
</section>
{{#webAddress}}
<p class="address">{{words.handoutAddress}}: <strong>{{text}}</strong></p>
{{/webAddress}}
</article>
{{/main}}
{{/layout}}

"""###,
"search.mustache": ###"""
{{<layout}}
{{$kind}}search{{/kind}}
{{$main}}
{{>crumbs}}
<h1>{{words.search}}</h1>
<p class="fear">{{words.fear}}</p>
<noscript><p class="notice">{{words.searchWithout}}</p></noscript>
<div class="finder" data-index="{{indexHref}}" hidden>
<label for="query">{{words.searchFor}}</label>
<input id="query" type="search" autocomplete="off" spellcheck="false">
<p class="how">{{words.searchHow}}</p>
<p class="found" role="status"></p>
<ul class="lessons results"></ul>
</div>
<h2>{{words.searchAll}}</h2>
{{#courses}}
<h3>{{title}}</h3>
<ul class="lessons">
{{#lessons}}
{{>item}}
{{/lessons}}
</ul>
{{/courses}}
{{/main}}
{{/layout}}

"""###,
"site.js": ###"""
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

"""###,
"skill.mustache": ###"""
{{<layout}}
{{$kind}}skill{{/kind}}
{{$main}}
{{>crumbs}}
{{#picture}}<img class="skill" src="{{src}}" alt="" width="320" height="200">{{/picture}}
<h1>{{title}}</h1>
<p class="fear">{{words.fear}}</p>
{{#hasLessons}}
<h2>{{words.skillLessons}}</h2>
<ul class="lessons">
{{#lessons}}
{{>item}}
{{/lessons}}
</ul>
{{/hasLessons}}
{{^hasLessons}}
<p>{{words.skillNone}}</p>
{{>meanwhile}}
{{/hasLessons}}
{{#hasComing}}
<h2>{{words.skillComing}}</h2>
<ul>
{{#coming}}
<li>{{title}} <span class="facts">{{course}}</span></li>
{{/coming}}
</ul>
{{/hasComing}}
{{/main}}
{{/layout}}

"""###,
"style.css": ###"""
:root {
  color-scheme: light dark;
  --paper: #FBF8F3; --card: #FFFFFF; --ink: #1F1A24; --muted: #5A5361; --line: #D9D2DE; --edge: #867D8E;
  --accent: #5F2C8C; --soft: #EFE6F7; --on-accent: #FFFFFF;
  --ok: #1B6B3A; --warn: #8A4B00; --bad: #A1242B;
  --text: 1.25rem;
}
@media screen and (prefers-color-scheme: dark) {
  :root:not([data-scheme=light]) {
    --paper: #16121B; --card: #211B29; --ink: #F3EEF7; --muted: #B9AFC4; --line: #3B3247; --edge: #93879F;
    --accent: #CDAEEB; --soft: #33264A; --on-accent: #16121B;
    --ok: #7FD39B; --warn: #F0B35E; --bad: #F29A9E;
  }
}
/* What a reader chose on the page itself; paper stays as it is. */
@media screen {
  :root[data-scheme=light] { color-scheme: light; }
  :root[data-scheme=dark] {
    color-scheme: dark;
    --paper: #16121B; --card: #211B29; --ink: #F3EEF7; --muted: #B9AFC4; --line: #3B3247; --edge: #93879F;
    --accent: #CDAEEB; --soft: #33264A; --on-accent: #16121B;
    --ok: #7FD39B; --warn: #F0B35E; --bad: #F29A9E;
  }
  :root[data-size="1"] { --text: 1.5rem; }
  :root[data-size="2"] { --text: 1.8rem; }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: var(--text)/1.65 system-ui, "Noto Sans", "Segoe UI", Roboto, sans-serif;
  overflow-wrap: break-word;
}
.top, main, .foot { max-width: 38em; margin-inline: auto; padding-inline: 16px; }
main { padding-block: 8px 48px; }
h1, h2, h3, h4 { line-height: 1.3; margin: 1.7em 0 .5em; }
h1 { font-size: 1.7em; margin-top: .3em; }
h2 { font-size: 1.35em; }
h3 { font-size: 1.1em; }
h4, h5, h6 { font-size: 1em; }
p, ul, ol, figure, blockquote, pre { margin: 0 0 1em; }
li { margin-bottom: .4em; }
a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 3px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
img { max-width: 100%; height: auto; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2em 0; }
code { font-size: .9em; background: var(--soft); padding: 0 .25em; border-radius: 4px; }
pre { overflow-x: auto; background: var(--soft); padding: 16px; border-radius: 12px; }
pre code { background: none; padding: 0; }
blockquote { margin-inline: 0; padding-left: 16px; border-left: 4px solid var(--line); }
[hidden] { display: none !important; }

.skip { position: absolute; left: -999em; }
.skip:focus { left: 8px; top: 8px; z-index: 1; background: var(--card); padding: 12px 16px; }
.top {
  display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 16px;
  padding-block: 8px;
}
.top a, .top button { display: inline-flex; align-items: center; min-height: 48px; }
.brand { margin-right: auto; font-weight: 700; font-size: 1.1em; text-decoration: none; }
.tools { display: flex; flex-wrap: wrap; gap: 0 20px; font-size: .85em; }
.aids { display: flex; flex-wrap: wrap; gap: 8px; width: 100%; font-size: .85em; }
.look {
  width: 100%; display: flex; flex-wrap: wrap; gap: 8px 32px; margin-top: 8px; font-size: .85em;
  background: var(--card); border: 1px solid var(--edge); border-radius: 12px; padding: 8px 16px;
}
.look fieldset { border: 0; padding: 0; margin: 0; min-width: 0; display: flex; flex-wrap: wrap; gap: 0 24px; }
.look legend { padding: 0; font-weight: 700; }
.look label { display: inline-flex; align-items: center; gap: 8px; min-height: 48px; cursor: pointer; }
.look input { width: 26px; height: 26px; margin: 0; accent-color: var(--accent); }
.crumbs { font-size: .85em; color: var(--muted); }
.crumbs ol { list-style: none; display: flex; flex-wrap: wrap; margin: 0; padding: 0; }
.crumbs li { margin: 0; }
.crumbs li:not(:last-child)::after { content: "›"; margin-inline: .5em; }
.crumbs a { display: inline-flex; align-items: center; min-height: 48px; }
.crumbs li { display: flex; align-items: center; }
.crumbs li:last-child:not(:first-child) { min-height: 48px; }
.kicker, .facts, .how, .checked { color: var(--muted); font-size: .85em; }
.kicker { margin-bottom: .2em; }
.lead { font-size: 1.1em; }
.fear {
  border: 1px solid var(--line); border-left: 6px solid var(--ok); border-radius: 12px;
  background: var(--card); padding: 12px 16px; font-size: .9em;
}
.notice {
  border: 1px solid var(--line); border-left: 6px solid var(--warn); border-radius: 12px;
  background: var(--card); padding: 12px 16px;
}
.objectives { margin-bottom: 1em; }
.objectives p { margin: 0; }
.foot { max-width: 44.7em; border-top: 1px solid var(--line); font-size: .85em; color: var(--muted); padding-block: 24px 48px; }
.foot ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 24px; }
.foot li { margin: 0; }
.foot a { display: inline-flex; align-items: center; min-height: 48px; }

.button, button {
  display: inline-flex; align-items: center; min-height: 48px; padding: 8px 20px; font: inherit;
  font-weight: 700; border: 2px solid var(--accent); border-radius: 12px; cursor: pointer;
  background: var(--accent); color: var(--on-accent); text-align: start; text-decoration: none;
}
button.quiet { background: transparent; color: var(--accent); font-weight: 400; }
.actions { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; }

.skills, .cards { list-style: none; padding: 0; display: grid; gap: 16px; }
.skills { grid-template-columns: repeat(auto-fill, minmax(min(100%, 9em), 1fr)); }
.skills li, .cards li { margin: 0; }
.skills a {
  display: flex; flex-direction: column; height: 100%; background: var(--card); overflow: hidden;
  border: 1px solid var(--edge); border-radius: 12px; font-weight: 700; line-height: 1.35;
  text-decoration: none;
}
.skills a > span { padding: 12px 16px; min-height: 48px; }
.skills .facts { display: block; font-weight: 400; }
.skills a:hover span { text-decoration: underline; }
.skills img, img.skill, figure img { background: #FFFFFF; }
.skills img { width: 100%; border-bottom: 1px solid var(--line); }
img.skill { border-radius: 12px; border: 1px solid var(--line); }
.cards li { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 16px 20px; }
.cards h3, .cards p { margin: 0 0 .3em; }
.finder label { display: block; }
.finder .how { margin-top: 8px; }
.plain, .lessons { padding-left: 1.2em; }
ol.lessons { padding-left: 1.5em; }
.lessons li, .take li { padding-block: 10px; margin: 0; }
.take ul { list-style: none; padding: 0; }
.lessons .facts { white-space: nowrap; }
.cards h3 a, .lessons a, .take a, .plain a { padding-block: 10px; }
.plain li { padding-block: 8px; }
.actions a { display: inline-flex; align-items: center; min-height: 48px; }
.keep-other img { float: right; width: 160px; max-width: 40%; margin: 0 0 8px 16px; background: #FFFFFF; border-radius: 12px; }
.keep .lessons { clear: right; }
.keep > div { margin-bottom: 12px; }
.keep .more { margin: 0; }
.keep .more a { display: inline-flex; align-items: center; min-height: 48px; }
progress { display: block; width: 100%; height: 24px; margin-block: 16px; accent-color: var(--accent); }
.learnt { color: var(--ok); font-size: .85em; font-weight: 700; white-space: nowrap; }
.turn { display: flex; flex-wrap: wrap; gap: 16px; margin-block: 2em; }
.turn a {
  flex: 1 1 10em; border: 1px solid var(--edge); border-radius: 12px; background: var(--card);
  padding: 12px 16px; text-decoration: none; font-weight: 700;
}
.turn span { display: block; }
.turn span + span { font-weight: 400; }
.turn .previous span:first-child::before { content: "‹ "; }
.turn .next { text-align: right; }
.turn .next > span:first-child::after { content: " ›"; }
.take { border-top: 1px solid var(--line); }

figure { text-align: center; }
figure img { border-radius: 12px; border: 1px solid var(--line); padding: 8px; }
.steps { padding: 0; list-style: none; counter-reset: step; }
.steps > li {
  counter-increment: step; position: relative; background: var(--card); margin-bottom: 12px;
  border: 1px solid var(--line); border-radius: 12px; padding: 12px 16px 12px 68px; min-height: 68px;
}
.steps > li::before {
  content: counter(step); position: absolute; left: 16px; top: 12px; width: 40px; height: 40px;
  display: grid; place-items: center; border-radius: 12px; background: var(--soft); color: var(--accent);
  font-weight: 700; line-height: 1;
}
.steps > li p { margin: 0; }
.stepping > li { border: 2px solid var(--accent); font-size: 1.1em; }
.step-tools { margin-bottom: 1em; }
.step-tools p { margin: 0 0 .5em; }
.alert {
  border: 1px solid var(--line); border-left: 6px solid var(--accent); border-radius: 12px;
  background: var(--card); padding: 12px 16px; margin: 0 0 1em;
}
.alert > :last-child { margin-bottom: 0; }
.alert-title, .alert > summary { font-weight: 700; color: var(--accent); margin: 0 0 .3em; }
.warning, .caution, .important { border-left-color: var(--warn); }
.warning > .alert-title, .caution > .alert-title, .important > .alert-title { color: var(--warn); }
.tip, .example { border-left-color: var(--ok); }
.tip > .alert-title, .example > .alert-title { color: var(--ok); }
.keypoints { background: var(--soft); border-color: var(--accent); }
.keypoints > p { font-weight: 700; font-size: 1.15em; line-height: 1.45; }
.keypoints > .alert-title { font-size: .85em; }
summary { cursor: pointer; min-height: 48px; padding-block: 8px; color: var(--accent); }
details > :last-child { margin-bottom: 0; }
.checklist, .choices, .selects, .boxes, .reasons, .blanks { list-style: none; padding: 0; }
.checklist label, .choices label {
  display: flex; gap: 12px; align-items: flex-start; min-height: 48px; padding: 8px 12px; cursor: pointer;
}
.choices label, .selects label { background: var(--paper); border: 1px solid var(--edge); border-radius: 12px; }
.choices input, .checklist input { flex: none; width: 26px; height: 26px; margin: 3px 0 0; accent-color: var(--accent); }
.choices label:has(:checked) { border-color: var(--accent); background: var(--soft); box-shadow: 0 0 0 1px var(--accent); }
.selects label { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 8px 16px; padding: 8px 12px; }
.selects span { flex: 1 1 8em; }
select, input[type=text], input[type=search] {
  font: inherit; color: inherit; background: var(--card); min-height: 48px; max-width: 100%;
  border: 2px solid var(--edge); border-radius: 12px; padding: 4px 12px;
}
input[type=search] { width: 100%; }
.quiz { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 16px; margin-bottom: 1.2em; }
.quiz fieldset { border: 0; padding: 0; margin: 0 0 .5em; min-width: 0; }
.quiz legend { padding: 0; font-size: 1.05em; line-height: 1.45; }
.quiz legend .kicker { display: block; }
.quiz .how { margin: .3em 0 .5em; }
.told { border-left: 6px solid var(--accent); padding: 4px 0 4px 12px; margin: .8em 0; }
.told.right { border-color: var(--ok); }
.told button { margin-top: 8px; }
.told, .result strong { scroll-margin-bottom: 8px; }
.told:empty { display: none; }
.told strong, .result strong { display: block; }
.result { border: 2px solid var(--accent); border-radius: 12px; padding: 16px; background: var(--soft); margin-bottom: 1.2em; }
.result p { margin: 0 0 .3em; }
.reasons li { margin-bottom: .8em; }
.reading { background: var(--soft); outline: 3px solid var(--accent); border-radius: 4px; }
.scroll { overflow-x: auto; margin-bottom: 1em; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; line-height: 1.5; }
caption { text-align: left; font-weight: 700; padding-bottom: .4em; }
th, td { text-align: left; vertical-align: top; padding: 8px 12px; border: 1px solid var(--line); }
th { background: var(--soft); }
td a, td code { overflow-wrap: anywhere; }
td:first-child:has(> code) { min-width: 7em; }
th.center, td.center { text-align: center; }
th.right, td.right { text-align: right; }

.sheet { background: #FFFFFF; color: #000000; padding: 24px; border: 1px solid var(--line); border-radius: 12px; margin-bottom: 24px; }
.sheet .kicker, .sheet .how, .sheet .checked { color: #444444; }
.sheet h1, .sheet h2, .sheet h3 { margin: 0 0 .4em; }
.sheet td:first-child:has(> code) { min-width: 5.5em; }
.sheet .alert, .sheet code, .sheet th, .sheet pre { background: #FFFFFF; }
.sheet .alert-title, .sheet a { color: #000000; }
.remember { border: 3px solid #000000; border-radius: 12px; padding: 8px 16px; margin-bottom: 1em; font-weight: 700; font-size: 1.15em; line-height: 1.4; }
.remember p { margin: 0; }
.remember .kicker { font-size: .7em; font-weight: 400; }
.sheet > ol { padding-left: 1.4em; }
.sheet > ol > li::marker { font-weight: 700; }
.sheet figure img { max-height: 190px; border: 0; }
.blanks { border-top: 2px solid #000000; padding-top: .6em; }
.blanks li { display: flex; gap: .5em; align-items: flex-end; flex-wrap: wrap; }
.blank { flex: 1 1 6em; min-height: 1.6em; border-bottom: 2px dotted currentColor; }
.question { font-weight: 700; }
.question p { margin: 0; }
.back .how { display: none; }
.foot-answers { border-top: 2px solid #000000; padding-top: .6em; font-size: .9em; }
.foot-answers h2 { font-size: 1em; }
.address { font-size: 1.1em; text-align: center; }
.answers .reasons { margin: 0; }

@media (max-width: 30em) {
  table { font-size: .85em; }
  :root[data-size="2"] table { font-size: .8em; }
  .sheet { padding: 16px; }
  th, td { padding: 6px 8px; }
  .skills a { flex-direction: row; align-items: center; }
  .skills img { width: 128px; flex: none; border-bottom: 0; border-right: 1px solid var(--line); }
}
@media (min-width: 48em) {
  .top, main, .foot { padding-inline: 24px; }
  .aids { width: auto; }
}
@media (prefers-reduced-motion: no-preference) { a, button { transition: background-color .12s; } }
@media print {
  @page { size: A4; margin: 14mm 16mm; }
  @page course { @bottom-right { content: counter(page); font: 10pt sans-serif; } }
  :root { --paper: #FFFFFF; --card: #FFFFFF; --ink: #000000; --muted: #333333; --line: #999999; --accent: #000000; --soft: #FFFFFF; --ok: #000000; --warn: #000000; --text: 12pt; }
  body { line-height: 1.45; }
  body.paper { --text: 16pt; line-height: 1.36; }
  .top, .foot, .crumbs, .turn, .take, .aids, .look, .keep, .screen, .skip, .step-tools, .quiz .answer, .quiz button, .told { display: none; }
  .top, main, .foot { max-width: none; padding: 0; }
  .paper .fear { display: none; }
  .sheet { border: 0; padding: 0; margin: 0; }
  .sheet h1 { font-size: 1.5em; }
  .sheet p, .sheet ul, .sheet ol, .sheet figure { margin-bottom: .5em; }
  .sheet li { margin-bottom: .2em; }
  .sheet figure { float: right; width: 62mm; margin: 0 0 4mm 6mm; }
  .sheet a { text-decoration: none; }
  .sheet .checked { font-size: 10pt; }
  .blanks .blank { min-height: 10mm; }
  .sheet.back .question { margin-top: .6em; }
  .foot-answers { font-size: 12pt; }
  .whole { break-before: page; page: course; font-size: 12pt; }
  .whole figure { float: none; width: 80mm; margin-left: 0; }
  .whole .answers { font-size: 11pt; }
  .scroll { overflow: visible; clear: both; }
  /* Printed once, before the lesson. */
  .teach .text .alert.instructor { display: none; }
  td, th { overflow-wrap: anywhere; }
  /* Paper opens nothing. */
  details:not([open]) { display: none; }
  .steps { counter-reset: step !important; }
  .steps > li { min-height: 0; padding: 2mm 3mm 2mm 12mm; margin-bottom: 2mm; font-size: 1em; border: 1px solid var(--line); }
  .steps > li[hidden] { display: block !important; }
  .steps > li::before { left: 3mm; top: 2mm; width: 7mm; height: auto; display: block; line-height: inherit; }
  .steps > li, .alert, .quiz, figure, tr, .answers > li { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  a { color: inherit; }
}

"""###,
"sw.js": ###"""
// Answers for the courses that are kept on this phone, and asks the network for everything else; for
// what courses share, the first page and the words, it asks the network first.
//
// A copy of a course is one cache. Its manifest, `offline.json`, names every file with its hash and is
// put in last: a cache without it is not whole and answers nothing.
'use strict';
const root = new URL('./', location).pathname;
const ours = `lantoa ${root} `;
const manifestOf = (copy) => `${root}${copy}/offline.json`;
const copyOf = (name) => name.slice(ours.length).replace(/ [^ ]*$/, '');
const homeOf = (language) => `${language}/index.html`;
const offlineOf = (language) => `${language}/offline/index.html`;

const manifests = new Map();
// The copies that are whole, the oldest first.
const wholeCopies = async () => {
  const whole = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith(ours)) continue;
    const copy = copyOf(name);
    if (!manifests.has(name)) {
      const kept = await caches.match(manifestOf(copy), { cacheName: name });
      if (!kept) continue;
      manifests.set(name, await kept.json());
    }
    const { title, files } = manifests.get(name);
    whole.push({ name, copy, title, files });
  }
  return whole;
};
// The newest whole copy of each course: what an older one held besides has been taken out.
const newest = (whole) => whole.filter(({ copy }, at) =>
  !whole.slice(at + 1).some((later) => later.copy === copy));
const remove = (name) => {
  manifests.delete(name);
  return caches.delete(name);
};
const removeAll = async (start) => {
  for (const name of await caches.keys()) if (name.startsWith(start)) await remove(name);
};

// Fetching a copy. Past the browser's own cache: a server that tells changes by the time of a file does
// not see two within one second, and what is put there stays when the copy is erased.

const ask = (path) => fetch(path, { cache: 'no-store' });
const hashOf = async (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))));
// A file as the manifest means it; a server in the middle of a change has others.
const fetched = async (path, hash) => {
  const response = await ask(root + path);
  const bytes = await response.arrayBuffer();
  if (!response.ok || await hashOf(bytes) !== hash) throw new Error(`not as expected: ${path}`);
  const type = response.headers.get('Content-Type');
  return new Response(bytes, { headers: type ? { 'Content-Type': type } : {} });
};

// Goes up when copies are removed, so that what is still being fetched is given up.
let removals = 0;
// Where a whole site is missing, its server is at fault and not the course.
const isSiteThere = async () => (await ask(`${root}assets/style.css`)).ok;
// What was fetched before it failed is there the next time. A course whose list the server says is not
// there is no longer published: its copy goes, and its title is the answer.
const load = async (copy, tell) => {
  const before = removals;
  const response = await ask(manifestOf(copy));
  const last = newest(await wholeCopies()).find((one) => one.copy === copy);
  if ([404, 410].includes(response.status) && await isSiteThere()) {
    await removeAll(`${ours}${copy} `);
    return { withdrawn: last?.title || copy };
  }
  if (!response.ok) throw new Error(`no manifest: ${copy}`);
  const text = await response.text();
  const { version, files } = JSON.parse(text);
  const name = `${ours}${copy} ${version}`;
  for (const other of await caches.keys()) {
    const isOld = other.startsWith(`${ours}${copy} `) && other !== last?.name;
    if (isOld && (other !== name || manifests.has(name))) await remove(other);
  }
  if (last?.name === name) return {};
  const cache = await caches.open(name);
  const paths = Object.keys(files);
  let done = 0;
  for (const path of paths) {
    if (!await cache.match(root + path)) {
      const same = last?.files[path] === files[path]
        && await caches.match(root + path, { cacheName: last.name });
      await cache.put(root + path, same || await fetched(path, files[path]));
    }
    if (before !== removals) break;
    done += 1;
    tell({ done, total: paths.length });
  }
  if (before === removals) await cache.put(manifestOf(copy), new Response(text));
  if (before !== removals) {
    await remove(name);
    throw new Error(`removed meanwhile: ${copy}`);
  }
  return {};
};
const loading = new Map();
// One at a time for each copy.
const loadInTurn = (copy, tell = () => {}) => {
  const turn = (loading.get(copy) || Promise.resolve()).catch(() => {}).then(() => load(copy, tell));
  loading.set(copy, turn);
  return turn;
};

// Answering.

// Which cache a page came from: its style and pictures come from there, too.
const sources = new Map();
const pathOf = (url) =>
  url.pathname.slice(root.length).replace(/(^|\/)$/, '$1index.html');
const holder = (whole, path) => newest(whole).filter((one) => path in one.files).pop();
// The copy that may answer, and whether before the network is asked.
const holderFor = async (whole, path, { request, clientId }) => {
  const isPage = request.mode === 'navigate';
  const source = !isPage && whole.find((one) => one.name === sources.get(clientId));
  if (source) return { one: source, isFirst: true };
  const client = isPage ? undefined : await self.clients.get(clientId);
  const page = client ? pathOf(new URL(client.url)) : path;
  const one = holder(whole, page);
  return { one, isFirst: one !== undefined && page.startsWith(`${one.copy}/`) };
};
// What has happened since a page was opened to the course it came from.
const newsFor = async (clientId) => {
  const name = sources.get(clientId);
  if (!name) return {};
  const copy = copyOf(name);
  const { withdrawn } = await loading.get(copy)?.catch(() => ({})) || {};
  const now = newest(await wholeCopies()).find((one) => one.copy === copy);
  return { withdrawn, isRenewed: now !== undefined && now.name !== name };
};
// A network so slow or so broken is as good as none where there is a copy. The browser's own cache may
// hold what was read before, and take it for new.
const patience = 3000;
const fetchInTime = async (request) => {
  const tooLong = new Promise((_, fail) => {
    setTimeout(() => fail(new Error(`no answer: ${request.url}`)), patience);
  });
  const fresh = request.mode === 'navigate' ? { cache: 'no-cache' } : {};
  const response = await Promise.race([fetch(request, fresh), tooLong]);
  if (response.status >= 500) throw new Error(`${response.status}: ${request.url}`);
  return response;
};
const redirect = (path) => Response.redirect(location.origin + root + path);
const answer = async (event) => {
  const { request, resultingClientId } = event;
  const path = pathOf(new URL(request.url));
  const isPage = request.mode === 'navigate';
  const whole = await wholeCopies();
  const { one, isFirst } = await holderFor(whole, path, event);
  const kept = one && path in one.files
    && await caches.match(root + path, { cacheName: one.name });
  const fromCopy = () => {
    if (isPage) sources.set(resultingClientId, one.name);
    return { response: kept, after: isPage ? loadInTurn(one.copy) : undefined };
  };
  if (kept && isFirst) return fromCopy();
  // The address of the whole site: the first page in a language that is kept.
  const home = path === 'index.html' && newest(whole)
    .map(({ copy }) => homeOf(copy.split('/')[0])).filter((one) => holder(whole, one)).pop();
  try {
    return { response: await (kept || home ? fetchInTime(request) : fetch(request)) };
  } catch (error) {
    if (kept) return fromCopy();
    if (!isPage || !whole.length) throw error;
    if (home) return { response: redirect(home) };
    const help = holder(whole, offlineOf(path.split('/')[0])) || whole[0];
    return { response: redirect(`${offlineOf(help.copy.split('/')[0])}?${path}`) };
  }
};

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method !== 'GET' || !url.startsWith(location.origin + root)) return;
  const answered = answer(event);
  event.respondWith(answered.then(({ response }) => response));
  event.waitUntil(answered.then(({ after }) => after).catch(() => {}));
});
self.addEventListener('message', (event) => {
  const { keep, remove: copy, erase } = event.data;
  const [port] = event.ports;
  const act = async () => {
    if (keep) {
      const { withdrawn } = await loadInTurn(keep, (progress) => port.postMessage(progress));
      return { isDone: !withdrawn };
    }
    if (copy || erase) {
      removals += 1;
      await removeAll(erase ? ours : `${ours}${copy} `);
      return { isDone: true };
    }
    return { isDone: true, ...await newsFor(event.source.id) };
  };
  event.waitUntil(act().then(
    (result) => port.postMessage(result),
    (error) => port.postMessage({ isDone: false, isFull: error.name === 'QuotaExceededError' })));
});

"""###,
"teach.mustache": ###"""
{{<layout}}
{{$kind}}teach{{/kind}}
{{$main}}
{{>crumbs}}
<h1>{{title}}</h1>
<p class="facts">{{minutes}}</p>
{{>notice}}
<p class="fear">{{words.fear}}</p>
<p>{{checked}} {{verify}}</p>
<p class="actions"><a href="{{lessonHref}}">{{words.seeLesson}}</a> <a href="{{handoutHref}}">{{words.handout}}</a></p>
{{#hasNotes}}
<div lang="{{lessonLanguage}}">
{{{notes}}}
</div>
{{/hasNotes}}
{{^hasNotes}}
<p>{{words.teachNone}}</p>
{{/hasNotes}}
<h2>{{words.teachLesson}}</h2>
<div class="text" lang="{{lessonLanguage}}">
{{{body}}}
</div>
{{#hasAnswers}}
<h2>{{words.answers}}</h2>
<ol class="answers" lang="{{lessonLanguage}}">
{{{answers}}}
</ol>
{{/hasAnswers}}
<p class="facts">{{words.codes}}: {{codes}}</p>
{{/main}}
{{/layout}}

"""###,
"verifysheet.css": ###"""
@page { size: A4; margin: 14mm 14mm 16mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 182mm; padding: 4mm; background: #fff; color: #000; font: 12pt/1.45 "Noto Sans", "DejaVu Sans", Arial, sans-serif; }
h1 { font-size: 18pt; line-height: 1.25; margin: 0 0 2mm; }
h2 { font-size: 14pt; line-height: 1.3; margin: 7mm 0 1mm; padding-top: 3mm; border-top: 2px solid #000; break-after: avoid; }
h3 { font-size: 12pt; margin: 3mm 0 1mm; break-after: avoid; }
section { break-inside: avoid; }
p { margin: 0 0 2mm; }
.standing { font-size: 11pt; break-after: avoid; }
table { width: 100%; border-collapse: collapse; }
tr { break-inside: avoid; }
th, td { border-bottom: 1px solid #000; padding: 1.5mm 1.5mm 1.5mm 0; text-align: left; vertical-align: top; font-weight: normal; }
td { white-space: nowrap; width: 28mm; }
td.changed { width: 52mm; }
.box { display: inline-block; width: 4.2mm; height: 4.2mm; border: 1.5px solid #000; margin-right: 1mm; vertical-align: -0.7mm; }
.sign { display: flex; gap: 4mm; margin: 5mm 0 2mm; break-before: avoid; break-inside: avoid; }
.sign span { flex: 1; border-bottom: 1px solid #000; padding-bottom: 1mm; }
.record { font-size: 10pt; break-before: avoid; }
code { font-family: "DejaVu Sans Mono", monospace; font-size: 9pt; overflow-wrap: anywhere; }
@media print { body { padding: 0; max-width: none; } }
@media (max-width: 600px) { td { white-space: normal; width: auto; } td.changed { width: 34%; } .sign { flex-direction: column; } }

"""###,
"verifysheet.mustache": ###"""
<!doctype html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{{styleHash}}'; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light">
<title>{{title}}</title>
<style>{{{style}}}</style>
</head>
<body>
<main>
<h1>{{title}}</h1>
<p>{{words.sheetHow}}</p>
{{#lessons}}
<section lang="{{lessonLanguage}}">
<h2>{{name}}</h2>
<p class="standing">{{verify}} {{checked}}</p>
{{#parts}}
<h3>{{heading}}</h3>
<table>
<tbody>
{{#rows}}
<tr><th scope="row">{{text}}</th><td><span class="box"></span> {{words.sheetRight}}</td><td class="changed"><span class="box"></span> {{words.sheetChanged}}</td></tr>
{{/rows}}
</tbody>
</table>
{{/parts}}
<p class="sign"><span>{{words.sheetWho}}</span> <span>{{words.sheetDay}}</span> <span>{{words.sheetPhone}}</span></p>
<p class="record">{{words.sheetRecord}} <code>{{command}}</code></p>
</section>
{{/lessons}}
</main>
</body>
</html>

"""###,
"words.en.txt": ###"""
# What the site says of itself. {n} and the like are filled in; lines with js- are for the script.
languageName: English
locale: en
siteName: Lan tỏa
tagline: Everyday digital skills for people in Hue
skip: Skip to the content
fear: This page asks for no name, phone number, password or OTP code. It costs nothing. No sign-in. Close it whenever you like.
menu: Main pages
languages: Language
crumbs: You are here
home: Home
search: Search
more: More
homeQuestion: What would you like to do?
homeCourses: Learn from the start
homeCoursesHow: Each course has a few lessons, one lesson at a sitting. Begin with whichever you like.
comingCourses: Being written
comingLesson: being written
skillS1: Papers and public services online
skillS2: Shopping online
skillS3: Paying without cash
skillS4: Keeping yourself safe
skillS5: Using the phone every day
skillLessons: Lessons that help
skillNone: There is no lesson yet. Please ask the digital technology team of your neighbourhood.
skillComing: Lessons to come
skillSoon: coming
skillNow: Until then, you can learn
lessonOne: 1 lesson
lessonCount: {n} lessons
minutes: {n} minutes
exercises: and {n} minutes of practice
before: Better learnt first
forWhom: For: {who}
courseLessons: Lessons
courseBegin: Begin: {title}
coursePrint: Print the whole course
keepTitle: Without a network
keepOffer: Keep this course on this phone ({lessons}, {size} MB, about {photos})
keepPhoto: 1 photo in a message
keepPhotos: {n} photos in a message
keepOther: This browser cannot keep the whole course. If you opened the page inside a messaging app, open it again in Chrome. Or save the lessons one by one, each as one file; or print the course.
keptFacts: {lessons} · {size} MB
offline: Reading without a network
offlineLead: What you can read when the network is off, and how to keep more on this phone.
offlineKept: Kept on this phone
offlineUnknown: This browser cannot say what is kept here.
offlineStill: Without a network you can still
offlineRead: read the courses kept here, with their drawings, and answer the questions;
offlineFile: open lessons that were sent to you as one file: look in your messages or in Downloads;
offlinePaper: read the printed sheets;
offlineAsk: ask your team, in person or by a phone call.
offlineOnline: When there is a network, keep a course
offlineBrowser: Open this site in Chrome or another browser, not inside a messaging app.
offlineKeep: Open a course and press the button “Keep this course on this phone”. It says how large the course is.
offlineWait: Wait until the page says “Kept”.
offlineMay: When a phone is almost full, its browser may clear what is kept. Then keep it again.
lessonNumber: Lesson {n} of {total}
lessonShort: Lesson {n}
objectives: You will be able to
checked: Last checked: {date}, by {name}.
checkedNobody: Last checked: {date}.
unchecked: Nobody has checked this in Hue yet. Buttons may look different: ask your team.
missing: This page is not in English yet. Below is the Vietnamese original.
stale: The Vietnamese original has changed since this was translated.
original: See the original
turn: Previous and next lesson
previous: Previous
next: Next
backToCourse: Back to the course
takeAway: Take it with you
handout: Handout (prints on one A4 sheet)
questions: Back of the handout: questions
file: This lesson as one file, to send in a message
teach: For whoever teaches
teachTitle: Teaching: {title}
teachNone: This lesson has no notes for facilitators yet.
teachLesson: The lesson, with the notes in place
seeLesson: See the learner's page
codes: Competences
verify: Checking
verifyV0: Rarely changes.
verifyV1: Screens change: look on a real phone each term.
verifyV2: Rests on rules or contacts of a date: look before each class.
handoutRemember: Remember one thing
handoutAsk: Ask your team: today the button is called
handoutTeam: Our team
handoutPolice: Ward police
handoutBank: My bank
handoutAddress: See it again on a phone
questionsTitle: {title}: questions
answers: Answers, and why
printHow: This page is made to be printed. On a computer: press Ctrl and P.
printTitle: {title}: the whole course
contents: In this course
searchFor: Words to look for
searchHow: Type with or without Vietnamese marks.
searchWithout: Searching needs JavaScript, which is off in this browser. All lessons are listed below.
searchAll: All lessons
notFound: There is no such page
notFoundWhy: The address may be mistyped, or the page has moved. Go back to the first page and choose again.
moved: The page has moved
movedTo: It is here now
license: The text is under {license}.
quizNumber: Question {n} of {total}
quizChooseOne: Choose one answer.
quizChooseAll: Choose every right answer.
quizOrder: Choose a number for each.
quizMatch: Choose what goes with each.
quizYourAnswer: Your answer
quizShowAnswer: Show the answer
quizQuestion: Question
tableNumber: Table {n}
alertNote: Note
alertTip: Tip
alertImportant: Important
alertWarning: Take care
alertCaution: Danger
alertActivity: Try it
alertSolution: Solution
alertHint: Hint
alertDiscussion: Talk about it
alertChecklist: Check
alertKeypoints: Remember
alertExample: Example
alertInstructor: For the facilitator
sheetTitle: To check on the spot: {title}
sheetHow: Take a real phone and do each step. If it still holds, tick the first box. If it has changed, tick the second and write what the phone shows.
sheetSteps: Steps
sheetPlaces: Look at these too
sheetLinks: Open these
sheetRight: still so
sheetChanged: changed:
sheetWho: Checked by:
sheetDay: Day:
sheetPhone: Phone:
sheetNever: Nobody has checked it on the spot yet.
sheetRecord: When all is seen, record it:
sheetYourName: your name
sheetYourDay: day/month/year
js-stepOf: Step {n} of {total}
js-stepDone: Done
js-stepAsk: Not yet: ask the team
js-stepBack: Step back
js-stepAskText: That is all right. Leave the phone as it is and show it to your team.
js-stepsOne: One step at a time
js-stepsAll: All steps at once
js-stepsDone: That was the last step. Well done!
js-check: Check my answer
js-chooseFirst: Please choose an answer first.
js-right: Yes.
js-wrong: Not quite.
js-tryAgain: Try again.
js-some: Not all of it yet. Try again.
js-openOne: Question {n} is still open.
js-open: Questions {n} are still open.
js-openShow: Go to question {n}
js-result: You got {n} of {total} right.
js-resultBelow: See the result below
js-resultStays: The result stays on this phone and is sent to nobody.
js-resultShow: To be entered in the class book, show this screen to your team.
js-resultAgain: Do the questions again
js-learnt: done
js-erase: Erase everything on this phone
js-eraseSure: Erase the steps you reached, the results of lessons, the text size and colours, and the courses kept on this phone?
js-erased: Everything on this phone is erased: steps, results, text size, colours and the courses kept.
js-eraseFailed: Some of it could not be erased. Open the settings of this browser and delete the data of this site.
js-keepBusy: Fetching the lessons. Please leave this page open.
js-keepProgress: Files fetched
js-kept: Kept. You can read it with the network off.
js-keepFailed: Not kept yet: the network is weak or off. What was fetched is not lost. Please try again.
js-keepFull: Not kept: this phone is full. Remove something you no longer need, then try again.
js-keepRemove: Remove from this phone
js-keepRemoved: Removed from this phone.
js-renewed: This course has just been renewed.
js-renewedShow: Show the new text
js-withdrawn: The course “{title}” is no longer published here, so its copy on this phone has been removed.
js-withdrawnShow: Show what is published now
js-keptNone: No course is kept on this phone yet.
js-offlineWanted: There is no network, and the page you asked for is not kept on this phone.
js-needsNetwork: (needs a network)
js-offlineAgain: Try again
js-look: Aa Larger text, colours
js-size: Text size
js-sizeNormal: Normal
js-sizeLarge: Large
js-sizeLargest: Very large
js-scheme: Colours
js-schemeAuto: As the phone
js-schemeLight: Light
js-schemeDark: Dark
js-listen: Listen
js-stop: Stop
js-foundOne: {n} result.
js-found: {n} results.
js-foundNone: Nothing found. Please try another word.
js-typeMore: Type at least two letters.

"""###,
"words.vi.txt": ###"""
# What the site says of itself. {n} and the like are filled in; lines with js- are for the script.
languageName: Tiếng Việt
locale: vi_VN
siteName: Lan tỏa
tagline: Kỹ năng số cho bà con Huế
skip: Đến thẳng nội dung
fear: Trang này không hỏi tên, số điện thoại, mật khẩu, mã OTP. Không mất tiền. Không cần đăng nhập. Đóng lúc nào cũng được.
menu: Các trang chính
languages: Ngôn ngữ
crumbs: Bà con đang ở đây
home: Trang đầu
search: Tìm
more: Xem thêm
homeQuestion: Bà con muốn làm gì?
homeCourses: Học từ đầu
homeCoursesHow: Mỗi khóa có vài bài, mỗi bài một buổi. Bà con bắt đầu từ khóa nào cũng được.
comingCourses: Đang soạn
comingLesson: đang soạn
skillS1: Làm giấy tờ, thủ tục qua mạng
skillS2: Mua sắm qua mạng
skillS3: Trả tiền không cần tiền mặt
skillS4: Tự giữ mình an toàn
skillS5: Dùng điện thoại mỗi ngày
skillLessons: Các bài giúp bà con
skillNone: Chưa có bài nào. Bà con hỏi tổ công nghệ số cộng đồng ở thôn, tổ dân phố mình nhé.
skillComing: Sắp có bài
skillSoon: sắp có
skillNow: Trong lúc chờ, bà con học được ngay
lessonOne: 1 bài
lessonCount: {n} bài
minutes: {n} phút
exercises: thêm {n} phút làm thử
before: Nên học trước
forWhom: Dành cho: {who}
courseLessons: Các bài
courseBegin: Bắt đầu: {title}
coursePrint: In cả khóa
keepTitle: Xem khi không có mạng
keepOffer: Cất {lessons} vào máy ({size} MB, khoảng {photos})
keepPhoto: 1 tấm ảnh gửi qua tin nhắn
keepPhotos: {n} tấm ảnh gửi qua tin nhắn
keepOther: Trình duyệt này không cất được cả khóa. Nếu bà con mở trang trong ứng dụng nhắn tin, hãy mở lại bằng Chrome. Hoặc lưu từng bài, mỗi bài một tệp; hoặc in cả khóa.
keptFacts: {lessons} · {size} MB
offline: Đọc khi không có mạng
offlineLead: Những gì đọc được khi tắt mạng, và cách cất thêm vào máy.
offlineKept: Đã cất trong máy này
offlineUnknown: Trình duyệt này không cho biết đã cất những gì.
offlineStill: Không có mạng, bà con vẫn làm được
offlineRead: đọc các khóa đã cất ở trên, xem hình và trả lời câu hỏi;
offlineFile: mở bài đã nhận trong một tệp: tìm trong tin nhắn hoặc mục Tải về;
offlinePaper: đọc tờ in;
offlineAsk: hỏi tổ công nghệ số, gặp tận nơi hoặc gọi điện.
offlineOnline: Khi có mạng, cất một khóa vào máy
offlineBrowser: Mở trang này bằng Chrome hay trình duyệt khác, không mở trong ứng dụng nhắn tin.
offlineKeep: Mở một khóa rồi bấm nút “Cất … bài vào máy”. Nút có ghi khóa nặng bao nhiêu.
offlineWait: Chờ đến khi trang báo “Đã cất”.
offlineMay: Khi máy gần đầy, trình duyệt có thể tự xóa những gì đã cất. Khi đó cất lại nhé.
lessonNumber: Bài {n} trong {total}
lessonShort: Bài {n}
objectives: Bà con làm được
checked: Kiểm tra lần cuối: {date}, {name}.
checkedNobody: Kiểm tra lần cuối: {date}.
unchecked: Chưa có người kiểm tra tại Huế. Nút trên máy có thể khác: hỏi tổ.
missing: Trang này chưa có bằng tiếng Việt. Dưới đây là bản gốc.
stale: Bản gốc đã sửa sau khi dịch trang này.
original: Xem bản gốc
turn: Bài trước, bài sau
previous: Bài trước
next: Bài sau
backToCourse: Về khóa học
takeAway: Mang về
handout: Tờ phát tay (in một tờ A4)
questions: Mặt sau tờ phát tay: câu hỏi
file: Bài này trong một tệp, để gửi qua tin nhắn
teach: Dành cho người hướng dẫn
teachTitle: Hướng dẫn dạy: {title}
teachNone: Bài này chưa có ghi chú cho người hướng dẫn.
teachLesson: Bài học, với ghi chú ở đúng chỗ
seeLesson: Xem trang của người học
codes: Năng lực
verify: Cách kiểm tra
verifyV0: Nội dung ít đổi.
verifyV1: Nút và màn hình hay đổi: mỗi kỳ xem lại trên máy thật.
verifyV2: Có quy định, số điện thoại theo ngày: xem lại trước mỗi buổi dạy.
handoutRemember: Nhớ một điều
handoutAsk: Hỏi tổ: hôm nay nút tên là
handoutTeam: Tổ công nghệ số
handoutPolice: Công an phường, xã
handoutBank: Ngân hàng của tôi
handoutAddress: Xem lại trên điện thoại
questionsTitle: {title}: câu hỏi
answers: Đáp án và vì sao
printHow: Trang này để in. Trên máy tính: nhấn Ctrl và P.
printTitle: {title}: cả khóa
contents: Trong khóa này
searchFor: Từ cần tìm
searchHow: Gõ có dấu hay không dấu đều được.
searchWithout: Tìm cần JavaScript, mà trình duyệt này đang tắt. Dưới đây là tất cả các bài.
searchAll: Tất cả các bài
notFound: Không có trang này
notFoundWhy: Có thể địa chỉ gõ nhầm, hoặc trang đã chuyển. Bà con về trang đầu rồi chọn lại nhé.
moved: Trang đã chuyển
movedTo: Trang mới ở đây
license: Nội dung theo giấy phép {license}.
quizNumber: Câu {n} trong {total}
quizChooseOne: Chọn một câu trả lời.
quizChooseAll: Chọn mọi câu trả lời đúng.
quizOrder: Chọn số thứ tự cho mỗi việc.
quizMatch: Chọn phần hợp với mỗi dòng.
quizYourAnswer: Câu trả lời
quizShowAnswer: Xem đáp án
quizQuestion: Câu hỏi
tableNumber: Bảng {n}
alertNote: Ghi chú
alertTip: Mẹo
alertImportant: Quan trọng
alertWarning: Cẩn thận
alertCaution: Nguy hiểm
alertActivity: Làm thử
alertSolution: Lời giải
alertHint: Gợi ý
alertDiscussion: Cùng bàn
alertChecklist: Kiểm lại
alertKeypoints: Ghi nhớ
alertExample: Ví dụ
alertInstructor: Cho người hướng dẫn
sheetTitle: Tờ kiểm tra tại chỗ: {title}
sheetHow: Cầm máy thật, làm từng bước. Còn đúng thì đánh dấu ô đầu. Đã đổi thì đánh dấu ô sau và ghi máy đang hiện chữ gì.
sheetSteps: Các bước
sheetPlaces: Cần xem riêng
sheetLinks: Mở thử
sheetRight: còn đúng
sheetChanged: đã đổi:
sheetWho: Người xem:
sheetDay: Ngày:
sheetPhone: Loại máy:
sheetNever: Chưa có ai kiểm tra tại chỗ.
sheetRecord: Xem xong thì ghi lại:
sheetYourName: họ và tên
sheetYourDay: ngày/tháng/năm
js-stepOf: Bước {n} trong {total}
js-stepDone: Làm được rồi
js-stepAsk: Chưa được: hỏi tổ
js-stepBack: Bước trước
js-stepAskText: Không sao đâu. Bà con để máy nguyên đó, đưa tổ công nghệ số xem nhé.
js-stepsOne: Xem từng bước
js-stepsAll: Xem tất cả các bước
js-stepsDone: Xong hết các bước rồi. Giỏi quá!
js-check: Trả lời
js-chooseFirst: Bà con chọn một câu trả lời trước đã nhé.
js-right: Đúng.
js-wrong: Chưa đúng.
js-tryAgain: Thử lại nhé.
js-some: Chưa đủ hoặc có câu chưa đúng. Thử lại nhé.
js-openOne: Còn câu {n} chưa trả lời.
js-open: Còn câu {n} chưa trả lời.
js-openShow: Đến câu {n}
js-result: Bà con trả lời đúng {n} trong {total} câu.
js-resultBelow: Xem kết quả ở dưới
js-resultStays: Kết quả chỉ nằm trong điện thoại này, không gửi cho ai.
js-resultShow: Muốn được ghi vào sổ lớp: đưa màn hình này cho tổ xem.
js-resultAgain: Làm lại các câu hỏi
js-learnt: đã làm
js-erase: Xóa hết trên máy này
js-eraseSure: Xóa bước đang xem, kết quả các bài, cỡ chữ, màu trang và các khóa đã cất trên máy này?
js-erased: Đã xóa hết trên máy này: bước đang xem, kết quả, cỡ chữ, màu trang và các khóa đã cất.
js-eraseFailed: Có phần chưa xóa được. Bà con mở cài đặt của trình duyệt, xóa dữ liệu của trang này.
js-keepBusy: Đang tải các bài. Bà con để trang này mở nhé.
js-keepProgress: Số tệp đã tải
js-kept: Đã cất. Tắt mạng vẫn đọc được.
js-keepFailed: Chưa cất được: mạng yếu hoặc đang tắt. Phần đã tải không mất. Thử lại nhé.
js-keepFull: Chưa cất được: máy đã đầy. Bà con xóa bớt thứ không dùng rồi thử lại nhé.
js-keepRemove: Bỏ khỏi máy này
js-keepRemoved: Đã bỏ khỏi máy này.
js-renewed: Khóa này vừa có bản mới.
js-renewedShow: Xem bản mới
js-withdrawn: Khóa “{title}” không còn đăng trên trang này nữa, nên bản cất trong máy đã được bỏ.
js-withdrawnShow: Xem trang đang có trên mạng
js-keptNone: Chưa cất khóa nào trong máy này.
js-offlineWanted: Không có mạng, và trang bà con tìm chưa cất trong máy này.
js-needsNetwork: (cần có mạng)
js-offlineAgain: Thử lại
js-look: Aa Chữ to hơn, màu
js-size: Cỡ chữ
js-sizeNormal: Vừa
js-sizeLarge: To
js-sizeLargest: Rất to
js-scheme: Màu trang
js-schemeAuto: Theo máy
js-schemeLight: Sáng
js-schemeDark: Tối
js-listen: Nghe đọc
js-stop: Dừng đọc
js-foundOne: Thấy {n} chỗ.
js-found: Thấy {n} chỗ.
js-foundNone: Không thấy chỗ nào. Thử một từ khác nhé.
js-typeMore: Gõ ít nhất hai chữ cái.

"""###,
  ]
}
