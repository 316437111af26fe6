import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import type { DB } from '../../kit/tables.gen.ts'
import { namesOf } from '../../offices/index.ts'
import type { Actor } from '../../trust/index.ts'
import { rulingClock } from '../rules/clock-state.ts'
import { actsForOrg } from '../rules/matter.ts'
import { clocksOf } from '../store/load-matter.ts'
import { partsOf, reachOf, type Reach } from './reach.ts'
import { asNumber, searchMatters } from './search.ts'

export type Tab = 'mine' | 'verify' | 'following' | 'all' | 'supervised'
export type CardQuery = {
  readonly tab: Tab; readonly q?: string | undefined; readonly category?: string | undefined; readonly state?: string | undefined
  readonly compound?: string | undefined; readonly after?: string | undefined; readonly limit: number
}

const columns = ['matter.id', 'matter.number', 'matter.title', 'matter.place', 'matter.category',
  'matter.state', 'matter.outcome', 'matter.held_by', 'matter.held_post', 'matter.due',
  'matter.due_kind', 'matter.due_from', 'matter.urgent', 'matter.sensitive', 'matter.supervised_at',
  'matter.clocks', 'matter.reminded_at', 'matter.suspended_at', 'matter.review_on',
  'matter.reopened', 'matter.satisfied', 'matter.solved', 'matter.filed_at', 'matter.version', 'matter.verifier'] as const

/** What was joined is worked on with its root: it stands in no list of open ones. */
const open = (e: ExpressionBuilder<DB, 'matter'>) => e('matter.state', 'not in', ['closed', 'withdrawn', 'joined'])

type Matters = ExpressionBuilder<DB, 'matter'>
type Condition = (e: Matters) => Expression<SqlBool>

/** A request for more time that waits for the actor: the community's of whoever works for it, the street's where the community asked itself. [M37] */
function toGrant(actor: Actor): readonly Condition[] {
  const audience = actor.audience[0] ?? ''
  if (actor.org === null || !['community', 'street'].includes(audience)) return []
  const waits = (e: Matters) => e.selectFrom('extension as x').select('x.matter').whereRef('x.district', '=', 'matter.district').where('x.decided_at', 'is', null)
  const asked: Condition = audience === 'street' ? (e) => e('matter.id', 'in', waits(e).whereRef('x.org', '=', 'matter.accountable'))
    : (e) => e.and([e('matter.accountable', '=', actor.org), e('matter.id', 'in', waits(e).where('x.org', '<>', actor.org))])
  return [(e) => e.and([e('matter.state', 'in', ['filed', 'taken', 'whistled']), asked(e)])]
}

/** What the rota gave the actor's post to verify, of whichever grid. [M38] */
const myTurnToVerify = (actor: Actor): readonly Condition[] =>
  actor.post ? [(e) => e.and([e('matter.state', '=', 'finished'), e('matter.verifier', '=', actor.post)])] : []

/**
 * Conditions of which one says that it is the actor's turn: they have it, their station is asked or working, their slip is open, somebody asks them
 * for more time, or it waits for another eye and they did no work on it. [M22]
 */
function mine(actor: Actor, reach: Reach): readonly Condition[] {
  const held = (e: Matters) => e('matter.state', 'in', ['filed', 'taken'])
  const ofOrg: Condition = (e) => e.and([held(e), e('matter.held_by', '=', actor.org), e('matter.held_post', 'is', null)])
  const part = (e: Matters) => e.selectFrom('matter_party as q').select('q.matter').whereRef('q.district', '=', 'matter.district')
    .where('q.org', '=', actor.org ?? '00000000-0000-0000-0000-000000000000')
  const asked: Condition = (e) =>
    e.and([
      e('matter.state', '=', 'whistled'),
      e('matter.id', 'in', part(e).where('q.role', 'in', ['lead', 'support']).where('q.state', 'in', ['asked', 'reported'])),
    ])
  const slip: Condition = (e) =>
    e.and([
      e('matter.state', 'in', ['filed', 'taken', 'whistled']),
      e('matter.id', 'in', part(e).where('q.role', '=', 'slip').where('q.state', '=', 'asked')),
    ])
  const verify = ['community', 'grid'].includes(actor.audience[0] ?? '') ? partsOf(reach) : []
  return [
    ...(actor.post ? [(e: Matters) => e.and([held(e), e('matter.held_post', '=', actor.post)])] : []),
    ...(actsForOrg(actor) ? [ofOrg] : []), asked, slip, ...toGrant(actor),
    ...myTurnToVerify(actor),
    ...verify.map((here): Condition =>
      (e) => e.and([e('matter.state', '=', 'finished'), sql<boolean>`not (${actor.person}::uuid = any (matter.doers))`, here(e)])),
  ]
}

const like = (q: string): string => `%${q.replace(/[\\%_]/g, '\\$&')}%`

/** The tab as conditions of which one has to hold, each a range of an index. */
function parts(query: CardQuery, actor: Actor, reach: Reach): readonly Condition[] {
  if (query.tab === 'mine') return mine(actor, reach)
  if (query.tab === 'verify') return myTurnToVerify(actor)
  // said again for the index of those that anybody had a hand in
  const tab: Condition = (e) => e.and([
    ...(query.tab === 'all' ? [] : [open(e)]),
    ...(query.tab === 'following' ? [sql<boolean>`matter.hands <> '{}'`, sql<boolean>`${actor.person}::uuid = any (matter.hands)`] : []),
    ...(query.tab === 'supervised' ? [e('matter.supervised_at', 'is not', null)] : []),
  ])
  return partsOf(reach).map((part): Condition => (e) => e.and([part(e), tab(e)]))
}

/** What the reader narrows a tab by, words aside. */
const wished = (e: Matters, query: CardQuery, actor: Actor): Expression<SqlBool> => e.and([
  e('matter.district', '=', actor.district), ...(query.category ? [e('matter.category', '=', query.category)] : []),
  ...(query.state === 'open' ? [open(e)] : query.state ? [e('matter.state', '=', query.state)] : []),
  ...(query.compound ? [e('matter.compound', '=', query.compound)] : []),
])

type Cursor = { readonly at: string; readonly id: string }
const writeCursor = (cursor: Cursor): string => Buffer.from(`${cursor.at} ${cursor.id}`).toString('base64url')
function readCursor(text: string | undefined): Cursor | undefined {
  const [at, id] = Buffer.from(text ?? '', 'base64url').toString().split(' ')
  const isTime = at === 'infinity' || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at ?? '') && !Number.isNaN(Date.parse(at ?? ''))
  return at && id && isTime && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? { at, id } : undefined
}

/** Most newest hits among which a tab that is sorted by due time is searched. */
const HITS = 1000

/** The condition that words are found, and that alone where it already names the page: newest first, in the communities of the reach. */
async function found(tx: Tx, query: CardQuery, reach: Reach, cursor: Cursor | undefined): Promise<Condition | undefined> {
  const q = query.q?.trim()
  if (!q) return undefined
  if (reach.by !== 'community') {
    return (e) => e.or([e('matter.number', '=', asNumber(q)), e('matter.title', 'ilike', like(q)), e('matter.words', 'ilike', like(q))])
  }
  const all = query.tab === 'all'
  const hits = await searchMatters(tx, {
    text: q, communities: reach.ids, onlyOpen: !all || query.state === 'open', category: query.category ?? null, compound: query.compound ?? null,
    state: query.state && query.state !== 'open' ? query.state : null, before: all ? cursor ?? null : null, take: all ? query.limit + 1 : HITS,
  })
  return (e) => e('matter.id', 'in', hits.length > 0 ? hits : [null])
}

type Key = { readonly id: string; readonly key: Date | number }
const byDueThenId = (a: Key, b: Key): number => Number(a.key) - Number(b.key) || (a.id < b.id ? -1 : 1)

/** Ids of one page in order, one more than asked for where there is a next; each part is read from its front alone. */
async function pageOf(tx: Tx, actor: Actor, query: CardQuery, reach: Reach): Promise<Key[]> {
  const byDue = query.tab !== 'all'
  const key = byDue ? sql<Date | number>`coalesce(matter.due, 'infinity'::timestamptz)` : sql<Date | number>`matter.filed_at`
  const order = byDue ? 'asc' as const : 'desc' as const
  const cursor = readCursor(query.after)
  const words = await found(tx, query, reach, cursor)
  const all = parts(query, actor, reach).map((part) => tx.selectFrom('matter').select(['matter.id', key.as('key')])
    .where((e) => e.and([wished(e, query, actor), part(e), ...(words ? [words(e)] : []), ...(cursor ? [
      byDue ? sql<boolean>`(${key}, matter.id) > (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
        : sql<boolean>`(${key}, matter.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`,
    ] : [])])).orderBy(key, order).orderBy('matter.id', order).limit(query.limit + 1))
  if (all.length === 0) return []
  const { rows } = await sql<Key>`${sql.join(all.map((one) => sql`(${one})`), sql` union all `)}`.execute(tx)
  const once = [...new Map(rows.map((row) => [row.id, row])).values()].sort(byDueThenId)
  return (byDue ? once : once.reverse()).slice(0, query.limit + 1)
}

/** Ids of all that a filter finds, in its order, at most `most`. */
export const idsOf = async (tx: Tx, actor: Actor, query: Omit<CardQuery, 'limit'>, most: number): Promise<readonly string[]> =>
  (await pageOf(tx, actor, { ...query, limit: most - 1 }, await reachOf(tx, actor))).map(({ id }) => id)

/** One page of an inbox: open tabs by due time, everything by newest; with the cursor of the next page. */
export async function listCards(tx: Tx, actor: Actor, query: CardQuery) {
  const keys = await pageOf(tx, actor, query, await reachOf(tx, actor))
  const page = keys.slice(0, query.limit)
  const rows = page.length === 0 ? [] : await cardRows(tx, actor.district, page.map((one) => one.id))
  const byId = new Map(rows.map((row) => [row.id, row]))
  const last = keys.length > query.limit ? page.at(-1) : undefined
  return {
    items: await withNames(tx, actor, page.flatMap(({ id }) => byId.get(id) ?? [])),
    next: last ? writeCursor({ at: last.key instanceof Date ? last.key.toISOString() : 'infinity', id: last.id }) : null,
  }
}

type CardRow = Awaited<ReturnType<typeof cardRows>>[number]
const cardRows = (tx: Tx, district: string, ids: readonly string[]) =>
  tx.selectFrom('matter').select(columns).where('matter.district', '=', district).where('matter.id', 'in', [...ids]).execute()

/** Cards of rows: ids become names, times become ISO. */
export async function withNames(tx: Tx, actor: Actor, rows: readonly CardRow[]) {
  const names = await namesOf(tx, actor.district, { orgs: rows.map((r) => r.held_by), posts: rows.map((r) => r.held_post) })
  const places = rows.length === 0 ? []
    : await tx.selectFrom('place').select(['id', 'full_name', 'kind'])
      .where('district', '=', actor.district).where('id', 'in', rows.map((r) => r.place)).execute()
  const labels = new Map(places.map((p) => [p.id, p.full_name]))
  return rows.map((r) => {
    const org = names.org(r.held_by)
    return {
      id: r.id, number: r.number, title: r.title, place: labels.get(r.place) ?? '', category: r.category, state: r.state, outcome: r.outcome,
      holder: { org: r.held_by, name: org?.name ?? '', badge: org?.badge ?? '', kind: org?.kind ?? '', post: names.post(r.held_post)?.title ?? null },
      due: r.due?.toISOString() ?? null, dueKind: r.due_kind, dueFrom: r.due_from?.toISOString() ?? null,
      provisional: rulingClock(clocksOf(r))?.provisional ?? false, urgent: r.urgent, sensitive: r.sensitive,
      supervised: r.supervised_at !== null, suspended: r.suspended_at !== null, reviewOn: r.review_on === null ? null : shanghaiDay(r.review_on),
      reopened: r.reopened, satisfied: r.satisfied, yoursToVerify: r.state === 'finished' && r.verifier !== null && r.verifier === actor.post,
      solved: r.solved, filedAt: r.filed_at.toISOString(), version: r.version,
    }
  })
}

/** How many wait in each tab, counted to a hundred: a bigger number helps nobody. */
export async function countTabs(tx: Tx, actor: Actor) {
  const reach = await reachOf(tx, actor)
  const count = async (tab: Tab): Promise<number> => Math.min(100, (await pageOf(tx, actor, { tab, limit: 99 }, reach)).length)
  return { mine: await count('mine'), following: await count('following'), supervised: await count('supervised') }
}
