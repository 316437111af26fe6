/** What the pages of residents call: one hook per call. The types are those of the server's replies. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Said, Source } from '../../kit/pure.ts'
import { request, useAct } from '../../ui-kit/index.ts'
import type { ClockView } from './clocks-api.ts'
import type { RestsOn } from './course-api.ts'
import { useFiling, type Filed, type Filing as AnyFiling } from './filing.ts'

export type PlaceName = { readonly id: string; readonly name: string; readonly kind: string }
export type PublicPerson = { readonly role: Said; readonly held: boolean; readonly name: string | null; readonly phone: string | null }
/** A place to report at: who answers for it, and who has which duty there (words of the duty list). */
export type Door = {
  readonly door: string | null; readonly place: PlaceName; readonly compound: { readonly id: string; readonly name: string } | null
  readonly compoundType: string | null; readonly holders: readonly { readonly word: string; readonly name: string }[]
  readonly community: string; readonly people: readonly PublicPerson[]; readonly demo: boolean
}
export type FoundPlace = { readonly id: string; readonly kind: string; readonly fullName: string; readonly code: string }

/** The place of a door's code or, with `id`, any public place; nothing is asked while both are missing. */
export function useReportPlace(door: string | undefined, id: string | undefined) {
  const path = id === undefined ? `/api/v1/doors/${encodeURIComponent(door ?? '')}` : `/api/v1/places/${encodeURIComponent(id)}/report`
  return useQuery({ queryKey: ['report-place', path], queryFn: ({ signal }) => request<Door>('GET', path, { signal }),
    enabled: (door ?? id) !== undefined, staleTime: 300_000 })
}

/** Places for what was typed, best first; asks from the second character on. */
export function usePlaces(text: string) {
  const q = text.trim()
  return useQuery({
    queryKey: ['places', q], queryFn: ({ signal }) => request<{ places: readonly FoundPlace[] }>('GET',
      `/api/v1/places?limit=8&q=${encodeURIComponent(q)}`, { signal }),
    enabled: [...q].length >= 2, staleTime: 300_000, placeholderData: (before) => before,
  })
}

export type Filing = AnyFiling<'qr' | 'page'>

/** Files a matter. Its answer also opens the matter for this browser (cookie). */
export function useFile(onDone: (filed: Filed) => void) {
  const cache = useQueryClient()
  return useFiling((filed, _: Filing) => {
    cache.removeQueries({ queryKey: ['followed'] })
    onDone(filed)
  })
}

export type Opened = { readonly opened: boolean; readonly needs: 'phone' | 'code' | null }
export type ReceiptInput = { readonly receipt: string; readonly phone?: string }
/** Opens a matter by its receipt code; `needs` says what is still missing. */
export const useOpenReceipt = (onDone: (opened: Opened) => void) =>
  useAct((input: ReceiptInput, key) => request<Opened>('POST', '/api/v1/receipts/open', { body: input, key }), onDone)
/** Opens a matter by receipt code, phone and the code sent to it. */
export const useConfirmReceipt = (onDone: (opened: Opened) => void) =>
  useAct((input: { receipt: string; phone: string; code: string }, key) => request<Opened>('POST', '/api/v1/receipts/confirm',
    { body: input, key }), onDone)
/** Opens a matter by the link that was sent; the token stands in the part of the address that no server sees. */
export const useOpenLink = (onDone: () => void) => useAct((token: string, key) => request<{ readonly opened: boolean }>('POST', '/api/v1/receipts/link',
  { body: { token }, key }), onDone)
/** In the demo nothing is sent to a phone: the code that would have been sent last, for the page to show. Asked while `wanted`. */
export const useDemoCode = (wanted: boolean) => useQuery({
  queryKey: ['demo-code'], enabled: wanted, retry: false, refetchInterval: 3000, gcTime: 0,
  queryFn: ({ signal }) => request<{ code: string | null }>('GET', '/api/v1/demo/code', { signal }),
})

export type StoryPhoto = { readonly id: string; readonly phase: string; readonly at: string }
export type StoryEntry = {
  readonly id: string; readonly at: string; readonly kind: string; readonly who: string | null; readonly post: string | null;
    readonly org: string | null; readonly to: string | null
  readonly said: string; readonly facts: Readonly<Record<string, unknown>>; readonly photos: readonly StoryPhoto[]
}
export type Followed = RestsOn & {
  readonly id: string; readonly number: string; readonly title: string; readonly words: string; readonly place: PlaceName | null;
    readonly compound: PlaceName | null
  readonly category: string; readonly state: string; readonly outcome: string | null; readonly answer: string | null
  readonly holder: { readonly org: string; readonly name: string; readonly badge: string; readonly kind: string; readonly post: string | null;
    readonly phone: string | null }
  readonly due: string | null; readonly dueKind: string | null; readonly dueFrom: string | null; readonly supervised: boolean;
    readonly reopened: number; readonly suspended: boolean; readonly reviewOn: string | null
  readonly clocks: readonly ClockView[]
  readonly satisfied: string | null; readonly solved: boolean | null; readonly reached: boolean | null; readonly filedAt: string;
    readonly version: number
  readonly urgent: string | null; readonly onBoard: boolean; readonly mayBoard: boolean; readonly keepsPhone: boolean
  readonly duty: { readonly why: Said; readonly source: Source; readonly hint: Said | null; readonly holder: string }
  readonly moves: readonly string[]; readonly story: readonly StoryEntry[]
}
const followed = ['followed'] as const
/** The matter that this browser may follow; looks again every half minute. */
export const useFollowed = () => useQuery({
  queryKey: followed, queryFn: ({ signal }) => request<Followed>('GET', '/api/v1/followed', { signal }),
    refetchInterval: (query) => (query.state.data ? 30_000 : false), retry: false,
})

export type Proof = { readonly state: 'sealed'; readonly receipt: { readonly index: number;
  readonly head: { readonly size: number; readonly root: string } } }
  | { readonly state: 'waiting' } | { readonly state: 'unknown' }
/** The proof that the matter stands in the sealed record. */
export const useProof = () => useQuery({ queryKey: ['followed-proof'],
  queryFn: ({ signal }) => request<Proof>('GET', '/api/v1/followed/receipt', { signal }), staleTime: 0 })

export type Verdict = { readonly version: number; readonly reached: boolean; readonly solved: boolean | null;
  readonly satisfied: 'yes' | 'basically' | 'no' | null; readonly said: string }
/** What the reporter does with the matter; the page reads it anew after each, and after a refusal, as it may have changed meanwhile. */
export function useFollowedAct<I extends { version: number }>(what: 'note' | 'verdict' | 'withdraw' | 'board' | 'unjoin' | 'accept', onDone?: () => void) {
  const cache = useQueryClient()
  const again = () => cache.invalidateQueries({ queryKey: followed })
  return useAct(async (input: I, key) => {
    try { return await request<{ version: number }>('POST', `/api/v1/followed/${what}`,
      { body: input, key }) } catch (error) { void again(); throw error }
  }, () => { void again(); onDone?.() })
}

export type BoardItem = {
  readonly number: string; readonly title: string; readonly category: string; readonly state: string; readonly outcome: string | null;
    readonly holder: string
  readonly answer: string | null; readonly due: string | null; readonly dueKind: string | null; readonly dueFrom: string | null;
    readonly filedAt: string; readonly endedAt: string
  readonly supervised: boolean; readonly solved: boolean | null; readonly satisfied: string | null; readonly reached: boolean | null;
    readonly reopened: number
  /** Nobody looked in time: the outcome is the word of whoever did it. */
  readonly unverified: boolean
  readonly photos: readonly { readonly id: string; readonly phase: string }[]
  /** How many others raised it too; none below two. */
  readonly also: number
}
export type Board = {
  readonly compound: { readonly id: string; readonly name: string; readonly type: string | null }; readonly community: string; readonly street: string
  readonly people: readonly PublicPerson[]
  readonly tally: { readonly open: number; readonly late: number; readonly done: number; readonly judged: number; readonly solved: number;
    readonly unable: number }
  readonly open: readonly BoardItem[]; readonly done: readonly BoardItem[]; readonly unable: readonly BoardItem[]
  /** The share of 'explained' by party over so many months; a figure from ten answers on. */
  readonly explained: { readonly months: number; readonly parties: readonly BoardShare[] } | null
}
export type BoardShare = { readonly name: string; readonly kind: string; readonly size: 'none' | 'small' }
  | { readonly name: string; readonly kind: string; readonly size: 'enough'; readonly explained: number; readonly base: number; readonly permille: number }
/** The public board of a compound. */
export const useBoard = (compound: string) => useQuery({
  queryKey: ['board', compound], queryFn: ({ signal }) => request<Board>('GET', `/api/v1/boards/${encodeURIComponent(compound)}`, { signal }),
    refetchInterval: 60_000,
})
