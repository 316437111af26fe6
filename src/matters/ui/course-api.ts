/** Whose it is, until when and what it rests on: what stands on a matter besides, and what was ruled before. */
import { useQuery } from '@tanstack/react-query'
import { request } from '../../ui-kit/index.ts'

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
  /** How many times more time may still be granted. */
  readonly extensionsLeft: number
  readonly objection: { readonly org: string; readonly ground: string; readonly said: string; readonly forced: boolean; readonly at: string } | null
}

export type Precedent = {
  readonly id: string; readonly sameType: boolean; readonly owner: string; readonly ownerOrg: string; readonly ownerKind: string;
    readonly fromKind: string
  readonly ruling: 'upheld' | 'rejected'; readonly why: string; readonly basis: string; readonly at: string
}
type Items<T> = { readonly items: readonly T[] }

/** Reads a list whole, under a key below matters'. */
export const useItems = <T>(key: readonly string[], path: string, enabled = true) => useQuery({
  queryKey: ['matters', ...key], enabled, queryFn: async ({ signal }) => (await request<Items<T>>('GET', path, { signal })).items,
})

/** What was ruled before on such matters, the nearest first. */
export const usePrecedents = (id: string) => useItems<Precedent>(['precedents', id], `/api/v1/matters/${id}/precedents`)
