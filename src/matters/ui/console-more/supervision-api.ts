/** The supervision list as pages read it. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { request } from '../../../ui-kit/index.ts'
import type { Card } from '../staff-api.ts'

/** Who is late: a party of a whistle, or whoever has the matter. `by` is the deadline that is over, ISO. */
export type Late = { readonly name: string; readonly kind: string; readonly post: string | null; readonly by: string | null }
export type SupervisedCard = Card & { readonly supervisedAt: string | null; readonly late: readonly Late[] }

type Page = { readonly items: readonly SupervisedCard[]; readonly next: string | null }
const path = (after: string | null) => `/api/v1/supervision?${new URLSearchParams({ limit: '100', ...(after === null ? {} : { after }) })}`

/** Matters under supervision, most overdue first; `cards` are those read so far. */
export function useSupervision() {
  const query = useInfiniteQuery({
    // the type of the pages to come: null alone would be inferred
    queryKey: ['matters', 'list', 'supervision'], initialPageParam: null as string | null, getNextPageParam: (page: Page) => page.next,
    queryFn: ({ pageParam, signal }) => request<Page>('GET', path(pageParam), { signal }),
  })
  return { ...query, cards: query.data?.pages.flatMap(({ items }) => items) ?? [] }
}
