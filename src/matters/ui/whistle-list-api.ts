/** The public list of what may be whistled, as the server tells it. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Said, Source } from '../../kit/pure.ts'
import type { Pace } from '../../offices/rules/index.ts'
import { request, useAct } from '../../ui-kit/index.ts'

export type ListItem = {
  readonly name: Said; readonly situation: string; readonly categories: readonly string[]; readonly lead: string; readonly supports: readonly string[]
  readonly does: Readonly<Record<string, Said>>; readonly done: Said; readonly also?: Said; readonly source: Source
}
export type ListedItem = ListItem & { readonly code: string; readonly version: number; readonly validFrom: string; readonly reason: string | null
  readonly fromNumber: string | null }
export type Amendment = { readonly code: string; readonly version: number; readonly validFrom: string; readonly item: ListItem | null;
  readonly reason: string
  readonly fromNumber: string }
export type PublicList = {
  readonly street: { readonly id: string; readonly name: string }; readonly day: string; readonly pack: string; readonly source: Source
  readonly situations: readonly { readonly code: string; readonly name: Said; readonly purpose: Said; readonly leadReport: Pace;
    readonly supportReport: Pace
    readonly finish: Pace; readonly source: Source }[]
  readonly items: readonly ListedItem[]; readonly coming: readonly Amendment[]; readonly history: readonly Amendment[]
}
const key = ['whistle-list'] as const
export const useWhistleList = () => useQuery({ queryKey: key, staleTime: 60_000,
  queryFn: ({ signal }) => request<PublicList>('GET', '/api/v1/whistle-list', { signal }) })

export type Amend = { readonly code: string; readonly validFrom: string; readonly item: ListItem | null; readonly reason: string;
  readonly fromNumber: string }
/** The street amends the list. */
export function useAmend(onDone: () => void) {
  const client = useQueryClient()
  return useAct((input: Amend, write) => request<{ readonly version: number }>('POST', '/api/v1/whistle-list', { body: input, key: write }), () => {
    void client.invalidateQueries({ queryKey: key })
    onDone()
  })
}
