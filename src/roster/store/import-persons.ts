/** Who is who: pairs that were found, and the ties that follow from what was decided. */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { whoIs, type Known } from '../rules/matching/index.ts'
import { columnOf } from './bulk-column.ts'
import { keysFor } from './import-held.ts'

/** A tie that carries a token, as hexadecimal text. */
export type TokenHit = { readonly token: string; readonly dweller: string }

/**
 * Ties of the community that carry one of these tokens. Sent as bytes: a cast beside the column is not leakproof, and then row-level security takes the index
 * away. Lateral with a limit, so that the order is fixed also while statistics still call the tables empty.
 */
export async function tiesByToken(tx: Tx, district: string, community: string, tokens: readonly string[]): Promise<readonly TokenHit[]> {
  if (tokens.length === 0) return []
  const { rows } = await sql<TokenHit>`select encode(t.token, 'hex') as token, t.dweller
    from unnest(${columnOf('bytea', tokens.map((token) => Buffer.from(token, 'hex')))}::bytea[]) as r(token)
    cross join lateral (select token, dweller from dweller_token where district = ${district}::char(6) and community = ${community}::uuid and token = r.token
      limit 50) t`.execute(tx)
  return rows
}

/** Those of these pairs of a tie and a token (hexadecimal) of which the tie carries the token. */
export async function carrying(tx: Tx, district: string, community: string, pairs: readonly TokenHit[]): Promise<readonly TokenHit[]> {
  if (pairs.length === 0) return []
  const { rows } = await sql<TokenHit>`select encode(t.token, 'hex') as token, t.dweller
    from unnest(${columnOf('bytea', pairs.map(({ token }) => Buffer.from(token, 'hex')))}::bytea[], ${pairs.map(({ dweller }) => dweller)}::uuid[]) as r(token, dweller)
    cross join lateral (select token, dweller from dweller_token where district = ${district}::char(6) and community = ${community}::uuid and token = r.token
      and dweller = r.dweller limit 1) t`.execute(tx)
  return rows
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
