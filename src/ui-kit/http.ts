/** Calls to /api/v1: a write carries its Idempotency-Key, a failure is always a ProblemError with a sentence to show. */
import type { Said, Source } from '../kit/pure.ts'
import { learnNow } from './now.ts'

/** A problem document (RFC 9457) as the server sends it. `status` 0: no answer came. `errors`: fields by their path. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly explain: Said
  readonly rule?: string
  readonly source?: Source
  readonly from?: string
  readonly errors?: readonly { readonly path: string; readonly explain: Said }[]
}

export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) { super(`${problem.status} ${problem.code}: ${problem.title}`); this.name = 'ProblemError'; this.problem = problem }
}

const said = (value: unknown): value is Said =>
  typeof value === 'object' && value !== null && 'zh' in value && typeof value.zh === 'string' && 'en' in value && typeof value.en === 'string'

const noAnswer: Problem = { type: 'about:blank', title: 'no answer', status: 0, code: 'no_answer',
  explain: { zh: '没有交上：现在连不上。您写的还在，等一会儿再交一次。', en: 'Not sent: no connection right now. What you wrote is kept; try again in a moment.' } }

const unreadable = (status: number): Problem => ({ type: 'about:blank', title: 'unreadable answer', status, code: 'unreadable',
  explain: { zh: '没有办成，原因已经记下。您写的还在，可以再试一次。', en: 'That did not work and has been noted. What you wrote is kept; you can try again.' } })

/** A problem from whatever an answer held; an answer that is no problem document gets a sentence of its own. */
export function readProblem(answer: unknown, status: number): Problem {
  if (typeof answer !== 'object' || answer === null || !('explain' in answer) || !said(answer.explain)) return unreadable(status)
  return { ...unreadable(status), ...answer, explain: answer.explain, status }
}

/** The problem behind anything that was thrown. */
export const problemOf = (error: unknown): Problem => error instanceof ProblemError ? error.problem : unreadable(0)

/** A new Idempotency-Key (UUIDv4). Works on plain http in a local network too, where `crypto.randomUUID` does not exist. */
export function newKey(): string {
  const b = crypto.getRandomValues(new Uint8Array(16))
  b[6] = ((b[6] ?? 0) & 0x0f) | 0x40
  b[8] = ((b[8] ?? 0) & 0x3f) | 0x80
  const hex = [...b].map((x) => x.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

let post: string | null = null

/** From now on calls act in this post of the person who is signed in (header X-Post); null: in their first. */
export function actAs(chosen: string | null): void { post = chosen }

/** The post that calls act in, null for the person's first. */
export const actingAs = (): string | null => post

/** An address that the browser itself fetches (a picture, an event stream), for the post that calls act in. */
export const inPost = (path: string): string => post === null ? path : `${path}${path.includes('?') ? '&' : '?'}post=${encodeURIComponent(post)}`

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type RequestOptions = {
  readonly body?: unknown; readonly key?: string; readonly signal?: AbortSignal
  /** The post to act in for this one call, null for the person's first; else the post chosen with `actAs`. */
  readonly inPost?: string | null
  readonly headers?: Readonly<Record<string, string>>
}

/** Stands between pages and reads: asks by `ask`, or answers from what it kept. */
export type Keeper = (path: string, ask: () => Promise<unknown>) => Promise<unknown>
let keeper: Keeper | null = null

/** From now on every read goes through `kept`: a phone answers from what it holds while there is no signal. */
export function keepAnswers(kept: Keeper): void { keeper = kept }

/**
 * One call. `path` as '/api/v1/matters'. `body` is sent as JSON, or as it is when it is FormData or a Blob. `key` is the write's
 * Idempotency-Key: pass the same one when you try the same write again (useAct does); without it each call makes a new one.
 * Throws ProblemError. A 204 answers undefined.
 */
export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const ask = () => call<T>(method, path, options)
  return (method === 'GET' && keeper !== null ? keeper(path, ask) : ask()) as Promise<T> // a keeper gives back what `ask` once gave
}

async function call<T>(method: Method, path: string, { body, key, signal, inPost: chosen = post, headers: more }: RequestOptions): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json', 'X-Linli': '1', ...more }
  if (method !== 'GET') headers['Idempotency-Key'] = key ?? newKey()
  if (chosen !== null) headers['X-Post'] = chosen
  const raw = body instanceof FormData || body instanceof Blob
  if (body !== undefined && !raw) headers['Content-Type'] = 'application/json'
  let answer: Response
  try {
    answer = await fetch(path, { method, headers, credentials: 'same-origin', ...(signal ? { signal } : {}),
      ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }) })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ProblemError(noAnswer)
  }
  learnNow(answer.headers.get('linli-now'))
  const text = await answer.text()
  const value = parse(text)
  if (!answer.ok) throw new ProblemError(readProblem(value, answer.status))
  if (text !== '' && value === undefined) throw new ProblemError(unreadable(answer.status))
  return value as T // the border: the server's response schema promises T
}

function parse(text: string): unknown {
  try { return text === '' ? undefined : JSON.parse(text) } catch { return undefined }
}

/** Sends one file by POST and tells the share sent (0 to 1) as it goes. Throws ProblemError. `fetch` can't report sending. */
export function upload<T>(path: string, file: Blob, onShare: (share: number) => void, key: string = newKey()): Promise<T> {
  return new Promise((done, fail) => {
    const call = new XMLHttpRequest()
    const form = new FormData()
    form.append('file', file)
    call.open('POST', path)
    call.setRequestHeader('X-Linli', '1')
    call.setRequestHeader('Accept', 'application/json')
    call.setRequestHeader('Idempotency-Key', key)
    if (post !== null) call.setRequestHeader('X-Post', post)
    call.upload.onprogress = (event) => { if (event.lengthComputable) onShare(event.loaded / event.total) }
    call.onerror = () => fail(new ProblemError(noAnswer))
    call.onload = () => {
      const value = parse(call.responseText)
      if (call.status >= 200 && call.status < 300) done(value as T) // the border, as in `request`
      else fail(new ProblemError(readProblem(value, call.status)))
    }
    call.send(form)
  })
}
