/** The two reads on which everything here stands: posts of some places with who holds them on a day, and organisations that serve a place. */
import { sql, type Kysely } from 'kysely'
import { statement } from '../../kit/db.ts'
import type { DB } from '../../kit/tables.gen.ts'
import { isAudience, isOrgKind, isPostKind, isStationKind, SERVES_ITS_AREA, type Audience, type ChainPost, type Incumbent, type OrgKind,
  type PlacedPost, type PostKind, type StationKind, type UtilityKind } from '../rules/index.ts'

type PostColumns = {
  id: string; kind: string; title: string; org: string; org_name: string; place: string; place_name: string; path: string; further: string[]
  floor_from: number | null; floor_to: number | null; phone: string | null; named_worker: boolean
  holder: string | null; holder_name: string | null; holder_since: string | null; holder_until: string | null; holder_public: boolean | null;
  holder_phone: boolean | null
  deputy: string | null; deputy_name: string | null; deputy_since: string | null; deputy_until: string | null; deputy_public: boolean | null;
  deputy_phone: boolean | null
  vacant_since: string | null
}

/** A post on a day with who holds it, and whether it is the one for words of harm. */
export type PostOnDay = ChainPost & { readonly namedWorker: boolean }

const day = (column: string) => sql<string | null>`to_char(${sql.ref(column)}, 'YYYY-MM-DD')`

const posts = (db: Kysely<DB>, on: ReturnType<typeof sql<string>>) => db.selectFrom('post as p')
  .innerJoin('org as o', (join) => join.onRef('o.district', '=', 'p.district').onRef('o.id', '=', 'p.org'))
  .innerJoin('place as l', (join) => join.onRef('l.district', '=', 'p.district').onRef('l.id', '=', 'p.place'))
  .leftJoin('tenure as t', (join) => join.onRef('t.district', '=', 'p.district').onRef('t.post', '=', 'p.id').on('t.deputy_of', 'is', null)
    .on(sql<boolean>`t.from_date <= ${on}::date and (t.to_date is null or t.to_date > ${on}::date)`))
  .leftJoin('officer as h', (join) => join.onRef('h.district', '=', 't.district').onRef('h.person', '=', 't.person'))
  .leftJoin('tenure as d', (join) => join.onRef('d.district', '=', 'p.district').onRef('d.post', '=', 'p.id').on('d.deputy_of', 'is not', null)
    .on(sql<boolean>`d.from_date <= ${on}::date and (d.to_date is null or d.to_date > ${on}::date)`))
  .leftJoin('officer as s', (join) => join.onRef('s.district', '=', 'd.district').onRef('s.person', '=', 'd.person'))
  .select(['p.id', 'p.kind', 'p.title', 'p.org', 'o.name as org_name', 'p.place', 'l.full_name as place_name', 'p.path', 'p.floor_from',
    'p.floor_to', 'p.phone',
    'p.named_worker', 't.person as holder', 'h.name as holder_name', 't.public_name as holder_public', 't.public_phone as holder_phone',
    'd.person as deputy', 's.name as deputy_name', 'd.public_name as deputy_public', 'd.public_phone as deputy_phone'])
  .select([day('t.from_date').as('holder_since'), day('t.term_until').as('holder_until'), day('d.from_date').as('deputy_since'),
    day('d.term_until').as('deputy_until'),
    sql<string[]>`array(select path::text from post_place f where f.district = p.district and f.post = p.id)`.as('further'),
    sql<string | null>`case when t.id is null then to_char(coalesce((select max(e.to_date) from tenure e
      where e.district = p.district and e.post = p.id and e.deputy_of is null
      and e.to_date <= ${on}::date), p.valid_from), 'YYYY-MM-DD') end`.as('vacant_since')])
  .where(sql<boolean>`(p.valid_from is null or p.valid_from <= ${on}::date) and (p.valid_to is null or p.valid_to > ${on}::date)`)
  .orderBy('p.title')

const ofPlaces = statement<{ district: string; places: readonly string[]; day: string; kinds: readonly string[] },
  PostColumns>('offices.posts_of_places',
  (db, p) => posts(db, sql<string>`${p('day')}`).where('p.district', '=', p('district')).where('p.kind', '=', sql<string>`any(${p('kinds')}::text[])`)
    .where((e) => e('p.id', 'in', e.selectFrom('post as a').select('a.id').where('a.district', '=', p('district')).where('a.place', '=',
      sql<string>`any(${p('places')}::uuid[])`)
      .unionAll(e.selectFrom('post_place as b').select('b.post as id').where('b.district', '=', p('district')).where('b.place', '=',
        sql<string>`any(${p('places')}::uuid[])`)))))

function incumbent(person: string | null, name: string | null, since: string | null, termUntil: string | null, publicName: boolean | null,
  publicPhone: boolean | null): Incumbent | null {
  if (person === null || name === null || since === null) return null
  return { person, name, since, termUntil, publicName: publicName ?? false, publicPhone: publicPhone ?? false }
}

function mapPost(row: PostColumns): PostOnDay {
  const { kind } = row
  if (!isPostKind(kind)) throw new Error(`unknown kind of post ${kind}`)
  return {
    post: row.id, kind, title: row.title, org: row.org, orgName: row.org_name, place: row.place, placeName: row.place_name,
    paths: [row.path, ...row.further],
    floorFrom: row.floor_from, floorTo: row.floor_to, phone: row.phone, namedWorker: row.named_worker, vacantSince: row.vacant_since,
    holder: incumbent(row.holder, row.holder_name, row.holder_since, row.holder_until, row.holder_public, row.holder_phone),
    deputy: incumbent(row.deputy, row.deputy_name, row.deputy_since, row.deputy_until, row.deputy_public, row.deputy_phone),
  }
}

/** Posts of these kinds whose place, or a further place, is among `places`, with who held them on `day`. Each post once. */
export async function postsOfPlaces(tx: Kysely<DB>, district: string, places: readonly string[], kinds: readonly PostKind[],
  on: string): Promise<PostOnDay[]> {
  const rows = await ofPlaces(tx, { district, places, kinds, day: on })
  return [...new Map(rows.map((row) => [row.id, mapPost(row)])).values()]
}

type HeldColumns = {
  id: string; kind: string; title: string; org: string; path: string; further: string[]
  floor_from: number | null; floor_to: number | null; named_worker: boolean
}

const heldAt = statement<{
  district: string; places: readonly string[]; day: string; kinds: readonly string[]
}, HeldColumns>('offices.held_posts', (db, p) => db
  .selectFrom((e) => e.selectFrom('post as a').select(['a.district', 'a.id']).where('a.district', '=', p('district'))
    .where('a.place', '=', sql<string>`any(${p('places')}::uuid[])`)
    .union(e.selectFrom('post_place as b').select(['b.district', 'b.post as id']).where('b.district', '=', p('district'))
      .where('b.place', '=', sql<string>`any(${p('places')}::uuid[])`)).as('n'))
  .innerJoin('post as p', (join) => join.onRef('p.district', '=', 'n.district').onRef('p.id', '=', 'n.id'))
  .select(['p.id', 'p.kind', 'p.title', 'p.org', 'p.path', 'p.floor_from', 'p.floor_to', 'p.named_worker',
    sql<string[]>`array(select path::text from post_place f where f.district = p.district and f.post = p.id)`.as('further')])
  .where('p.kind', '=', sql<string>`any(${p('kinds')}::text[])`)
  .where(sql<boolean>`(p.valid_from is null or p.valid_from <= ${p('day')}::date) and (p.valid_to is null or p.valid_to > ${p('day')}::date)
    and exists (select from tenure t where t.district = p.district and t.post = p.id
      and t.from_date <= ${p('day')}::date and (t.to_date is null or t.to_date > ${p('day')}::date))`)
  .orderBy('p.title'))

/** A post that somebody is in, holder or deputy. */
export type HeldPost = PlacedPost & { readonly post: string; readonly org: string; readonly namedWorker: boolean }

/** Posts of these kinds for some places that somebody is in on a day: the short form of `postsOfPlaces` for the path of filing. */
export async function heldPosts(
  tx: Kysely<DB>, district: string, places: readonly string[], kinds: readonly PostKind[], on: string,
): Promise<HeldPost[]> {
  const rows = await heldAt(tx, { district, places, kinds, day: on })
  return rows.flatMap(({ id, kind, title, org, path, further, floor_from: floorFrom, floor_to: floorTo, named_worker: namedWorker }) =>
    (isPostKind(kind) ? [{ post: id, kind, title, org, paths: [path, ...further], floorFrom, floorTo, namedWorker }] : []))
}

type OrgColumns = {
  id: string; kind: string; station_kind: string | null; name: string; short_name: string | null; badge: string; place: string; path: string;
  compound_path: string | null
  phone_public: string | null; urgent_by_phone: boolean; hours: string | null; first_in_line: boolean | null; bound: boolean
}

/** An organisation that a place has to do with. `bound` says that it is written down as serving the place, not only responsible for the area. */
export type ServingOrg = {
  readonly org: string; readonly kind: OrgKind; readonly stationKind: StationKind | UtilityKind | null; readonly name: string;
  readonly shortName: string | null
  readonly badge: string; readonly place: string; readonly path: string; readonly phone: string | null; readonly urgentByPhone: boolean
  readonly hours: string | null; readonly firstInLine: boolean; readonly bound: boolean
}

const orgColumns = ['o.id', 'o.kind', 'o.station_kind', 'o.name', 'o.short_name', 'o.badge', 'o.place', 'o.path', 'o.compound_path',
  'o.phone_public', 'o.urgent_by_phone'] as const
const alive = (table: string, on: ReturnType<typeof sql<string>>) => {
  const [from, to] = [sql.ref(`${table}.valid_from`), sql.ref(`${table}.valid_to`)]
  return sql<boolean>`(${from} is null or ${from} <= ${on}::date) and (${to} is null or ${to} > ${on}::date)`
}

const serving = statement<{ district: string; places: readonly string[]; day: string }, OrgColumns>('offices.serving', (db, p) => db
  .selectFrom('org_place as s').innerJoin('org as o', (join) => join.onRef('o.district', '=', 's.district').onRef('o.id', '=', 's.org'))
  .select(orgColumns).select(['s.hours', 's.first_in_line', sql<boolean>`true`.as('bound')])
  .where('s.district', '=', p('district')).where('s.place', '=', sql<string>`any(${p('places')}::uuid[])`)
  .where(alive('s', sql`${p('day')}`)).where(alive('o', sql`${p('day')}`))
  .unionAll(db.selectFrom('org as o').select(orgColumns).select([sql<string | null>`null`.as('hours'), sql<boolean>`false`.as('first_in_line'),
    sql<boolean>`false`.as('bound')])
    .where('o.district', '=', p('district')).where(alive('o', sql`${p('day')}`))
    .where((e) => e.or([e('o.place', '=', sql<string>`any(${p('places')}::uuid[])`),
      e('o.place', 'in', e.selectFrom('place as w').select('w.id').where('w.district', '=', p('district')).where('w.kind', '=', 'district'))]))))

/** Reads a row of an organisation. Throws when the table holds a kind that the rules do not know, which it forbids. */
export function mapOrg(row: OrgColumns): ServingOrg {
  const { id, kind, station_kind: stationKind, name, short_name: shortName, badge, place, path, phone_public: phone,
    urgent_by_phone: urgentByPhone } = row
  if (!isOrgKind(kind) || (stationKind !== null
    && !isStationKind(stationKind))) throw new Error(`unknown kind of organisation ${kind} ${stationKind ?? ''}`)
  return { org: id, kind, stationKind, name, shortName, badge, place, path, phone, urgentByPhone, hours: row.hours,
    firstInLine: row.first_in_line ?? false, bound: row.bound }
}

const best = (one: ServingOrg, two: ServingOrg): number => Number(two.firstInLine) - Number(one.firstInLine) || Number(two.bound) - Number(one.bound)
  || two.path.split('.').length - one.path.split('.').length || (one.name < two.name ? -1 : 1)

/**
 * Organisations bound to one of these places or responsible for one (or for the district) on a day: first in line first, then bound, then
 * the nearest. Each once. A firm, developer, owners' body or branch serves only where it is bound or has its seat in the compound. [O11]
 */
export async function orgsServing(tx: Kysely<DB>, district: string, places: readonly string[], on: string): Promise<ServingOrg[]> {
  const rows = await serving(tx, { district, places, day: on })
  const sorted = rows.filter((row) => row.bound || row.compound_path !== null || SERVES_ITS_AREA.some((kind) =>
    kind === row.kind)).map(mapOrg).sort(best)
  return sorted.filter((org, at) => sorted.findIndex((other) => other.org === org.org) === at)
}

/** Checks an audience read from the table. */
export function audienceOf(word: string): Audience {
  if (!isAudience(word)) throw new Error(`unknown audience ${word}`)
  return word
}
