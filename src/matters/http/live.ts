import type { FastifyReply } from 'fastify'
import { statement, withScope } from '../../kit/db.ts'
import type { App } from '../../kit/http.ts'
import { sendRefusal } from '../../kit/http.ts'
import { clockActor, type Actor } from '../../trust/index.ts'
import { visibleTo } from '../rules/visibility.ts'
import type { Wiring } from './wiring.ts'

type Changed = { id: string; version: number; touched: Date; path: string; compound_path: string; parties: string[]; closed_to: string[] }
type Listener = { readonly actor: Actor; readonly reply: FastifyReply }

const EVERY_MS = 300
/** How far back each look reaches: a slow transaction may commit with an earlier time than one already seen. */
const OVERLAP_MS = 10_000
const PAGE = 1000

type After = { district: string; touched: Date; id: string; take: number }
const changedAfter = statement<After, Changed>('matter.changed', (db, p) => db.selectFrom('matter')
  .select(['id', 'version', 'touched', 'path', 'compound_path', 'parties', 'closed_to']).where('district', '=', p('district'))
  .where((e) => e.or([e('touched', '>', p('touched')), e.and([e('touched', '=', p('touched')), e('id', '>', p('id'))])])).where('touched', '>=', p('touched'))
  .orderBy('touched').orderBy('id').limit(p('take')))

const event = (name: string, data: object): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`

/** Which versions were told already; what lies behind every look that may still come is forgotten. */
class Told {
  readonly #versions = new Map<string, { readonly version: number; readonly touched: number }>()
  /** Whether this is news. */
  note({ id, version, touched }: Changed): boolean {
    if ((this.#versions.get(id)?.version ?? 0) >= version) return false
    this.#versions.set(id, { version, touched: touched.getTime() })
    return true
  }

  forgetBefore(touched: number): void {
    if (this.#versions.size < PAGE) return
    for (const [id, one] of this.#versions) if (one.touched < touched) this.#versions.delete(id)
  }
}

/** Tells each listener what it may see of these, in one write each. [M1] */
function tell(listeners: ReadonlySet<Listener>, news: readonly Changed[]): void {
  const events = news.map(({ id, version, path, compound_path: compoundPath, parties, closed_to: closedTo }) =>
    ({ legs: { path, compoundPath, parties, closedTo }, text: event('matter', { id, version }) }))
  for (const { actor, reply } of listeners) {
    const text = events.filter(({ legs }) => visibleTo(legs, actor)).map((one) => one.text).join('')
    if (text !== '') reply.raw.write(text)
  }
}

/**
 * Live inboxes by server-sent events: 'matter' names the id of a matter that changed and that the listener may see, nothing more; the page
 * then reads it. One look at the database three times a second however many listen; who may see it is decided by the same rule as the database's. [M22]
 */
export function liveRoutes(app: App, wiring: Wiring, path: string): void {
  const listeners = new Set<Listener>()
  const told = new Told()
  const { district, now } = wiring.trust
  let since = now().getTime()

  async function look(): Promise<void> {
    let [touched, id] = [new Date(since - OVERLAP_MS), '']
    for (let full = true; full;) {
      const after = { district, touched, id: id || 'ffffffff-ffff-ffff-ffff-ffffffffffff', take: PAGE }
      const rows = await withScope(wiring.db, clockActor(district, path), (tx) => changedAfter(tx, after))
      tell(listeners, rows.filter((row) => told.note(row)))
      const last = rows.at(-1)
      full = rows.length === PAGE && last?.id !== id
      if (last) ({ touched, id } = last)
    }
    since = Math.max(since, touched.getTime())
    told.forgetBefore(since - 2 * OVERLAP_MS)
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
    reply.raw.write(event('hello', {}))
    const beat = setInterval(() => { reply.raw.write(': \n\n') }, 20_000)
    request.raw.on('close', () => { clearInterval(beat); listeners.delete(listener) })
  })
}
