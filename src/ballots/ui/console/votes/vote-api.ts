/** Calls of the ballot team; the shapes are those of http/votes-schemas.ts. Areas in 0.01 m². */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Said, Source } from '../../../../kit/pure.ts'
import { inPost, request, useAct } from '../../../../ui-kit/index.ts'
import type { Move, Role } from '../../../rules/life/index.ts'
import type { Channel, Delivery, VoteKind } from '../../../rules/vote.ts'
import type { Counted, Opinion, Participation, Question, Step, VoteState, Withdrawn } from '../../resident-api.ts'

type Place = { readonly id: string; readonly name: string; readonly kind: string }
export type Card = { readonly id: string; readonly kind: VoteKind; readonly number: string; readonly title: string; readonly item: string | null;
  readonly state: VoteState
  readonly secret: boolean; readonly place: Place; readonly electorate: Place; readonly keeper: { readonly id: string; readonly name: string };
    readonly noticeOn: string | null
  readonly opensAt: string | null; readonly closesAt: string | null; readonly participation: Participation | null; readonly outcome: string | null;
    readonly todo: number; readonly version: number }
export type Building = { readonly id: string; readonly name: string; readonly tookPart: number; readonly titles: number; readonly needed: number }
export type Member = { readonly person: string; readonly post: string; readonly name: string; readonly title: string; readonly org: string;
  readonly role: Role }
export type Detail = Card & {
  readonly withdrawn: Withdrawn | null
  readonly words: string; readonly startedBy: string; readonly channelsAllowed: readonly Channel[]; readonly questions: readonly Question[];
    readonly frozenAt: string | null
  readonly closedAt: string | null; readonly countedAt: string | null; readonly publishedAt: string | null; readonly objectionsUntil: string | null; readonly firstOpening: { readonly day: string; readonly days: number } | null
  readonly buildings: readonly Building[]; readonly channels: Readonly<Record<Channel, number>> | null; readonly steps: readonly Step[]
  readonly todos: readonly { readonly code: string; readonly count: number; readonly words: Said }[]; readonly sealed: boolean;
    readonly result: Counted | null
  readonly root: string | null; readonly size: number | null; readonly lottery: string | null
  readonly rules: readonly { readonly code: string; readonly words: Said; readonly source: Source | null }[]
  readonly notices: readonly { readonly place: string; readonly name: string; readonly postedOn: string | null; readonly photo: string | null
    readonly codes: readonly string[] }[]
  readonly opinions: readonly (Opinion & { readonly org: string })[]; readonly team: readonly Member[]
  readonly objections: readonly { readonly id: string; readonly about: string; readonly words: string; readonly at: string; readonly due: string;
    readonly answeredAt: string | null
    readonly answer: string | null; readonly homes: string | null }[]
  readonly openings: readonly { readonly id: string; readonly objection: string; readonly shuts: string; readonly mine: boolean }[]
  readonly election: string | null; readonly roles: readonly Role[]; readonly may: readonly Move[]
}
export type Elector = { readonly id: string; readonly code: string; readonly building: string | null; readonly buildingName: string | null;
  readonly kind: string; readonly area: number
  readonly heads: number; readonly blocked: string | null; readonly tookPart: boolean | null
  readonly casts: readonly { readonly seq: number; readonly channel: Channel; readonly day: string; readonly envelope: string | null;
    readonly entered: number }[]
  readonly titles: readonly { readonly title: string; readonly label: string; readonly kind: string; readonly area: number; readonly counts: boolean;
    readonly deliveredOn: string | null
    readonly deliveredHow: Delivery | null }[] }
export type Conflict = { readonly elector: string; readonly code: string; readonly label: string; readonly kind: 'doubles' | 'differing' | 'blocked'
  | 'invalid'
  readonly seqs: readonly { readonly seq: number; readonly channel: string; readonly day: string }[]; readonly holds: number | null;
    readonly words: Said }

const api = '/api/v1/votes'
export const useVotes = () => useQuery({ queryKey: ['votes'], queryFn: () => request<{ items: Card[] }>('GET', api) })
export const useVote = (id: string) => useQuery({ queryKey: ['votes', id], refetchInterval: 15_000, queryFn: () => request<Detail>('GET',
  `${api}/${id}`) })
export const useElectors = (id: string, asked: { readonly building?: string | undefined; readonly voted?: 'yes' | 'no' | undefined },
  wanted = true) => useQuery({
  queryKey: ['votes', id, 'electors', asked], enabled: wanted,
  queryFn: () => request<{ items: Elector[] }>('GET',
    `${api}/${id}/electors?${new URLSearchParams(Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1])))}`) })
export const useConflicts = (id: string, wanted: boolean) => useQuery({ queryKey: ['votes', id, 'conflicts'], enabled: wanted,
  queryFn: () => request<{ items: Conflict[] }>('GET', `${api}/${id}/conflicts`) })
export type TeamCandidate = { readonly person: string; readonly post: string; readonly name: string; readonly title: string; readonly org: string;
  readonly orgKind: string; readonly stands: boolean }
export const useTeamCandidates = (id: string, wanted: boolean) => useQuery({ queryKey: ['votes', id, 'team'], enabled: wanted,
  queryFn: () => request<{ items: TeamCandidate[] }>('GET', `${api}/${id}/candidates-for-team`) })

/** A move of a vote: its address after the vote's own and what is sent; what is shown of votes is read anew after it. */
export type Sent = { readonly to: string; readonly body: Readonly<Record<string, unknown>> }
export type Moved = { readonly done?: number; readonly refused?: readonly { readonly explain: Said }[] }
export function useMove(id: string, onDone?: (output: Moved) => void) {
  const client = useQueryClient()
  return useAct(({ to, body }: Sent, key) => request<Moved>('POST', `${api}/${id}/${to}`, { body, key }),
    (output) => { void client.invalidateQueries({ queryKey: ['votes'] }); onDone?.(output) })
}
export function useStartVote(onDone: (output: { id: string }) => void) {
  const client = useQueryClient()
  return useAct((body: Readonly<Record<string, unknown>>, key) => request<{ id: string }>('POST', api, { body, key }),
    (output) => { void client.invalidateQueries({ queryKey: ['votes'] }); onDone(output) })
}
export type SlipStock = { readonly building: string; readonly name: string; readonly homes: number; readonly most: number; readonly made: number
  readonly void: number }
export const useSlips = (id: string, wanted: boolean) => useQuery({ queryKey: ['votes', id, 'slips'], enabled: wanted,
  queryFn: () => request<{ items: SlipStock[] }>('GET', `${api}/${id}/slips`) })
export function useReplaceSlip(id: string, onDone: () => void) {
  const client = useQueryClient()
  return useAct((code: string, key) => request<{ code: string }>('POST', `${api}/${id}/slips/replace`, { body: { code }, key }),
    () => { void client.invalidateQueries({ queryKey: ['votes'] }); onDone() })
}
/** The photo of the notice at a door, for the post that the reader acts in. */
export const noticePhoto = (id: string, place: string, size: 'full' | 'small'): string => inPost(`${api}/${id}/notices/${place}/photo?size=${size}`)
/** Papers of a vote as Word and PDF: what they are called in the address. */
export const paperHref = (id: string, paper: string, kind: 'docx' | 'pdf'): string => `${api}/${id}/papers/${paper}.${kind}`
