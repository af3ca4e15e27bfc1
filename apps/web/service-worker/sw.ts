/**
 * Keeps the hub's own code, so that it opens without a network and at once on a bad line. No answer of the hub is kept
 * here: what people wrote stays in the databases of those who are signed in, and leaves with them.
 */
declare const self: ServiceWorkerGlobalScope

const shelf = 'kolo-code'
/** Code has its hash in its name: it never changes, there is only ever more of it. */
const filesKept = 500
/** So long a page may be on its way before the one that was kept is shown instead. */
const patience = 4_000

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (pathname.startsWith('/assets/') || pathname === '/icon.svg') event.respondWith(code(request))
  else if (request.mode === 'navigate' && !/^\/(exports|files|trpc|healthz|readyz)(\/|$)/.test(pathname))
    event.respondWith(page(request, (work) => event.waitUntil(work)))
})

// What a page had fetched before this worker was there.
self.addEventListener('message', (event) => {
  const addresses: unknown = event.data
  if (!Array.isArray(addresses)) return
  const known = addresses
    .map((address) => new URL(String(address), self.location.origin))
    .filter(({ origin, pathname }) => origin === self.location.origin && pathname.startsWith('/assets/'))
    .map((address) => code(new Request(address)))
  const icon = fetch('/icon.svg').then(async (answer) => (await caches.open(shelf)).put('/icon.svg', answer))
  const front = fetchPage(new Request('/', { headers: { accept: 'text/html' } }))
  event.waitUntil(Promise.allSettled([icon, front, ...known]).then(makeRoom))
})

/** What was kept, else what the hub sends, which is kept. */
async function code(request: Request): Promise<Response> {
  const cache = await caches.open(shelf)
  const kept = await cache.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}

/** Lets go of the oldest beyond what is kept. */
async function makeRoom(): Promise<void> {
  const cache = await caches.open(shelf)
  const keys = await cache.keys()
  // The oldest come first; the page itself lies under "/" and stays.
  const over = keys.filter(({ url }) => new URL(url).pathname !== '/').slice(0, Math.max(0, keys.length - filesKept))
  await Promise.all(over.map((key) => cache.delete(key)))
}

/** Asks the hub for the page, and keeps it. */
async function fetchPage(request: Request): Promise<Response> {
  const answer = await fetch(request)
  if (answer.ok && answer.headers.get('content-type')?.startsWith('text/html'))
    await (await caches.open(shelf)).put('/', answer.clone())
  return answer
}

/** Every address inside the hub is the same page: the newest where the hub answers in time, else the one that was kept. */
async function page(request: Request, alsoWaitFor: (work: Promise<unknown>) => void): Promise<Response> {
  const cache = await caches.open(shelf)
  const fresh = fetchPage(request)
  const kept = await cache.match('/')
  if (!kept) return fresh
  alsoWaitFor(fresh.catch(() => undefined))
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), patience))
  return Promise.race([fresh.catch(() => kept), late])
}

// A module of its own, so that `self` is the worker's.
export {}
