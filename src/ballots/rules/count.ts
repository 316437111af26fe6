/** Counting a motion: who took part, who agreed, what came of it and why. Exact, and the same whatever order the ballots come in. */
import { reasonsOf } from './count-reasons.ts'
import type { Majorities, MotionOutcome, MotionResult, Sides } from './count-result.ts'
import { afterEvents, type CountEvent } from './events.ts'
import { holdingOf } from './holding.ts'
import type { Thresholds } from './items.ts'
import { leastOf, reaches } from './share.ts'
import { turnoutOf, type Turnout } from './turnout.ts'
import { CHOICES, type Choice, type Decided, type Expression, type Holds, type Measure, type Silence } from './vote.ts'

/**
 * Everything that a count rests on. `totals`: the frozen register. `silentDelivered`: all heads together that said nothing and to whom the ballot was
 * delivered with proof; counted only where `silence` says so. `expressions`: for one question, a content of '' being a ballot that leaves it open.
 */
export type MotionInput = {
  readonly item: Decided
  readonly totals: Measure
  readonly thresholds: Thresholds
  readonly holds: Holds
  readonly silence: Silence
  readonly silentDelivered: Measure
  readonly expressions: readonly Expression[]
  readonly events: readonly CountEvent[]
}

export type { MotionResult } from './count-result.ts'

const NOTHING: Measure = { area: 0, heads: 0 }
const plus = (one: Measure, other: Measure): Measure => ({ area: one.area + other.area, heads: one.heads + other.heads })
const sum = (all: readonly Measure[]): Measure => all.reduce(plus, NOTHING)
const isChoice = (word: string): word is Choice => CHOICES.some((choice) => choice === word)

/** The choice that has more area and more heads than each other one; null where no choice has. */
function ahead(sides: Sides): Choice | null {
  return CHOICES.find((one) => CHOICES.every((other) => other === one
    || (sides[one].area > sides[other].area && sides[one].heads > sides[other].heads))) ?? null
}

type Spoken = { readonly sides: Sides; readonly took: Measure; readonly silentWith: Choice | null }

/** [B14] What silence with proof of delivery adds: nothing, or taking part, or the side that is ahead by both counts. */
function withSilence(sides: Sides, silence: Silence, silent: Measure): Spoken {
  const took = sum(CHOICES.map((choice) => sides[choice]))
  // where nobody spoke there is no vote that silence could be part of
  if (silence === 'not_counted' || took.heads === 0) return { sides, took, silentWith: null }
  const leader = silence === 'with_majority' ? ahead(sides) : null
  return {
    sides: leader ? { ...sides, [leader]: plus(sides[leader], silent) } : sides,
    took: plus(took, silent), silentWith: leader,
  }
}

function majoritiesOf({ sides, took, silentWith }: Spoken, { majority }: Thresholds): Majorities {
  const need = { area: Math.max(1, leastOf(took.area, majority.value)), heads: Math.max(1, leastOf(took.heads, majority.value)) }
  const { agree } = sides
  return {
    sides, silentWith, need,
    short: { area: Math.max(0, need.area - agree.area), heads: Math.max(0, need.heads - agree.heads) },
    reached: {
      area: agree.area > 0 && reaches(agree.area, took.area, majority.value),
      heads: agree.heads > 0 && reaches(agree.heads, took.heads, majority.value),
    },
  }
}

function outcomeOf(stayed: boolean, quorum: Turnout['reached'], majority: Majorities['reached']): MotionOutcome {
  if (stayed) return 'stayed'
  if (!quorum.area || !quorum.heads) return 'no_quorum'
  return majority.area && majority.heads ? 'passed' : 'not_passed'
}

/**
 * [B15] The result of one question of a motion: quorum of both counts over the whole register, then the majority of both counts over those who took
 * part. Abstaining is taking part; a ballot without a valid choice is not, so that nothing but choices makes a quorum. Throws RangeError when the input
 * cannot be a count: parts of numbers, two weights of one elector, or more taking part than the register holds.
 * Source: 民法典第二百七十八条第二款, interpretation on building ownership arts 8 and 9.
 */
export function countMotion(input: MotionInput): MotionResult {
  const { thresholds } = input
  const after = afterEvents(input.totals, input.expressions, input.events)
  const { held, conflicts, invalid } = holdingOf(after.expressions, input.holds, (content) => content === '' || isChoice(content))
  const of = (choice: Choice): Measure => sum(held.filter(({ content }) => content === choice))
  const said = { agree: of('agree'), against: of('against'), abstain: of('abstain') }
  const spoken = withSilence(said, input.silence, input.silentDelivered)
  const { took } = spoken
  if (took.area > after.totals.area || took.heads > after.totals.heads) throw new RangeError('more took part than the register holds')
  const participation = turnoutOf(after.totals, took, thresholds)
  const majorities = majoritiesOf(spoken, thresholds)
  const outcome = outcomeOf(after.stayed, participation.reached, majorities.reached)
  const counted = { outcome, participation, majorities, conflicts, invalid, trace: after.trace }
  return {
    ...counted, missing: participation.missing,
    reasons: reasonsOf({ ...counted, item: input.item, thresholds, silence: input.silence, silent: input.silentDelivered }),
    unmarked: held.filter(({ content }) => content === '').map(({ elector }) => elector),
  }
}
