/** Neighbours who answer: so many clients, each answering what it was asked, one neighbour after another, over a kept connection. A process of its own. */
import { openKeys, useKeys } from '../../src/trust/index.ts'
import { percentile } from './installation.ts'
import { speakerCookieOf, speakersOf } from './polls.ts'
import { Wire } from './wire.ts'

const { URL: address = '', DATA_DIR = '', SPEAKERS = '', POLL = '', AHEAD = '0' } = process.env
const url = new URL(address)
useKeys(openKeys(DATA_DIR))
const speakers = await speakersOf(SPEAKERS, 0)
let next = 0

type Client = { readonly wire: Wire; cookie: string; statement: number | undefined; answered: number }
const clients: Client[] = []

/** Goes on as another neighbour once everything is answered. */
async function another(client: Client): Promise<void> {
  const id = speakers[next++]
  if (!id) throw new Error('everybody has answered: lay out more speakers')
  client.cookie = speakerCookieOf(id, Date.now() + Number(AHEAD))
  const { text } = await client.wire.send('GET', `/api/v1/public/polls/${POLL}/next`, '', client.cookie)
  client.statement = (JSON.parse(text) as { next: { n: number } | null }).next?.n // the route's reply
}

async function once(client: Client): Promise<number> {
  if (client.statement === undefined) await another(client)
  const sign = [1, 1, -1, 0][client.answered++ % 4]
  const start = performance.now()
  const { status, text } = await client.wire.send('POST', `/api/v1/public/polls/${POLL}/answers`, JSON.stringify({ statement: client.statement, sign }), client.cookie)
  const took = performance.now() - start
  if (status !== 200) throw new Error(`answering was answered ${status}: ${text.slice(0, 200)}`)
  client.statement = (JSON.parse(text) as { next: { n: number } | null }).next?.n // as above
  return took
}

process.on('message', async ({ seconds, clients: many }: { seconds: number; clients: number }) => {
  const from = performance.now()
  const until = from + seconds * 1000
  const times: number[] = []
  while (clients.length < many) clients.push({ wire: new Wire(url), cookie: '', statement: undefined, answered: clients.length })
  await Promise.all(clients.slice(0, many).map(async (client) => { while (performance.now() < until) times.push(await once(client)) }))
  process.send?.({ perSecond: times.length / ((performance.now() - from) / 1000), p50: Number(percentile(times, 0.5).toFixed(2)), p99: Number(percentile(times, 0.99).toFixed(2)) })
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
