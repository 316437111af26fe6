/** The communities that a post works for: its own, or all of its street. */
import { useQueries } from '@tanstack/react-query'
import { placeQuery, usePlace, type Place } from '../../../places/ui/parts/places.ts'
import { usePost } from '../../../trust/ui/parts/session.ts'

/** In order of code; undefined until they are known. */
export function useCommunities(): readonly Place[] | undefined {
  const within = usePlace(usePost()?.place).data
  if (!within) return undefined
  if (within.place.kind === 'community') return [within.place]
  const above = within.above.filter(({ kind }) => kind === 'community')
  return above.length > 0 ? above : within.below.filter(({ kind }) => kind === 'community')
}

/** The compounds of these communities, in order of code; empty until they are known. */
export function useCompounds(): readonly Place[] {
  const communities = useCommunities() ?? []
  const within = useQueries({ queries: communities.map(({ id }) => placeQuery(id)) })
  return within.flatMap(({ data }) => data?.below.filter(({ kind }) => kind === 'compound') ?? [])
}
