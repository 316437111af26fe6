/** What waits for somebody: for a ruling, for money, for three answers. */
import { useItems, type Confirmed } from '../../course-api.ts'
import type { Card } from '../../staff-api.ts'

export type ToRule = Card & { readonly objection: { readonly id: string; readonly by: string; readonly ground: string; readonly said: string
  readonly forced: boolean; readonly at: string; readonly due: string | null } }
/** What waits for a ruling of the street, oldest first. */
export const useRulings = (enabled = true) => useItems<ToRule>(['list', 'rulings'], '/api/v1/rulings?limit=100', enabled)
/** What did not satisfy twice, newest first. */
export const useUnhappyTwice = (enabled = true) => useItems<Card>(['list', 'unhappy-twice'], '/api/v1/unhappy-twice?limit=100', enabled)
export type AsideCard = Card & { readonly path?: string | null; readonly suspendedAt?: string | null }
/** What is put aside, by the day of review. */
export const useSuspended = () => useItems<AsideCard>(['list', 'suspended'], '/api/v1/suspended?limit=100')
export type ReturnVisit = Card & { readonly tried: number; readonly verified: Confirmed | null; readonly reporter: Readonly<Record<string, string>> | null }
/** Whom to ask the three questions, the longest waiting first. */
export const useReturnVisits = () => useItems<ReturnVisit>(['list', 'return-visits'], '/api/v1/return-visits?limit=100')
