/** Calls about elected bodies; the shapes are those of http/election-schemas.ts. Areas in 0.01 m². */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Said, Source } from '../../../../kit/pure.ts'
import { request, useAct } from '../../../../ui-kit/index.ts'
import type { BodyKind, BodyState, MemberRole, Nominator } from '../../../rules/election/bodies.ts'
import type { ReviewOutcome, ReviewRole } from '../../../rules/election/review.ts'
import type { StepState } from '../../../rules/vote.ts'

export type BodyCard = { readonly id: string; readonly kind: BodyKind; readonly state: BodyState; readonly version: number;
  readonly vote: string | null
  readonly place: { readonly id: string; readonly name: string }; readonly seats: number; readonly reserves: number; readonly termFrom: string;
    readonly termTo: string
  readonly daysLeft: number; readonly tellFrom: string | null; readonly endsSoon: boolean; readonly formed: boolean; readonly members: number; readonly inReserve: number;
    readonly open: number }
export type Candidate = { readonly id: string; readonly name: string; readonly posted: boolean; readonly by: Nominator; readonly promised: boolean;
  readonly state: string
  readonly option: string | null; readonly until: string; readonly open: readonly ReviewRole[]
  readonly warnings: readonly { readonly code: string; readonly words: Said; readonly reason: string }[]
  readonly reviews: readonly { readonly role: ReviewRole; readonly outcome: ReviewOutcome; readonly reason: string; readonly on: string }[]
  readonly ground: Said | null; readonly reason: string | null; readonly votes: { readonly heads: number; readonly area: number } | null }
export type Desk = { readonly vote: { readonly id: string; readonly state: string; readonly title: string }; readonly posted: boolean
  readonly candidates: readonly Candidate[]; readonly conditions: readonly { readonly code: string; readonly words: Said;
    readonly source: Source | null }[]
  readonly target: boolean; readonly slate: { readonly have: number; readonly wanted: number; readonly met: boolean; readonly say: Said } | null
  readonly says: ReviewRole | null; readonly outcomes: readonly ReviewOutcome[]
  readonly may: Readonly<Record<'nominate' | 'post' | 'review' | 'refuse' | 'seat', boolean>> }
export type Seated = { readonly person: string; readonly name: string; readonly role: MemberRole; readonly rank: number | null; readonly since: string
  readonly until: string | null; readonly endedBy: string | null; readonly overlap: boolean }
export type BodyStep = { readonly code: string; readonly state: StepState; readonly doneOn: string | null; readonly due: string | null;
  readonly words: Said; readonly source: Source | null }
export type HandOverLine = { readonly n: number; readonly title: string; readonly due: string | null; readonly handedOn: string | null;
  readonly note: string | null }
type Measure = { readonly heads: number; readonly area: number }
export type BodyFile = BodyCard & { readonly meetsEveryMonths: number | null; readonly pack: string | null; readonly seated: readonly Seated[]
  readonly handOver: readonly HandOverLine[]; readonly steps: readonly BodyStep[]; readonly desk: Desk | null; readonly prepares: boolean;
    readonly street: boolean
  readonly delivered: { readonly delivered: Measure; readonly totals: Measure } | null }
export type Declared = { readonly name: string; readonly party: boolean | null; readonly posts: string; readonly overlap: boolean;
  readonly firmTie: boolean; readonly firmWords: string
  readonly known: Readonly<Record<string, boolean>> }
type Owner = { readonly owner: string; readonly name: string; readonly label: string }

const api = '/api/v1/bodies'
export const bodyAt = (id: string): string => `/console/elections/${id}`
export const useBodies = () => useQuery({ queryKey: ['bodies'], queryFn: () => request<{ items: BodyCard[]; mayPrepare: boolean }>('GET', api) })
export const useBody = (id: string) => useQuery({ queryKey: ['bodies', id], queryFn: () => request<BodyFile>('GET', `${api}/${id}`) })
export const useOwners = (id: string, label: string) => useQuery({ queryKey: ['bodies', id, 'owners', label], enabled: label.trim() !== '',
  queryFn: () => request<{ items: Owner[] }>('GET', `${api}/${id}/owners?label=${encodeURIComponent(label.trim())}`) })

type Officer = { readonly person: string; readonly name: string; readonly title: string; readonly org: string }
/** Who holds a post around, asked for once the box is ticked. */
export const useOfficers = (id: string, wanted: boolean) => useQuery({ queryKey: ['bodies', id, 'officers'], enabled: wanted,
  queryFn: () => request<{ items: Officer[] }>('GET', `${api}/${id}/officers`) })

export type Sent = { readonly to: string; readonly body: Readonly<Record<string, unknown>> }
/** A step on a body, and everything shown of bodies and votes read anew after it. */
export function useStep(id: string, onDone?: () => void) {
  const client = useQueryClient()
  return useAct(({ to, body }: Sent, key) => request<object>('POST', `${api}/${id}/${to}`, { body, key }), () => {
    void client.invalidateQueries({ queryKey: ['bodies'] })
    void client.invalidateQueries({ queryKey: ['votes'] })
    onDone?.()
  })
}
/** What a candidate declared: asked for each time, kept nowhere. */
export const useDeclared = (id: string) => useAct((candidate: string) => request<Declared>('POST', `${api}/${id}/declared`, { body: { candidate } }))
export function useBegin(onDone: (id: string) => void) {
  const client = useQueryClient()
  return useAct(({ to, body }: Sent, key) => request<{ id: string }>('POST', `/api/v1/${to}`, { body, key }), ({ id }) => {
    void client.invalidateQueries({ queryKey: ['bodies'] })
    onDone(id)
  })
}
