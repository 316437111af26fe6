/** The receipt of a sealed ballot: that it is in, never how (P11). Anybody who knows a commitment may ask: it tells nothing else. */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { receiptOf } from '../../record/index.ts'
import { ballotReceipt, sealTree } from '../sealing/index.ts'
import { commitmentsOf } from '../store/choices.ts'

type SealedTree = ReturnType<typeof sealTree>
const KEPT = 8
const trees = new Map<string, SealedTree>()

/** The tree of a sealed vote. It never changes: the last few are kept. 100,000 ballots take about a second to plant. */
async function treeOf(tx: Tx, district: string, vote: string): Promise<SealedTree> {
  const known = trees.get(vote)
  if (known) return known
  const tree = sealTree(await commitmentsOf(tx, { district, vote }))
  const oldest = trees.keys().next()
  if (trees.size >= KEPT && !oldest.done) trees.delete(oldest.value)
  trees.set(vote, tree)
  return tree
}

/** The record's receipt of the act that sealed a vote; null while the record has not sealed that act. */
export async function sealedReceiptOf(tx: Tx, district: string, vote: string): Promise<object | null> {
  const act = await tx.selectFrom('act').select('id').where('district', '=', district).where('subject_id', '=', vote).where('kind', '=', 'ballots.sealed')
    .executeTakeFirst()
  const state = act ? await receiptOf(tx, district, act.id) : null
  return state?.state === 'sealed' ? state.receipt : null
}

export type ReceiptView = { readonly sealed: boolean; readonly closesAt: string | null; readonly receipt: ReturnType<typeof ballotReceipt> | null }

/** The receipt of a commitment (64 hexadecimal digits), or when the vote closes while it is not sealed; null where no vote knows it. As the clock. */
export async function receiptFor(tx: Tx, district: string, commitment: string): Promise<ReceiptView | null> {
  const bytes = Buffer.from(commitment, 'hex')
  const { rows } = await sql<{ id: string; closes_at: Date | null; root: Buffer | null }>`select v.id, v.closes_at, v.root from vote v
    where v.district = ${district} and exists (select from choice c where c.district = v.district and c.vote = v.id and c.commitment = ${bytes}) limit 1`.execute(tx)
  const [vote] = rows
  if (!vote) return null
  const anchored = vote.root === null ? null : await sealedReceiptOf(tx, district, vote.id)
  if (anchored === null) return { sealed: false, closesAt: vote.closes_at?.toISOString() ?? null, receipt: null }
  const receipt = ballotReceipt(await treeOf(tx, district, vote.id), vote.id, commitment, anchored)
  return { sealed: true, closesAt: vote.closes_at?.toISOString() ?? null, receipt: receipt ?? null }
}
