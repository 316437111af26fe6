/** The field app's service worker: opens the app without a signal. It keeps the app's own files and never an answer of the interface. */
export {}

type Extendable = Event & { waitUntil: (work: Promise<unknown>) => void }
type Fetching = Extendable & { readonly request: Request; respondWith: (answer: Promise<Response>) => void }
// What a worker's global has beside a page's, as far as it is used here.
const worker = self as unknown as {
  addEventListener: (kind: string, hear: (event: never) => void) => void
  skipWaiting: () => Promise<void>; readonly clients: { claim: () => Promise<void> }
}

/** Put in by the build: the files that the app is made of, as '/assets/…', and a word that changes when one of them does. */
declare const __FILES__: readonly string[]
declare const __BUILD__: string

const SHELL = '/field'
const CACHE = `linli-field-${__BUILD__}`
const SLOW_MS = 3000

async function install(): Promise<void> {
  const cache = await caches.open(CACHE)
  await cache.addAll([SHELL, ...__FILES__].map((path) => new Request(path, { cache: 'reload' })))
  await worker.skipWaiting()
}

/** Only the build before stays, for a page that was opened with it and is still open. */
async function activate(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith('linli-field-') && name !== CACHE)
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)))
  await worker.clients.claim()
}

/** The page: from the server while it answers soon, else as it was kept. */
async function shell(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(SHELL)
  const asked = fetch(request).then(async (answer) => {
    if (answer.ok) await cache.put(SHELL, answer.clone())
    return answer.status >= 500 && kept ? kept : answer
  })
  if (!kept) return asked
  const slow = new Promise<Response>((done) => { setTimeout(() => done(kept), SLOW_MS) })
  return Promise.race([asked.catch(() => kept), slow])
}

const file = async (request: Request): Promise<Response> => (await caches.match(request, { ignoreVary: true })) ?? fetch(request)

worker.addEventListener('install', (event: Extendable) => event.waitUntil(install()))
worker.addEventListener('activate', (event: Extendable) => event.waitUntil(activate()))
worker.addEventListener('fetch', (event: Fetching) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (request.mode === 'navigate' && (url.pathname === SHELL || url.pathname.startsWith(`${SHELL}/`))) event.respondWith(shell(request))
  else if (url.pathname.startsWith('/assets/') || url.pathname.startsWith('/field-icon')) event.respondWith(file(request))
})
