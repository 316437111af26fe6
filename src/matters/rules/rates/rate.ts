import { countsOf, sumOf, type Counts } from './counts.ts'
import type { RatePack } from './pack.ts'
import type { Visit } from './visit.ts'
import { wilson } from './wilson.ts'

/**
 * A rate as a fraction of integers: `num` thousandths over `den` visits. `size` says what may be made of it: nothing, an interval without a figure,
 * or a figure. `permille` is rounded half up; it is given for a small base too, so that the hollow dot can be drawn.
 */
export type Rate = {
  readonly num: number
  readonly den: number
  readonly size: 'none' | 'small' | 'enough'
  readonly permille: number | null
  readonly low: number | null
  readonly high: number | null
  /** The interval is an approximation: the share is weighted. */
  readonly approximate: boolean
}

export type Rates = { readonly reached: Rate; readonly solved: Rate; readonly satisfied: Rate; readonly composite: Rate }

function rate(num: number, den: number, base: number, pack: RatePack, approximate = false): Rate {
  if (base === 0) return { num: 0, den: 0, size: 'none', permille: null, low: null, high: null, approximate }
  return {
    num, den, size: base < pack.values.minBase ? 'small' : 'enough', permille: Math.floor((2 * num + den) / (2 * den)),
    ...wilson(Math.floor((num * base) / den), base), approximate,
  }
}

/**
 * The three rates and their composite out of counts [R5]. Where there is no visit there is no rate, neither 0 nor 100 %. The composite stands over a
 * thousand times the visits, because its weights are thousandths: it too is an exact fraction.
 */
export function ratesOfCounts(counts: Counts, pack: RatePack): Rates {
  const { basicallyPermille, weights } = pack.values
  const [reached, solved] = [counts.reached * 1000, counts.solved * 1000]
  const satisfied = counts.satisfied * 1000 + counts.basically * basicallyPermille
  const composite = weights.reached * reached + weights.solved * solved + weights.satisfied * satisfied
  const base = counts.visits
  return {
    reached: rate(reached, base, base, pack), solved: rate(solved, base, base, pack), satisfied: rate(satisfied, base, base, pack, true),
    composite: rate(composite, base * 1000, base, pack, true),
  }
}

/** The three rates of visits, one by one: what the rollup has to come to. */
export const ratesOf = (visits: readonly Visit[], pack: RatePack): Rates => ratesOfCounts(sumOf(visits.map(countsOf)), pack)
