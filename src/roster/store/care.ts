/** Agreements of care, and how many of them a post opened today. */
import { sql } from 'kysely'
import { statement } from '../../kit/db.ts'
import type { CareKind } from '../rules/law/index.ts'

export type CareRow = {
  id: string; dweller: string; person: string; home: string; building: string; kind: CareKind; asked_by: 'self' | 'family'; consent: string
  hint: Buffer | null; since: string; until: string
}
const days = [sql<string>`since::text`.as('since'), sql<string>`until::text`.as('until')] as const
const columns = ['id', 'dweller', 'person', 'home', 'building', 'kind', 'asked_by', 'consent', 'hint'] as const

/** What the list shows of each agreement: no person, no home, no hint. */
export type ListedCare = { id: string; building: string; building_name: string; kind: CareKind; until: string }

/** The agreements that hold on a day within the reader's reach, by building; inside a building in the order in which they were made. */
export const careOn = statement<{ district: string; day: string }, ListedCare>('roster.care.list', (db, p) => db.selectFrom('care as c')
  .innerJoin('place as b', (join) => join.onRef('b.district', '=', 'c.district').onRef('b.id', '=', 'c.building'))
  .select(['c.id', 'c.building', 'b.full_name as building_name', 'c.kind', sql<string>`c.until::text`.as('until')])
  .where('c.district', '=', p('district')).where('c.ended_on', 'is', null).where(sql<boolean>`c.until > ${p('day')}::date`)
  .orderBy('b.code').orderBy('c.id'))

/** One agreement within reach. */
export const careById = statement<{ district: string; id: string }, CareRow>('roster.care.one', (db, p) => db.selectFrom('care')
  .select([...columns, ...days]).where('district', '=', p('district')).where('id', '=', p('id')))

/** Counts one more opening of a post on a day; answers how many there are now. */
export const countOpen = statement<{ district: string; post: string; day: string }, { opened: number }>('roster.care.count', (db, p) => db
  .insertInto('care_open').values({ district: p('district'), post: p('post'), day: sql<string>`${p('day')}::date`, opened: 1 })
  .onConflict((c) => c.columns(['district', 'post', 'day']).doUpdateSet({ opened: sql<number>`care_open.opened + 1` })).returning('opened'))

/** How many a post opened on a day. */
export const opensOn = statement<{ district: string; post: string; day: string }, { opened: number }>('roster.care.opened', (db, p) => db
  .selectFrom('care_open').select('opened').where('district', '=', p('district')).where('post', '=', p('post'))
  .where(sql<boolean>`day = ${p('day')}::date`))
