/** Hand-overs as the page of a chain reads and writes them. Days are 'YYYY-MM-DD'. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { request, useAct } from '../../../ui-kit/index.ts'

export type HandOvers = {
  readonly terms: readonly { readonly post: string; readonly title: string; readonly name: string | null; readonly from: string; readonly to: string | null; readonly deputy: boolean }[]
  readonly officers: readonly { readonly person: string; readonly name: string }[]
}
/** A new holder: somebody entered before, somebody new by name, or nobody. */
export type NewHolder = {
  readonly person: string | null; readonly name?: string; readonly termUntil?: string; readonly consentAt?: string; readonly publicName?: boolean; readonly publicPhone?: boolean
}

/** Who held the posts of a place's chain. */
export const useHandOvers = (place: string) => useQuery({
  queryKey: ['hand-overs', place], queryFn: ({ signal }) => request<HandOvers>('GET', `/api/v1/places/${place}/hand-overs`, { signal }),
})

/** Hands a post over, today. */
export function useHandOver(post: string, onDone: (overlap: boolean) => void) {
  const queries = useQueryClient()
  return useAct((input: NewHolder, key: string) => request<{ overlap: boolean }>('POST', `/api/v1/posts/${post}/hand-over`, { body: input, key }), async ({ overlap }) => {
    await queries.invalidateQueries()
    onDone(overlap)
  })
}
