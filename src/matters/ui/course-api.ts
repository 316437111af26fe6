/** Whose it is, until when and what it rests on: shapes and calls of rulings, what is put aside, return visits. */
import { useQuery } from '@tanstack/react-query'
import { request } from '../../ui-kit/index.ts'
import type { Card } from './staff-api.ts'

export type BasisKind = 'law' | 'contract' | 'list' | 'agreement'
export type Confirmed = 'eyes' | 'neighbour' | 'photo' | 'overdue'
/** What an outcome rests on, the way to the money while it is put aside, who confirmed it, how often nobody was reached. */
export type RestsOn = {
  readonly moneyPath: string | null; readonly verified: Confirmed | null; readonly tried: number
  readonly basis: { readonly kind: BasisKind; readonly text: string } | null
}
/** Of one matter besides: whom the street named, who is to verify, and what waits for an answer. */
export type Course = RestsOn & {
  readonly ruledTo: string | null; readonly verifier: string | null; readonly accountableOrg: string
  readonly extension: { readonly org: string; readonly own: boolean; readonly days: number; readonly why: string; readonly at: string } | null
  readonly objection: { readonly org: string; readonly ground: string; readonly said: string; readonly forced: boolean; readonly at: string } | null
}

export type Precedent = {
  readonly id: string; readonly sameType: boolean; readonly owner: string; readonly ownerOrg: string; readonly ownerKind: string; readonly fromKind: string
  readonly ruling: 'upheld' | 'rejected'; readonly why: string; readonly basis: string; readonly at: string
}
type Items<T> = { readonly items: readonly T[] }

const useItems = <T>(key: readonly string[], path: string, enabled = true) => useQuery({
  queryKey: ['matters', ...key], enabled, queryFn: async ({ signal }) => (await request<Items<T>>('GET', path, { signal })).items,
})

/** What was ruled before on such matters, the nearest first. */
export const usePrecedents = (id: string) => useItems<Precedent>(['precedents', id], `/api/v1/matters/${id}/precedents`)

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
