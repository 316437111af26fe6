/** Where buildings stand on our own sketch of their compound: whole metres to the east and to the south of a corner of ours (P28). [P15] */
import { ok, refuse, type Refusal, type Result } from '../../kit/pure.ts'

/** A building's place on the sketch. */
export type Spot = { readonly building: string; readonly x: number; readonly y: number }

/** A sketch is so many metres wide and high at the most. */
export const PLAN_METRES = 2000
/** Buildings stand at least so far apart, middle to middle, so that none hides another. */
export const PLAN_APART = 10

const outside: Refusal = {
  code: 'plan_outside', rule: 'P15', explain: { zh: `图上的位置是0到${PLAN_METRES}之间的整数米。`, en: `Places on the sketch are whole metres from 0 to ${PLAN_METRES}.` },
}
const over: Refusal = {
  code: 'plan_over', rule: 'P15', explain: { zh: `有两栋楼叠在一起，隔开${PLAN_APART}米以上再存。`, en: `Two buildings lie on each other: put them ${PLAN_APART} metres apart.` },
}

/** Pairs of buildings that lie on each other. */
export const onEachOther = (spots: readonly Spot[]): readonly (readonly [string, string])[] => spots.flatMap((one, at) => spots.slice(at + 1)
  .filter((other) => (one.x - other.x) ** 2 + (one.y - other.y) ** 2 < PLAN_APART ** 2).map((other) => [one.building, other.building] as const))

/** Whether buildings may be drawn so: each within the sketch, none on another. [P15] */
export function mayDraw(spots: readonly Spot[]): Result<true> {
  if (spots.some(({ x, y }) => [x, y].some((one) => !Number.isInteger(one) || one < 0 || one > PLAN_METRES))) return refuse(outside)
  return onEachOther(spots).length > 0 ? refuse(over) : ok(true)
}
