/** One's own acts as the page reads them. */
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Said } from '../../../kit/pure.ts'
import { request } from '../../../ui-kit/index.ts'

export type OwnAct = {
  readonly id: string; readonly at: string; readonly kind: string; readonly said: Said; readonly channel: string; readonly post: string | null
  readonly subject: { readonly kind: string; readonly id: string; readonly label: string | null } | null; readonly facts: Readonly<Record<string,
    string | number | boolean | readonly string[]>>; readonly sealed: boolean
}
type Page = { readonly items: readonly OwnAct[]; readonly next: string | null }

/** The acts of the person who is signed in, newest first; `acts` are those read so far. */
export function useOwnActs() {
  const query = useInfiniteQuery({
    // the type of the pages to come: null alone would be inferred
    queryKey: ['acts', 'mine'], initialPageParam: null as string | null, getNextPageParam: (page: Page) => page.next,
    queryFn: ({ pageParam, signal }) => request<Page>('GET',
      `/api/v1/acts/mine${pageParam === null ? '' : `?after=${encodeURIComponent(pageParam)}`}`, { signal }),
  })
  return { ...query, acts: query.data?.pages.flatMap(({ items }) => items) ?? [] }
}
