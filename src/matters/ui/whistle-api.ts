/**
 * What staff pages read and do around a whistle: links, typed-in slips, ratings of both sides, review, stuck notices. Shapes follow
 * http/whistle-replies.ts.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { problemOf, request, useAct } from '../../ui-kit/index.ts'
import type { AnswerName, LinkState } from '../rules/index.ts'
import type { Done } from './staff-api.ts'

type Named = { readonly org: string; readonly name: string }
export type Side = { readonly answers: readonly number[]; readonly said: string; readonly at: string; readonly shown: boolean }
/** What the community and one department say of each other; `rate`: whom the reader may rate now. */
export type Pair = { readonly org: string; readonly name: string; readonly ofDepartment: Side | null; readonly ofWhistle: Side | null
  readonly shown: boolean; readonly rate: string | null }
export type AnswerLink = { readonly id: string; readonly org: string; readonly madeAt: string; readonly until: string; readonly state: LinkState
  readonly usedAt: string | null; readonly usedFor: string | null }
export type WaitedFor = Named & { readonly may: readonly AnswerName[]; readonly link: boolean }
export type WhistleReview = { readonly id: string; readonly lacked: string; readonly changes: string; readonly by: Named; readonly until: string
  readonly item: string | null; readonly at: string; readonly doneAt: string | null }
export type AroundWhistle = {
  readonly whistle: { readonly id: string; readonly at: string; readonly situation: string; readonly plan: string | null; readonly by: Named
    readonly called: readonly Named[]; readonly reviewed: boolean } | null
  readonly links: readonly AnswerLink[]; readonly answers: readonly WaitedFor[]; readonly pairs: readonly Pair[];
    readonly review: WhistleReview | null
  readonly mayReview: boolean
}

/** The whistle of a matter; `version` of the matter, so that it is read anew when that moves on. */
export const useAround = (id: string, version: number) => useQuery({ queryKey: ['matters', 'whistle', id, version],
  queryFn: ({ signal }) => request<AroundWhistle>('GET', `/api/v1/matters/${id}/whistle`, { signal }), placeholderData: (before) => before })

function useOnMatter<I, O extends Done = Done>(id: string, move: string, onDone?: (done: O) => void) {
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey: ['matters'] })
  return useAct(async (input: I & { readonly version: number }, key) => {
    try { return await request<O>('POST', `/api/v1/matters/${id}/${move}`, { body: input, key }) } catch (error) {
      if (problemOf(error).status === 409) void again()
      throw error
    }
  }, (done) => { void again(); onDone?.(done) })
}

export type MadeLink = Done & { readonly org: string; readonly token: string; readonly code: string; readonly until: string }
export const useMakeLink = (id: string, onDone: (made: MadeLink) => void) => useOnMatter<{ readonly org: string }, MadeLink>(id, 'answer-link',
  onDone)
export type TypedIn = { readonly org: string; readonly what: AnswerName; readonly note: string; readonly outcome?: string; readonly reason?: string
  readonly outsideNumber?: string; readonly photos?: readonly string[] }
export const useTypeIn = (id: string, onDone: () => void) => useOnMatter<TypedIn>(id, 'type-in', onDone)
export const useRate = (id: string, onDone?: () => void) =>
  useOnMatter<{ readonly of: string; readonly answers: readonly number[]; readonly said: string }>(id, 'rate', onDone)
export type ReviewInput = { readonly lacked: string; readonly changes: string; readonly by: string; readonly until: string; readonly item?: string }
export const useReview = (id: string, onDone?: () => void) => useOnMatter<ReviewInput>(id, 'review', onDone)

export type WhistleRow = {
  readonly whistle: string; readonly matter: string; readonly number: string; readonly title: string; readonly at: string; readonly situation: string
  readonly by: string; readonly called: readonly string[]
  readonly review: { readonly id: string; readonly lacked: string; readonly changes: string; readonly by: string; readonly until: string
    readonly item: string | null; readonly doneAt: string | null; readonly mayEnd: boolean } | null
}
export type WhistleListName = 'to_rate' | 'to_review' | 'promised'
export const useWhistles = (list: WhistleListName, enabled = true) => useQuery({ queryKey: ['matters', 'whistles', list], enabled,
  queryFn: async ({ signal }) => (await request<{ readonly items: readonly WhistleRow[] }>('GET', `/api/v1/whistles?list=${list}`,
    { signal })).items })
export function useReviewDone() {
  const client = useQueryClient()
  return useAct((review: string, key) => request('POST', `/api/v1/whistle-reviews/${review}/done`, { body: {}, key }),
    () => { void client.invalidateQueries({ queryKey: ['matters', 'whistles'] }) })
}

export type StuckNotice = { readonly id: string; readonly matter: string; readonly number: string; readonly title: string; readonly channel: string
  readonly template: string; readonly tries: number; readonly to: 'reporter' | 'street' | 'party'; readonly name: string | null
  readonly nextAt: string | null; readonly givenUpAt: string | null }
export const useStuck = () => useQuery({ queryKey: ['stuck'], refetchInterval: 30_000,
  queryFn: async ({ signal }) => (await request<{ readonly items: readonly StuckNotice[] }>('GET', '/api/v1/stuck', { signal })).items })
export function useRetry() {
  const client = useQueryClient()
  return useAct((id: string, key) => request('POST', `/api/v1/stuck/${id}/retry`, { body: {}, key }),
    () => { void client.invalidateQueries({ queryKey: ['stuck'] }) })
}
