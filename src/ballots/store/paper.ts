/** What the ballot of a vote asks: never changed once it was posted, so it is kept in memory while votes come in. */
import type { Tx } from '../../kit/db.ts'
import type { Asked } from '../rules/life/index.ts'
import type { VoteKind } from '../rules/vote.ts'
import { heldByOf, kindOf, loadVote } from './votes.ts'

export type Option = { readonly id: string; readonly label: string; readonly cost?: number }
export type Question = { readonly n: number; readonly title: string; readonly words: string; readonly pick: number; readonly options: readonly Option[] }
/** The ballot paper of a vote in rules' words. `once`: the first expression holds, another is not taken on the phone. */
export type BallotPaper = { readonly kind: VoteKind; readonly asked: readonly Asked[]; readonly once: boolean }

/** The questions of a vote in order. */
export async function questionsOf(tx: Tx, district: string, vote: string): Promise<readonly Question[]> {
  const rows = await tx.selectFrom('vote_question').select(['n', 'title', 'words', 'pick', 'options']).where('district', '=', district)
    .where('vote', '=', vote).orderBy('n').execute()
  return rows.map(({ options, ...row }) => ({ ...row, options: options as unknown as readonly Option[] })) // written by start-vote.ts alone
}

export const askedOf = (questions: readonly Question[]): readonly Asked[] =>
  questions.map(({ n, pick, options }) => ({ n, pick, options: options.map(({ id }) => id) }))

const KEPT = 200
const kept = new Map<string, BallotPaper>()

/** The ballot paper of a vote that was opened; null where there is none. From memory after the first time: it does not change any more. */
export async function ballotPaper(tx: Tx, district: string, vote: string): Promise<BallotPaper | null> {
  const known = kept.get(vote)
  if (known) return known
  const row = await loadVote(tx, district, vote)
  if (!row) return null
  const paper = { kind: kindOf(row), asked: askedOf(await questionsOf(tx, district, vote)), once: heldByOf(row).rule.holds === 'first' }
  if (row.state === 'open') {
    if (kept.size >= KEPT) kept.clear()
    kept.set(vote, paper)
  }
  return paper
}
