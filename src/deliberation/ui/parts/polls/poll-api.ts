/** Calls about polls; the shapes are those of http/poll-schemas.ts. Days are 'YYYY-MM-DD', shares 0 to 1, statements go by their number. */
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Ruled } from '../../speech-api.ts'
import { request, useAct } from '../../../../ui-kit/index.ts'

export type Sign = 1 | 0 | -1
export type Statement = { readonly n: number; readonly words: string; readonly name: string }
export type Phase = 'soon' | 'open' | 'closed'
export type Shares = { readonly agree: number | null; readonly disagree: number | null; readonly pass: number | null }
export type Group = {
  readonly id: number; readonly size: number; readonly dots: readonly (readonly [number, number])[]; readonly outline: readonly (readonly [number,
    number])[]
  readonly holds: readonly { readonly n: number; readonly side: 'agree' | 'disagree'; readonly share: number | null;
    readonly others: number | null }[]
}
type Sum = { readonly homes: number; readonly answers: number } | null
export type Missing = { readonly others: Sum; readonly total: Sum
  readonly buildings: readonly { readonly id: string; readonly name: string; readonly homes: number; readonly answers: number;
    readonly missing: number }[] }
export type PollMap = {
  readonly drawnAt: string; readonly final: boolean; readonly version: string; readonly seed: string; readonly people: number;
    readonly answers: number
  readonly groups: readonly Group[]
  readonly common: readonly { readonly n: number; readonly side: 'agree' | 'disagree'; readonly ground: number;
    readonly shares: readonly (number | null)[] }[]
  readonly undecided: readonly { readonly n: number; readonly shares: readonly Shares[] }[]
  readonly minority: readonly { readonly n: number; readonly agree: number; readonly seen: number }[]
  readonly table: readonly { readonly n: number; readonly agree: number; readonly disagree: number; readonly pass: number;
    readonly groups: readonly Shares[] }[]
  readonly apart: number; readonly unplaced: number; readonly missing: Missing | null
}
export type PollCard = {
  readonly id: string; readonly question: string; readonly about: string; readonly state: 'draft' | 'open' | 'closed'; readonly phase: Phase
  readonly opensOn: string; readonly closesOn: string; readonly perPerson: number; readonly thread: string | null
  readonly place: { readonly id: string; readonly name: string; readonly kind: string }; readonly keeper: { readonly id: string;
    readonly name: string }
  readonly counts: { readonly people: number; readonly answers: number; readonly statements: number }
}
export type PublicPoll = PollCard & { readonly removed: readonly { readonly n: number; readonly decision: Ruled }[]; readonly statements: readonly Statement[]; readonly map: PollMap | null; readonly file: boolean }
export type Move = 'open' | 'close' | 'add' | 'sheets' | 'draft'
export type StaffStatement = Statement & { readonly id: string; readonly state: 'held' | 'shown' | 'removed'; readonly heldFor: string | null;
  readonly at: string
  readonly byKeeper: boolean }
export type StaffPoll = PollCard & {
  readonly seed: string; readonly map: PollMap | null; readonly file: boolean; readonly statements: readonly StaffStatement[];
    readonly moves: readonly Move[]
  readonly channels: { readonly phone: number; readonly paper: number; readonly door: number }; readonly closesFrom: string
}
export type Asked = { readonly next: Statement | null; readonly answered: number; readonly of: number }
export type Draft = { readonly words: string; readonly people: number; readonly groups: number
  readonly from: readonly { readonly n: number; readonly side: 'agree' | 'disagree'; readonly least: number | null }[] }
export type Carried = { readonly id: string; readonly question: string; readonly about: string; readonly closesOn: string
  readonly buildings: readonly { readonly id: string; readonly name: string }[]; readonly statements: readonly Statement[] }

const open = '/api/v1/public/polls'
const desk = '/api/v1/polls'

export const usePoll = (id: string | undefined) => useQuery({ queryKey: ['poll', id], enabled: Boolean(id),
  queryFn: () => request<PublicPoll>('GET', `${open}/${id}`) })
export const askNext = (id: string) => request<Asked>('GET', `${open}/${id}/next`)
export const giveAnswer = (id: string, body: { readonly statement: number; readonly sign: Sign }, key: string) =>
  request<Asked>('POST', `${open}/${id}/answers`, { body, key })
export const useSimilar = (id: string, words: string) => useQuery({ queryKey: ['poll', id, 'similar', words], enabled: [...words].length >= 6,
  queryFn: () => request<{ items: { n: number; words: string }[] }>('POST', `${open}/${id}/similar`, { body: { words } }) })
export const mapFile = (id: string): string => `${open}/${id}/file`
export const mapTable = (id: string): string => `${open}/${id}/map.csv`

/** A write about a poll: what is shown of polls is read anew after it. */
function usePollAct<I, O>(send: (input: I, key: string) => Promise<O>, onDone?: (output: O, input: I) => void) {
  const client = useQueryClient()
  return useAct<I, O>(send, (output, input) => {
    for (const queryKey of [['poll'], ['polls']]) void client.invalidateQueries({ queryKey })
    onDone?.(output, input)
  })
}
export const useAddStatement = (id: string, onDone: (reply: { n: number; state: 'shown' | 'held' }, words: string) => void) =>
  usePollAct((words: string, key) => request<{ id: string; n: number; state: 'shown' | 'held' }>('POST', `${open}/${id}/statements`,
    { body: { words }, key }), onDone)

/** The polls of a place and of what lies in it, drafts among them. */
export const staffPolls = (place: string) => queryOptions({ queryKey: ['polls', 'staff', place], queryFn: () => request<{ items: PollCard[] }>('GET',
  `${desk}?place=${place}`) })
export const staffPoll = (id: string | undefined) => queryOptions({ queryKey: ['poll', 'staff', id], enabled: Boolean(id),
  queryFn: () => request<StaffPoll>('GET', `${desk}/${id}`) })
export const useStaffPoll = (id: string | undefined) => useQuery(staffPoll(id))
export type Starting = { readonly place: string; readonly thread: string | null; readonly question: string; readonly about: string;
  readonly opensOn: string
  readonly closesOn: string; readonly statements: readonly string[] }
export const useStartPoll = (onDone: (output: { id: string }) => void) => usePollAct((body: Starting, key) => request<{ id: string }>('POST', desk,
  { body, key }), onDone)
export const usePollStep = () => usePollAct(({ id, step }: { id: string; step: 'open' | 'close' }, key) => request('POST', `${desk}/${id}/${step}`,
  { body: {}, key }))
export const useDeskStatement = (id: string, onDone: () => void) =>
  usePollAct((words: string, key) => request('POST', `${desk}/${id}/statements`, { body: { words }, key }), onDone)
/** The place that a thread is about. */
export const useThreadPlace = (thread: string | null) => useQuery({ queryKey: ['threads', 'place', thread], enabled: thread !== null,
  queryFn: () => request<{ place: { id: string } }>('GET', `/api/v1/threads/${thread}`), select: ({ place }) => place.id })
/** The text that common ground proposes; asking for it decides nothing. */
const draftOf = (id: string) => request<Draft>('POST', `${desk}/${id}/draft-resolution`, { body: {} })
export const useDraft = (id: string) => useQuery({ queryKey: ['poll-draft', id], staleTime: 0, retry: false, queryFn: () => draftOf(id) })
/** The same at a press. */
export const useDrafting = (onDone: (draft: Draft) => void) => useAct((id: string) => draftOf(id), onDone)
export const useCarried = () => useQuery({ queryKey: ['polls', 'carried'], queryFn: () => request<{ items: Carried[] }>('GET',
  '/api/v1/field/polls') })
