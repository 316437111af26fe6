/** The seven steps of the guided path: who does each, and the page that it opens. */
import type { Tour, TourEntry } from './tour.ts'

export type StepName = 'say' | 'look' | 'decide' | 'come' | 'check' | 'judge' | 'see'
export type Step = { readonly name: StepName; readonly who: string; readonly seconds: number; readonly page: (tour: Tour,
  matter: string | null) => string }

const field = (_: Tour, matter: string | null): string => (matter === null ? '/field' : `/field/m/${matter}`)
const desk = (_: Tour, matter: string | null): string => (matter === null ? '/console' : `/console/m/${matter}`)

/** `who` is the key of somebody on the first page. */
export const STEPS: readonly Step[] = [
  { name: 'say', who: 'resident', seconds: 20, page: ({ door }) => `/d/${door}` },
  { name: 'look', who: 'captain', seconds: 20, page: field },
  { name: 'decide', who: 'secretary', seconds: 40, page: desk },
  { name: 'come', who: 'fire', seconds: 30, page: desk },
  { name: 'check', who: 'grid', seconds: 20, page: field },
  { name: 'judge', who: 'resident', seconds: 20, page: () => '/m' },
  { name: 'see', who: 'passer-by', seconds: 30, page: ({ compound }) => `/board/${compound}` },
]

/** Who does a step. */
export const personOf = (tour: Tour, step: Step): TourEntry | undefined => tour.entries.find(({ key }) => key === step.who)
