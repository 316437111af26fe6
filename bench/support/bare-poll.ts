/** The bare loop: the statements of one answer, recorded from the server itself, replayed named for one neighbour after another. A process of its own. */
import { setClockOffset } from '../../src/kit/clock.ts'
import { connectionOfJson } from '../../src/kit/connection.ts'
import { readSettings } from '../../src/kit/config.ts'
import { openKeys, useKeys } from '../../src/trust/index.ts'
import { loopWhenAsked, recorded, replayer, withServer, type Sent } from './bare.ts'
import { speakerCookieOf, speakersOf, STATEMENTS } from './polls.ts'

const { LINLI_DB = '', SPEAKERS = '', POLL = '', AHEAD = '0' } = process.env
const connection = connectionOfJson(LINLI_DB)
const settings = readSettings()
const keys = openKeys(settings.dataDir)
useKeys(keys)
setClockOffset(Number(AHEAD))
const speakers = await speakersOf(SPEAKERS, 1)

/** What an answer sends to the database, in order. */
const answered = (speaker: string): Promise<Sent[]> => withServer(connection, keys, settings, async (app) => {
  const send = (statement: number) => app.inject({ method: 'POST', url: `/api/v1/public/polls/${POLL}/answers`, payload: { statement, sign: 1 },
    headers: { 'x-linli': '1', cookie: speakerCookieOf(speaker, Date.now() + Number(AHEAD)) } })
  await send(1) // what is asked is kept in memory from here on
  return recorded(() => send(2))
})

const [first = ''] = speakers
const one = await answered(first)
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
const replay = replayer(connection, one, () => {
  const answer = following()
  return (step) => (one[step]?.values ?? []).map((value) => valueFor(value, answer))
})
loopWhenAsked(replay, one.length)
