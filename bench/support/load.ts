/** The load generator: so many clients, each filing one matter after another over a kept connection. A process of its own. */
import { percentile } from './installation.ts'
import { Wire, type Reply } from './wire.ts'

const url = new URL(process.env['URL'] ?? '')

const first = new Wire(url)
const send = (method: string, path: string): Promise<Reply> => first.send(method, path)

const tour = JSON.parse((await send('GET', '/api/v1/demo/tour')).text) as { door: string } // the server's own reply
const door = JSON.parse((await send('GET', `/api/v1/doors/${tour.door}`)).text) as { place: { id: string } }
const body = JSON.stringify({ place: door.place.id, words: '楼道灯坏了三个月，晚上不敢下楼倒垃圾。', category: 'lighting', onBoard: true, channel: 'qr' })

const wires: Wire[] = []

process.on('message', async ({ seconds, clients }: { seconds: number; clients: number }) => {
  const until = performance.now() + seconds * 1000
  const times: number[] = []
  const from = performance.now()
  while (wires.length < clients) wires.push(new Wire(url))
  await Promise.all(wires.slice(0, clients).map(async (wire) => {
    while (performance.now() < until) {
      const start = performance.now()
      const { status, text } = await wire.send('POST', '/api/v1/matters', body)
      if (status !== 200) throw new Error(`filing answered ${status}: ${text.slice(0, 200)}`)
      times.push(performance.now() - start)
    }
  }))
  process.send?.({
    perSecond: times.length / ((performance.now() - from) / 1000),
    p50: Number(percentile(times, 0.5).toFixed(2)), p99: Number(percentile(times, 0.99).toFixed(2)),
  })
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
