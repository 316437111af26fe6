/** Calls of residents about votes; the shapes are those of http/votes-schemas.ts and http/own-ballot-schemas.ts. Areas in 0.01 m², money in fen. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Said, Source } from '../../kit/pure.ts'
import { request, useAct } from '../../ui-kit/index.ts'
import type { Channel, Holds, VoteKind } from '../rules/vote.ts'

export type Option = { readonly id: string; readonly label: string; readonly cost: number | null }
export type Question = { readonly n: number; readonly title: string; readonly words: string; readonly pick: number;
  readonly options: readonly Option[] }
export type Opinion = { readonly saidBy: 'branch' | 'committee' | 'street' | 'expert'; readonly stance: 'supports' | 'advises' | 'warns';
  readonly words: string; readonly at: string }
export type VoteState = 'draft' | 'noticed' | 'frozen' | 'open' | 'closed' | 'counted' | 'published' | 'filed' | 'archived' | 'withdrawn'
export type Ballot = {
  readonly vote: string; readonly elector: string; readonly kind: VoteKind; readonly number: string; readonly placeName: string;
    readonly title: string; readonly words: string
  readonly questions: readonly Question[]; readonly opinions: readonly Opinion[]; readonly homes: readonly string[]; readonly area: number;
    readonly heads: number
  readonly kindOfHead: string; readonly owner: string; readonly as: 'sole' | 'chosen' | 'proxy' | 'company'; readonly state: VoteState;
    readonly secret: boolean
  readonly opensAt: string | null; readonly closesAt: string | null; readonly channels: readonly Channel[]; readonly holds: Holds;
    readonly blocked: string | null
  readonly tookPart: boolean; readonly casts: number; readonly mayCast: boolean; readonly why: Said | null
}
export type Participation = { readonly heads: number; readonly headsNeeded: number; readonly headsTotal: number; readonly area: number;
  readonly areaNeeded: number
  readonly areaTotal: number; readonly missingHeads: number; readonly missingArea: number; readonly quorum: boolean; readonly words: Said }
export type Outcome = 'passed' | 'not_passed' | 'no_quorum' | 'stayed'
export type Counted = { readonly outcome: Outcome; readonly tookPart: { readonly heads: number; readonly area: number }; readonly invalid: number;
  readonly conflicts: number
  readonly questions: readonly { readonly n: number; readonly title: string; readonly outcome: Outcome; readonly needed: { readonly heads: number;
    readonly area: number } | null
    readonly options: readonly { readonly id: string; readonly label: string; readonly heads: number; readonly area: number;
      readonly won: boolean }[] }[]
  readonly reasons: readonly { readonly words: Said; readonly source: Source | null }[] }
export type Step = { readonly code: string; readonly state: 'done' | 'due' | 'missing' | 'waived'; readonly doneOn: string | null;
  readonly due: string | null
  readonly provisional: boolean; readonly words: Said; readonly source: Source | null }
export type PublicCard = { readonly id: string; readonly kind: VoteKind; readonly number: string; readonly title: string; readonly state: VoteState;
  readonly place: string; readonly placeName: string
  readonly electorateName: string; readonly opensAt: string | null; readonly closesAt: string | null; readonly outcome: string | null }
/** When and why a vote was taken back. */
export type Withdrawn = { readonly on: string; readonly reason: string }
export type PublicVote = PublicCard & { readonly withdrawn: Withdrawn | null; readonly words: string; readonly item: string | null; readonly secret: boolean; readonly noticeOn: string
  | null
  readonly questions: readonly Question[]; readonly participation: Participation | null; readonly channelsAllowed: readonly Channel[]
  readonly rules: readonly { readonly code: string; readonly words: Said; readonly source: Source | null }[]; readonly steps: readonly Step[];
    readonly opinions: readonly Opinion[]
  readonly sealed: boolean; readonly result: Counted | null; readonly root: string | null; readonly size: number | null; readonly lottery: string
    | null; readonly seed: string | null
  readonly objectionsUntil: string | null; readonly slips: readonly { readonly name: string; readonly made: number; readonly void: number }[] }

const api = '/api/v1'
export const usePublicVote = (id: string | undefined) => useQuery({ queryKey: ['vote', 'public', id], enabled: Boolean(id),
  queryFn: () => request<PublicVote>('GET', `${api}/public/votes/${id}`) })
const usePublicVotes = (compound: string | undefined) => useQuery({ queryKey: ['vote', 'public', 'of', compound], enabled: Boolean(compound),
  queryFn: () => request<{ items: PublicCard[] }>('GET', `${api}/public/votes?compound=${compound}`) })

const OWN = ['own-ballots']
/** The ballots that this browser's code opened; a refusal means that none is open. */
export const useOwnBallots = () => useQuery({ queryKey: OWN, queryFn: () => request<{ items: Ballot[]; until: string }>('GET', `${api}/own-ballots`),
  retry: false, gcTime: 0,
  staleTime: 0 })
export const useAskBallots = (onDone: () => void) =>
  useAct((body: { readonly phone: string }, key) => request('POST', `${api}/own-ballots/code`, { body, key }), onDone)
export const useOpenBallots = (onDone: () => void) =>
  useAct((body: { readonly phone: string; readonly code: string }, key) => request('POST', `${api}/own-ballots/open`, { body, key }), onDone)
export type About = 'notice' | 'delivery' | 'register' | 'proxy' | 'count' | 'collector' | 'other'
/** A vote of one's compound that can be objected to or was; days 'YYYY-MM-DD', times ISO. */
export type Objectable = { readonly vote: string; readonly kind: VoteKind; readonly number: string; readonly title: string; readonly state: VoteState
  readonly mayObject: boolean; readonly why: Said | null
  readonly objections: readonly { readonly id: string; readonly about: About; readonly words: string; readonly on: string; readonly due: string
    readonly answeredAt: string | null; readonly answer: string | null }[] }
const OBJECTED = ['own-ballots', 'objections']
export const useOwnObjections = () => useQuery({ queryKey: OBJECTED, queryFn: () => request<{ items: Objectable[] }>('GET', `${api}/own-ballots/objections`),
  retry: false, gcTime: 0 })
export function useObject(onDone: () => void) {
  const client = useQueryClient()
  return useAct((body: { readonly vote: string; readonly about: string; readonly words: string }, key) => request('POST', `${api}/own-ballots/objections`,
    { body, key }), () => { void client.invalidateQueries({ queryKey: OBJECTED }); onDone() })
}
export type Answer = { readonly n: number; readonly choose: readonly string[] }
export type Cast = { readonly vote: string; readonly commitment: string; readonly seq: number; readonly at: string }
/** Casts a ballot; asked again with the same answers it counts once. */
export function useCast(onDone: (cast: Cast) => void) {
  const client = useQueryClient()
  return useAct(({ vote, elector, answers }: { vote: string; elector: string; answers: readonly Answer[] }, key) =>
    request<Cast>('POST', `${api}/own-ballots/${vote}/${elector}`, { body: { answers }, key }),
      (cast) => { void client.invalidateQueries({ queryKey: OWN }); onDone(cast) })
}
export const askBudgetCode = (vote: string, phone: string) => request('POST', `${api}/public/votes/${vote}/code`, { body: { phone } })
export const castBudgetBallot = (vote: string, body: { readonly phone: string; readonly code: string; readonly answers: readonly Answer[] },
  key: string) =>
  request<Cast>('POST', `${api}/public/votes/${vote}/ballots`, { body, key })
/** The receipt of a ballot by its commitment: null until the vote is sealed. */
export const readReceipt = (commitment: string) => request<{ sealed: boolean; closesAt: string | null; receipt: object | null }>('GET',
  `${api}/own-ballots/receipt/${commitment}`)
