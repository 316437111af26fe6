/** The bare loop: the statements of one filing, recorded from the server itself, replayed named and with fresh ids. A process of its own. */
import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { makeServer } from '../../src/app/serve/make-server.ts'
import { as, connectionOfJson } from '../../src/kit/connection.ts'
import { readSettings } from '../../src/kit/config.ts'
import { openDb } from '../../src/kit/db.ts'
import { openKeys, useKeys } from '../../src/trust/index.ts'
import { percentile } from './installation.ts'

type Sent = { readonly text: string; readonly values: readonly unknown[] }
const connection = connectionOfJson(process.env['LINLI_DB'] ?? '')
const settings = readSettings()
const keys = openKeys(settings.dataDir)
useKeys(keys)

/** What filing sends to the database, in order: every query of every connection while one matter is filed through the whole server. */
async function recorded(): Promise<[Sent[], Sent[]]> {
  const [db, auth] = [openDb(connection, 'linli_app', 1), openDb(connection, 'linli_auth', 1)]
  const installed = await db.selectFrom('district').select(['district', 'path']).executeTakeFirstOrThrow()
  const app = await makeServer({ db, auth, keys, settings, installed })
  const tour = (await app.inject('/api/v1/demo/tour')).json<{ door: string }>()
  const door = (await app.inject(`/api/v1/doors/${tour.door}`)).json<{ place: { id: string } }>()
  const payload = { place: door.place.id, words: '楼道灯坏了三个月，晚上不敢下楼倒垃圾。', category: 'lighting', onBoard: true, channel: 'qr' }
  const original = pg.Client.prototype.query
  const file = async (): Promise<Sent[]> => {
    const sent: Sent[] = []
    // the recorder passes everything on unchanged, so pg's overloads hold; a query is a text with values or an object with both
    pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
      const [first, values] = args
      const text = typeof first === 'string' ? first : (first as { text: string }).text
      const given = typeof first === 'string' ? values : (first as { values?: unknown[] }).values
      sent.push({ text, values: Array.isArray(given) ? given : [] })
      return Reflect.apply(original, this, args) as never
    } as typeof original
    const reply = await app.inject({ method: 'POST', url: '/api/v1/matters', payload, headers: { 'x-linli': '1', 'idempotency-key': randomUUID() } })
    pg.Client.prototype.query = original
    if (reply.statusCode !== 200) throw new Error(reply.body)
    return sent
  }
  await file()
  const both: [Sent[], Sent[]] = [await file(), await file()]
  await app.close()
  await Promise.all([db.destroy(), auth.destroy()])
  return both
}

const isId = (value: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Values that differ between two filings are made anew for each replay, the same one wherever it stood; all others stay. */
function freshener(one: readonly Sent[], two: readonly Sent[]): (fresh: Map<unknown, unknown>, step: number) => unknown[] {
  return (fresh, step) => (one[step]?.values ?? []).map((value, at) => {
    const other = two[step]?.values[at]
    if (value instanceof Date || value === other) return value
    // two filings send the same statements, so a buffer stands where a buffer stood
    if (Buffer.isBuffer(value)) return value.equals(other as Buffer) ? value : randomBytes(value.length)
    if (typeof value !== 'string') return value
    const made = /^\d{4}-[0-9A-Z]{4}$/.test(value) ? `${value.slice(0, 5)}${[...randomBytes(6)].map((b) => crockford[b & 31]).join('')}`
      : isId(value) ? randomUUID() : freshText(value, fresh)
    const known = fresh.get(value) ?? made
    fresh.set(value, known)
    return known
  })
}
const freshText = (text: string, fresh: ReadonlyMap<unknown, unknown>): string =>
  text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => String(fresh.get(id) ?? id))

const [one, two] = await recorded()
const freshOf = freshener(one, two)
const names = new Map(one.map((sent) => sent.text).filter((text) => !/^(begin|commit|set)/i.test(text)).map((text, index) => [text, `bare_${index}`]))
const pool = new pg.Pool({ ...as('linli_app', connection), max: Number(process.env['POOL'] ?? 10) })

/** One replay: transactions begin on a connection of the pool and end there, as in the server. */
async function replay(): Promise<void> {
  const fresh = new Map<unknown, unknown>()
  let client: pg.PoolClient | undefined
  for (const [step, { text }] of one.entries()) {
    client ??= await pool.connect()
    const name = names.get(text)
    await (name ? client.query({ name, text, values: freshOf(fresh, step) }) : client.query(text))
    if (/^commit/i.test(text)) { client.release(); client = undefined }
  }
  client?.release()
}

process.on('message', async ({ seconds, clients }: { seconds: number; clients: number }) => {
  const until = performance.now() + seconds * 1000
  const from = performance.now()
  const times: number[] = []
  await Promise.all(Array.from({ length: clients }, async () => {
    while (performance.now() < until) {
      const start = performance.now()
      await replay()
      times.push(performance.now() - start)
    }
  }))
  process.send?.({
    perSecond: times.length / ((performance.now() - from) / 1000),
    p50: percentile(times, 0.5), p99: percentile(times, 0.99), statements: one.length,
  })
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
