/** The load generator: so many clients, each filing one matter after another over a kept connection. A process of its own. */
import { randomUUID } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { percentile } from './installation.ts'

const url = new URL(process.env['URL'] ?? '')
type Reply = { readonly status: number; readonly text: string }

/** One kept connection that sends a request and waits for its reply: raw, so that the generator costs the machine little. */
class Wire {
  readonly #socket: Socket
  #held: Buffer = Buffer.alloc(0)
  #done: ((reply: Reply) => void) | undefined
  constructor() {
    this.#socket = connect(Number(url.port), url.hostname).setNoDelay()
    this.#socket.on('data', (piece: Buffer) => { this.#held = Buffer.concat([this.#held, piece]); this.#read() })
  }

  #read(): void {
    const end = this.#held.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = this.#held.toString('latin1', 0, end)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (this.#held.length < end + 4 + length) return
    const text = this.#held.toString('utf8', end + 4, end + 4 + length)
    this.#held = this.#held.subarray(end + 4 + length)
    this.#done?.({ status: Number(head.slice(9, 12)), text })
  }

  send(method: string, path: string, body = ''): Promise<Reply> {
    const head = [
      `${method} ${path} HTTP/1.1`, `host: ${url.host}`, 'x-linli: 1', `idempotency-key: ${randomUUID()}`,
      'content-type: application/json', `content-length: ${Buffer.byteLength(body)}`, '', '',
    ].join('\r\n')
    this.#socket.write(head + body)
    return new Promise((resolve) => { this.#done = resolve })
  }
}

const first = new Wire()
const send = (method: string, path: string): Promise<Reply> => first.send(method, path)

const tour = JSON.parse((await send('GET', '/api/v1/demo/tour')).text) as { door: string } // the server's own reply
const door = JSON.parse((await send('GET', `/api/v1/doors/${tour.door}`)).text) as { place: { id: string } }
const body = JSON.stringify({ place: door.place.id, words: '楼道灯坏了三个月，晚上不敢下楼倒垃圾。', category: 'lighting', onBoard: true, channel: 'qr' })

const wires: Wire[] = []

process.on('message', async ({ seconds, clients }: { seconds: number; clients: number }) => {
  const until = performance.now() + seconds * 1000
  const times: number[] = []
  const from = performance.now()
  while (wires.length < clients) wires.push(new Wire())
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
