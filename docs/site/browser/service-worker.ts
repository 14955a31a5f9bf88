/** What this file needs of a service worker's world; its library cannot be loaded beside that of pages. */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
const worker = globalThis as unknown as {
  readonly registration: {readonly scope: string};
  readonly clients: {claim(): Promise<void>};
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
};

/** Every file that is kept, by its address from the top of the site, with what changes when it does. Written in by the build. */
const files = JSON.parse('__FILES__') as Readonly<Record<string, string>>;
const cacheName = 'portico-docs';
const {scope} = worker.registration;

/** Under which a file of this very content is kept, so that two versions of the site can be there side by side. */
const keyOf = (path: string, hash: string) => `${scope}${path}?kept=${hash}`;

async function keep(): Promise<void> {
  const cache = await caches.open(cacheName);
  const missing: (readonly [path: string, hash: string])[] = [];
  for (const [path, hash] of Object.entries(files)) if (!(await cache.match(keyOf(path, hash)))) missing.push([path, hash]);
  // Few at a time: the reader is reading.
  const take = async (): Promise<void> => {
    for (let next = missing.pop(); next; next = missing.pop()) {
      const [path, hash] = next;
      const answer = await fetch(scope + path, {cache: 'no-cache'});
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      await cache.put(keyOf(path, hash), answer);
    }
  };
  await Promise.all([take(), take(), take(), take()]);
}

async function forgetOlder(): Promise<void> {
  const cache = await caches.open(cacheName);
  const kept = new Set(Object.entries(files).map(([path, hash]) => keyOf(path, hash)));
  for (const {url} of await cache.keys()) if (url.includes('?kept=') && !kept.has(url)) await cache.delete(url);
}

/** A page is asked for anew and comes from what was kept when nobody answers; a file is taken as it was kept. */
async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const path = request.url.slice(scope.length).replace(/[?#].*$/, '').replace(/(^|\/)index\.html$/, '$1');
  const hash = files[path];
  if (request.mode === 'navigate') {
    try {
      return await fetch(request);
    } catch (error) {
      const kept = (hash !== undefined && (await cache.match(keyOf(path, hash)))) || (await cache.match(request.url));
      if (kept) return kept;
      throw error;
    }
  }
  const kept = await cache.match(hash === undefined ? request.url : keyOf(path, hash));
  if (kept) return kept;
  const fresh = await fetch(request);
  // Languages of the widgets and the theme studio: their names change with what is in them.
  if (fresh.ok && /^(cdn\/[^/]+\/chunks|studio\/assets)\//.test(path)) await cache.put(request.url, fresh.clone());
  return fresh;
}

worker.addEventListener('install', event => event.waitUntil(keep()));
worker.addEventListener('activate', event => event.waitUntil(forgetOlder().then(() => worker.clients.claim())));
worker.addEventListener('fetch', event => {
  if (event.request.method === 'GET' && event.request.url.startsWith(scope)) event.respondWith(answer(event.request));
});
