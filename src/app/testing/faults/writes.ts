/** What clients send while parts of the product die under them, and what each was told. */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'

/** One write under one key, sent until it was answered or the round was over. */
export type Write = {
  /** The move as the story names it; `filed` for a new matter. */
  readonly move: string
  /** Words that no other write says; empty where the move says none. */
  readonly words: string
  readonly photos: number
  /** Which queue it stood in and where, for writes that must keep their order. */
  readonly queue?: string
  /** The matter that the server named; undefined until it acknowledged. */
  matter: string | undefined
  acknowledged: boolean
  /** The code of a refusal that no repeat would change. */
  refused: string | undefined
  tries: number
}

export type Client = { readonly url: string; readonly over: () => boolean; readonly writes: Write[]; readonly pool: string[] }
type Body = { readonly [name: string]: unknown }
type Sender = { readonly cookie: string; readonly post: string }

const PATIENCE_MS = 8000
const words = (): string => `楼道灯不亮 ${randomUUID()}`

async function post(url: string, headers: Record<string, string>, body: string | FormData): Promise<{ status: number; json: Body }> {
  const reply = await fetch(url, { method: 'POST', headers: { 'x-linli': '1', ...headers }, body, signal: AbortSignal.timeout(PATIENCE_MS) })
  const text = await reply.text()
  return { status: reply.status, json: (text === '' ? {} : JSON.parse(text)) as Body } // every route answers an object
}

/** Sends under one key until there is an answer that a repeat would not change; like a phone's queue, it never gives up while the round lasts. */
async function sendUntilAnswered(client: Client, write: Write, path: string, body: Body, sender: Sender | undefined): Promise<Write> {
  let key = randomUUID()
  let photos = body['photos']
  client.writes.push(write)
  while (!client.over()) {
    write.tries++
    const headers = { 'content-type': 'application/json', 'idempotency-key': key, ...(sender ? { cookie: sender.cookie, 'x-post': sender.post } : {}) }
    const answer = await post(client.url + path, headers, JSON.stringify({ ...body, photos })).catch(() => undefined)
    if (answer?.status === 200) {
      const id = String(answer.json['id'])
      if (write.matter !== undefined && write.matter !== id) throw new Error('a repeat was answered with another matter')
      Object.assign(write, { matter: id, acknowledged: true })
      return write
    }
    if (answer?.json['code'] === 'photo_gone') { // it waited through two days of the demo's clock: a phone's queue sends the photo again
      const again = await photo(client)
      if (again.length > 0) { key = randomUUID(); photos = again }
      continue
    }
    if (answer && answer.status < 500) return Object.assign(write, { refused: String(answer.json['code']) })
    await wait(100)
  }
  return write
}

const fresh = (move: string, said: string, photos: number, queue?: string, matter?: string): Write =>
  ({ move, words: said, photos, matter, acknowledged: false, refused: undefined, tries: 0, ...(queue ? { queue } : {}) })

let picture: Promise<Buffer> | undefined

/** A photo that was sent; nothing when it could not be, then the words go alone. */
async function photo(client: Client): Promise<string[]> {
  picture ??= sharp({ create: { width: 320, height: 240, channels: 3, background: '#557' } }).jpeg().toBuffer()
  const form = new FormData()
  form.set('photo', new Blob([new Uint8Array(await picture)], { type: 'image/jpeg' }), 'photo.jpg')
  const sent = await post(`${client.url}/api/v1/photos`, {}, form).catch(() => undefined)
  return sent?.status === 200 ? [String(sent.json['claim'])] : []
}

async function file(client: Client, place: string, photos: readonly string[], sender?: Sender, queue?: string): Promise<Write> {
  const write = fresh('filed', words(), photos.length, queue)
  const body = { place, words: write.words, category: 'lighting', onBoard: true, channel: sender ? 'captain' : 'page', photos }
  return sendUntilAnswered(client, write, '/api/v1/matters', body, sender)
}

async function move(client: Client, sender: Sender, matter: string, name: string, body: Body, queue?: string): Promise<Write> {
  const photos = await (name === 'finish' || queue ? photo(client) : [])
  const said = 'note' in body ? words() : ''
  const write = fresh(name.replace('-', '_'), said, photos.length, queue, matter)
  return sendUntilAnswered(client, write, `/api/v1/matters/${matter}/${name}`, { ...body, ...(said ? { note: said } : {}), photos }, sender)
}

/** Residents: each files one matter after another, some with a photo. */
export async function resident(client: Client, place: string): Promise<void> {
  for (let n = 0; !client.over(); n++) {
    const write = await file(client, place, n % 4 === 0 ? await photo(client) : [])
    if (write.acknowledged && write.matter) client.pool.push(write.matter)
    await wait(60)
  }
}

/** The community's office: takes matters through their moves, each move after the one before was acknowledged. */
export async function office(client: Client, sender: Sender, finish: Body): Promise<void> {
  while (!client.over()) {
    const matter = client.pool.shift()
    if (matter === undefined) { await wait(50); continue }
    for (const [name, body] of [
      ['note', { note: '' }], ['hand-over', { to: 'community', reason: 'no_power', note: '' }], ['take', {}], ['log', { note: '' }], ['finish', finish],
    ] as const) {
      if (client.over() || !(await move(client, sender, matter, name, body)).acknowledged) break
    }
  }
}

/** A phone in the field that was offline for a while: a matter and what was noted on it stand in a queue and are sent in order, each until it is answered. */
export async function phone(client: Client, sender: Sender, place: string): Promise<void> {
  while (!client.over()) {
    const queue = randomUUID()
    const filed = await file(client, place, await photo(client), sender, queue)
    for (let n = 0; n < 4 && filed.matter !== undefined; n++) {
      if (client.over() || !(await move(client, sender, filed.matter, 'note', { note: '' }, queue)).acknowledged) break
    }
  }
}

/** Signs in as one of the made-up people. */
export async function signIn(url: string, person: string, post: string): Promise<Sender> {
  const reply = await fetch(`${url}/api/v1/demo/session`, {
    method: 'POST', headers: { 'x-linli': '1', 'content-type': 'application/json' }, body: JSON.stringify({ person }),
  })
  const cookie = reply.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error(`signing in was answered ${reply.status}`)
  return { cookie, post }
}
