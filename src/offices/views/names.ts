import { sql } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'

export type OrgName = { readonly id: string; readonly name: string; readonly kind: string; readonly badge: string; readonly phone: string | null;
  readonly urgentByPhone: boolean }
export type PostName = { readonly id: string; readonly title: string; readonly kind: string }

/** Names as screens show them, by id. A person is found only if they hold or held a public office. */
export type Names = {
  readonly org: (id: string | null) => OrgName | null
  readonly post: (id: string | null) => PostName | null
  readonly person: (id: string | null) => string | null
}

type Ids = { district: string; ids: readonly string[] }
const orgs = statement<Ids, { id: string; name: string; kind: string; badge: string; phone_public: string | null;
  urgent_by_phone: boolean }>('org.names', (db, p) => db
  .selectFrom('org').select(['id', 'name', 'kind', 'badge', 'phone_public', 'urgent_by_phone']).where('district', '=', p('district')).where('id',
    '=', sql<string>`any(${p('ids')}::uuid[])`))
const posts = statement<Ids, { id: string; title: string; kind: string }>('post.names', (db, p) => db
  .selectFrom('post').select(['id', 'title', 'kind']).where('district', '=', p('district')).where('id', '=', sql<string>`any(${p('ids')}::uuid[])`))
const officers = statement<Ids, { person: string; name: string }>('officer.names', (db, p) => db
  .selectFrom('officer').select(['person', 'name']).where('district', '=', p('district')).where('person', '=', sql<string>`any(${p('ids')}::uuid[])`))

const present = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))]

/** Looks up all names that a page needs, in one query a kind and none for kinds that are not asked for. */
export async function namesOf(tx: Tx, district: string, asked: { readonly orgs?: readonly (string | null)[];
  readonly posts?: readonly (string | null)[]; readonly persons?: readonly (string | null)[] }): Promise<Names> {
  const [orgIds, postIds, personIds] = [present(asked.orgs ?? []), present(asked.posts ?? []), present(asked.persons ?? [])]
  const [orgRows, postRows, officerRows] = await Promise.all([
    orgIds.length > 0 ? orgs(tx, { district, ids: orgIds }) : [], postIds.length > 0 ? posts(tx, { district, ids: postIds }) : [],
    personIds.length > 0 ? officers(tx, { district, ids: personIds }) : [],
  ])
  const orgMap = new Map(orgRows.map(({ phone_public: phone, urgent_by_phone: urgentByPhone, ...org }) => [org.id, { ...org, phone, urgentByPhone }]))
  const postMap = new Map(postRows.map((post) => [post.id, post]))
  const personMap = new Map(officerRows.map((officer) => [officer.person, officer.name]))
  const at = <T>(map: ReadonlyMap<string, T>) => (id: string | null): T | null => (id === null ? null : map.get(id) ?? null)
  return { org: at(orgMap), post: at(postMap), person: at(personMap) }
}
