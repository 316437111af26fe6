/** Joining, undoing and splitting for staff: one hook per call. Shapes follow the replies of src/matters/http. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { request, useAct } from '../../ui-kit/index.ts'
import type { Alike } from './similar-api.ts'
import type { Done } from './staff-api.ts'
import type { State } from '../rules/index.ts'

export type AlikeSeen = Alike & { readonly id: string; readonly version: number }
/** Open matters that may be the same, among those that one sees. */
export const useSimilarTo = (id: string) => useQuery({
  queryKey: ['matters', 'similar', id], staleTime: 30_000,
  queryFn: async ({ signal }) => (await request<{ readonly items: readonly AlikeSeen[] }>('GET', `/api/v1/matters/${id}/similar`, { signal })).items,
})

export type Kin = {
  readonly id: string; readonly number: string; readonly title: string; readonly state: State; readonly filedAt: string; readonly version: number
}
export type JoinedHere = { readonly count: number; readonly items: readonly Kin[]; readonly root: Kin | null; readonly split: readonly Kin[] }
/** What was joined to a matter, what it was joined to, and what was split. */
export const useJoined = (id: string) => useQuery({
  queryKey: ['matters', 'joined', id], queryFn: ({ signal }) => request<JoinedHere>('GET', `/api/v1/matters/${id}/joined`, { signal }),
})

const justKey = (id: string) => ['joined-just', id] as const
/** What was joined a moment ago on the page of a matter: it can be undone in one press. */
export function useJustJoined(id: string) {
  const client = useQueryClient()
  const { data } = useQuery<readonly string[]>({ queryKey: justKey(id), queryFn: () => [], enabled: false, initialData: [] })
  return { ids: data, forget: () => client.setQueryData(justKey(id), []) }
}

/** Joins each of some matters to the one with a number, one after the other; `id` is the matter whose page it is done on. */
export function useJoinAll(id: string, onDone: () => void) {
  const client = useQueryClient()
  return useAct(async ({ to, ids }: { readonly to: string; readonly ids: readonly string[] }, key) => {
    const done: string[] = []
    try {
      for (const one of ids) { await request<Done>('POST', `/api/v1/matters/${one}/join`, { body: { to }, key: `${key}-${done.length}` }); done.push(one) }
    } finally {
      client.setQueryData(justKey(id), done)
      void client.invalidateQueries({ queryKey: ['matters'] })
    }
    return done
  }, onDone)
}

/** Undoes the joining of each. */
export function useUnjoinAll(onDone?: () => void) {
  const client = useQueryClient()
  return useAct(async (ids: readonly string[], key) => {
    for (const [n, one] of ids.entries()) await request<Done>('POST', `/api/v1/matters/${one}/unjoin`, { body: {}, key: `${key}-${n}` })
  }, () => { void client.invalidateQueries({ queryKey: ['matters'] }); onDone?.() })
}

/** Splits a matter that is two things. */
export function useSplit(id: string, onDone: () => void) {
  const client = useQueryClient()
  return useAct((input: { readonly version: number; readonly words: string; readonly category: string }, key) =>
    request<Done>('POST', `/api/v1/matters/${id}/split`, { body: input, key }), () => { void client.invalidateQueries({ queryKey: ['matters'] }); onDone() })
}
