import type { Kysely } from 'kysely'
import type { DB } from '../../kit/tables.gen.ts'
import { toHex } from '../rules/bytes.ts'
import { inclusionPlan } from '../rules/proofs.ts'
import { latestHead, type SignedHead } from '../store/heads.ts'
import { loadProof } from '../store/tree.ts'
import type { Opening } from '../store/append-commitments.ts'

/** Proof that an act that is shown to nobody else stands in the record, for packages/recount: format in docs/record-format.md. */
export type OpenedAct = {
  readonly format: 'linli-opening-1'
  readonly salt: string
  readonly act: string
  readonly leaf: string
  readonly index: number
  readonly proof: readonly string[]
  readonly head: SignedHead
}

/**
 * The proof that `opening` was committed to by the commitment `id`, under the newest head; undefined until it is sealed, and for an id that
 * is no commitment. Anybody may ask for any commitment: without the opening it proves nothing.
 */
export async function openedAct(tx: Kysely<DB>, district: string, id: string, { salt, act }: Opening): Promise<OpenedAct | undefined> {
  const row = await tx.selectFrom('commitment')
    .innerJoin('leaf', (join) => join.onRef('leaf.district', '=', 'commitment.district').onRef('leaf.act', '=', 'commitment.id'))
    .select(['commitment.leaf', 'leaf.idx']).where('commitment.district', '=', district).where('commitment.id', '=', id).executeTakeFirst()
  const head = row ? await latestHead(tx, district) : undefined
  if (!row || !head) return undefined
  const index = Number(row.idx)
  const proof = await loadProof(tx, district, inclusionPlan(index, head.size))
  return { format: 'linli-opening-1', salt, act, leaf: row.leaf, index, proof: proof.map(toHex), head }
}
