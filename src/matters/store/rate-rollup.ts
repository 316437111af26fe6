/** The visits behind the rates and their rollup. Written by the worker as linli_owner; requests only read them. */
import { sql, type Kysely } from 'kysely'
import type { DB } from '../../kit/tables.gen.ts'
import { added, cellName, cellOf, NOTHING, type CountedVisit, type Counts, type RateCell } from '../rules/rates/index.ts'
import type { Outcome, Satisfied } from '../rules/matter.ts'

type Owner = Kysely<DB>
type VisitRow = {
  matter: string; period: string; community: string; compound: string; within: string; org: string; category: string; closed_to: string[]
  state: CountedVisit['state']; round: number; at: Date; reached: boolean; solved: boolean; satisfied: Satisfied | null; outcome: Outcome | null
  via: string | null; tries: number; ground: string | null
}

const mapVisit = ({ matter, closed_to, at, ...same }: VisitRow): readonly [string, CountedVisit] =>
  [matter, { ...same, closedTo: closed_to, at: at.getTime() }]
const COLUMNS = sql.raw(`matter, period, community, compound, within, org, category, closed_to, state, round, at, reached, solved, satisfied, outcome, via,
  tries, ground`)

/** The stored visits of these matters. */
export async function visitsOf(tx: Owner, district: string, matters: readonly string[]): Promise<Map<string, CountedVisit>> {
  const { rows } = await sql<VisitRow>`select ${COLUMNS} from rate_visit where district = ${district}
    and matter = any (${matters}::uuid[])`.execute(tx)
  return new Map(rows.map(mapVisit))
}

/** The stored visits of matters after one and up to another, in the order of ids; `upTo` null: all that follow. */
export async function visitsBetween(tx: Owner, district: string, after: string, upTo: string | null): Promise<Map<string, CountedVisit>> {
  const { rows } = await sql<VisitRow>`select ${COLUMNS} from rate_visit where district = ${district} and matter > ${after}
    and (${upTo}::uuid is null or matter <= ${upTo}::uuid) order by matter`.execute(tx)
  return new Map(rows.map(mapVisit))
}

const same = (one: CountedVisit, other: CountedVisit): boolean =>
  (Object.keys(one) as (keyof CountedVisit)[]).every(key => String(one[key]) === String(other[key])) // its own keys

/** Whether what is stored is what the acts say. */
export const sameVisit = (one: CountedVisit | undefined, other: CountedVisit | null): boolean =>
  one === undefined || other === null ? one === undefined && other === null : same(one, other)

/** Stores visits as they now stand; what has become none is taken away. */
export async function saveVisits(tx: Owner, district: string, visits: ReadonlyMap<string, CountedVisit | null>): Promise<void> {
  const gone = [...visits].filter(([, visit]) => visit === null).map(([matter]) => matter)
  if (gone.length > 0) await sql`delete from rate_visit where district = ${district} and matter = any (${gone}::uuid[])`.execute(tx)
  const rows = [...visits].flatMap(([matter, visit]) => {
    if (visit === null) return []
    const { closedTo, at, ...plain } = visit
    return [{ ...plain, matter, closed_to: closedTo, at: new Date(at).toISOString() }]
  })
  if (rows.length === 0) return
  await sql`insert into rate_visit (district, ${COLUMNS}) select ${district}::char(6), ${COLUMNS}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(matter uuid, period char(7), community text, compound text, within ltree, org uuid,
      category text, closed_to text[], state text, round smallint, at timestamptz, reached boolean, solved boolean, satisfied text, outcome text,
      via text, tries smallint, ground text)
    on conflict (district, matter) do update set period = excluded.period, community = excluded.community, compound = excluded.compound,
      within = excluded.within, org = excluded.org, category = excluded.category, closed_to = excluded.closed_to, state = excluded.state,
      round = excluded.round, at = excluded.at, reached = excluded.reached, solved = excluded.solved, satisfied = excluded.satisfied,
      outcome = excluded.outcome, via = excluded.via, tries = excluded.tries, ground = excluded.ground`.execute(tx)
}

export type Cells = ReadonlyMap<string, { readonly cell: RateCell; readonly counts: Counts }>

/** Adds a visit to cells, or takes it away. */
export function counted(cells: Map<string, { cell: RateCell; counts: Counts }>, visit: CountedVisit, times: 1 | -1): void {
  const { cell, counts } = cellOf(visit)
  const name = cellName(cell)
  cells.set(name, { cell, counts: added(cells.get(name)?.counts ?? NOTHING, counts, times) })
}

const SUMS = ['visits', 'reached', 'solved', 'satisfied', 'basically', 'unsatisfied', 'unable', 'explained', 'unreached', 'left_out'] as const

/** Moves the rollup by differences; rows that come to nothing are taken away, so that it holds what a count of the visits would. */
export async function moveRollup(tx: Owner, district: string, cells: Cells): Promise<void> {
  const moved = [...cells.values()].filter(({ counts }) => Object.values(counts).some(n => n !== 0))
  if (moved.length === 0) return
  const rows = moved.map(({ cell, counts: { leftOut, ...counts } }) => ({ ...cell, ...counts, left_out: leftOut }))
  const names = sql.raw(SUMS.join(', '))
  await sql`insert into rate (district, period, community, compound, org, category, ground, within, ${names})
    select ${district}::char(6), period, community, compound, org, category, ground, community::ltree, ${names}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(period char(7), community text, compound text, org uuid, category text, ground text,
      ${sql.raw(SUMS.map(name => `${name} int`).join(', '))})
    on conflict (district, period, community, compound, org, category, ground)
      do update set ${sql.raw(SUMS.map(name => `${name} = rate.${name} + excluded.${name}`).join(', '))}`.execute(tx)
  await sql`delete from rate where district = ${district} and period = any (${[...new Set(moved.map(({ cell }) => cell.period))]}::char(7)[])
    and visits = 0 and unreached = 0 and left_out = 0`.execute(tx)
}

type RateRow = Omit<RateCell, never> & Omit<Counts, 'leftOut'> & { left_out: number }

/** The whole rollup of a district by the names of its rows: small, whatever the number of matters. */
export async function rollupOf(tx: Owner, district: string): Promise<Map<string, Counts>> {
  const { rows } = await sql<RateRow>`select period, community, compound, org, category, ground, ${sql.raw(SUMS.join(', '))} from rate
    where district = ${district}`.execute(tx)
  return new Map(rows.map(({ left_out, period, community, compound, org, category, ground, ...counts }) =>
    [cellName({ period, community, compound, org, category, ground }), { ...counts, leftOut: left_out }]))
}
