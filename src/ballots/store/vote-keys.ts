/** Keys of votes: only the clock's transactions read them. */
import type { Tx } from '../../kit/db.ts'
import { openLinkKey, openSealKey, type VoteKeyRow } from '../sealing/index.ts'
import type { FieldKey, VoteLink } from '../../trust/index.ts'

type Where = { readonly district: string; readonly vote: string }

/** Keeps new keys, in the transaction in which they were made. */
export async function keepVoteKeys(tx: Tx, { district, vote }: Where, rows: readonly VoteKeyRow[], at: Date, pairs?: object): Promise<void> {
  await tx.insertInto('vote_key').values(rows.map(({ kind, wrapped, alg }) =>
    ({ district, vote, kind, wrapped, alg, made_at: at, ...(pairs ? { pairs: JSON.stringify(pairs) } : {}) }))).execute()
}

async function rowOf(tx: Tx, { district, vote }: Where, kind: VoteKeyRow['kind']): Promise<Omit<VoteKeyRow, 'kind'> | null> {
  const row = await tx.selectFrom('vote_key').select(['wrapped', 'alg']).where('district', '=', district).where('vote', '=', vote).where('kind', '=', kind)
    .executeTakeFirst()
  return row?.wrapped ? { wrapped: row.wrapped, alg: row.alg } : null
}

/** The key that hides choices. Throws when the vote has none: it has from its freezing on. */
export async function sealKeyOf(tx: Tx, where: Where): Promise<FieldKey> {
  const row = await rowOf(tx, where, 'seal')
  if (!row) throw new Error('a vote without keys')
  return openSealKey(where.district, where.vote, row)
}

/** The key that makes pseudonyms; null once it was destroyed. */
export async function linkKeyOf(tx: Tx, where: Where): Promise<VoteLink | null> {
  const row = await rowOf(tx, where, 'link')
  return row && openLinkKey(where.district, where.vote, row)
}

/** Destroys the wrapped link key: nobody makes a pseudonym of an elector any more. */
export async function dropLinkKey(tx: Tx, { district, vote }: Where, at: Date): Promise<void> {
  await tx.updateTable('vote_key').set({ wrapped: null, destroyed_at: at }).where('district', '=', district).where('vote', '=', vote)
    .where('kind', '=', 'link').execute()
}
