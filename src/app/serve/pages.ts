import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { Settings } from '../../kit/config.ts'
import type { App } from '../../kit/http.ts'

const pagesDir = path.resolve(import.meta.dirname, '../../../dist')
const addresses = [
  '/', '/d/*', '/answer', '/whistle-list', '/m', '/m/*', '/board/*', '/report', '/report/*', '/privacy', '/confidential', '/mediation', '/file',
  '/vote', '/vote/*', '/projects/*', '/meetings/*', '/s/*', '/bodies/*', '/covenants/*', '/polls/*', '/threads/*', '/said',
  '/field', '/field/*', '/console', '/console/*', '/about', '/sign-in', '/sign-in/*',
]

/** What makes the field app installable, at addresses that stay: the worker's own address decides what it may serve. */
const ofFieldApp = ['field-sw.js', 'field.webmanifest', 'field-icon-192.png', 'field-icon-512.png', 'field-icon-full-512.png', 'field-icon-apple-180.png']

type Chunk = { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[] }
type Manifest = Readonly<Record<string, Chunk>>

/** Pages of residents whose code and first answer are asked for together with the page itself: on a slow line each round trip is felt. */
const residentPages: readonly { readonly at: RegExp; readonly page: string; readonly asks: (found: string) => string }[] = [
  { at: /^\/d\/([0-9A-Za-z]{8})$/, page: 'report-page.tsx', asks: (door) => `/api/v1/doors/${door}` },
  { at: /^\/board\/([0-9a-f-]{36})$/, page: 'board-page.tsx', asks: (compound) => `/api/v1/boards/${compound}` },
]

/** Which front end answers an address. */
function frontEnd(url: string): string {
  if (url === '/console' || url.startsWith('/console/')) return 'console.html'
  return url === '/field' || url.startsWith('/field/') ? 'field.html' : 'resident.html'
}

function chunksOf(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key]
  if (!chunk || seen.has(key)) return seen
  seen.add(key)
  for (const next of chunk.imports ?? []) chunksOf(manifest, next, seen)
  return seen
}

/** Link elements for a resident's page: its code, and the answer that it will ask for first. */
function hints(manifest: Manifest, url: string): string {
  for (const { at, page, asks } of residentPages) {
    const found = at.exec(url)?.[1]
    const key = Object.keys(manifest).find((name) => name.endsWith(`/${page}`))
    if (found === undefined || key === undefined) continue
    const known = chunksOf(manifest, 'resident.html')
    const code = [...chunksOf(manifest, key)].filter((name) => !known.has(name)).flatMap((name) => manifest[name]?.file ?? [])
    const modules = code.map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`)
    return [...modules, `<link rel="preload" as="fetch" crossorigin href="${asks(found)}">`].join('')
  }
  return ''
}

/** Serves the built front ends: hashed assets for a year, precompressed; HTML always asked for again. */
export async function pages(app: App, mode: Settings['mode']): Promise<void> {
  mkdirSync(pagesDir, { recursive: true }) // a checkout that has built nothing yet still serves its interface
  await app.register(fastifyStatic, { root: pagesDir, serve: false, index: false, preCompressed: true })
  app.get('/assets/*', { schema: { hide: true } }, (request, reply) =>
    reply.sendFile(new URL(request.url, 'http://x').pathname.slice(1), { maxAge: '365d', immutable: true }))
  for (const name of ofFieldApp) {
    app.get(`/${name}`, { schema: { hide: true } }, (_request, reply) => reply.header('cache-control', 'no-cache').sendFile(name, { cacheControl: false }))
  }
  const file = path.join(pagesDir, '.vite/resident.json')
  const manifest: Manifest = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Manifest : {} // written by our own build
  const html = new Map<string, string>()
  const page = (name: string): string => {
    const known = html.get(name)
      ?? readFileSync(path.join(pagesDir, name), 'utf8').replace('name="linli-mode" content=""', `name="linli-mode" content="${mode}"`)
    html.set(name, known)
    return known
  }
  for (const address of addresses) {
    app.get(address, { schema: { hide: true } }, (request, reply) => {
      const url = request.url.split('?')[0] ?? '/'
      const name = frontEnd(url)
      const body = name === 'resident.html' ? page(name).replace('</head>', `${hints(manifest, url)}</head>`) : page(name)
      return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(body)
    })
  }
}
