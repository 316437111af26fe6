/** Calls about micro-projects; the shapes are those of http/project-schemas.ts. Money in fen. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Said } from '../../kit/pure.ts'
import { request, useAct } from '../../ui-kit/index.ts'
import type { Answer, Ground, ProjectKind, ProjectState, ProposerKind, RoundRules, RoundState } from '../rules/projects/index.ts'

export type Milestone = { readonly n: number; readonly title: string; readonly due: string; readonly doneOn: string | null; readonly photo: string
  | null
  readonly note: string | null }
export type Project = {
  readonly id: string; readonly option: string | null; readonly kind: ProjectKind; readonly proposer: ProposerKind; readonly group: string | null
  readonly place: string; readonly title: string; readonly summary: string; readonly cost: number | null; readonly state: ProjectState
  readonly ground: Ground | null; readonly reason: string | null; readonly votes: number | null; readonly found: Said | null
  readonly foundGreedy: boolean | null; readonly supplier: string | null; readonly declared: boolean; readonly finalCost: number | null
  readonly milestones: readonly Milestone[]; readonly answers: Readonly<Record<Answer, number>>
}
type Head = {
  readonly id: string; readonly title: string; readonly budget: number; readonly state: RoundState; readonly proposeUntil: string
  readonly opensOn: string | null; readonly closesOn: string | null; readonly vote: string | null; readonly rules: RoundRules
  readonly community: { readonly id: string; readonly name: string }; readonly startedAt: string
}
export type Compared = { readonly rule: string; readonly spent: number; readonly winners: readonly string[]; readonly without: number }
export type RoundCard = Head & { readonly proposals: number; readonly funded: number }
export type Round = Head & { readonly waiting: number; readonly projects: readonly Project[]; readonly compared: readonly Compared[];
  readonly voters: number | null }
export type Review = { readonly title: string; readonly eligible: boolean; readonly ground: Ground | null; readonly cost: number | null;
  readonly reason: string
  readonly tied: boolean; readonly mine: boolean }
export type StaffProject = Project & { readonly words: string; readonly asked: number | null; readonly proposedAt: string; readonly contact: string
  | null
  readonly reviews: readonly Review[]; readonly missing: number; readonly costs: readonly [number, number] | null; readonly mayDecide: boolean }
export type StaffRound = Head & { readonly projects: readonly StaffProject[]; readonly compared: readonly Compared[]; readonly voters: number | null
  readonly leads: boolean }

const api = '/api/v1'
export const useRounds = (community: string | undefined) => useQuery({ queryKey: ['rounds', community], enabled: Boolean(community),
  queryFn: () => request<{ items: RoundCard[] }>('GET', `${api}/public/rounds?community=${community}`) })
export const useRound = (id: string | undefined) => useQuery({ queryKey: ['rounds', 'one', id], enabled: Boolean(id),
  queryFn: () => request<Round>('GET', `${api}/public/rounds/${id}`) })
export const useStaffRound = (id: string | undefined) => useQuery({ queryKey: ['rounds', 'staff', id], enabled: Boolean(id),
  queryFn: () => request<StaffRound>('GET', `${api}/rounds/${id}`) })

/** A write: rounds are read anew after it. */
function useRoundAct<I, O>(send: (input: I, key: string) => Promise<O>, onDone?: (output: O, input: I) => void) {
  const client = useQueryClient()
  return useAct<I, O>(send, (output, input) => { void client.invalidateQueries({ queryKey: ['rounds'] }); onDone?.(output, input) })
}
export type Proposing = { readonly round: string; readonly place: string; readonly kind: ProjectKind; readonly words: string;
  readonly proposer: ProposerKind
  readonly group?: string; readonly asked?: number; readonly phone?: string }
export const usePropose = (onDone: (output: { receipt: string }) => void) => useRoundAct(({ round, ...body }: Proposing, key) =>
  request<{ receipt: string }>('POST', `${api}/public/rounds/${round}/projects`, { body, key }), onDone)
export const followProposal = (receipt: string) => request<{ round: string; project: Project }>('GET',
  `${api}/public/projects/${encodeURIComponent(receipt)}`)
export const useAnswer = (onDone: () => void) => useRoundAct(({ id, ...body }: { id: string; answer: Answer; words: string; slip: string }, key) =>
  request('POST', `${api}/public/projects/${id}/answers`, { body, key }), onDone)

export type Starting = { readonly community: string; readonly title: string; readonly budget: number; readonly proposeUntil: string;
  readonly rules: RoundRules }
export const useStartRound = (onDone: (output: { id: string }) => void) =>
  useRoundAct((body: Starting, key) => request<{ id: string }>('POST', `${api}/rounds`, { body, key }), onDone)
/** A step of a round or project: its address below the API and what is sent. */
export type Step = { readonly to: string; readonly body: Readonly<Record<string, unknown>> }
export const useStep = (onDone?: () => void) => useRoundAct(({ to, body }: Step, key) => request('POST', `${api}/${to}`, { body, key }), onDone)
