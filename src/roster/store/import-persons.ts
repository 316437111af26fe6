/** Who is who: pairs that were found, and the ties that follow from what was decided. */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { whoIs, type Known } from '../rules/matching/index.ts'
import { columnOf } from './bulk-column.ts'
import { keysFor } from './import-held.ts'

/** Somebody to be looked for, hashes as hexadecimal text; `name`: only ties that carry this one too. */
export type Search = { readonly token: string; readonly name?: string | undefined }
/** A tie that was found, with the place of its search in the list. */
export type TieHit = { readonly at: number; readonly tie: string }

const bytes = (texts: readonly string[]): string | Buffer => columnOf('bytea', texts.map((text) => Buffer.from(text, 'hex')))

/**
 * Ties of the community that carry what is searched for. Sent as bytes: a cast beside the column is not leakproof, and then row-level security takes the
 * index away. Lateral with a limit, so that the order is fixed also while statistics still call the table empty.
 */
export async function tiesByToken(tx: Tx, district: string, community: string, searches: readonly Search[]): Promise<readonly TieHit[]> {
  const carries = (token: string, tie?: string) => sql`select dweller from dweller_token where district = ${district}::char(6)
    and community = ${community}::uuid and token = ${sql.raw(token)} ${tie === undefined ? sql`limit 50` : sql`and dweller = ${sql.raw(tie)} limit 1`}`
  const find = async (some: readonly (Search & { readonly at: number })[], named: boolean): Promise<readonly TieHit[]> => {
    if (some.length === 0) return []
    const { rows } = await sql<TieHit>`select r.at, t.dweller as tie
      from unnest(${some.map(({ at }) => at)}::int[], ${bytes(some.map(({ token }) => token))}::bytea[],
        ${bytes(some.map(({ name = '' }) => name))}::bytea[])
        as r(at, token, name)
      cross join lateral (${carries('r.token')}) t ${named ? sql`cross join lateral (${carries('r.name', 't.dweller')}) n` : sql``}`.execute(tx)
    return rows
  }
  const numbered = searches.map((one, at) => ({ ...one, at }))
  return (await Promise.all([find(numbered.filter(({ name }) => name !== undefined), true),
    find(numbered.filter(({ name }) => name === undefined), false)])).flat()
}

/** Whose these ties are: by whose key they are sealed, and who it is. */
export async function whoseTies(tx: Tx, district: string, ties: readonly string[]): Promise<ReadonlyMap<string, { readonly person: string; readonly who: string }>> {
  const rows = ties.length === 0 ? [] : await tx.selectFrom('dweller').select(['id', 'person', 'who']).where('district', '=', district)
    .where('id', '=', sql<string>`any(${ties}::uuid[])`).execute()
  return new Map(rows.map(({ id, ...of }) => [id, of]))
}

/** What is known of everybody that goes by these ids, by the current values of all their ties in sight; values as hashes, only the birthday is opened. */
export async function entriesOf(tx: Tx, district: string, whos: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  if (whos.length === 0) return new Map()
  const rows = await tx.selectFrom('dweller as d').innerJoin('dweller_value as v', (j) => j.onRef('v.district', '=', 'd.district').onRef('v.dweller', '=', 'd.id'))
    .select(['d.person', 'd.who', 'v.field', 'v.code', 'v.cipher', 'v.keyed_hash']).where('d.district', '=', district)
    .where('d.who', '=', sql<string>`any(${whos}::uuid[])`).where('v.state', '=', 'current')
    .where('v.field', 'in', ['name', 'phone', 'id_number', 'born', 'sex']).execute()
  const keys = await keysFor(tx, district, [...new Set(rows.map(({ person }) => person))])
  return new Map([...Map.groupBy(rows, ({ who }) => who)].map(([who, mine]) => {
    const hash = (field: string): string | undefined => mine.find((row) => row.field === field)?.keyed_hash?.toString('hex')
    const born = mine.find(({ field }) => field === 'born')
    return [who, {
      name: hash('name'), idNumber: hash('id_number'),
      phones: mine.flatMap(({ field, keyed_hash }) => (field === 'phone' && keyed_hash !== null ? [keyed_hash.toString('hex')] : [])),
      born: born?.cipher ? keys.get(born.person)?.open('born', born.cipher) : undefined, sex: mine.find(({ field }) => field === 'sex')?.code ?? undefined,
    }]
  }))
}

/**
 * Counts anew who everybody is that hangs together with these persons: after a pair was joined, split or taken back. [RO32]
 * Answers how many ties changed.
 */
export async function rejoin(tx: Tx, district: string, persons: readonly string[]): Promise<number> {
  const { rows: met } = await sql<{ person: string }>`with recursive met(person) as (
      select unnest(${persons}::uuid[])
      union select case when s.one = m.person then s.other else s.one end from met m
        join same_person s on s.district = ${district}::char(6) and s.state = 'joined' and (s.one = m.person or s.other = m.person)
      ) select person from met`.execute(tx)
  const all = met.map(({ person }) => person)
  const edges = await tx.selectFrom('same_person').select(['one', 'other']).where('district', '=', district).where('state', '=', 'joined')
    .where('one', '=', sql<string>`any(${all}::uuid[])`).execute()
  const who = whoIs(edges)
  const { numAffectedRows } = await sql`update dweller d set who = r.who, version = d.version + 1
    from unnest(${all}::uuid[], ${all.map((person) => who.get(person) ?? person)}::uuid[]) as r(person, who)
    where d.district = ${district}::char(6) and d.who = any(${all}::uuid[]) and d.person = r.person and d.who <> r.who`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
