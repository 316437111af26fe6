/** Calls of staff about disputes; the shapes are those of http/schemas.ts. */
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { request, useAct } from '../../ui-kit/index.ts'
import type { DisputeKind, MoveName, SideName, State, Tie } from '../rules/index.ts'
import type { ShownClause } from './parts/clauses.tsx'

export type DisputeCard = {
  readonly id: string; readonly number: string; readonly kind: DisputeKind; readonly state: State; readonly place: string; readonly committee: string
  readonly mediator: string | null; readonly mine: boolean; readonly until: string | null; readonly session: string | null;
    readonly duty: string | null
  readonly openedAt: string; readonly version: number
}
export type SidePerson = { readonly name: string; readonly phone: string | null; readonly address: string | null }
export type DisputeSide = {
  readonly side: SideName; readonly org: string | null; readonly persons: readonly SidePerson[]; readonly building: string | null
  readonly consent: 'asked' | 'yes' | 'no'; readonly consentAt: string | null; readonly consentVia: string | null; readonly objected: boolean
  readonly signedAt: string | null; readonly signedVia: string | null; readonly slips: number
}
export type Sitting = { readonly id: string; readonly at: string; readonly spot: string; readonly state: 'planned' | 'held';
  readonly present: readonly SideName[] }
export type Note = {
  readonly id: string; readonly at: string; readonly kind: 'opening' | 'session' | 'visit' | 'check' | 'note'; readonly session: string | null
  readonly who: string | null; readonly said: string
}
export type Dispute = {
  readonly id: string; readonly number: string; readonly kind: DisputeKind; readonly state: State;
    readonly place: { readonly id: string; readonly name: string }
  readonly committee: string; readonly openedAt: string; readonly openedBy: string; readonly acceptedOn: string | null; readonly until: string | null
  readonly signedOn: string | null; readonly confirmBy: string | null; readonly endedAt: string | null; readonly endedHow: string | null
  readonly version: number; readonly role: 'mediator' | 'committee' | 'opener'; readonly source: string | null; readonly fromMatter: boolean
  readonly mediator: { readonly person: string; readonly name: string; readonly title: string } | null; readonly sides: readonly DisputeSide[]
  readonly sessions: readonly Sitting[]; readonly notes: readonly Note[]
  readonly agreement: { readonly facts: string; readonly draftedAt: string; readonly secondNeeded: boolean; readonly second: string | null } | null
  readonly clauses: readonly ShownClause[]; readonly moves: readonly MoveName[]
}
export type Tab = 'open' | 'ended' | 'opened'
type Page = { readonly items: readonly DisputeCard[]; readonly next: string | null }

/** A list of disputes, page after page. */
export function useDisputes(tab: Tab) {
  const query = useInfiniteQuery({
    queryKey: ['disputes', tab], initialPageParam: '', getNextPageParam: (last: Page) => last.next,
    queryFn: ({ pageParam }) => request<Page>('GET', `/api/v1/disputes?tab=${tab}${pageParam ? `&after=${encodeURIComponent(pageParam)}` : ''}`),
  })
  return { ...query, cards: query.data?.pages.flatMap(({ items }) => items) ?? [] }
}

/** One dispute. */
export const useDispute = (id: string) =>
  useQuery({ queryKey: ['dispute', id], queryFn: () => request<Dispute>('GET', `/api/v1/disputes/${id}`) })

export type Listed = { readonly person: string; readonly name: string; readonly title: string; readonly ties: readonly Tie[] }
/** The committee's mediators with their ties to a dispute. */
export const useMediators = (id: string) =>
  useQuery({ queryKey: ['dispute', id, 'mediators'], queryFn: () => request<{ items: readonly Listed[] }>('GET',
    `/api/v1/disputes/${id}/mediators`) })

export type DaySitting = {
  readonly id: string; readonly dispute: string; readonly number: string; readonly kind: DisputeKind; readonly place: string; readonly at: string
  readonly spot: string; readonly version: number
}
/** One's own sessions of these days. */
export const useSittings = () =>
  useQuery({ queryKey: ['disputes', 'sessions'], queryFn: () => request<{ items: readonly DaySitting[] }>('GET', '/api/v1/disputes/sessions') })

export type Count = { readonly opened: number | null; readonly judged: number | null; readonly fair: number | null; readonly again: number | null }
/** The number of a community's disputes; for community and street. */
export const useDisputeCount = (community: string | undefined) => useQuery({
  queryKey: ['disputes', 'count', community], enabled: community !== undefined,
  queryFn: () => request<Count>('GET', `/api/v1/disputes/count?community=${community}`),
})

/** A move on a dispute; lists and the dispute are read anew when it is done. */
export function useDisputeMove<O = unknown>(id: string, move: string, onDone?: (done: O) => void) {
  const client = useQueryClient()
  return useAct((body: object, key) => request<O>('POST', `/api/v1/disputes/${id}/${move}`, { body, key }), (done) => {
    void client.invalidateQueries({ queryKey: ['dispute', id] })
    void client.invalidateQueries({ queryKey: ['disputes'] })
    onDone?.(done)
  })
}

export type OpenSide = { readonly persons: readonly { name: string; phone?: string; address?: string }[]; readonly org?: string;
  readonly home?: string }
export type OpenDispute = { readonly place: string; readonly kind: DisputeKind; readonly words: string; readonly source?: string;
  readonly sides: readonly OpenSide[] }
export type Opened = { readonly id: string; readonly number: string; readonly codes: { readonly a: string; readonly b: string } }
/** Opens a dispute. */
export function useOpenDispute(onDone: (opened: Opened, input: OpenDispute) => void) {
  const client = useQueryClient()
  return useAct((body: OpenDispute, key) => request<Opened>('POST', '/api/v1/disputes', { body, key }), (opened, input) => {
    void client.invalidateQueries({ queryKey: ['disputes'] })
    onDone(opened, input)
  })
}

export type FullNames = { readonly sides: readonly { readonly side: SideName; readonly persons: readonly SidePerson[] }[] }
/** Full names for a paper; an act that each person can see. */
export const useFullNames = (id: string, onDone: (names: FullNames) => void) => useAct(
  (body: { readonly purpose: string }, key) => request<FullNames>('POST', `/api/v1/disputes/${id}/names`, { body, key }), onDone)

/** A mediator's own ties. */
export const useDeclare = (onDone: () => void) => useAct(
  (body: { readonly home: string | null; readonly places: readonly string[]; readonly orgs: readonly string[] }, key) =>
    request('POST', '/api/v1/mediators/ties', { body, key }), onDone)

/** The matter behind: read only for its place and kind, by who may see it. */
export const useSourceMatter = (id: string | undefined) => useQuery({
  queryKey: ['matter-behind', id], enabled: id !== undefined,
  queryFn: () => request<{ number: string; category: string; title: string; place: { id: string; name: string; kind: string } | null }>('GET',
    `/api/v1/matters/${id ?? ''}`),
})
