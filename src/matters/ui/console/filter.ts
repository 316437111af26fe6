/** The filter of the inbox, kept in the address so that it can be sent, kept and gone back to. */
import { useRouter, useSearch } from '@tanstack/react-router'
import type { CardFilter, Tab } from '../staff-api.ts'

const TABS: readonly Tab[] = ['mine', 'following', 'all', 'supervised']
const KEYS = ['tab', 'q', 'category', 'state', 'compound'] as const
export type Filter = CardFilter & { readonly tab: Tab }

/** The filter that the address holds; `usual` is the tab of an address without one. */
export function useFilter(usual: Tab): Filter {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const text = (key: string) => (search[key] === undefined ? '' : String(search[key]))
  const tab = TABS.find((t) => t === text('tab')) ?? usual
  const rest = Object.fromEntries(KEYS.slice(1).flatMap((key) => (text(key) === '' ? [] : [[key, text(key)]])))
  return { tab, ...rest }
}

/** The address of the inbox, or of one matter in it, with a filter. */
export function inboxHref(filter: Filter, open?: string): string {
  const asked = new URLSearchParams(KEYS.flatMap((key) => (filter[key] ? [[key, String(filter[key])]] : [])))
  return `/console${open ? `/m/${open}` : ''}?${asked}`
}

/** Changes the filter in the address, in place: going back leaves the inbox, not the last letter typed. */
export function useChangeFilter(filter: Filter, open: string | undefined): (part: Partial<Filter>) => void {
  const router = useRouter()
  return (part) => router.history.replace(inboxHref({ ...filter, ...part }, open))
}
