/** Rows of homes: made when somebody first writes about a home, locked while they do. */
import { sql } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'
import type { PlaceView } from '../../places/index.ts'
import type { ConfirmedHow, DwellingState } from '../rules/index.ts'

export type DwellingRow = {
  home: string; state: DwellingState; household_no: string | null; living: number; children: number; doubts: string[]; confirmed_on: string | null
  confirmed_how: ConfirmedHow | null; confirmed_post: string | null; version: number
}
const columns = ['home', 'state', 'household_no', 'living', 'children', 'doubts', 'confirmed_how', 'confirmed_post', 'version'] as const

/** A home's row within the reader's reach; none where nobody has written about it yet. */
export const dwellingOf = statement<{ district: string; home: string }, DwellingRow>('roster.dwelling', (db, p) => db.selectFrom('dwelling')
  .select([...columns, sql<string | null>`confirmed_on::text`.as('confirmed_on')]).where('district', '=', p('district')).where('home', '=',
    p('home')))

const make = statement<{ district: string; home: string; path: string; compound_path: string | null; community: string; compound: string | null;
  building: string }>('roster.dwelling.make', (db, p) => db.insertInto('dwelling').values({
  district: p('district'), home: p('home'), path: p('path'), compound_path: p('compound_path'), community: p('community'), compound: p('compound'),
  building: p('building'),
}).onConflict((c) => c.doNothing()))
const lock = statement<{ district: string; home: string }, DwellingRow>('roster.dwelling.lock', (db, p) => db.selectFrom('dwelling')
  .select([...columns, sql<string | null>`confirmed_on::text`.as('confirmed_on')]).where('district', '=', p('district')).where('home', '=', p('home'))
  .forUpdate())

/** The row of a room, locked; made if there is none. Null for a place that is no room of a building. */
export async function lockDwelling(tx: Tx, district: string, place: PlaceView): Promise<DwellingRow | null> {
  if (place.kind !== 'room' || place.community === null || place.building === null) return null
  const { id: home, path, compoundPath: compound_path, community, compound, building } = place
  await make(tx, { district, home, path, compound_path, community, compound, building })
  const [row] = await lock(tx, { district, home })
  return row ?? null
}

/** What changes on a home; absent keys stay. */
export type DwellingChange = {
  readonly state?: DwellingState | undefined; readonly household_no?: string | null | undefined; readonly children?: number | undefined
  readonly doubts?: readonly string[] | undefined; readonly confirmed_on?: string | undefined; readonly confirmed_how?: ConfirmedHow | undefined
  readonly confirmed_post?: string | null | undefined
}

/** Writes what changed, counts the people who live there anew and counts the version up. Answers the new version. */
export async function saveDwelling(tx: Tx, district: string, home: string, { doubts, ...change }: DwellingChange): Promise<number> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const row = await tx.updateTable('dwelling').set({
    ...given, ...(doubts === undefined ? {} : { doubts: [...doubts] }), version: sql`version + 1`,
    living: sql<number>`${change.children ?? sql`children`} + (select count(distinct who)::int from dweller d where d.district = ${district}
      and d.home = ${home}::uuid and d.lives and d.until is null)`,
  }).where('district', '=', district).where('home', '=', home).returning('version').executeTakeFirstOrThrow()
  return row.version
}
