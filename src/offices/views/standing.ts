import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import { statement, type Tx } from '../../kit/db.ts'
import type { Standing } from '../../trust/rules/index.ts'
import { isOrgKind, orgsOf, scopesOf, type Reach } from '../rules/index.ts'
import { audienceOf } from '../store/office-rows.ts'

type Row = {
  id: string; kind: string; title: string; audience: string; place: string; place_name: string; path: string; compound_path: string | null
  org: string; org_kind: string; org_name: string; further: { path: string; compoundPath: string | null }[]
}

const held = statement<{ district: string; person: string; day: string }, Row>('offices.standing', (db, p) => db
  .selectFrom('tenure as t')
  .innerJoin('post as p', (join) => join.onRef('p.district', '=', 't.district').onRef('p.id', '=', 't.post'))
  .innerJoin('org as o', (join) => join.onRef('o.district', '=', 'p.district').onRef('o.id', '=', 'p.org'))
  .innerJoin('place as l', (join) => join.onRef('l.district', '=', 'p.district').onRef('l.id', '=', 'p.place'))
  .select(['p.id', 'p.kind', 'p.title', 'p.audience', 'p.place', 'l.full_name as place_name', 'p.path', 'p.compound_path', 'p.org',
    'o.kind as org_kind', 'o.name as org_name'])
  .select(sql<Row['further']>`(select coalesce(json_agg(json_build_object('path', f.path::text, 'compoundPath', f.compound_path::text)), '[]'::json)
    from post_place f where f.district = p.district and f.post = p.id)`.as('further'))
  .where('t.district', '=', p('district')).where('t.person', '=', p('person'))
  .where(sql<boolean>`t.from_date <= ${p('day')}::date and (t.to_date is null or t.to_date > ${p('day')}::date)
    and (p.valid_from is null or p.valid_from <= ${p('day')}::date) and (p.valid_to is null or p.valid_to > ${p('day')}::date)
    and (o.valid_to is null or o.valid_to > ${p('day')}::date)`)
  .orderBy(sql`t.deputy_of is not null`).orderBy('t.from_date').orderBy('p.title'))

/** What a post reaches, as the row-level security reads it. Throws when the table holds a word that the rules do not know. */
function standing(row: Row): Standing {
  const { id: post, kind, title, org, org_kind: orgKind, org_name: orgName, place, place_name: placeName } = row
  if (!isOrgKind(orgKind)) throw new Error(`unknown kind of organisation ${orgKind}`)
  const audience = audienceOf(row.audience)
  const reaches: Reach[] = [{ path: row.path, compoundPath: row.compound_path }, ...row.further]
  return { post, kind, title, org, orgKind, orgName, place, placeName, path: row.path, audience, scopes: scopesOf(audience, reaches),
    orgs: [...orgsOf(audience, { id: org, kind: orgKind }), post] }
}

/**
 * The posts that a person holds, or stands in for as deputy, on the day of `at`, each with what it reaches; the longest held first.
 * Empty for somebody without a post. [O4] [O5]
 */
export async function standingOf(tx: Tx, district: string, person: string, at: Date): Promise<Standing[]> {
  const rows = await held(tx, { district, person, day: shanghaiDay(at) })
  return [...new Map(rows.map((row) => [row.id, standing(row)])).values()]
}

/** The name under which somebody holds office; '' for a person who holds and held none. */
export async function officerName(tx: Tx, person: string): Promise<string> {
  const row = await tx.selectFrom('officer').select('name').where('person', '=', person).executeTakeFirst()
  return row?.name ?? ''
}
