/** The bare loop: the statements of one answer, recorded from the server itself, replayed named for one neighbour after another. A process of its own. */
import pg from 'pg'
import { makeServer } from '../../src/app/serve/make-server.ts'
import { setClockOffset } from '../../src/kit/clock.ts'
import { as, connectionOfJson } from '../../src/kit/connection.ts'
import { readSettings } from '../../src/kit/config.ts'
import { openDb } from '../../src/kit/db.ts'
import { openKeys, useKeys } from '../../src/trust/index.ts'
import { percentile } from './installation.ts'
import { speakerCookieOf, speakersOf, STATEMENTS } from './polls.ts'

type Sent = { readonly text: string; readonly values: readonly unknown[] }
const { LINLI_DB = '', SPEAKERS = '', POLL = '', AHEAD = '0' } = process.env
const connection = connectionOfJson(LINLI_DB)
const settings = readSettings()
const keys = openKeys(settings.dataDir)
useKeys(keys)
setClockOffset(Number(AHEAD))
const speakers = await speakersOf(SPEAKERS, 1)

/** What an answer sends to the database, in order: every query while one goes through the whole server. */
async function recorded(speaker: string): Promise<Sent[]> {
  const [db, auth] = [openDb(connection, 'linli_app', 1), openDb(connection, 'linli_auth', 1)]
  const installed = await db.selectFrom('district').select(['district', 'path']).executeTakeFirstOrThrow()
  const app = await makeServer({ db, auth, keys, settings, installed, logger: false })
  const original = pg.Client.prototype.query
  const send = (statement: number) => app.inject({ method: 'POST', url: `/api/v1/public/polls/${POLL}/answers`, payload: { statement, sign: 1 },
    headers: { 'x-linli': '1', cookie: speakerCookieOf(speaker, Date.now() + Number(AHEAD)) } })
  await send(1) // what is asked is kept in memory from here on
  const sent: Sent[] = []
  // the recorder passes everything on unchanged, so pg's overloads hold; a query is a text with values or an object with both
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, values] = args
    const text = typeof first === 'string' ? first : (first as { text: string }).text
    const given = typeof first === 'string' ? values : (first as { values?: unknown[] }).values
    sent.push({ text, values: Array.isArray(given) ? given : [] })
    return Reflect.apply(original, this, args) as never
  } as typeof original
  const reply = await send(2)
  pg.Client.prototype.query = original
  if (reply.statusCode !== 200) throw new Error(reply.body)
  await app.close()
  await Promise.all([db.destroy(), auth.destroy()])
  return sent
}

const [first = ''] = speakers
const one = await recorded(first)
const voter = one.flatMap(({ values }) => values).find((value) => typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-8/.test(value))
let answers = STATEMENTS
/** The next answer: a neighbour's, to one statement after another, then the next neighbour's. */
function following(): { readonly speaker: string; readonly statement: number } {
  const at = answers++
  const speaker = speakers[Math.floor(at / STATEMENTS)]
  if (!speaker) throw new Error('everybody has answered: lay out more speakers')
  return { speaker, statement: at % STATEMENTS + 1 }
}
const valueFor = (value: unknown, { speaker, statement }: ReturnType<typeof following>): unknown =>
  (value === first ? speaker : value === voter ? speaker.replace(/^(.{14})./, '$18') : value === 2 ? statement : value)
const names = new Map(one.map(({ text }) => text).filter((text) => !/^(begin|commit|set)/i.test(text)).map((text, index) => [text, `bare_${index}`]))
const pool = new pg.Pool({ ...as('linli_app', connection), max: Number(process.env['POOL'] ?? 10) })

/** One replay: the transaction begins on a connection of the pool and ends there, as in the server. */
async function replay(): Promise<void> {
  const answer = following()
  const client = await pool.connect()
  for (const { text, values } of one) {
    const name = names.get(text)
    await (name ? client.query({ name, text, values: values.map((value) => valueFor(value, answer)) }) : client.query(text))
  }
  client.release()
}

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
  process.send?.({ perSecond: times.length / ((performance.now() - from) / 1000), p50: Number(percentile(times, 0.5).toFixed(2)), p99: Number(percentile(times, 0.99).toFixed(2)), statements: one.length })
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
