/** Counting an election: votes of each candidate by area and heads, who has both majorities, in which order. What anybody is a member of is unknown here. */
import { afterEvents, type CountEvent, type Trace } from '../events.ts'
import { holdingOf, type Conflict, type Invalid } from '../holding.ts'
import type { Thresholds } from '../items.ts'
import { reaches } from '../share.ts'
import { turnoutOf, type Turnout } from '../turnout.ts'
import type { Expression, Holds, Measure } from '../vote.ts'

/**
 * `options`: candidates in the order of the paper; `most`: how many may be marked; `lots`: ids in the order in which ties fall, as drawn. The content
 * of an expression is ids joined by ',', '' for a ballot that marks nobody, which takes part.
 */
export type ElectionInput = {
  readonly options: readonly string[]
  readonly most: number
  readonly seats: number
  readonly reserves: number
  readonly totals: Measure
  readonly thresholds: Thresholds
  readonly holds: Holds
  readonly rankBy: 'heads' | 'area'
  readonly lots: readonly string[]
  readonly expressions: readonly Expression[]
  readonly events: readonly CountEvent[]
}

/** Who are equal by both counts across the line between seats, reserves and the rest. `decided` by the lot; false while no lot names them. */
export type Tie = { readonly candidates: readonly string[]; readonly decided: boolean }
export type ElectionResult = {
  readonly outcome: 'elected' | 'no_quorum' | 'stayed'
  readonly participation: Turnout
  readonly votes: Readonly<Record<string, Measure>>
  /** Who has the majority of both counts, in order. */
  readonly majority: readonly string[]
  readonly elected: readonly string[]
  readonly reserves: readonly string[]
  /** Seats that nobody with a majority fills. */
  readonly open: number
  readonly ties: readonly Tie[]
  readonly conflicts: readonly Conflict[]
  readonly invalid: readonly Invalid[]
  readonly trace: readonly Trace[]
}

const NOTHING: Measure = { area: 0, heads: 0 }
const plus = (one: Measure, other: Measure): Measure => ({ area: one.area + other.area, heads: one.heads + other.heads })
const marks = (content: string): readonly string[] => (content === '' ? [] : content.split(','))
const same = (one: Measure, other: Measure): boolean => one.area === other.area && one.heads === other.heads

function votesOf(options: readonly string[], held: readonly Expression[]): Readonly<Record<string, Measure>> {
  const votes = new Map(options.map((id) => [id, NOTHING]))
  for (const one of held) for (const id of marks(one.content)) votes.set(id, plus(votes.get(id) ?? NOTHING, one))
  return Object.fromEntries(votes)
}

/** Groups of equal candidates that the line after the first `places` goes through. */
function tieAt(places: number, ranked: readonly string[], of: (id: string) => Measure, lots: readonly string[]): Tie | null {
  const [last, next] = [ranked[places - 1], ranked[places]]
  if (last === undefined || next === undefined || !same(of(last), of(next))) return null
  const candidates = ranked.filter((id) => same(of(id), of(last)))
  return { candidates, decided: candidates.every((id) => lots.includes(id)) }
}

/** Who gets places from `from` to `to` of the order: nobody whose place hangs on a lot that is not drawn. */
const placed = (ranked: readonly string[], from: number, to: number, ties: readonly Tie[]): readonly string[] =>
  ranked.slice(from, to).filter((id) => !ties.some(({ candidates, decided }) => !decided && candidates.includes(id)))

/**
 * [B70] The result of an election: with both quorums, whoever has the majority of both counts of those who took part, in the order of one count, then
 * the other, then the lot. Throws RangeError as a motion's count does. Source: 民法典第二百七十八条.
 */
export function countElection(input: ElectionInput): ElectionResult {
  const { options, lots, thresholds } = input
  const after = afterEvents(input.totals, input.expressions, input.events)
  const isValid = (content: string): boolean => {
    const ids = marks(content)
    return ids.length <= input.most && new Set(ids).size === ids.length && ids.every((id) => options.includes(id))
  }
  const { held, conflicts, invalid } = holdingOf(after.expressions, input.holds, isValid)
  const votes = votesOf(options, held)
  const of = (id: string): Measure => votes[id] ?? NOTHING
  const took = held.reduce(plus, NOTHING)
  if (took.area > after.totals.area || took.heads > after.totals.heads) throw new RangeError('more took part than the register holds')
  const participation = turnoutOf(after.totals, took, thresholds)
  const [first, second] = input.rankBy === 'heads' ? ['heads', 'area'] as const : ['area', 'heads'] as const
  const has = (id: string): boolean => of(id).heads > 0 && of(id).area > 0
    && reaches(of(id).area, took.area, thresholds.majority.value) && reaches(of(id).heads, took.heads, thresholds.majority.value)
  const ranked = options.filter(has)
    .sort((one, other) => of(other)[first] - of(one)[first] || of(other)[second] - of(one)[second] || lots.indexOf(one) - lots.indexOf(other))
  const quorum = participation.reached.area && participation.reached.heads
  const outcome = after.stayed ? 'stayed' : quorum ? 'elected' : 'no_quorum'
  const lines = [input.seats, input.seats + input.reserves].flatMap((places) => tieAt(places, ranked, of, lots) ?? [])
  const ties = lines.filter(({ candidates }, n) => n === 0 || candidates[0] !== lines[0]?.candidates[0])
  const elected = outcome === 'elected' ? placed(ranked, 0, input.seats, ties) : []
  return {
    outcome, participation, votes, majority: ranked, elected, ties: outcome === 'elected' ? ties : [], conflicts, invalid, trace: after.trace,
    reserves: outcome === 'elected' ? placed(ranked, input.seats, input.seats + input.reserves, ties) : [], open: input.seats - elected.length,
  }
}
