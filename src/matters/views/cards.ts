import { sql, type ExpressionBuilder } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { DB } from '../../kit/tables.gen.ts'
import { namesOf } from '../../offices/index.ts'
import type { Actor } from '../../trust/index.ts'
import { actsForOrg } from '../rules/matter.ts'
import { reachOf, within, type Reach } from './reach.ts'

export type Tab = 'mine' | 'following' | 'all' | 'supervised'
export type CardQuery = {
  readonly tab: Tab; readonly q?: string | undefined; readonly category?: string | undefined; readonly state?: string | undefined
  readonly compound?: string | undefined; readonly after?: string | undefined; readonly limit: number
}

const columns = ['matter.id', 'matter.number', 'matter.title', 'matter.place', 'matter.category', 'matter.state', 'matter.outcome', 'matter.held_by', 'matter.held_post', 'matter.due',
  'matter.due_kind', 'matter.due_from', 'matter.urgent', 'matter.sensitive', 'matter.supervised_at', 'matter.reopened', 'matter.satisfied', 'matter.solved', 'matter.filed_at', 'matter.version'] as const

const open = (e: ExpressionBuilder<DB, 'matter'>) => e('matter.state', 'not in', ['closed', 'withdrawn'])

/** Whether it is the actor's turn: they have it, their station is asked or working, their slip is open, or it waits for another eye and they did no work on it. [M22] */
function mine(e: ExpressionBuilder<DB, 'matter'>, actor: Actor) {
  const held = e.and([e('matter.state', 'in', ['filed', 'taken']), e.or([
    ...(actor.post ? [e('matter.held_post', '=', actor.post)] : []),
    ...(actsForOrg(actor) ? [e.and([e('matter.held_by', '=', actor.org), e('matter.held_post', 'is', null)])] : []),
  ])])
  const part = () => e.selectFrom('matter_party as q').select('q.org').whereRef('q.district', '=', 'matter.district').whereRef('q.matter', '=', 'matter.id')
    .where('q.org', '=', actor.org ?? '00000000-0000-0000-0000-000000000000')
  const asked = e.and([e('matter.state', '=', 'whistled'), e.exists(part().where('q.role', 'in', ['lead', 'support']).where('q.state', 'in', ['asked', 'reported']))])
  const slip = e.and([e('matter.state', 'in', ['filed', 'taken', 'whistled']), e.exists(part().where('q.role', '=', 'slip').where('q.state', '=', 'asked'))])
  const verify = ['community', 'grid'].includes(actor.audience[0] ?? '')
    ? [e.and([e('matter.state', '=', 'finished'), sql<boolean>`not (${actor.person}::uuid = any (matter.doers))`])] : []
  return e.or([held, asked, slip, ...verify])
}

const like = (q: string): string => `%${q.replace(/[\\%_]/g, '\\$&')}%`

function matching(e: ExpressionBuilder<DB, 'matter'>, query: CardQuery, actor: Actor, reach: Reach) {
  const q = query.q?.trim()
  return e.and([
    e('matter.district', '=', actor.district), within(e, reach),
    ...(query.tab === 'all' ? [] : [open(e)]),
    ...(query.tab === 'mine' ? [mine(e, actor)] : []),
    ...(query.tab === 'following' ? [sql<boolean>`${actor.person}::uuid = any (matter.hands)`] : []),
    ...(query.tab === 'supervised' ? [e('matter.supervised_at', 'is not', null)] : []),
    ...(query.category ? [e('matter.category', '=', query.category)] : []),
    ...(query.state === 'open' ? [open(e)] : query.state ? [e('matter.state', '=', query.state)] : []),
    ...(query.compound ? [e('matter.compound', '=', query.compound)] : []),
    ...(q ? [e.or([e('matter.number', '=', q.toUpperCase().replace(/\s/g, '')), e('matter.title', 'ilike', like(q)), e('matter.words', 'ilike', like(q))])] : []),
  ])
}

type Cursor = { readonly at: string; readonly id: string }
const writeCursor = (cursor: Cursor): string => Buffer.from(`${cursor.at} ${cursor.id}`).toString('base64url')
function readCursor(text: string | undefined): Cursor | undefined {
  const [at, id] = Buffer.from(text ?? '', 'base64url').toString().split(' ')
  const isTime = at === 'infinity' || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at ?? '') && !Number.isNaN(Date.parse(at ?? ''))
  return at && id && isTime && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? { at, id } : undefined
}

/** One page of an inbox: open tabs by due time, everything by newest; with the cursor of the next page. */
export async function listCards(tx: Tx, actor: Actor, query: CardQuery) {
  const reach = await reachOf(tx, actor)
  const byDue = query.tab !== 'all'
  const key = byDue ? sql<Date>`coalesce(matter.due, 'infinity'::timestamptz)` : sql<Date>`matter.filed_at`
  const cursor = readCursor(query.after)
  const rows = await tx.selectFrom('matter').select(columns).select(key.as('key')).where((e) => matching(e, query, actor, reach))
    .$if(cursor !== undefined, (b) => b.where(byDue
      ? sql<boolean>`(${key}, matter.id) > (${cursor?.at ?? ''}::timestamptz, ${cursor?.id ?? ''}::uuid)` : sql<boolean>`(${key}, matter.id) < (${cursor?.at ?? ''}::timestamptz, ${cursor?.id ?? ''}::uuid)`))
    .orderBy(key, byDue ? 'asc' : 'desc').orderBy('matter.id', byDue ? 'asc' : 'desc').limit(query.limit + 1).execute()
  const page = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? page.at(-1) : undefined
  return { items: await withNames(tx, actor, page), next: last ? writeCursor({ at: last.key instanceof Date ? last.key.toISOString() : 'infinity', id: last.id }) : null }
}

type CardRow = Awaited<ReturnType<typeof cardRows>>[number]
const cardRows = (tx: Tx, district: string, ids: readonly string[]) => tx.selectFrom('matter').select(columns).where('matter.district', '=', district).where('matter.id', 'in', [...ids]).execute()

/** Cards of rows: ids become names, times become ISO. */
export async function withNames(tx: Tx, actor: Actor, rows: readonly CardRow[]) {
  const names = await namesOf(tx, actor.district, { orgs: rows.map((r) => r.held_by), posts: rows.map((r) => r.held_post) })
  const places = rows.length === 0 ? [] : await tx.selectFrom('place').select(['id', 'full_name', 'kind']).where('district', '=', actor.district).where('id', 'in', rows.map((r) => r.place)).execute()
  const labels = new Map(places.map((p) => [p.id, p.full_name]))
  return rows.map((r) => {
    const org = names.org(r.held_by)
    return {
      id: r.id, number: r.number, title: r.title, place: labels.get(r.place) ?? '', category: r.category, state: r.state, outcome: r.outcome,
      holder: { org: r.held_by, name: org?.name ?? '', badge: org?.badge ?? '', kind: org?.kind ?? '', post: names.post(r.held_post)?.title ?? null },
      due: r.due?.toISOString() ?? null, dueKind: r.due_kind, dueFrom: r.due_from?.toISOString() ?? null, urgent: r.urgent, sensitive: r.sensitive,
      supervised: r.supervised_at !== null, reopened: r.reopened, satisfied: r.satisfied, solved: r.solved, filedAt: r.filed_at.toISOString(), version: r.version,
    }
  })
}

/** How many wait in each tab, counted to a hundred: a bigger number helps nobody. */
export async function countTabs(tx: Tx, actor: Actor) {
  const reach = await reachOf(tx, actor)
  const count = async (tab: Tab): Promise<number> => {
    const rows = await tx.selectFrom('matter').select('matter.id').where((e) => matching(e, { tab, limit: 1 }, actor, reach)).limit(100).execute()
    return rows.length
  }
  return { mine: await count('mine'), following: await count('following'), supervised: await count('supervised') }
}
