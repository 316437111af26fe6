/** The bare loop: the statements of one cast, recorded from the server itself, replayed named for one home after another. A process of its own. */
import { randomBytes, randomUUID } from 'node:crypto'
import { setClockOffset } from '../../src/kit/clock.ts'
import { connectionOfJson } from '../../src/kit/connection.ts'
import { readSettings } from '../../src/kit/config.ts'
import { openKeys, useKeys } from '../../src/trust/index.ts'
import { cookieOf, votersOf, type Voter } from './ballots.ts'
import { loopWhenAsked, recorded, replayer, withServer, type Sent } from './bare.ts'

const { LINLI_DB = '', VOTERS = '', VOTE = '', AHEAD = '0' } = process.env
const connection = connectionOfJson(LINLI_DB)
const settings = readSettings()
const keys = openKeys(settings.dataDir)
useKeys(keys)
setClockOffset(Number(AHEAD))
const voters = [...await votersOf(VOTERS, 1)]

/** What a cast sends to the database, in order. */
const castBy = (voter: Voter): Promise<Sent[]> => withServer(connection, keys, settings, async (app) => {
  const send = (who: Voter) => app.inject({ method: 'POST', url: `/api/v1/own-ballots/${VOTE}/${who.elector}`, payload: { answers: [{ n: 1, choose: ['agree'] }] },
    headers: { 'x-linli': '1', 'idempotency-key': randomUUID(), cookie: cookieOf(who, Date.now() + Number(AHEAD)) } })
  const warm = voters.shift()
  if (warm) await send(warm) // the ballot paper is kept in memory from here on
  return recorded(() => send(voter))
})

const [first] = voters.splice(0, 1)
if (!first) throw new Error('nobody to vote')
const one = await castBy(first)
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

let next = 0
const replay = replayer(connection, one, () => {
  const voter = voters[next++]
  if (!voter) throw new Error('everybody has voted: lay out more homes')
  return (step) => (one[step]?.values ?? []).map((value) => valueFor(value, voter))
})
loopWhenAsked(replay, one.length)
