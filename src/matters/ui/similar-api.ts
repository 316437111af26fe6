/** What is alike, and what was joined: one hook per call. Shapes follow the replies of src/matters/http. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Said } from '../../kit/pure.ts'
import { request, useAct } from '../../ui-kit/index.ts'

/** An open matter that may be the same; `also`: how many others raised it, none below two in public. */
export type Alike = {
  readonly number: string; readonly title: string; readonly category: string; readonly state: string; readonly filedAt: string; readonly why: Said
  readonly also: number
}

/** Follows `value`, some time after it stopped changing. */
function useSettled<V>(value: V, wait: number): V {
  const [settled, settle] = useState(value)
  useEffect(() => { const timer = setTimeout(() => settle(value), wait); return () => clearTimeout(timer) }, [value, wait])
  return settled
}

const LEAST_WORDS = 4
/** Open matters of the board that may be the same as what is being written; asked half a second after the last key, and not at all without a line. */
export function useSimilar(place: string, words: string, category: string | null) {
  const asked = useSettled(words.trim().slice(0, 300), 500)
  const body = { place, words: asked, ...(category === null ? {} : { category }) }
  const { data } = useQuery({
    queryKey: ['similar', body], enabled: [...asked].length >= LEAST_WORDS, retry: false, staleTime: 60_000, placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<{ readonly items: readonly Alike[] }>('POST', '/api/v1/similar', { body, signal }),
  })
  return [...asked].length >= LEAST_WORDS ? data?.items ?? [] : []
}

export type News = {
  readonly id: string; readonly at: string; readonly kind: string; readonly org: string | null; readonly said: string; readonly to: string | null
}
/** What the matter in hand was joined to, by its public title; the other half where it was split. */
export type FollowedKin = {
  readonly joined: { readonly title: string; readonly number: string | null; readonly state: string; readonly holder: string
    readonly due: string | null; readonly dueKind: string | null; readonly news: readonly News[] } | null
  readonly also: number
  readonly split: readonly { readonly id: string; readonly number: string; readonly title: string; readonly state: string }[]
}
export const useFollowedKin = (version: number) => useQuery({
  queryKey: ['followed', 'kin', version], queryFn: ({ signal }) => request<FollowedKin>('GET', '/api/v1/followed/joined', { signal }),
  refetchInterval: 60_000, retry: false,
})

/** Opens the other half of what was split: the receipt of one opens both. */
export function useOpenHalf() {
  const cache = useQueryClient()
  return useAct((input: { readonly id: string }, key) => request<{ readonly opened: boolean }>('POST', '/api/v1/followed/other', { body: input, key }),
    () => { void cache.invalidateQueries({ queryKey: ['followed'] }) })
}
