/** What each group holds: statements on which it is of one mind, and of another mind than the rest. */
import { parameters } from './parameters.ts'
import { aboveHalf, aboveOther, shareOf } from './proportions.ts'
import type { Tally } from './tallies.ts'

export type Side = 'agree' | 'disagree'

/** Why a statement stands for a group: `success` of `seen` in the group took this side; `times` is its share against that of the others. */
export type Representative = {
  readonly column: number
  readonly side: Side
  readonly success: number
  readonly seen: number
  readonly share: number
  readonly sure: number
  readonly times: number
  readonly surer: number
}

type Figures = {
  readonly column: number
  readonly counts: readonly [agree: number, disagree: number]
  readonly agree: Representative
  readonly disagree: Representative
}

function sideOf(side: Side, column: number, own: Tally, others: readonly Tally[]): Representative {
  const success = own[side][column] ?? 0
  const seen = own.seen[column] ?? 0
  const [otherSuccess, otherSeen] = others.reduce(([s, n], tally) => [s + (tally[side][column] ?? 0), n + (tally.seen[column] ?? 0)], [0, 0])
  const share = shareOf(success, seen)
  return {
    column, side, success, seen, share, sure: aboveHalf(success, seen),
    times: share / shareOf(otherSuccess, otherSeen), surer: aboveOther(success, seen, otherSuccess, otherSeen),
  }
}

const isSure = (z: number): boolean => z > parameters.significant
const passes = ({ sure, surer }: Representative): boolean => isSure(surer) && isSure(sure)
/** The side that tells the group apart more; of equals disagreement. */
const stronger = ({ agree, disagree }: Figures): Representative => (agree.surer > disagree.surer ? agree : disagree)
const strength = ({ times, surer, share, sure }: Representative): number => times * surer * share * sure

/** Whether a statement says better than `best` what the group agrees to. */
function agreedBetter({ counts, agree }: Figures, best: Representative | undefined): boolean {
  if (counts[0] === 0 && counts[1] === 0) return false
  if (!best) return isSure(agree.sure) || (agree.times > 1 && agree.share > 0.5)
  if (best.times > 1) return strength(agree) > strength(best)
  return agree.share * agree.sure > best.share * best.sure
}

/** One group's statements: what it agrees to most clearly, then what tells it apart, at most five, agreement before disagreement, at least one. */
function ofGroup(figures: readonly Figures[]): readonly Representative[] {
  let [agreed, any]: [Figures | undefined, Representative | undefined] = [undefined, undefined]
  for (const figure of figures) {
    const both = stronger(figure)
    if (!any || both.surer > any.surer) any = both
    if (agreedBetter(figure, agreed?.agree)) agreed = figure
  }
  const first = agreed ? stronger(agreed) : any
  if (!first) return []
  const telling = figures.filter(({ agree, disagree }) => passes(agree) || passes(disagree)).map(stronger)
    .filter(({ column }) => column !== first.column)
  const ranked = telling.sort((a, b) => strength(b) - strength(a))
  const kept = [first, ...ranked].slice(0, parameters.representative)
  return [...kept.filter(({ side }) => side === 'agree'), ...kept.filter(({ side }) => side === 'disagree')]
}

/**
 * Representative statements of each group, against all other groups together. `tallies` are the groups' counts. [OM7]
 * Source: the reference server's rule (one- and two-proportion tests at 90 %, rank by their product), its constants included.
 */
export function representativeOf(tallies: readonly Tally[]): readonly (readonly Representative[])[] {
  return tallies.map((own) => {
    const others = tallies.filter((tally) => tally !== own)
    return ofGroup(Array.from(own.seen, (_, column): Figures => ({
      column, counts: [own.agree[column] ?? 0, own.disagree[column] ?? 0],
      agree: sideOf('agree', column, own, others), disagree: sideOf('disagree', column, own, others),
    })))
  })
}
