/** What the page of the three rates reads and does: one typed hook per call. Shapes follow src/matters/http/rate-replies.ts. */
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Said, Source } from '../../../../kit/pure.ts'
import { request, useAct } from '../../../../ui-kit/index.ts'
import type { Counts, Rate, Rates, RateCut, RateReach } from '../../../rules/rates/index.ts'
import type { Done } from '../../staff-api.ts'

export type { Counts, Rate, Rates, RateCut } from '../../../rules/rates/index.ts'
export type Figures = { readonly counts: Counts; readonly rates: Rates }
export type Measure = 'reached' | 'solved' | 'satisfied'
export type RateRow = Figures & { readonly key: string; readonly name: Said; readonly kind: string; readonly badge: string | null;
  readonly parent: string | null }
export type Named = { readonly id: string; readonly name: string }
export type Ground = { readonly code: string; readonly say: Said; readonly needs: Said }
export type RatesReply = {
  readonly reach: RateReach; readonly home: Named & { readonly kind: string }; readonly place: Named & { readonly kind: string };
    readonly communities: readonly Named[]
  readonly compounds: readonly (Named & { readonly community: string })[]
  /** First and last day of the month, 'YYYY-MM-DD'; `open`: it still runs. */
  readonly period: { readonly month: string; readonly first: string; readonly last: string; readonly open: boolean }
  readonly months: readonly string[]; readonly by: RateCut; readonly cuts: readonly RateCut[]
  readonly pack: {
    readonly version: string; readonly name: Said; readonly source: readonly Source[]; readonly basicallyPermille: number
    readonly weights: { readonly reached: number; readonly solved: number; readonly satisfied: number }
    readonly monthOf: 'filed' | 'judged'; readonly minBase: number; readonly tries: number; readonly grounds: readonly Ground[]
  }
  readonly total: Figures; readonly rows: readonly RateRow[]
  readonly leftOut: readonly { readonly ground: string; readonly say: Said; readonly count: number }[]; readonly waiting: number;
    readonly asOf: string
}

export type VisitSet = 'judged' | 'reached' | 'not_reached' | 'solved' | 'not_solved' | 'satisfied' | 'basically' | 'unsatisfied' | 'unable'
  | 'explained' | 'left_out' | 'unreached'
export type RateVisit = {
  readonly matter: (Numbered & { readonly place: string; readonly version: number }) | null
  readonly org: (Named & { readonly badge: string; readonly kind: string }) | null; readonly category: Said; readonly day: string
  readonly state: 'judged' | 'left_out' | 'unreached'; readonly reached: boolean; readonly solved: boolean
  readonly satisfied: 'yes' | 'basically' | 'no' | null; readonly outcome: 'solved' | 'unable' | 'explained' | null; readonly via: string | null
  readonly tries: number; readonly round: number; readonly ground: string | null; readonly asked: string | null; readonly said: string | null
}
type Numbered = { readonly id: string; readonly number: string; readonly title: string }
type Office = { readonly org: string; readonly post: string; readonly day: string; readonly said: string }
export type Exclusion = {
  readonly id: string; readonly matter: string; readonly number: string; readonly title: string; readonly version: number; readonly ground: string
  readonly say: Said; readonly asked: Office; readonly decided: (Office & { readonly leftOut: boolean }) | null; readonly mine: boolean
}

type Asked = { readonly place?: string | undefined; readonly by?: string | undefined; readonly period?: string | undefined }
const query = (asked: object): string =>
  new URLSearchParams(Object.entries(asked).filter((pair): pair is [string, string] => typeof pair[1] === 'string')).toString()

/** The rates of a month, place and cut; what is left out the server chooses. */
export const useRates = (asked: Asked) => useQuery({
  queryKey: ['matters', 'rates', asked], placeholderData: keepPreviousData,
  queryFn: ({ signal }) => request<RatesReply>('GET', `/api/v1/rates?${query(asked)}`, { signal }),
})

type Behind = Asked & { readonly key?: string | undefined; readonly set: VisitSet }
type VisitPage = { readonly items: readonly RateVisit[]; readonly next: string | null }

/** The visits behind a figure, page by page. */
export function useRateVisits(behind: Behind, enabled: boolean) {
  const found = useInfiniteQuery({
    // the type of the pages to come: null alone would be inferred
    queryKey: ['matters', 'rate-visits', behind], enabled, initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => request<VisitPage>('GET', `/api/v1/rates/visits?${query({ ...behind, limit: '20', after: pageParam })}`,
      { signal }),
    getNextPageParam: (page) => page.next,
  })
  return { ...found, visits: found.data?.pages.flatMap((page) => page.items) ?? [] }
}

/** Requests to leave a judgment out: those that wait, or those of a month. */
export const useExclusions = (asked: { readonly place?: string | undefined; readonly period?: string | undefined;
  readonly waiting: boolean }) => useQuery({
  queryKey: ['matters', 'rate-exclusions', asked],
  queryFn: async ({ signal }) =>
    (await request<{ readonly items: readonly Exclusion[] }>('GET', `/api/v1/rates/exclusions?${query({ ...asked, waiting: String(asked.waiting) })}`,
      { signal })).items,
})

/** Asks for a judgment to be left out. */
export function useAskExclusion(matter: string, onDone: () => void) {
  const client = useQueryClient()
  return useAct((input: { readonly version: number; readonly ground: string; readonly note: string }, key) =>
    request<Done>('POST', `/api/v1/matters/${matter}/exclusion`, { body: input, key }),
  () => { void client.invalidateQueries({ queryKey: ['matters'] }); onDone() })
}

/** Leaves a judgment out, or keeps it in. */
export function useDecideExclusion(matter: string, onDone: () => void) {
  const client = useQueryClient()
  return useAct((input: { readonly version: number; readonly leaveOut: boolean; readonly note: string }, key) =>
    request<Done>('POST', `/api/v1/matters/${matter}/exclusion-decision`, { body: input, key }),
  () => { void client.invalidateQueries({ queryKey: ['matters'] }); onDone() })
}
