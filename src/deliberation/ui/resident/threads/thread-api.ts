/** Calls about threads as everybody reads them; the shapes are those of http/thread-schemas.ts. */
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Refusal, Said } from '../../../../kit/pure.ts'
import { request, useAct } from '../../../../ui-kit/index.ts'
import type { ResolutionVerdict } from '../../../rules/meetings/index.ts'
import type { Adjective, Decider, Heard, MeetingKind, Origin, Outcome, PartyKind, Starter, Step, TaskVerdict, Todo, Verdict } from '../../../rules/threads/index.ts'

type Head = { readonly id: string; readonly title: string; readonly summary: string; readonly step: Step; readonly origin: Origin; readonly startedBy: Starter; readonly outcome: Outcome | null
  readonly meetings: readonly MeetingKind[]; readonly callUntil: string | null; readonly major: boolean; readonly startedAt: string; readonly endedAt: string | null }
export type ThreadCard = Head & { readonly place: string; readonly keeper: string; readonly voices: number; readonly tasks: number; readonly tasksDone: number; readonly nextDue: string | null
  readonly todo: readonly Todo[] }
export type Missing = { readonly code: string; readonly rule: string; readonly explain: Said; readonly from: string | null
  readonly source: { readonly law: string; readonly article: string | null } | null }
export type Party = { readonly n: number; readonly label: string; readonly kind: PartyKind; readonly required: boolean; readonly heard: Heard | null; readonly heardAt: string | null
  readonly words: string | null; readonly meeting: string | null }
export type Task = { readonly id: string; readonly title: string; readonly owner: string; readonly state: 'open' | 'done' | 'dropped'; readonly due: string; readonly doneOn: string | null
  readonly result: string | null; readonly photo: boolean; readonly verdict: TaskVerdict | null; readonly delays: readonly { readonly from: string; readonly to: string; readonly why: string }[] }
export type Told = { readonly kind: 'step' | 'meeting' | 'resolution' | 'heard' | 'task' | 'verdict'; readonly key: string; readonly at: string; readonly code: string | null
  readonly words: string | null; readonly label: string | null; readonly n: number | null; readonly yes: number | null; readonly no: number | null; readonly abstained: number | null
  readonly meeting: string | null; readonly judged: WasJudged | null }
/** What had been judged of a thread when it was taken back. */
export type WasJudged = Readonly<Record<Verdict, number>> & { readonly resolutions: readonly { readonly n: number; readonly verdict: ResolutionVerdict }[]
  readonly tasks: readonly { readonly title: string; readonly verdict: TaskVerdict }[] }
export type Near = { readonly id: string; readonly kind: string; readonly title: string; readonly venue: string; readonly startsAt: string; readonly state: string; readonly number: string | null }
type Kin = { readonly id: string; readonly title: string }
type Part<T> = { readonly items: readonly T[]; readonly next: string | null }
export type Thread = Head & {
  readonly place: { readonly id: string; readonly name: string }; readonly keeper: string; readonly calledOn: string | null; readonly decider: Decider | null; readonly basis: string | null
  readonly why: string | null; readonly vote: { readonly id: string; readonly title: string; readonly state: string; readonly decided: boolean; readonly passed: boolean } | null
  readonly next: Step | null; readonly missing: readonly Missing[]; readonly unheard: readonly string[]
  readonly adjectives: readonly { readonly name: Adjective; readonly missing: readonly Missing[] }[]; readonly verdicts: Readonly<Record<Verdict, number>>; readonly parties: readonly Party[]
  readonly counts: { readonly voices: number; readonly matters: number; readonly meetings: number; readonly resolutions: number; readonly tasks: number; readonly tasksDone: number }
  readonly parent: Kin | null; readonly children: readonly Kin[]; readonly upcoming: readonly Near[]; readonly tasks: Part<Task>; readonly story: Part<Told>
}
export type Hall = { readonly place: { readonly id: string; readonly name: string }; readonly sessions: number; readonly solved: number; readonly agreements: number; readonly open: number
  readonly started: number; readonly residents: number }
type PollCard = { readonly id: string; readonly thread: string | null; readonly question: string; readonly state: string; readonly closesOn: string }

const api = '/api/v1/public'
/** The photo of what came of a task, for everybody. */
export const taskPhotoHref = (id: string, size: 'full' | 'small'): string => `${api}/tasks/${id}/photo?size=${size}`
/** What is missing, as pages of refusals show it. */
export const refusalOf = ({ code, rule, explain, from, source }: Missing): Refusal => ({ code, rule, explain, ...(from === null ? {} : { from }),
  ...(source === null ? {} : { source: source.article === null ? { law: source.law } : { law: source.law, article: source.article } }) })

export const useThread = (id: string) => useQuery({ queryKey: ['thread', id], queryFn: () => request<Thread>('GET', `${api}/threads/${id}`) })
/** What happened earlier than what the page holds; asks nothing until it is wanted. */
export const useEarlier = (id: string, from: string | null, wanted: boolean) => useInfiniteQuery({
  queryKey: ['thread', id, 'story', from], enabled: wanted && from !== null, initialPageParam: from ?? '', getNextPageParam: (last: Part<Told>) => last.next ?? undefined,
  queryFn: ({ pageParam }) => request<Part<Told>>('GET', `${api}/threads/${id}/story?before=${encodeURIComponent(pageParam)}`) })
export const useMoreTasks = (id: string, from: string | null, wanted: boolean) => useInfiniteQuery({
  queryKey: ['thread', id, 'tasks', from], enabled: wanted && from !== null, initialPageParam: from ?? '', getNextPageParam: (last: Part<Task>) => last.next ?? undefined,
  queryFn: ({ pageParam }) => request<Part<Task>>('GET', `${api}/threads/${id}/tasks?after=${encodeURIComponent(pageParam)}`) })
export const useThreads = (place: string, step: 'open' | undefined) => useInfiniteQuery({
  queryKey: ['threads', place, step ?? ''], initialPageParam: '', getNextPageParam: (last: Part<ThreadCard>) => last.next ?? undefined,
  queryFn: ({ pageParam }) => request<Part<ThreadCard>>('GET', `${api}/threads?${new URLSearchParams({ place, ...(step ? { step } : {}), ...(pageParam === '' ? {} : { before: pageParam }) })}`) })
export const useHall = (place: string) => useQuery({ queryKey: ['hall', place], queryFn: () => request<Hall>('GET', `${api}/halls/${place}`) })
/** The opinion polls of a thread, from those of its place. */
export const useThreadPolls = (place: string | undefined, thread: string) => useQuery({ queryKey: ['polls', place], enabled: Boolean(place),
  queryFn: () => request<{ items: readonly PollCard[] }>('GET', `${api}/polls?place=${place}`), select: ({ items }) => items.filter((one) => one.thread === thread) })

/** A write of somebody who speaks: threads are read anew after it. */
function useThreadAct<I, O>(send: (input: I, key: string) => Promise<O>, onDone?: (output: O) => void) {
  const client = useQueryClient()
  return useAct<I, O>(send, (output) => { for (const key of ['thread', 'threads', 'talk', 'hall']) void client.invalidateQueries({ queryKey: [key] }); onDone?.(output) })
}
export type Begun = { readonly id: string; readonly step: string; readonly speech: string; readonly speechState: string }
export const useStartThread = (onDone: (begun: Begun) => void) => useThreadAct((body: { place: string; words: string }, key) => request<Begun>('POST', `${api}/threads`, { body, key }), onDone)
/** Whether the matter that this browser follows is solved in a thread, and what was said of the result; asked only while it is judged. */
export const useReporterAsked = (id: string) => useQuery({ queryKey: ['thread', id, 'reporter'], queryFn: () => request<{ asked: boolean; answer: Verdict | null }>('GET', `/api/v1/followed/threads/${id}`) })
export type Saying = { readonly id: string; readonly answer: Verdict; readonly words: string }
export const useReporterVerdict = (onDone?: () => void) => useThreadAct(({ id, ...body }: Saying, key) => request('POST', `/api/v1/followed/threads/${id}/verdict`, { body, key }), onDone)
export const useVerdict = (onDone?: () => void) => useThreadAct(({ id, ...body }: Saying, key) =>
  request('POST', `${api}/threads/${id}/verdicts`, { body, key }), onDone)
