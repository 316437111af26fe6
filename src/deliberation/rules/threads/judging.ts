/** Which time a thread is judged: taken back to be done again, it is judged anew. [DT13] */
import type { Step } from './words.ts'

export type Walked = { readonly step: Step; readonly at: number }
export type Judging = {
  /** Counts from 1; before it is judged, the round that comes. */
  readonly round: number
  /** When it was last taken back from judging, epoch milliseconds: what was judged before counts no longer. Null: never. */
  readonly since: number | null
}

/** The round of judging of a thread that took these steps, in order. Only verdicts of this round count. */
export function judgingOf(steps: readonly Walked[]): Judging {
  const judged = steps.filter(({ step }) => step === 'judge').length
  const back = steps.filter(({ step }, n) => step === 'do' && steps[n - 1]?.step === 'judge').at(-1)
  const now = steps.at(-1)?.step
  return { round: now === 'judge' || now === 'ended' ? Math.max(1, judged) : judged + 1, since: back?.at ?? null }
}
