import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { namesOf } from '../../offices/index.ts'
import type { Actor } from '../../trust/index.ts'
import { CATEGORIES, categoryName } from '../rules/categories.ts'
import { maskText } from '../rules/privacy.ts'
import { dayAt, type RateCut } from '../rules/rates/index.ts'
import type { RateScope } from './rate-scope.ts'

export const VISIT_SETS = ['judged', 'reached', 'not_reached', 'solved', 'not_solved', 'satisfied', 'basically', 'unsatisfied', 'unable', 'explained',
  'left_out', 'unreached'] as const
/** Which visits behind a figure: the base, a part of it, or those outside of it. */
export type VisitSet = (typeof VISIT_SETS)[number]

export type VisitsQuery = {
  readonly period: string; readonly by?: RateCut | undefined; readonly key?: string | undefined; readonly set: VisitSet
  readonly after?: string | undefined; readonly limit: number
}

const judged = sql`v.state = 'judged'`
const SETS: Readonly<Record<VisitSet, RawBuilder<unknown>>> = {
  judged, reached: sql`${judged} and v.reached`, not_reached: sql`${judged} and not v.reached`,
  solved: sql`${judged} and v.solved and v.outcome = 'solved'`, not_solved: sql`${judged} and (not v.solved or v.outcome is distinct from 'solved')`,
  satisfied: sql`${judged} and v.satisfied = 'yes'`, basically: sql`${judged} and v.satisfied = 'basically'`,
  unsatisfied: sql`${judged} and v.satisfied = 'no'`, unable: sql`${judged} and v.outcome = 'unable'`,
  explained: sql`${judged} and v.outcome = 'explained'`, left_out: sql`v.state = 'left_out'`, unreached: sql`v.state = 'unreached'`,
}

const writeCursor = (at: Date, matter: string): string => Buffer.from(`${at.toISOString()} ${matter}`).toString('base64url')
function readCursor(text: string | undefined): { at: string; matter: string } | null {
  const [at = '', matter = ''] = Buffer.from(text ?? '', 'base64url').toString().split(' ')
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) && !Number.isNaN(Date.parse(at))
    && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(matter)
    ? { at, matter } : null
}

/** A row of the table of rates as a condition on its visits; null when there is no such row. */
function rowOf(query: VisitsQuery): RawBuilder<unknown> | null {
  if (query.by === undefined || query.key === undefined) return sql`true`
  if (query.by === 'community') return sql`v.community = ${query.key}`
  if (query.by === 'compound') return sql`v.compound = ${query.key}`
  if (query.by === 'party') return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(query.key) ? sql`v.org = ${query.key}::uuid` : null
  const codes = CATEGORIES.filter(({ group }) => group === query.key).map(({ code }) => code)
  return sql`v.category = any (${codes}::text[])`
}

type VisitRow = {
  matter: string; at: Date; org: string; category: string; state: string; reached: boolean; solved: boolean; satisfied: string | null
  outcome: string | null; via: string | null; tries: number; ground: string | null; round: number
}

/** The page of visits, newest first: of each community, or of the one party, the front of an index range. */
async function pageOf(tx: Tx, district: string, scope: RateScope, query: VisitsQuery): Promise<VisitRow[]> {
  const row = rowOf(query)
  if (row === null) return []
  const cursor = readCursor(query.after)
  const fits = sql`v.period = ${query.period} and ${SETS[query.set]} and ${row}
    ${scope.compound ? sql`and v.compound = ${scope.compound.path}` : sql``}
    ${cursor ? sql`and (v.at, v.matter) < (${cursor.at}::timestamptz, ${cursor.matter}::uuid)` : sql``}
    order by v.at desc, v.matter desc limit ${query.limit + 1}`
  const columns = sql.raw('matter, at, org, category, state, reached, solved, satisfied, outcome, via, tries, ground, round')
  const paths = scope.communities.map((one) => one.path)
  const { rows } = scope.org === null
    ? await sql<VisitRow>`select ${columns} from unnest(${paths}::text[]) c(path) cross join lateral (select * from rate_visit v
        where v.district = ${district} and v.community = c.path and ${fits}) one order by at desc, matter desc limit ${query.limit + 1}`.execute(tx)
    : await sql<VisitRow>`select ${columns} from rate_visit v where v.district = ${district} and v.org = ${scope.org}::uuid
        and v.community = any (${paths}::text[]) and ${fits}`.execute(tx)
  return rows
}

type MatterRow = { id: string; number: string; title: string; place: string | null; version: number; said: string | null; open_ground: string | null }

/** What the reader may see of the matters themselves: the wall leaves the others out, then a row opens nothing. */
async function mattersOf(tx: Tx, district: string, ids: readonly string[]): Promise<Map<string, MatterRow>> {
  const { rows } = await sql<MatterRow>`select m.id, m.number, m.title, p.full_name as place, m.version,
      (select e.said from matter_entry e where e.district = m.district and e.matter = m.id and e.kind = 'verdict' order by e.at desc,
        e.id desc limit 1) as said,
      (select x.ground from rate_exclusion x where x.district = m.district and x.matter = m.id and x.decision is null) as open_ground
    from matter m left join place p on p.district = m.district and p.id = coalesce(m.building, m.compound, m.community)
    where m.district = ${district} and m.id = any (${ids}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

const ANSWERS_TO_RESIDENT: readonly string[] = ['community', 'street']
const wordsFor = (actor: Actor, said: string | null): string | null =>
  said === null || said === '' ? null : actor.audience.some((one) => ANSWERS_TO_RESIDENT.includes(one)) ? said : maskText(said)

/**
 * The visits behind a figure, newest first, page by page [R7]: what was answered, on which day, about which matter. Never who answered, and never by
 * reporter (P22); a day and no time (P05).
 */
export async function visitsView(tx: Tx, actor: Actor, scope: RateScope, query: VisitsQuery) {
  const rows = await pageOf(tx, actor.district, scope, query)
  const page = rows.slice(0, query.limit)
  const matters = page.length === 0 ? new Map<string, MatterRow>() : await mattersOf(tx, actor.district, page.map((row) => row.matter))
  const names = await namesOf(tx, actor.district, { orgs: page.map((row) => row.org) })
  const last = rows.length > query.limit ? page.at(-1) : undefined
  return {
    items: page.map((row) => {
      const [matter, org] = [matters.get(row.matter), names.org(row.org)]
      return {
        matter: matter ? { id: matter.id, number: matter.number, title: matter.title, place: matter.place ?? '', version: matter.version } : null,
        org: org ? { id: org.id, name: org.name, badge: org.badge, kind: org.kind } : null, category: categoryName(row.category),
        day: dayAt(row.at.getTime()), state: row.state, reached: row.reached, solved: row.solved, satisfied: row.satisfied, outcome: row.outcome,
        via: row.via, tries: row.tries, round: row.round, ground: row.ground, asked: matter?.open_ground ?? null, said: wordsFor(actor,
          matter?.said ?? null),
      }
    }),
    next: last ? writeCursor(last.at, last.matter) : null,
  }
}
