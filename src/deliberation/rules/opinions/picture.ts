/** A map as pages show it: groups, what they hold, what is common, and no way back to anybody. */
import type { OpinionMap } from './map.ts'
import { parameters } from './parameters.ts'
import { aboveHalf } from './proportions.ts'
import type { Side } from './representative.ts'
import type { Tally } from './tallies.ts'

type Dot = readonly [x: number, y: number]
/** Shares of a group, 0 to 1 in whole hundredths; null where fewer than five of it answered the statement. */
export type Shares = { readonly agree: number | null; readonly disagree: number | null; readonly pass: number | null }

export type Picture = {
  readonly version: string
  readonly seed: string
  readonly people: number
  readonly answers: number
  readonly groups: readonly {
    readonly id: number; readonly size: number; readonly dots: readonly Dot[]; readonly outline: readonly Dot[]
    readonly holds: readonly { readonly n: number; readonly side: Side; readonly share: number | null; readonly others: number | null }[]
  }[]
  readonly common: readonly { readonly n: number; readonly side: Side; readonly ground: number; readonly shares: readonly (number | null)[] }[]
  readonly undecided: readonly { readonly n: number; readonly shares: readonly Shares[] }[]
  readonly minority: readonly { readonly n: number; readonly agree: number; readonly seen: number }[]
  readonly table: readonly { readonly n: number; readonly agree: number; readonly disagree: number; readonly pass: number; readonly groups: readonly Shares[] }[]
  readonly apart: number
  readonly unplaced: number
}

/** Half of the picture's width in its own units: dots are whole numbers from -SPAN to SPAN. */
const SPAN = 100
const MOST_UNDECIDED = 3

const hundredths = (share: number): number => Math.round(share * 100) / 100
/** [OM17] A share of fewer than five answers would tell of single people. */
const shareIn = (some: number, seen: number): number | null => (seen < parameters.smallestGroup ? null : hundredths(some / seen))
const at = (list: Int32Array, column: number): number => list[column] ?? 0

function sharesOf(tally: Tally, column: number): Shares {
  const [seen, agree, disagree] = [at(tally.seen, column), at(tally.agree, column), at(tally.disagree, column)]
  return { agree: shareIn(agree, seen), disagree: shareIn(disagree, seen), pass: shareIn(seen - agree - disagree, seen) }
}

const byPlace = (a: Dot, b: Dot): number => a[0] - b[0] || a[1] - b[1]

/** The corners round dots that are sorted by place, against the clock (Andrew's monotone chain). */
function outlineOf(dots: readonly Dot[]): readonly Dot[] {
  const turn = (a: Dot, b: Dot, c: Dot): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
  const half = (list: readonly Dot[]): Dot[] => {
    const corners: Dot[] = []
    for (const dot of list) {
      for (;;) {
        const [a, b] = [corners.at(-2), corners.at(-1)]
        if (!a || !b || turn(a, b, dot) > 0) break
        corners.pop()
      }
      corners.push(dot)
    }
    return corners.slice(0, -1)
  }
  return dots.length < 3 ? dots : [...half(dots), ...half(dots.toReversed())]
}

/** Dots of each group: rounded, and sorted by where they lie, so that their order tells nothing of who came when. */
function dotsOf({ participants, groups }: OpinionMap): readonly (readonly Dot[])[] {
  const drawn = participants.filter(({ group }) => group !== null)
  const furthest = drawn.reduce((most, { x, y }) => Math.max(most, Math.abs(x), Math.abs(y)), 0)
  const scale = furthest > 0 ? SPAN / furthest : 0
  const whole = (value: number): number => Math.round(value * scale) + 0 // no -0
  return groups.map(({ id }) => drawn.filter(({ group }) => group === id).map(({ x, y }): Dot => [whole(x), whole(y)]).sort(byPlace))
}

const others = (tallies: readonly Tally[], own: number, side: Side, column: number): number | null => {
  const rest = tallies.filter((_, group) => group !== own)
  return shareIn(rest.reduce((sum, tally) => sum + at(tally[side], column), 0), rest.reduce((sum, tally) => sum + at(tally.seen, column), 0))
}

/** Whether a side is clearly taken by more than half of those who answered. */
const settled = (tally: Tally, column: number, side: Side): boolean =>
  aboveHalf(at(tally[side], column), at(tally.seen, column)) > parameters.significant

/** Statements that everybody was asked and no side clearly won, the most divided first. */
function undecidedOf(map: OpinionMap, taken: ReadonlySet<number>): readonly number[] {
  const { tally } = map
  const split = (column: number): number => Math.abs(at(tally.agree, column) - at(tally.disagree, column)) / at(tally.seen, column)
  return map.statements.map((_, column) => column)
    .filter((column) => !taken.has(column) && at(tally.seen, column) >= 2 * parameters.smallestGroup
      && !settled(tally, column, 'agree') && !settled(tally, column, 'disagree'))
    .sort((a, b) => split(a) - split(b) || a - b).slice(0, MOST_UNDECIDED)
}

/**
 * What pages show of a map. `numbers`: the group that a group is shown as (see `keptNumbers`). Who answered too little to be placed and who stands
 * apart are counted and not drawn. A statement that fewer than half agree to is always there: as what a group holds, as undecided, or as `minority`. [OM6] [OM17]
 */
export function pictureOf(map: OpinionMap, numbers: readonly number[] = map.groups.map(({ id }) => id)): Picture {
  const { statements, tally, participants } = map
  const n = (column: number): number => Number(statements[column])
  const dots = dotsOf(map)
  const order = map.groups.map(({ id }) => id).sort((a, b) => (numbers[a] ?? a) - (numbers[b] ?? b))
  const tallies = map.groups.map((group) => group.tally)
  const shownTallies = order.flatMap((id) => tallies[id] ?? [])
  const groups = order.flatMap((id) => map.groups[id] ?? []).map(({ id, size, representative }) => ({
    id: numbers[id] ?? id, size, dots: dots[id] ?? [], outline: outlineOf(dots[id] ?? []),
    holds: map.groups.length < 2 ? [] : representative.map(({ column, side, success, seen }) =>
      ({ n: n(column), side, share: shareIn(success, seen), others: others(tallies, id, side, column) })),
  }))
  const common = (['agree', 'disagree'] as const).flatMap((side) => map.common[side].map(({ column, ground }) =>
    ({ column, side, ground: hundredths(ground), shares: shownTallies.map((own) => sharesOf(own, column)[side]) })))
  const held = new Set([...common.filter(({ side }) => side === 'agree').map(({ column }) => column),
    ...map.groups.length < 2 ? [] : map.groups.flatMap(({ representative }) => representative.filter(({ side }) => side === 'agree').map(({ column }) => column))])
  const undecided = undecidedOf(map, held)
  const minority = statements.map((_, column) => column)
    .filter((column) => !held.has(column) && !undecided.includes(column) && at(tally.agree, column) > 0 && 2 * at(tally.agree, column) < at(tally.seen, column))
    .sort((a, b) => at(tally.agree, b) - at(tally.agree, a) || a - b)
  const pass = (column: number): number => at(tally.seen, column) - at(tally.agree, column) - at(tally.disagree, column)
  return {
    version: map.version, seed: map.seed, people: participants.length, answers: tally.seen.reduce((sum, seen) => sum + seen, 0), groups,
    common: common.map(({ column, ...rest }) => ({ n: n(column), ...rest })),
    undecided: undecided.map((column) => ({ n: n(column), shares: shownTallies.map((own) => sharesOf(own, column)) })),
    minority: minority.map((column) => ({ n: n(column), agree: at(tally.agree, column), seen: at(tally.seen, column) })),
    table: statements.map((_, column) => ({ n: n(column), agree: at(tally.agree, column), disagree: at(tally.disagree, column), pass: pass(column),
      groups: shownTallies.map((own) => sharesOf(own, column)) })),
    apart: map.apart, unplaced: participants.filter(({ group }) => group === null).length - map.apart,
  }
}
