/** Calls about threads at the desk; the shapes are those of http/thread-schemas.ts. Days 'YYYY-MM-DD', moments ISO. */
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { inPost, request, useAct } from '../../ui-kit/index.ts'
import type { Origin, Verdict } from '../rules/threads/index.ts'
import type { Task, Thread, ThreadCard, Told } from './resident/threads/thread-api.ts'

export { taskPhotoHref } from './resident/threads/thread-api.ts'
export type { Missing, Task, Thread, ThreadCard, Told, WasJudged } from './resident/threads/thread-api.ts'
type Part<T> = { readonly items: readonly T[]; readonly next: string | null }
export type Owner = { readonly org: string | null; readonly post: string | null; readonly name: string }
export type DeskResolution = { readonly id: string; readonly n: number; readonly words: string; readonly verdict: string | null; readonly state: string }
export type DeskThread = Thread & {
  readonly keeps: boolean; readonly papers: readonly number[]; readonly moves: readonly string[]; readonly version: number; readonly owners: readonly Owner[]
  readonly matters: readonly { readonly id: string; readonly label: string | null }[]
  readonly said: readonly { readonly answer: Verdict; readonly words: string | null; readonly channel: string; readonly at: string; readonly earlier: boolean }[]; readonly resolutions: readonly DeskResolution[]
}
export type OwnTask = { readonly id: string; readonly title: string; readonly thread: string | null; readonly threadTitle: string; readonly place: string; readonly owner: string; readonly due: string }

const api = '/api/v1'
/** The photo of what a party wrote, for the post that the reader acts in. */
export const paperHref = (thread: string, n: number): string => inPost(`${api}/threads/${thread}/parties/${n}/photo?size=full`)
const keys = ['threads', 'thread', 'meetings'] as const
export type Filter = { readonly step: string; readonly mine: boolean }
/** Threads in reach by where they stand, newest first. */
export const useDeskThreads = ({ step, mine }: Filter) => useInfiniteQuery({
  queryKey: ['threads', 'desk', step, mine], initialPageParam: '', getNextPageParam: (last: Part<ThreadCard>) => last.next ?? undefined,
  queryFn: ({ pageParam }) => request<Part<ThreadCard>>('GET', `${api}/threads?${new URLSearchParams({ step, ...(mine ? { mine: 'yes' } : {}), ...(pageParam === '' ? {} : { before: pageParam }) })}`) })
export const useDeskThread = (id: string) => useQuery({ queryKey: ['thread', 'desk', id], queryFn: () => request<DeskThread>('GET', `${api}/threads/${id}`) })
/** What happened before what the page holds. */
export const useToldEarlier = (id: string, from: string | null, wanted: boolean) => useInfiniteQuery({
  queryKey: ['thread', 'desk', id, 'story', from], enabled: wanted && from !== null, initialPageParam: from ?? '', getNextPageParam: (last: Part<Told>) => last.next ?? undefined,
  queryFn: ({ pageParam }) => request<Part<Told>>('GET', `${api}/public/threads/${id}/story?before=${encodeURIComponent(pageParam)}`) })
export const useTasksAfter = (id: string, from: string | null, wanted: boolean) => useInfiniteQuery({
  queryKey: ['thread', 'desk', id, 'tasks', from], enabled: wanted && from !== null, initialPageParam: from ?? '', getNextPageParam: (last: Part<Task>) => last.next ?? undefined,
  queryFn: ({ pageParam }) => request<Part<Task>>('GET', `${api}/public/threads/${id}/tasks?after=${encodeURIComponent(pageParam)}`) })
/** The open tasks of the acting post or its organisation. */
export const useOwnTasks = () => useQuery({ queryKey: ['threads', 'own-tasks'], queryFn: () => request<{ items: readonly OwnTask[] }>('GET', `${api}/tasks`) })

/** A write: threads are read anew after it. */
function useThreadAct<I, O>(send: (input: I, key: string) => Promise<O>, onDone?: (output: O, input: I) => void) {
  const client = useQueryClient()
  return useAct<I, O>(send, (output, input) => { for (const key of keys) void client.invalidateQueries({ queryKey: [key] }); onDone?.(output, input) })
}
export type Starting = { readonly place: string; readonly title: string; readonly summary: string; readonly origin: Exclude<Origin, 'resident'>; readonly matters: readonly string[]
  readonly parent: string | null; readonly intake: string | null }
export const useStartThread = (onDone: (output: { id: string }) => void) =>
  useThreadAct((body: Starting, key) => request<{ id: string }>('POST', `${api}/threads`, { body, key }), onDone)
/** A step: its address below the API and what is sent. */
export type Step = { readonly to: string; readonly body: Readonly<Record<string, unknown>> }
export const useThreadStep = (onDone?: () => void) => useThreadAct(({ to, body }: Step, key) => request('POST', `${api}/${to}`, { body, key }), () => onDone?.())

type MatterCard = { readonly id: string; readonly number: string; readonly title: string; readonly place: string; readonly category: string; readonly sensitive: string | null; readonly filedAt: string }
/** Matters in reach, or of one compound, that words are found in, for joining. */
export const useMattersFor = (typed: string, compound: string | undefined) => useQuery({ queryKey: ['matters', 'for-thread', typed, compound], staleTime: 30_000,
  queryFn: () => request<{ items: readonly MatterCard[] }>('GET', `${api}/matters?${new URLSearchParams({ tab: 'all', limit: '40', ...(typed === '' ? {} : { q: typed }), ...(compound ? { compound } : {}) })}`),
  select: ({ items }) => items.filter(({ sensitive }) => sensitive === null) })
type VoteCard = { readonly id: string; readonly number: string; readonly title: string; readonly placeName: string; readonly state: string }
/** The owners' votes in reach, for the one that decides a thread. */
export const useVotesFor = (wanted: boolean) => useQuery({ queryKey: ['votes', 'for-thread'], enabled: wanted, queryFn: () => request<{ items: readonly VoteCard[] }>('GET', `${api}/votes?kind=motion`) })
