/** What a community measures, as its page reads and writes it. Days are 'YYYY-MM-DD'. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Said } from '../../../../kit/pure.ts'
import { request, useAct } from '../../../../ui-kit/index.ts'
import type { Fit, Norm } from '../../../rules/sizing/index.ts'

export type Area = {
  readonly kind: 'community' | 'grid' | 'small_grid'; readonly id: string; readonly name: string; readonly area: string | null;
  readonly homes: number; readonly known: number
  readonly people: number | null; readonly staff: number; readonly captains: number; readonly captainsThere: number; readonly fit: Fit
}
export type Captain = { readonly post: string; readonly title: string; readonly place: string; readonly placeName: string; readonly homes: number;
  readonly held: boolean
  readonly fit: Fit }
export type Building = {
  readonly id: string; readonly name: string; readonly no: string; readonly compound: string; readonly compoundName: string;
  readonly grid: string | null
  readonly homes: number; readonly floors: number | null; readonly units: number; readonly x: number | null; readonly y: number | null
}
export type Proposal = { readonly grid: string; readonly why: Said; readonly source: string
  readonly parts: readonly { readonly buildings: readonly string[]; readonly homes: number; readonly said: Said }[] }
export type Split = { readonly id: string; readonly grid: string; readonly homes: number; readonly decidedOn: string; readonly undoneOn: string | null
  readonly parts: readonly { readonly grid: string; readonly homes: number; readonly buildings: readonly string[]; readonly work: number }[] }
export type Sizing = {
  readonly day: string; readonly community: { readonly id: string; readonly name: string }; readonly street: string | null
  readonly mayDivide: boolean; readonly mayEnterNorm: boolean; readonly norms: readonly Norm[]; readonly areas: readonly Area[];
  readonly captains: readonly Captain[]
  readonly staff: { readonly count: number; readonly people: number | null; readonly perStaff: number | null; readonly fit: Fit }
  readonly buildings: readonly Building[]; readonly proposals: readonly Proposal[]; readonly splits: readonly Split[]
}

/** What a community measures; asks nothing without an id. */
export const useSizing = (community: string | undefined) => useQuery({
  queryKey: ['sizing', community], enabled: community !== undefined,
  queryFn: ({ signal }) => request<Sizing>('GET', `/api/v1/communities/${community}/sizing`, { signal }),
})

function useWrite<I>(address: (input: I) => string, body: (input: I) => object, onDone: () => void) {
  const queries = useQueryClient()
  return useAct((input: I, key: string) => request('POST', address(input), { body: body(input), key }), async () => {
    await queries.invalidateQueries()
    onDone()
  })
}

/** Divides a grid: ids of buildings part by part. */
export const useDivide = (onDone: () => void) =>
  useWrite((_: { grid: string; parts: readonly (readonly string[])[] }) => '/api/v1/sizing/splits', (input) => input, onDone)

/** Takes a division back. */
export const useRejoin = (onDone: () => void) => useWrite((id: string) => `/api/v1/sizing/splits/${id}/undo`, () => ({}), onDone)

/** Enters a norm. */
export const useEnterNorm = (onDone: () => void) => useWrite((_: Norm & { street: string }) => '/api/v1/sizing/norms', (input) => input, onDone)
