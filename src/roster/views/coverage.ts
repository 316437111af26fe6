/** 底数清: how many homes are known and confirmed, by building, small grid, grid and community. Every number opens its list. [RO40] [RO42] */
import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import type { Actor } from '../../trust/index.ts'
import { cutoffs, rhythmOn, seesHomes, type Coverage, type ListKind } from '../rules/index.ts'
import { inList, roomReached } from './known.ts'
import { communitiesOf } from './reach.ts'

/** A place with its numbers; `id` null: homes that lie in no grid. */
export type Covered = Coverage & { readonly id: string | null; readonly name: string; readonly days: number | null }
export type CoveredGrid = Covered & { readonly area: string | null; readonly parent: string | null; readonly buildings: readonly Covered[] }
export type CoveredCommunity = Covered & { readonly grids: readonly CoveredGrid[] }
export type CoverageView = { readonly today: string; readonly communities: readonly CoveredCommunity[] }

type Row = Coverage & { building: string; name: string; grid: string | null; community: string; type: string | null }
type Grid = { id: string; name: string; short_name: string | null; parent: string | null; community: string }

const counted: readonly Exclude<ListKind, 'all'>[] = ['known', 'confirmed', 'unknown', 'stale', 'doubtful', 'conflict', 'vacant']

async function rowsOf(tx: Tx, actor: Actor, communities: readonly string[], today: string): Promise<readonly Row[]> {
  const cuts = cutoffs(today)
  const counts = sql.join(counted.map((kind) => sql`count(*) filter (where ${inList(kind, cuts)})::int as ${sql.ref(kind)}`))
  const { rows } = await sql<Row>`
    select p.building, b.name, p.grid, p.community, k.compound_type as type, count(*)::int as homes, coalesce(sum(d.living), 0)::int as living,
      ${counts}
    from place p join place b on b.district = p.district and b.id = p.building
      left join place k on k.district = p.district and k.id = p.compound
      left join dwelling d on d.district = p.district and d.home = p.id
    where p.district = ${actor.district} and p.community = any (${[...communities]}::uuid[]) and p.kind = 'room' and p.valid_to is null
      and ${roomReached}
    group by p.building, b.name, b.code, p.grid, p.community, k.compound_type order by b.code`.execute(tx)
  return rows
}

const none: Coverage = { homes: 0, known: 0, confirmed: 0, unknown: 0, stale: 0, doubtful: 0, conflict: 0, vacant: 0, living: 0 }
const sum = (all: readonly Coverage[]): Coverage => all.reduce((a, b) => ({
  homes: a.homes + b.homes, known: a.known + b.known, confirmed: a.confirmed + b.confirmed, unknown: a.unknown + b.unknown, stale: a.stale + b.stale,
  doubtful: a.doubtful + b.doubtful, conflict: a.conflict + b.conflict, vacant: a.vacant + b.vacant, living: a.living + b.living,
}), none)

/** The numbers of everything a reader reaches; null for those who see no homes. The street sees no number of people either way. [RO5] */
export async function coverage(tx: Tx, actor: Actor, at: Date): Promise<CoverageView | null> {
  if (!seesHomes(actor.audience)) return null
  const today = shanghaiDay(at)
  const { days } = rhythmOn(today)
  const found = await communitiesOf(tx, actor)
  const ids = found.map(({ id }) => id)
  const [rows, grids] = ids.length === 0 ? [[], []] : await Promise.all([rowsOf(tx, actor, ids, today), tx.selectFrom('place')
    .select(['id', 'name', 'short_name', 'parent', 'community']).where('district', '=', actor.district).where('community', 'in', ids)
    .where('kind', '=', 'grid').where('valid_to', 'is', null).orderBy('code').$castTo<Grid>().execute()])
  const daysOf = (type: string | null): number => Object.entries(days).find(([one]) => one === type)?.[1] ?? days.other
  const gridOf = (grid: Grid | null, own: readonly Row[]): CoveredGrid => ({
    id: grid?.id ?? null, name: grid?.name ?? '', area: grid?.short_name ?? null, parent: grids.some(({ id }) => id === grid?.parent) ? grid?.parent
      ?? null : null,
    days: new Set(own.map(({ type }) => daysOf(type))).size === 1 ? daysOf(own[0]?.type ?? null) : null, ...sum(own),
    buildings: own.map(({ building, name, type, ...row }) => ({ ...sum([row]), id: building, name, days: daysOf(type) })),
  })
  const communities = found.map(({ id, name }): CoveredCommunity => {
    const own = rows.filter(({ community }) => community === id)
    const inGrids = grids.filter((grid) => grid.community === id).map((grid) =>
      gridOf(grid, own.filter((row) => row.grid === grid.id || grids.some((small) => small.parent === grid.id && small.id === row.grid))))
    const outside = own.filter(({ grid }) => grid === null)
    return { id, name, days: null, ...sum(own), grids: [...inGrids, ...(outside.length > 0 ? [gridOf(null, outside)] : [])].filter(({ homes }) =>
      homes > 0) }
  })
  return { today, communities: communities.filter(({ homes }) => homes > 0) }
}
