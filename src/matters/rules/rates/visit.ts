import type { Outcome, Satisfied, Verdict } from '../matter.ts'
import { isValid } from '../verdict.ts'

const isJudgment = (verdict: Verdict): boolean => isValid(verdict)

/**
 * One return visit: what the reporter of one matter said last. What was joined or merged keeps a visit for each reporter: each is a matter
 * of its own.
 * `judged`: in the base, unless left out; `unreached`: nobody could be asked.
 */
export type Visit = {
  readonly state: 'judged' | 'left_out' | 'unreached'
  readonly round: number
  /** Epoch milliseconds of the last judgment, or of giving up. */
  readonly at: number
  readonly reached: boolean
  readonly solved: boolean
  readonly satisfied: Satisfied | null
  readonly outcome: Outcome | null
  readonly via: string | null
  readonly tries: number
  readonly ground: string | null
}

/** What happens to a visit, as the record of acts tells it. */
export type VisitEvent =
  | { readonly kind: 'judged'; readonly at: number; readonly round: number; readonly verdict: Verdict; readonly outcome: Outcome | null
    readonly via: string | null }
  | { readonly kind: 'given_up'; readonly at: number; readonly tries: number }
  | { readonly kind: 'left_out'; readonly ground: string }

/**
 * A visit after one more event; null while there is none [R4]. The last given judgment stands: that of a later round takes the place of the earlier,
 * whatever order they are heard in, and silence or a failed visit after a reopening leaves the earlier one standing. Who found nobody to ask and says
 * so at the door has not judged: that is a failed visit too.
 */
export function visitAfter(visit: Visit | null, event: VisitEvent): Visit | null {
  if (event.kind === 'left_out') {
    return visit?.state === 'judged' ? { ...visit, state: 'left_out', ground: event.ground } : visit
  }
  const judged = visit !== null && visit.state !== 'unreached'
  if (event.kind === 'given_up') {
    return judged ? visit : {
      state: 'unreached', round: 0, at: event.at, reached: false, solved: false, satisfied: null, outcome: null, via: null, tries: event.tries,
      ground: null,
    }
  }
  if (!isJudgment(event.verdict)) return event.verdict.reached ? visit : visitAfter(visit, { kind: 'given_up', at: event.at, tries: 0 })
  if (judged && event.round < visit.round) return visit
  const { reached, solved, satisfied } = event.verdict
  return {
    state: 'judged', round: event.round, at: event.at, reached, solved: solved === true, satisfied, outcome: event.outcome, via: event.via,
    tries: visit?.tries ?? 0, ground: null,
  }
}
