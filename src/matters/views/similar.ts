import { sql } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'
import type { PlaceView } from '../../places/index.ts'
import { categoriesSought, cellsAround, mostAlike, SIMILAR, type Sought } from '../rules/similar.ts'

type Row = {
  id: string; number: string; title: string; category: string; state: string; place: string; building: string | null; filed_at: Date; version: number
}
/** How many of a building, and of a category in a cell, are compared: the newest. */
const MOST = { building: 80, cell: 15 } as const

type Asked = { district: string; building: string | null; cells: number[]; kinds: string[]; since: Date }
const shown = sql`m.id, m.number, m.title, m.category, m.state, m.place, m.building, m.filed_at, m.version`
const open = sql`m.state in ('filed', 'taken', 'whistled', 'finished') and m.sensitive is null`
/** Asked at every pause of somebody's writing: planned once for a connection. */
const candidates = statement<Asked, Row>('matter.similar', (db, p) => ({ compile: () => sql<Row>`
  (select ${shown} from matter m where m.district = ${p('district')}::char(6) and ${open} and m.building = ${p('building')}::uuid
    order by m.filed_at desc, m.id limit ${sql.lit(MOST.building)})
  union all
  (select near.* from unnest(${p('cells')}::int[]) c cross join unnest(${p('kinds')}::text[]) k
    cross join lateral (select ${shown} from matter m where m.district = ${p('district')}::char(6) and ${open} and m.cell = c and m.category = k
      and m.filed_at >= ${p('since')}::timestamptz order by m.filed_at desc, m.id limit ${sql.lit(MOST.cell)}) near)`.compile(db) }))

/** Open matters that may be the same, narrowed by place and time on plain columns; the scope of the transaction says what is seen at all. */
async function narrowed(tx: Tx, district: string, place: PlaceView, sought: Sought): Promise<Row[]> {
  const rows = await candidates(tx, { district, building: place.building, cells: [...cellsAround(place.cell)], kinds: [...categoriesSought(sought)],
    since: new Date(sought.at - SIMILAR.days * 86_400_000) })
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

/** How many others raised the same as each matter; those of one are left out, since one is somebody. */
export async function alsoOf(tx: Tx, roots: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (roots.length === 0) return new Map()
  const { rows } = await sql<{ root: string; n: number }>`select root, n from matter_also(${[...roots]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ root, n }) => [root, n]))
}

/** Below this many nobody is counted in public: one other household is somebody. */
export const LEAST_COUNTED = 2
export const publicCount = (n: number | undefined): number => (n !== undefined && n >= LEAST_COUNTED ? n : 0)

/** [M26] What is open and alike, best first, with how many others raised it too. `except` is the matter itself. */
export async function similarAt(tx: Tx, district: string, place: PlaceView, sought: Sought, except: string | null = null, most: number = SIMILAR.most) {
  const found = (await narrowed(tx, district, place, sought)).filter(({ id }) => id !== except)
  const alike = mostAlike(sought, found.map((row) => ({
    ...row, filedAt: row.filed_at.getTime(),
    where: row.place === place.id ? 'here' as const : row.building === null || place.building === null ? 'near' as const
      : row.building === place.building ? 'building' as const : 'across' as const,
  })), most)
  const also = await alsoOf(tx, alike.map(({ id }) => id))
  return alike.map(({ id, number, title, category, state, filedAt, why, version }) =>
    ({ id, number, title, category, state, filedAt: new Date(filedAt).toISOString(), why, version, also: also.get(id) ?? 0 }))
}
