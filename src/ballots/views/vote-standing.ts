import type { Tx } from '../../kit/db.ts'
import { kindOf, loadVote, matterOf, stateOf } from '../store/votes.ts'
import type { Matter, VoteKind } from '../rules/vote.ts'
import { resultOf } from './vote-parts.ts'

export type VoteStanding = {
  readonly id: string; readonly kind: VoteKind; readonly item: Matter | null; readonly number: string; readonly title: string; readonly state: string; readonly decided: boolean; readonly passed: boolean
  /** Where it is held, and whose vote it is: a compound, building or staircase. */
  readonly place: string; readonly electorate: string
  /** Heads that agreed with the first question and heads that took part, once the result was posted. */
  readonly yes: number | null; readonly answers: number | null
}

/** How a vote stands, for what waits for it: decided once its result was posted or it was withdrawn. Null where the reader sees none. */
export async function voteStanding(tx: Tx, district: string, id: string): Promise<VoteStanding | null> {
  const row = await loadVote(tx, district, id)
  if (!row) return null
  const [posted, state] = [row.published_at !== null, stateOf(row)]
  const shown = posted && state !== 'withdrawn' ? resultOf(row)?.shown : undefined
  return { id, kind: kindOf(row), item: matterOf(row), place: row.place, electorate: row.electorate, number: row.number, title: row.title, state, decided: posted || state === 'withdrawn',
    passed: shown?.outcome === 'passed', yes: shown?.questions[0]?.options.find((one) => one.id === 'agree')?.heads ?? null, answers: shown?.tookPart.heads ?? null }
}
