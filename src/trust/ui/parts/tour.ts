/** The demo's people and its guided path: who one can be, and where the path begins. In live mode these addresses do not exist. */
import { useQuery } from '@tanstack/react-query'
import type { Said } from '../../../kit/pure.ts'
import { request } from '../../../ui-kit/index.ts'
import { keepPost } from './session.ts'

/** Somebody to sign in as; a resident has a `door` and no account, who only looks has a `board`. */
export type TourEntry = {
  readonly key: string; readonly person: string | null; readonly post: string | null; readonly door: string | null; readonly board: string | null
  readonly name: string; readonly role: Said; readonly where: Said; readonly does: Said; readonly device: string
}
export type Tour = { readonly entries: readonly TourEntry[]; readonly door: string; readonly doorLabel: string; readonly compound: string;
  readonly compoundName: string; readonly ownerPhone: string | null }

/** The people of the demo, asked while `wanted`. */
export const useTour = (wanted: boolean) => useQuery({
  queryKey: ['demo-tour'], queryFn: ({ signal }) => request<Tour>('GET', '/api/v1/demo/tour', { signal }), enabled: wanted, staleTime: Infinity,
})

/** How much of the demo's made-up year is there; asks again until it is complete. */
export const useDemoProgress = (wanted: boolean) => useQuery({
  queryKey: ['demo-progress'], queryFn: ({ signal }) => request<{ done: number; total: number }>('GET', '/api/v1/demo/progress', { signal }),
    enabled: wanted,
  refetchInterval: ({ state }) => (state.data && state.data.done < state.data.total ? 3000 : false),
})

/** Signs in as one of the made-up people, or out for who needs no account. Throws ProblemError. */
export async function becomeEntry(entry: TourEntry): Promise<void> {
  keepPost(entry.post)
  if (entry.person === null) await request('DELETE', '/api/v1/session')
  else await request('POST', '/api/v1/demo/session', { body: { person: entry.person } })
}

/** The page that somebody of the demo begins at. */
export function startOf(entry: TourEntry): string {
  if (entry.door !== null) return `/d/${entry.door}`
  if (entry.board !== null) return `/board/${entry.board}`
  return entry.device === 'phone' ? '/field' : '/console'
}
