/** Tokens and ends of ties, many at a time. */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { UntilSaid } from '../rules/fields.ts'
import { insertMany } from './dweller-bulk.ts'
import { keysFor } from './import-held.ts'
import { tokensOf } from './token.ts'

/** Adds tokens to ties; those that are there already stay. */
export async function putTokens(tx: Tx, district: string, community: string, tokens: readonly (readonly [string, Buffer])[]): Promise<void> {
  if (tokens.length === 0) return
  await insertMany(tx, district, 'dweller_token', tokens.map(([tie, token]) => [community, token, tie]), 'skip')
}

/** Gives a further tie of somebody the tokens of their first one: [from, to]. */
export async function copyTokens(tx: Tx, district: string, copies: readonly (readonly [string, string])[]): Promise<void> {
  if (copies.length === 0) return
  await sql`insert into dweller_token (district, community, token, dweller)
    select t.district, t.community, t.token, r.target from unnest(${copies.map(([from]) => from)}::uuid[], ${copies.map(([, to]) => to)}::uuid[]) as r(source, target)
    join dweller_token t on t.district = ${district}::char(6) and t.dweller = r.source on conflict do nothing`.execute(tx)
}

/** A tie that an import found to be over; `said`: what its last day rests on. */
export type EndedTie = { readonly tie: string; readonly until: string; readonly why: 'moved' | 'died'; readonly said: UntilSaid }

/** Writes beside ties that came in as ended what their last day rests on, where no day was said. */
export async function sayUntil(tx: Tx, district: string, ties: readonly { readonly tie: string; readonly said: UntilSaid }[]): Promise<void> {
  for (const [said, some] of Map.groupBy(ties, (one) => one.said)) {
    await tx.updateTable('dweller').set({ until_said: said }).where('district', '=', district)
      .where('id', '=', sql<string>`any(${some.map(({ tie }) => tie)}::uuid[])`).execute()
  }
}

/** Ends ties that an import found to be over; who has ended is not found by a search. Answers how many. */
export async function endTies(tx: Tx, district: string, by: string, ends: readonly EndedTie[]): Promise<number> {
  if (ends.length === 0) return 0
  await tx.deleteFrom('dweller_token').where('district', '=', district).where('dweller', '=', sql<string>`any(${ends.map(({ tie }) => tie)}::uuid[])`).execute()
  const { numAffectedRows } = await sql`update dweller d set until = r.until, until_said = r.said, why_until = r.why, ended_by = ${by}::uuid, version = d.version + 1
    from unnest(${ends.map(({ tie }) => tie)}::uuid[], ${ends.map(({ until }) => until)}::date[], ${ends.map(({ why }) => why)}::text[],
      ${ends.map(({ said }) => said)}::text[]) as r(tie, until, why, said)
    where d.district = ${district}::char(6) and d.id = r.tie and d.until is null`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Makes the tokens of ties anew from what they say now; the ties stay where they are until the transaction ends. An erased person has none, nor has a tie that ended. */
export async function retoken(tx: Tx, district: string, ties: readonly string[]): Promise<void> {
  if (ties.length === 0) return
  const rows = await tx.selectFrom('dweller as d').innerJoin('dweller_value as v', (j) => j.onRef('v.district', '=', 'd.district').onRef('v.dweller', '=', 'd.id'))
    .select(['d.id', 'd.community', 'd.person', 'v.field', 'v.cipher']).where('d.district', '=', district).where('d.id', '=', sql<string>`any(${ties}::uuid[])`)
    .where('d.until', 'is', null).where('v.state', '=', 'current').where('v.field', 'in', ['name', 'phone', 'id_number']).forKeyShare('d').execute()
  const keys = await keysFor(tx, district, [...new Set(rows.map(({ person }) => person))])
  await tx.deleteFrom('dweller_token').where('district', '=', district).where('dweller', '=', sql<string>`any(${ties}::uuid[])`).execute()
  for (const [tie, mine] of Map.groupBy(rows, ({ id }) => id)) {
    const texts = (wanted: string): string[] => mine.flatMap(({ field, cipher, person }) => {
      const key = field === wanted && cipher !== null ? keys.get(person) : undefined
      return key === undefined || cipher === null ? [] : [key.open(field, cipher)]
    })
    const tokens = tokensOf(district, { names: texts('name'), phones: texts('phone'), idNumbers: texts('id_number') })
    const [first] = mine
    if (first) await putTokens(tx, district, first.community, tokens.map((token) => [tie, token] as const))
  }
}
