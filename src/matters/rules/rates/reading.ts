import { OUTCOMES, type Outcome, type Satisfied } from '../matter.ts'
import { countsOf, type Counts } from './counts.ts'
import { ratePackFor, type RatePack } from './pack.ts'
import { dayAt, periodOf } from './period.ts'
import { visitAfter, type Visit, type VisitEvent } from './visit.ts'

/** An act on a matter as the record holds it. `at` is in epoch milliseconds. */
export type ToldAct = {
  readonly kind: string; readonly at: number; readonly facts: { readonly [name: string]: unknown }
  readonly path: string | null; readonly compoundPath: string | null; readonly closedTo: readonly string[]
}

/** A visit with where it counts: month, place, whose work, what about. */
export type CountedVisit = Visit & {
  readonly period: string
  /** Path of the community and first label of the compound ('' outside of any), at the time of the act. */
  readonly community: string
  readonly compound: string
  readonly within: string
  readonly org: string
  readonly category: string
  readonly closedTo: readonly string[]
}

/** Stands for an organisation that the act does not name, as those before 2026-11 did not. */
export const NOBODY = '00000000-0000-0000-0000-000000000000'

const text = (fact: unknown): string | null => (typeof fact === 'string' ? fact : null)
const outcomeOf = (fact: unknown): Outcome | null => OUTCOMES.find(one => one === fact) ?? null
const satisfiedOf = (fact: unknown): Satisfied | null => (['yes', 'basically', 'no'] as const).find(one => one === fact) ?? null
const number = (fact: unknown): number => (typeof fact === 'number' ? fact : 0)

function eventOf({ kind, at, facts }: ToldAct, outcome: Outcome | null): VisitEvent | null {
  if (kind === 'matter.excluded') return { kind: 'left_out', ground: text(facts['ground']) ?? '' }
  if (kind === 'matter.visit_failed') return { kind: 'given_up', at, tries: number(facts['tries']) }
  if (kind !== 'matter.verdict') return null
  const solved = facts['solved']
  return {
    kind: 'judged', at, round: number(facts['round']), outcome: outcomeOf(facts['outcome']) ?? outcome, via: text(facts['via']),
    verdict: { reached: facts['reached'] === true, solved: typeof solved === 'boolean' ? solved : null, satisfied: satisfiedOf(facts['satisfied']) },
  }
}

type Where = Pick<CountedVisit, 'community' | 'compound' | 'within' | 'org' | 'category'>
type Reading = { visit: Visit | null; where: Where | null; filedAt: number | null; category: string | null; outcome: Outcome | null }

function whereOf(act: ToldAct, read: Reading): Where {
  const within = act.path ?? ''
  return {
    within, community: within.split('.').slice(0, 3).join('.'), compound: act.compoundPath?.split('.')[0] ?? '',
    org: text(act.facts['org']) ?? NOBODY, category: text(act.facts['category']) ?? read.category ?? 'other',
  }
}

function readAct(read: Reading, act: ToldAct): Reading {
  if (act.kind === 'matter.filed') return { ...read, filedAt: act.at, category: text(act.facts['category']) }
  if (act.kind === 'matter.finish') return { ...read, outcome: outcomeOf(act.facts['outcome']) ?? read.outcome }
  const event = eventOf(act, read.outcome)
  const visit = event === null ? read.visit : visitAfter(read.visit, event)
  return { ...read, visit, where: visit === read.visit || event?.kind === 'left_out' ? read.where : whereOf(act, read) }
}

type PackOn = (day: string) => RatePack | null

/**
 * Reads all acts of one matter, in the order of the record, into its visit; null when there is none. Worked out from acts alone, so that the rollup
 * can be checked against them [R4]. What was ever closed to the street stands in no rate: with two totals one could tell it by the difference [R8].
 */
export function visitFrom(district: string, acts: readonly ToldAct[], packOn: PackOn = day => ratePackFor(district, day)): CountedVisit | null {
  const { visit, where, filedAt } = acts.reduce(readAct, { visit: null, where: null, filedAt: null, category: null, outcome: null })
  const closedTo = acts.at(-1)?.closedTo ?? []
  if (visit === null || where === null || acts.some(act => act.closedTo.includes('street'))) return null
  const pack = packOn(dayAt(visit.at))
  if (pack === null) return null
  const { month } = periodOf(pack.values.monthOf === 'filed' ? filedAt ?? visit.at : visit.at, pack)
  return { ...visit, ...where, period: month, closedTo: closedTo.filter(one => one !== 'board' && one !== 'public').sort() }
}

/** The row of the rollup that a visit counts in. */
export type RateCell = Pick<CountedVisit, 'period' | 'community' | 'compound' | 'org' | 'category'> & { readonly ground: string }

/** The row of a visit, and what it adds there. */
export const cellOf = ({ period, community, compound, org, category, ...visit }: CountedVisit): { readonly cell: RateCell;
  readonly counts: Counts } =>
  ({ cell: { period, community, compound, org, category, ground: visit.ground ?? '' }, counts: countsOf(visit) })

/** A name of a row, for maps. */
export const cellName = (cell: RateCell): string => [cell.period, cell.community, cell.compound, cell.org, cell.category, cell.ground].join('|')
