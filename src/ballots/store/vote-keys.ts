/** Keys of votes: only the clock's transactions read them. */
import type { Tx } from '../../kit/db.ts'
import { openLinkKey, openListKey, openSealKey, type VoteKeyRow } from '../sealing/index.ts'
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

/** The key list as it is stored: what two scrutineers' codes open, and the slips that nobody took yet, sealed with the list's key. */
export type StoredList = { readonly pairs: readonly { readonly posts: readonly [string, string]; readonly sealed: string }[]
  readonly slips: readonly { readonly post: string; readonly code: string }[] }

/** The key list of a named vote, locked; null where there is none or it has expired. */
export async function listOf(tx: Tx, { district, vote }: Where): Promise<{ readonly key: FieldKey; readonly stored: StoredList } | null> {
  const row = await tx.selectFrom('vote_key').select(['wrapped', 'alg', 'pairs']).where('district', '=', district).where('vote', '=', vote).where('kind', '=', 'list')
    .forUpdate().executeTakeFirst()
  if (!row?.wrapped) return null
  return { key: openListKey(district, vote, { wrapped: row.wrapped, alg: row.alg }), stored: row.pairs as unknown as StoredList } // written by the count and keepList
}

/** Puts the list as it is now in the place of what stood there. */
export async function keepList(tx: Tx, { district, vote }: Where, list: StoredList): Promise<void> {
  await tx.updateTable('vote_key').set({ pairs: JSON.stringify(list) }).where('district', '=', district).where('vote', '=', vote).where('kind', '=', 'list').execute()
}

/** Destroys the key list: what stood in it opens nothing any more. */
export async function dropListKey(tx: Tx, { district, vote }: Where, at: Date): Promise<void> {
  await tx.updateTable('vote_key').set({ wrapped: null, pairs: null, destroyed_at: at }).where('district', '=', district).where('vote', '=', vote)
    .where('kind', '=', 'list').execute()
}
