/** What the bare loops share: recording what one request sends to the database, and replaying it for some seconds when the benchmark says so. */
import type { LightMyRequestResponse } from 'fastify'
import pg from 'pg'
import { makeServer } from '../../src/app/serve/make-server.ts'
import type { App } from '../../src/kit/http.ts'
import { as, type Connection } from '../../src/kit/connection.ts'
import type { Settings } from '../../src/kit/config.ts'
import { openDb } from '../../src/kit/db.ts'
import type { Keys } from '../../src/trust/index.ts'
import { percentile } from './installation.ts'

export type Sent = { readonly text: string; readonly values: readonly unknown[] }

/** The server with one connection, for `work`; ended afterwards. */
export async function withServer<T>(connection: Connection, keys: Keys, settings: Settings, work: (app: App) => Promise<T>): Promise<T> {
  const [db, auth] = [openDb(connection, 'linli_app', 1), openDb(connection, 'linli_auth', 1)]
  const installed = await db.selectFrom('district').select(['district', 'path']).executeTakeFirstOrThrow()
  const app = await makeServer({ db, auth, keys, settings, installed, logger: false })
  const done = await work(app)
  await app.close()
  await Promise.all([db.destroy(), auth.destroy()])
  return done
}

/** Every query of every connection while `ask` goes through the whole server, in order. Throws when the answer is not 200. */
export async function recorded(ask: () => Promise<LightMyRequestResponse>): Promise<Sent[]> {
  const original = pg.Client.prototype.query
  const sent: Sent[] = []
  // the recorder passes everything on unchanged, so pg's overloads hold; a query is a text with values or an object with both
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, values] = args
    const text = typeof first === 'string' ? first : (first as { text: string }).text
    const given = typeof first === 'string' ? values : (first as { values?: unknown[] }).values
    sent.push({ text, values: Array.isArray(given) ? given : [] })
    return Reflect.apply(original, this, args) as never
  } as typeof original
  const reply = await ask()
  pg.Client.prototype.query = original
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return sent
}

/**
 * A loop over the same statements, named, by as many connections as POOL says: a transaction begins on a connection and ends there, as in the server.
 * `next` gives the values of one round, statement by statement.
 */
export function replayer(connection: Connection, one: readonly Sent[], next: () => (step: number) => unknown[]): () => Promise<void> {
  const names = new Map(one.map(({ text }) => text).filter((text) => !/^(begin|commit|set)/i.test(text)).map((text, index) => [text, `bare_${index}`]))
  const pool = new pg.Pool({ ...as('linli_app', connection), max: Number(process.env['POOL'] ?? 10) })
  return async () => {
    const valuesOf = next()
    let client: pg.PoolClient | undefined
    for (const [step, { text }] of one.entries()) {
      client ??= await pool.connect()
      const name = names.get(text)
      await (name ? client.query({ name, text, values: valuesOf(step) }) : client.query(text))
      if (/^commit/i.test(text)) { client.release(); client = undefined }
    }
    client?.release()
  }
}

/** Answers each message with what came of so many seconds by so many clients; ends with the benchmark. */
export function loopWhenAsked(replay: () => Promise<void>, statements: number): void {
  process.on('message', async ({ seconds, clients }: { seconds: number; clients: number }) => {
    const from = performance.now()
    const until = from + seconds * 1000
    const times: number[] = []
    await Promise.all(Array.from({ length: clients }, async () => {
      while (performance.now() < until) {
        const start = performance.now()
        await replay()
        times.push(performance.now() - start)
      }
    }))
    const of = (share: number): number => Number(percentile(times, share).toFixed(2))
    process.send?.({ perSecond: times.length / ((performance.now() - from) / 1000), p50: of(0.5), p99: of(0.99), statements })
  })
  process.on('disconnect', () => process.exit(0))
  process.send?.({ ready: true })
}
