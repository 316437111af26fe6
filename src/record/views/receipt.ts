import type { Kysely } from 'kysely'
import type { DB } from '../../kit/tables.gen.ts'
import { toHex } from '../rules/bytes.ts'
import { consistencyPlan, inclusionPlan } from '../rules/proofs.ts'
import { headAt, latestHead, type SignedHead } from '../store/heads.ts'
import { loadProof } from '../store/tree.ts'

/** Proof that an act stands in the record, for packages/recount: format in docs/record-format.md. */
export type Receipt = {
  readonly format: 'linli-receipt-1'
  readonly leaf: string
  readonly index: number
  readonly proof: readonly string[]
  readonly head: SignedHead
}

/** A receipt, or why there is none yet: `waiting` means recorded and not yet sealed, `unknown` that nobody here may see such an act. */
export type ReceiptState =
  | { readonly state: 'sealed'; readonly receipt: Receipt }
  | { readonly state: 'waiting'; readonly act: string }
  | { readonly state: 'unknown' }

/** Proof that a later tree extends an earlier one: format in docs/record-format.md. */
export type Consistency = {
  readonly format: 'linli-consistency-1'
  readonly from: SignedHead
  readonly to: SignedHead
  readonly proof: readonly string[]
}

/**
 * The receipt of an act [R8], under the newest head. `tx` carries the reader's scope: an act that may not be seen is unknown.
 * Reads a hundred or two of rows however large the tree is.
 */
export async function receiptOf(tx: Kysely<DB>, district: string, act: string): Promise<ReceiptState> {
  const row = await tx.selectFrom('act')
    .leftJoin('leaf', join => join.onRef('leaf.district', '=', 'act.district').onRef('leaf.act', '=', 'act.id'))
    .select(['act.leaf', 'leaf.idx']).where('act.district', '=', district).where('act.id', '=', act).executeTakeFirst()
  if (!row) return { state: 'unknown' }
  const head = row.idx === null ? undefined : await latestHead(tx, district)
  if (!head) return { state: 'waiting', act }
  const index = Number(row.idx)
  const proof = await loadProof(tx, district, inclusionPlan(index, head.size))
  return { state: 'sealed', receipt: { format: 'linli-receipt-1', leaf: row.leaf, index, proof: proof.map(toHex), head } }
}

/** The newest signed head of the district's record; undefined before anything was sealed. Public: it holds no act. */
export const currentHead = (tx: Kysely<DB>, district: string): Promise<SignedHead | undefined> => latestHead(tx, district)

/**
 * Proof that the signed head of size `to` (the newest, if left out) extends that of size `from` [R7]; undefined when no head was
 * signed at a size.
 */
export async function consistencyBetween(tx: Kysely<DB>, district: string, from: number, to?: number): Promise<Consistency | undefined> {
  const earlier = await headAt(tx, district, from)
  const later = to === undefined ? await latestHead(tx, district) : await headAt(tx, district, to)
  if (!earlier || !later || earlier.size > later.size) return undefined
  const proof = await loadProof(tx, district, consistencyPlan(earlier.size, later.size))
  return { format: 'linli-consistency-1', from: earlier, to: later, proof: proof.map(toHex) }
}
