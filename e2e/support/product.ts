/** The whole product for journeys: its address, its demo's people, and what a journey may ask of it beside pages. */
import { createConnection } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import type { APIRequestContext } from 'playwright-core'
import { runningInstance } from '../../src/app/cli/instance.ts'
import { poolAs } from '../../src/kit/connection.ts'

type Said = { readonly zh: string; readonly en: string }
/** Somebody of the demo's first page. */
export type Entry = {
  readonly key: string; readonly person: string | null; readonly post: string | null; readonly door: string | null; readonly board: string | null
  readonly name: string; readonly role: Said; readonly device: string
}
export type Tour = {
  readonly entries: readonly Entry[]; readonly door: string; readonly doorLabel: string; readonly compound: string; readonly compoundName: string
}

type Running = { readonly url: string; readonly data: string }
let known: Promise<Running> | undefined

/** The product that this run shares, started at the first asking. */
function running(): Promise<Running> {
  known ??= (async () => {
    // one that runs already, for writing journeys
    if (process.env['LINLI_URL']) return { url: process.env['LINLI_URL'], data: process.env['DATA_DIR'] ?? '' }
    const door = process.env['LINLI_PRODUCT_DOOR']
    if (!door) throw new Error('the product exists only under vitest with its global setup')
    // the answer is what product.setup.ts wrote
    const answer = JSON.parse(await text(createConnection(door))) as { url?: string; data?: string; error?: string }
    if (!answer.url) throw new Error(answer.error ?? 'the product did not start')
    return { url: answer.url, data: answer.data ?? '' }
  })()
  return known
}

/** The address of the product that this run shares: 'http://127.0.0.1:4567'. */
export const productUrl = async (): Promise<string> => (await running()).url

/** Changes the product's database as its owner, past its rules: for days that a journey can't wait for, and what was before it. */
export async function behind(statement: string, values: readonly unknown[] = []): Promise<void> {
  const instance = runningInstance((await running()).data)
  if (!instance) throw new Error('the product does not run here')
  const pool = poolAs('linli_owner', instance.connection, 1)
  try { await pool.query(statement, [...values]) } finally { await pool.end() }
}

/** Reads an address of the interface without signing in. T: what openapi.json says of it. */
export async function read<T>(path: string): Promise<T> {
  const answer = await fetch(await productUrl() + path)
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  // the caller names the type of the reply
  return await answer.json() as T
}

const ours = { 'x-linli': '1' }

/** A write of the interface with the cookies of a browser context, for what a journey needs but is not about. Throws what the refusal says. */
export async function write<T>(request: APIRequestContext, path: string, data: object): Promise<T> {
  const answer = await request.post(await productUrl() + path, { data, headers: ours })
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  // the caller names the type of the reply
  return (answer.status() === 204 ? null : await answer.json()) as T
}

/** The people and addresses of the first page. */
export const tour = (): Promise<Tour> => read<Tour>('/api/v1/demo/tour')

/** Waits until the demo's history is there: all of it, or as many of its matters as `enough`. Open matters and the newest come first. */
export async function history(enough?: number): Promise<void> {
  for (;;) {
    const { done, total } = await read<{ done: number; total: number }>('/api/v1/demo/progress')
    if (total > 0 && done >= Math.min(total, enough ?? total)) return
    await wait(300)
  }
}

/** Moves the demo's clock on, as its page does. */
export const moveClock = async (minutes: number): Promise<void> => {
  const answer = await fetch(`${await productUrl()}/api/v1/demo/clock`, {
    method: 'POST', headers: { ...ours, 'content-type': 'application/json' }, body: JSON.stringify({ minutes }),
  })
  if (!answer.ok) throw new Error(`the clock was not moved: ${answer.status}`)
}
