/** One kept connection that sends a request and waits for its reply: raw, so that the generator costs the machine little. */
import { randomUUID } from 'node:crypto'
import { connect, type Socket } from 'node:net'

export type Reply = { readonly status: number; readonly text: string }

/** A connection to a server's address; one request at a time. */
export class Wire {
  readonly #socket: Socket
  readonly #host: string
  #held: Buffer = Buffer.alloc(0)
  #done: ((reply: Reply) => void) | undefined
  constructor(url: URL) {
    this.#host = url.host
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

  /** Sends one request with a key of its own and waits for the reply. */
  send(method: string, path: string, body = '', cookie = ''): Promise<Reply> {
    const head = [
      `${method} ${path} HTTP/1.1`, `host: ${this.#host}`, 'x-linli: 1', `idempotency-key: ${randomUUID()}`, ...(cookie ? [`cookie: ${cookie}`] : []),
      'content-type: application/json', `content-length: ${Buffer.byteLength(body)}`, '', '',
    ].join('\r\n')
    this.#socket.write(head + body)
    return new Promise((resolve) => { this.#done = resolve })
  }
}
