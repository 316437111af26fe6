/** Places as pages read them: found by what somebody typed, or one with what is above and below it. */
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { request } from '../../../ui-kit/index.ts'
import type { CompoundType } from '../../rules/compound-types.ts'
import type { PlaceKind } from '../../rules/kinds.ts'

/** A place as the server sends it. `compound`, `building` and `community` are ids. */
export type Place = {
  readonly id: string; readonly kind: PlaceKind; readonly code: string; readonly name: string; readonly fullName: string
  readonly compound: string | null; readonly building: string | null; readonly community: string | null
  readonly compoundType: CompoundType | null; readonly label: string | null; readonly homes: number | null
}
export type PlaceWithin = { readonly place: Place; readonly above: readonly Place[]; readonly below: readonly Place[] }

/** Places for typed words (name, pinyin, code, 3-2-1201), best first; asks nothing for empty words. `within` is the id of a place. */
export const usePlacesFound = (typed: string, within?: string) => useQuery({
  queryKey: ['places', typed, within ?? ''], enabled: typed !== '', placeholderData: keepPreviousData, staleTime: 300_000,
  queryFn: ({ signal }) => request<{ places: readonly Place[] }>('GET',
    `/api/v1/places?${new URLSearchParams({ q: typed, ...(within === undefined ? {} : { within }) })}`, { signal }),
})

/** The query of one place, where several are asked for at once. */
export const placeQuery = (id: string) => queryOptions({
  queryKey: ['place', id], staleTime: 300_000, queryFn: ({ signal }) => request<PlaceWithin>('GET', `/api/v1/places/${id}`, { signal }),
})

/** One place with what it lies in (widest first) and what lies in it; asks nothing without an id. */
export const usePlace = (id: string | undefined) => useQuery({ ...placeQuery(id ?? ''), enabled: id !== undefined })
