/**
 * Five hundred open inboxes, of every post that the demo has, told of matters while these are filed and moved. Latency is from the moment a move was
 * acknowledged to whoever made it until another's inbox has been told. Memory is what the server's process grew by while the inboxes were opened.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { demoGround } from '../demo/index.ts'
import { installation, percentile } from './support/installation.ts'
import { signIn, startServer, type Server, type Visitor } from './support/visitor.ts'

const LISTENERS = Number(process.env['LISTENERS'] ?? 500)
const SECONDS = Number(process.env['SECONDS'] ?? 30)
/** Moves a second, half of them new matters: a district of a million people does not have as many. */
const PER_SECOND = 20
/** Whose secretary the benchmark signs in. */
const COMMUNITY = '990106003001'
type Told = (id: string, version: number) => void
type People = { readonly people: readonly { readonly person: string; readonly posts: readonly { readonly post: string; readonly kind: string }[] }[] }

/** Resident memory of a process in kB. */
const rss = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)

/** One open inbox on a bare socket, so that the benchmark itself costs little. Resolves when the server has greeted it. */
async function listen(url: URL, visitor: Visitor, told: Told): Promise<Socket> {
  const socket = connect(Number(url.port), url.hostname)
  const headers = Object.entries(visitor.headers).map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.write(`GET /api/v1/events HTTP/1.1\r\nhost: ${url.host}\r\n${headers}\r\n`)
  let held = ''
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('data', (piece: Buffer) => {
      held += piece.toString('latin1')
      if (held.includes('event: hello')) resolve()
      for (const [, id = '', version] of held.matchAll(/event: matter\r?\ndata: \{"id":"([^"]+)","version":(\d+)\}/g)) told(id, Number(version))
      held = held.slice(held.lastIndexOf('\n\n') + 1)
    })
  })
  return socket
}

type Move = { readonly id: string; readonly version: number; readonly at: number }

async function write<T>(server: Server, visitor: Visitor | undefined, address: string, body: object): Promise<T> {
  const reply = await fetch(server.url + address, {
    method: 'POST', body: JSON.stringify(body),
    headers: { ...visitor?.headers, 'x-linli': '1', 'content-type': 'application/json', 'idempotency-key': randomUUID() },
  })
  const text = await reply.text()
  if (!reply.ok) throw new Error(`${address} answered ${reply.status}: ${text.slice(0, 200)}`)
  return JSON.parse(text) as T // the caller names the shape of the route it asks
}

/** Matters are filed at every building of the street, and noted on by the secretary where they are hers. */
const buildings = demoGround().places.filter((one) => one.kind === 'building')

/** Files and notes for so many seconds, evenly; `moved` is told what was acknowledged and when. */
async function keepMoving(server: Server, secretary: Visitor, moved: (move: Move) => void): Promise<void> {
  const filed: string[] = []
  const under: Promise<void>[] = []
  const from = performance.now()
  for (let n = 0; n < SECONDS * PER_SECOND; n++) {
    await wait(Math.max(0, from + n * 1000 / PER_SECOND - performance.now()))
    const old = n % 2 === 1 ? filed[Math.floor(Math.random() * filed.length)] : undefined
    const [place, words] = [buildings[Math.floor(n / 2) % buildings.length], '楼道灯坏了三个月，晚上不敢下楼倒垃圾。']
    under.push((async () => {
      const done = old === undefined
        ? { version: 1, ...await write<{ id: string }>(server, undefined, '/api/v1/matters', { place: place?.id, words, category: 'lighting', onBoard: true, channel: 'page' }) }
        : await write<{ id: string; version: number }>(server, secretary, `/api/v1/matters/${old}/note`, { note: '已经约好时间。' })
      moved({ id: done.id, version: done.version, at: performance.now() })
      if (place?.code.startsWith(COMMUNITY)) filed.push(done.id)
    })())
  }
  await Promise.all(under)
}

type Person = { readonly visitor: Visitor; readonly kind: string }

/** As many sessions as there are inboxes, one post after another. */
async function signInAll(server: Server): Promise<Person[]> {
  const { people } = await (await fetch(`${server.url}/api/v1/demo/people`)).json() as People // the route's reply
  const posts = people.flatMap(({ person, posts: held }) => held.map(({ post, kind }) => ({ person, post, kind })))
  const all: Person[] = []
  for (let n = 0; n < LISTENERS; n++) {
    const who = posts[n % posts.length]
    if (!who) throw new Error('the demo has nobody')
    all.push({ visitor: await signIn(server.url, who), kind: who.kind })
  }
  return all
}

async function measure(server: Server): Promise<object> {
  const [moves, arrived]: [Move[], { listener: number; id: string; version: number; at: number }[]] = [[], []]
  const secretary = await signIn(server.url, 'secretary')
  await keepMoving(server, secretary, () => undefined) // warms up, before memory is looked at
  const people = await signInAll(server)
  // sees everything in the street
  const watching = people.flatMap(({ kind }, listener) => (kind === 'street_director' ? [listener] : []))
  const before = rss(server.process.pid ?? 0)
  const sockets: Socket[] = []
  for (const [listener, { visitor }] of people.entries()) {
    sockets.push(await listen(new URL(server.url), visitor, (id, version) => { arrived.push({ listener, id, version, at: performance.now() }) }))
  }
  await wait(3000)
  const opened = rss(server.process.pid ?? 0)
  await keepMoving(server, secretary, (move) => { moves.push(move) })
  await wait(3000)
  const after = rss(server.process.pid ?? 0)
  for (const socket of sockets) socket.destroy()
  return { ...summary(moves, arrived, watching), listeners: LISTENERS, memory_kb_each: Math.round((opened - before) / LISTENERS), rss_mb: [before, opened, after].map((kb) => Math.round(kb / 1000)) }
}

/** Runs the benchmark: `ours` is the 95th percentile of the latency over all inboxes that were told, in milliseconds. */
export async function run(): Promise<object> {
  const here = await installation()
  try {
    const server = await startServer(here)
    return await measure(server).finally(() => server.process.kill())
  } finally {
    await here.end()
  }
}

function summary(moves: readonly Move[], arrived: readonly { listener: number; id: string; version: number; at: number }[], watching: readonly number[]) {
  const first = new Map<string, { version: number; at: number }[]>()
  for (const one of arrived) {
    const key = `${one.listener} ${one.id}`
    first.set(key, [...first.get(key) ?? [], one])
  }
  const listeners = [...new Set(arrived.map((one) => one.listener))]
  // told of this version or of a later one: what matters is that the page knows it is old
  const lags = moves.flatMap((move) => listeners.flatMap((listener) => {
    const told = first.get(`${listener} ${move.id}`)?.find((one) => one.version >= move.version)
    return told ? [Math.max(0, told.at - move.at)] : []
  }))
  const missed = moves.flatMap((move) => watching.filter((listener) => !first.get(`${listener} ${move.id}`)?.some((one) => one.version >= move.version))).length
  const p = (share: number): number => Math.round(percentile(lags, share))
  return {
    ours: p(0.95), reference: 1000, ratio: Number((p(0.95) / 1000).toFixed(3)), unit: 'ms', goal: 1000, p50_ms: p(0.5), p99_ms: p(0.99),
    moves: moves.length, updates: arrived.length, told: listeners.length, missed,
  }
}
