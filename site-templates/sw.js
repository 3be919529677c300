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
