import type { FastifyReply } from 'fastify'
import { withScope } from '../../kit/db.ts'
import type { App } from '../../kit/http.ts'
import { sendRefusal } from '../../kit/http.ts'
import { clockActor, type Actor } from '../../trust/index.ts'
import { visibleTo } from '../rules/visibility.ts'
import type { Wiring } from './wiring.ts'

type Changed = { id: string; version: number; touched: Date; path: string; compound_path: string; parties: string[]; closed_to: string[] }
type Listener = { readonly actor: Actor; readonly reply: FastifyReply }

const EVERY_MS = 1000
/** How far back each look reaches: a slow transaction may commit with an earlier time than one already seen. */
const OVERLAP_MS = 10_000

const write = (listener: Listener, event: string, data: object): boolean =>
  listener.reply.raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)

/**
 * Live inboxes by server-sent events: 'matter' names the id of a matter that changed and that the listener may see, nothing more; the page
 * then reads it. One query a second however many listen; who may see it is decided by the same rule as the database's. [M22]
 */
export function liveRoutes(app: App, wiring: Wiring, path: string): void {
  const listeners = new Set<Listener>()
  const seen = new Map<string, number>()
  const { district, now } = wiring.trust
  let since = now().getTime()

  async function look(): Promise<void> {
    const from = new Date(since - OVERLAP_MS)
    const rows: Changed[] = await withScope(wiring.db, clockActor(district, path), (tx) => tx.selectFrom('matter')
      .select(['id', 'version', 'touched', 'path', 'compound_path', 'parties', 'closed_to'])
        .where('district', '=', district).where('touched', '>', from).orderBy('touched').limit(500).execute())
    since = Math.max(since, ...rows.map((r) => r.touched.getTime()))
    for (const row of rows) {
      if ((seen.get(row.id) ?? 0) >= row.version) continue
      seen.set(row.id, row.version)
      const legs = { path: row.path, compoundPath: row.compound_path, parties: row.parties, closedTo: row.closed_to }
      for (const listener of listeners) if (visibleTo(legs, listener.actor)) write(listener, 'matter', { id: row.id, version: row.version })
    }
    if (seen.size > 5000) seen.clear()
  }

  let timer: NodeJS.Timeout | undefined
  const turn = (): void => {
    timer = setTimeout(() => { void (listeners.size > 0 ? look() : Promise.resolve()).catch(() => {}).finally(turn) }, EVERY_MS)
  }
  turn()
  // Before the server waits for open requests: these would never end by themselves.
  app.addHook('preClose', async () => { clearTimeout(timer); for (const { reply: { raw } } of listeners) raw.end(() => raw.socket?.destroy()) })

  app.get('/api/v1/events', {
    schema: { operationId: 'listen', summary: 'Server-sent events: matters that changed', tags: ['live'] },
  }, async (request, reply) => {
    const staff = await wiring.trust.staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    if (listeners.size === 0) since = now().getTime()
    const listener = { actor: staff.value, reply }
    reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    listeners.add(listener)
    write(listener, 'hello', {})
    const beat = setInterval(() => { reply.raw.write(': \n\n') }, 20_000)
    request.raw.on('close', () => { clearInterval(beat); listeners.delete(listener) })
  })
}
