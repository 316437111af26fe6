/** The bare loop: the statements of one cast, recorded from the server itself, replayed named for one home after another. A process of its own. */
import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { setClockOffset } from '../../src/kit/clock.ts'
import { makeServer } from '../../src/app/serve/make-server.ts'
import { as, connectionOfJson } from '../../src/kit/connection.ts'
import { readSettings } from '../../src/kit/config.ts'
import { openDb } from '../../src/kit/db.ts'
import { openKeys, useKeys } from '../../src/trust/index.ts'
import { cookieOf, votersOf, type Voter } from './ballots.ts'
import { percentile } from './installation.ts'

type Sent = { readonly text: string; readonly values: readonly unknown[] }
const { LINLI_DB = '', VOTERS = '', VOTE = '', AHEAD = '0' } = process.env
const connection = connectionOfJson(LINLI_DB)
const settings = readSettings()
const keys = openKeys(settings.dataDir)
useKeys(keys)
setClockOffset(Number(AHEAD))
const voters = [...await votersOf(VOTERS, 1)]

/** What a cast sends to the database, in order: every query while one ballot goes through the whole server. */
async function recorded(voter: Voter): Promise<Sent[]> {
  const [db, auth] = [openDb(connection, 'linli_app', 1), openDb(connection, 'linli_auth', 1)]
  const installed = await db.selectFrom('district').select(['district', 'path']).executeTakeFirstOrThrow()
  const app = await makeServer({ db, auth, keys, settings, installed, logger: false })
  const original = pg.Client.prototype.query
  const send = (who: Voter) => app.inject({ method: 'POST', url: `/api/v1/own-ballots/${VOTE}/${who.elector}`, payload: { answers: [{ n: 1, choose: ['agree'] }] },
    headers: { 'x-linli': '1', 'idempotency-key': randomUUID(), cookie: cookieOf(who, Date.now() + Number(AHEAD)) } })
  const warm = voters.shift()
  if (warm) await send(warm) // the ballot paper is kept in memory from here on
  const sent: Sent[] = []
  // the recorder passes everything on unchanged, so pg's overloads hold; a query is a text with values or an object with both
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, values] = args
    const text = typeof first === 'string' ? first : (first as { text: string }).text
    const given = typeof first === 'string' ? values : (first as { values?: unknown[] }).values
    sent.push({ text, values: Array.isArray(given) ? given : [] })
    return Reflect.apply(original, this, args) as never
  } as typeof original
  const reply = await send(voter)
  pg.Client.prototype.query = original
  if (reply.statusCode !== 200) throw new Error(reply.body)
  await app.close()
  await Promise.all([db.destroy(), auth.destroy()])
  return sent
}

const [first] = voters.splice(0, 1)
if (!first) throw new Error('nobody to vote')
const one = await recorded(first)
const hash = Buffer.from(first.phoneHash.slice(2), 'hex')

/** A value as it would be for another home; what is drawn anew for each ballot is drawn anew here too. */
function valueFor(value: unknown, voter: Voter): unknown {
  if (Array.isArray(value)) return value.map((one) => valueFor(one, voter))
  if (Buffer.isBuffer(value)) return value.equals(hash) ? Buffer.from(voter.phoneHash.slice(2), 'hex') : randomBytes(value.length)
  if (value === first?.elector) return voter.elector
  if (value === first?.head) return voter.head
  if (value === first?.owner) return voter.owner
  if (typeof value !== 'string' || value === VOTE) return value
  if (/^[0-9a-f]{32}$/.test(value)) return randomBytes(16).toString('hex')
  if (/^ballot /.test(value)) return `ballot ${randomBytes(16).toString('hex')}`
  return drawn.has(value) ? randomUUID() : value
}
const inserted = (text: string): boolean => /insert into "(choice|idempotency)"/.test(text)
/** Ids that only this ballot has: that of its choice and its key. */
const drawn = new Set(one.filter(({ text }) => inserted(text)).flatMap(({ values }) => values)
  .filter((value): value is string => typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value) && value !== VOTE))

const names = new Map(one.map((sent) => sent.text).filter((text) => !/^(begin|commit|set)/i.test(text)).map((text, index) => [text, `bare_${index}`]))
const pool = new pg.Pool({ ...as('linli_app', connection), max: Number(process.env['POOL'] ?? 10) })
let next = 0

/** One replay: transactions begin on a connection of the pool and end there, as in the server. */
async function replay(): Promise<void> {
  const voter = voters[next++]
  if (!voter) throw new Error('everybody has voted: lay out more homes')
  let client: pg.PoolClient | undefined
  for (const { text, values } of one) {
    client ??= await pool.connect()
    const name = names.get(text)
    await (name ? client.query({ name, text, values: values.map((value) => valueFor(value, voter)) }) : client.query(text))
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
  process.send?.({ perSecond: times.length / ((performance.now() - from) / 1000), p50: percentile(times, 0.5), p99: percentile(times, 0.99), statements: one.length })
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
