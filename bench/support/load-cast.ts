/** Voters: so many clients, each casting the ballot of one home after another over a kept connection. A process of its own. */
import { openKeys, useKeys } from '../../src/trust/index.ts'
import { cookieOf, votersOf } from './ballots.ts'
import { percentile } from './installation.ts'
import { Wire } from './wire.ts'

const { URL: address = '', DATA_DIR = '', VOTERS = '', VOTE = '', AHEAD = '0' } = process.env
const url = new URL(address)
useKeys(openKeys(DATA_DIR))
const voters = await votersOf(VOTERS, 0)
const body = JSON.stringify({ answers: [{ n: 1, choose: ['agree'] }] })
const wires: Wire[] = []
let next = 0

process.on('message', async ({ seconds, clients, pause = 0 }: { seconds: number; clients: number; pause?: number }) => {
  const from = performance.now()
  const until = from + seconds * 1000
  const times: number[] = []
  while (wires.length < clients) wires.push(new Wire(url))
  await Promise.all(wires.slice(0, clients).map(async (wire) => {
    while (performance.now() < until) {
      const voter = voters[next++]
      if (!voter) throw new Error('everybody has voted: lay out more homes')
      const start = performance.now()
      const { status, text } = await wire.send('POST', `/api/v1/own-ballots/${VOTE}/${voter.elector}`, body, cookieOf(voter, Date.now() + Number(AHEAD)))
      if (status !== 200) throw new Error(`casting answered ${status}: ${text.slice(0, 200)}`)
      times.push(performance.now() - start)
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }))
  process.send?.({ perSecond: times.length / ((performance.now() - from) / 1000), p50: Number(percentile(times, 0.5).toFixed(2)), p99: Number(percentile(times, 0.99).toFixed(2)) })
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
