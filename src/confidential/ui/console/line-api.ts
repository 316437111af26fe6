/** What the handler's page calls. Only the handler's post gets an answer. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { request, useAct, type ConsoleItem } from '../../../ui-kit/index.ts'
import type { StaffPost } from '../../../trust/ui/parts/session.ts'
import { HANDLER_KIND, type Body, type ThreadMove, type ThreadState } from '../../rules/index.ts'
import type { Thread } from '../resident-api.ts'
import { useWords } from '../../../ui-kit/words.ts'
import { handlerWords } from './handler-words.ts'

export type ThreadRow = {
  readonly id: string; readonly state: ThreadState; readonly concerned: { readonly kind: string; readonly title: string | null }
  readonly official: boolean; readonly last: string; readonly waits: boolean; readonly retaliation: boolean; readonly letters: number
}
export type HandledThread = Thread & { readonly id: string; readonly waits: boolean; readonly moves: readonly ThreadMove[] }

/** Letters arrive at full hours: asked again each few minutes, so that nobody has to look. */
export const useThreads = (wanted = true) => useQuery({
  queryKey: ['confidential-threads'], enabled: wanted, refetchInterval: 120_000, retry: false,
  queryFn: ({ signal }) => request<{ items: readonly ThreadRow[]; nextDelivery: string }>('GET', '/api/v1/confidential/threads', { signal }),
})

export const useThread = (id: string | undefined) => useQuery({
  queryKey: ['confidential-thread', id], enabled: id !== undefined, retry: false,
  queryFn: ({ signal }) => request<HandledThread>('GET', `/api/v1/confidential/threads/${id ?? ''}`, { signal }),
})

export type Handling =
  | { readonly path: 'take' }
  | { readonly path: 'letters' | 'close'; readonly words: string }
  | { readonly path: 'hand-over'; readonly body: Body; readonly number?: string; readonly words: string }

/** Does one thing with a report; list and letters are read anew after it. */
export function useHandle(id: string, onDone: () => void) {
  const cache = useQueryClient()
  return useAct(({ path, ...body }: Handling, key) => request('POST', `/api/v1/confidential/threads/${id}/${path}`,
    { key, ...(path === 'take' ? {} : { body }) }), () => {
    void cache.invalidateQueries({ queryKey: ['confidential-threads'] })
    void cache.invalidateQueries({ queryKey: ['confidential-thread', id] })
    onDone()
  })
}

/** The line's item of the side column, for the post that handles reports and for nobody else. */
export function useLineItems(post: StaffPost | undefined): readonly ConsoleItem[] {
  const w = useWords(handlerWords)
  const mine = post?.kind === HANDLER_KIND
  const threads = useThreads(mine)
  const waiting = threads.data?.items.filter((one) => one.waits).length
  return mine ? [{ href: '/console/confidential', word: w.rail, what: w.railWhat, icon: 'lock', count: waiting, urgent: true }] : []
}
