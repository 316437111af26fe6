/** What the page of the rates shows, kept in the address so that it can be sent, kept and gone back to. */
import { useRouter, useSearch } from '@tanstack/react-router'
import type { Measure, RateCut, VisitSet } from './rates-api.ts'

const SETS: readonly VisitSet[] = ['judged', 'reached', 'not_reached', 'solved', 'not_solved', 'satisfied', 'basically', 'unsatisfied', 'left_out',
  'unreached']
const CUTS: readonly RateCut[] = ['community', 'compound', 'party', 'category']
const MEASURES: readonly Measure[] = ['reached', 'solved', 'satisfied']
/** What the column at the right holds: visits, or requests to leave a judgment out. */
export type Pane = VisitSet | 'exclusions' | 'waiting'

export type RatesSearch = {
  readonly place: string | undefined; readonly by: RateCut | undefined; readonly period: string | undefined
  /** Row whose figure is open; undefined: that of all rows. */
  readonly key: string | undefined
  readonly measure: Measure
  readonly pane: Pane | undefined
  readonly table: boolean
}

/** The filters that the address holds. */
export function useRatesSearch(): RatesSearch {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const text = (name: string): string | undefined => (search[name] === undefined || search[name] === '' ? undefined : String(search[name]))
  const pane = text('pane')
  return {
    place: text('place'), period: text('period'), key: search['key'] === undefined ? undefined : String(search['key']),
    by: CUTS.find((one) => one === text('by')), measure: MEASURES.find((one) => one === text('measure')) ?? 'solved',
    pane: SETS.find((one) => one === pane) ?? (pane === 'exclusions' || pane === 'waiting' ? pane : undefined), table: text('table') !== undefined,
  }
}

/** Changes filters in the address, in place. What is set to undefined is taken out. */
export function useChangeRates(search: RatesSearch): (part: Partial<RatesSearch>) => void {
  const router = useRouter()
  return (part) => {
    const { table, measure, ...rest } = { ...search, ...part }
    const pairs = Object.entries({ ...rest, measure: measure === 'solved' ? undefined : measure, table: table ? 'yes' : undefined })
    const asked = new URLSearchParams(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined))
    router.history.replace(`/console/rates${asked.size > 0 ? `?${asked}` : ''}`)
  }
}
