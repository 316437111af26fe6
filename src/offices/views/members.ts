import { sql } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'

/** Somebody in a post of an organisation on a day. */
export type MemberAt = { readonly person: string; readonly name: string; readonly post: string; readonly title: string; readonly kind: string
  readonly place: string }

const members = statement<{ district: string; org: string; day: string }, MemberAt>('offices.members', (db, p) => db
  .selectFrom('post as p').innerJoin('tenure as t', (join) => join.onRef('t.district', '=', 'p.district').onRef('t.post', '=', 'p.id'))
  .innerJoin('officer as o', (join) => join.onRef('o.district', '=', 't.district').onRef('o.person', '=', 't.person'))
  .select(['t.person', 'o.name', 'p.id as post', 'p.title', 'p.kind', 'p.place'])
  .where('p.district', '=', p('district')).where('p.org', '=', p('org'))
  .where(sql<boolean>`t.from_date <= ${p('day')}::date and (t.to_date is null or t.to_date > ${p('day')}::date)
    and (p.valid_from is null or p.valid_from <= ${p('day')}::date) and (p.valid_to is null or p.valid_to > ${p('day')}::date)`)
  .orderBy('t.from_date').orderBy('o.name'))

/** Who holds a post of an organisation on a day ('YYYY-MM-DD'), deputies included, the longest there first. */
export const membersOf = (tx: Tx, district: string, org: string, day: string): Promise<MemberAt[]> => members(tx, { district, org, day })
