import type { Visit } from './visit.ts'

/** What is counted of return visits. `visits` is the base: valid answers that are not left out. */
export type Counts = {
  readonly visits: number
  readonly reached: number
  readonly solved: number
  readonly satisfied: number
  readonly basically: number
  readonly unsatisfied: number
  /** Of the base: ended as 'unable' or 'explained', which never counts as solved. */
  readonly unable: number
  readonly explained: number
  /** Outside of the base. */
  readonly unreached: number
  readonly leftOut: number
}

export const COUNT_NAMES = ['visits', 'reached', 'solved', 'satisfied', 'basically', 'unsatisfied', 'unable', 'explained', 'unreached',
  'leftOut'] as const satisfies readonly (keyof Counts)[]

export const NOTHING: Counts = { visits: 0, reached: 0, solved: 0, satisfied: 0, basically: 0, unsatisfied: 0, unable: 0, explained: 0, unreached: 0,
  leftOut: 0 }

const of = (given: Partial<Counts>): Counts => ({ ...NOTHING, ...given })
const one = (is: boolean): number => (is ? 1 : 0)

/**
 * What one visit adds [R3]. Solved takes both: a solution that was claimed, and a yes to it. 'Unable' and 'explained' stand in the base with what
 * the reporter said of being reached, never as solved.
 */
export function countsOf(visit: Visit): Counts {
  if (visit.state === 'unreached') return of({ unreached: 1 })
  if (visit.state === 'left_out') return of({ leftOut: 1 })
  return of({
    visits: 1, reached: one(visit.reached), solved: one(visit.outcome === 'solved' && visit.solved),
    satisfied: one(visit.satisfied === 'yes'), basically: one(visit.satisfied === 'basically'), unsatisfied: one(visit.satisfied === 'no'),
    unable: one(visit.outcome === 'unable'), explained: one(visit.outcome === 'explained'),
  })
}

/** Adds up; `times` −1 takes away. */
export function added(left: Counts, right: Counts, times: 1 | -1 = 1): Counts {
  const sum = { ...left }
  for (const name of COUNT_NAMES) sum[name] += times * right[name]
  return sum
}

/** The sum of many counts. */
export const sumOf = (all: readonly Counts[]): Counts => all.reduce((sum, next) => added(sum, next), NOTHING)
