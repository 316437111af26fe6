/** What a post was told, as pages read it, and the reader's own marks. */
import { useInfiniteQuery, useQuery, useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import type { Said } from '../../kit/pure.ts'
import { request, useAct } from '../../ui-kit/index.ts'
import type { Addresses } from '../rules/index.ts'
import { NOTICES } from './parts/address.ts'

/** One line: the newest notice about a subject on a day. `more`: how many others it stands for. */
export type NoticeLine = {
  readonly id: string; readonly at: string; readonly said: Said; readonly about: string; readonly subject: string; readonly title: Said
  readonly more: number; readonly unread: boolean; readonly opens: Addresses
}
type Page = { readonly items: readonly NoticeLine[]; readonly next: string | null }
type Pages = InfiniteData<Page, string | null>

const LIST = ['notices', 'list']
const COUNT = ['notices', 'count']
const EVERY_MS = 60_000

/** The notices of the post acted in, newest first, page by page. */
export function useNotices() {
  const query = useInfiniteQuery({
    // the type of the pages to come: null alone would be inferred
    queryKey: LIST, initialPageParam: null as string | null, getNextPageParam: (page: Page) => page.next,
    queryFn: ({ pageParam, signal }) => request<Page>('GET', `${NOTICES}${pageParam === null ? '' : `&after=${encodeURIComponent(pageParam)}`}`, { signal }),
  })
  return { ...query, lines: query.data?.pages.flatMap(({ items }) => items) ?? [] }
}

/** How many lines are not read, counted to a hundred: asked again each minute, when the window is looked at again, and when the live line says that something moved. */
export const useUnread = (wanted = true) => useQuery({
  queryKey: COUNT, enabled: wanted, refetchInterval: EVERY_MS,
  queryFn: async ({ signal }) => (await request<{ readonly unread: number }>('GET', '/api/v1/notices/count', { signal })).unread,
})

const marked = (pages: Pages | undefined, is: (line: NoticeLine) => boolean): Pages | undefined => pages && { ...pages,
  pages: pages.pages.map((page) => ({ ...page, items: page.items.map((line) => (is(line) ? { ...line, unread: false } : line)) })) }

function markHere(client: QueryClient, is: (line: NoticeLine) => boolean, left: (before: number) => number): void {
  client.setQueryData<Pages>(LIST, (pages) => marked(pages, is))
  client.setQueryData<number>(COUNT, (count) => (count === undefined ? undefined : Math.max(0, left(count))))
}

/** Marks one line as read when it is opened. Without a signal it stays unread; nothing is lost by that. */
export function useOpenNotice(): (line: NoticeLine) => void {
  const client = useQueryClient()
  const open = useAct((id: string, key) => request('POST', `/api/v1/notices/${id}/open`, { body: {}, key }), (_, id) => {
    markHere(client, (line) => line.id === id, (count) => (count > 99 ? count : count - 1)) // beyond 99 it is not known how many are left
    void client.invalidateQueries({ queryKey: COUNT })
  })
  return ({ id, unread }) => { if (unread) open.mutate(id) }
}

/** Marks everything up to a line as read; `onDone` hears when it can be taken back. */
export function useSeeAll(onDone: () => void) {
  const client = useQueryClient()
  return useAct((id: string, key) => request('POST', '/api/v1/notices/seen', { body: { id }, key }), () => {
    markHere(client, () => true, () => 0)
    void client.invalidateQueries({ queryKey: COUNT })
    onDone()
  })
}

/** Takes the last marking of everything back. */
export function useUnsee() {
  const client = useQueryClient()
  return useAct((_: null, key) => request('DELETE', '/api/v1/notices/seen', { key }), () => void client.invalidateQueries({ queryKey: ['notices'] }))
}
