/** Civil days on these pages: the day in the address, and how a day is said. */
import { useRouter, useSearch } from '@tanstack/react-router'
import { dayOf, now, wall, type Lang } from '../../../ui-kit/index.ts'

/** 'YYYY-MM-DD' in words: '6月5日', '2024年6月5日'. */
export const sayDay = (day: string, lang: Lang): string => dayOf(Date.parse(`${day}T12:00:00+08:00`), now(), lang)

/** Today as 'YYYY-MM-DD' by the product's clock. */
export function today(): string {
  const { year, month, day } = wall(now())
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const DAY = /^\d{4}-\d\d-\d\d$/

/** What the address holds: `on` (undefined for today) and `community`; and an address with one of them changed. */
export function useChainAddress(path: string): { readonly on: string | undefined; readonly community: string | undefined;
  readonly change: (part: { on?: string; community?: string }) => void } {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const router = useRouter()
  const on = typeof search['on'] === 'string' && DAY.test(search['on']) ? search['on'] : undefined
  const community = typeof search['community'] === 'string' ? search['community'] : undefined
  const change = (part: { on?: string; community?: string }) => {
    const asked = Object.entries({ on, community, ...part }).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '')
    router.history.replace(asked.length > 0 ? `${path}?${new URLSearchParams(asked)}` : path)
  }
  return { on: on === today() ? undefined : on, community, change }
}
