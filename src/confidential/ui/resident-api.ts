/** What the pages of the line call. The types are those of the server's replies. A code is sent in a body, never in an address. */
import { useQuery } from '@tanstack/react-query'
import { request, useAct } from '../../ui-kit/index.ts'
import type { Body, ConcernedGroup, EntryKind, Retaliation, ThreadState } from '../rules/index.ts'

export type Community = { readonly id: string; readonly name: string; readonly street: string }
export type ConcernedPost = {
  readonly post: string; readonly kind: string; readonly title: string; readonly org: string; readonly group: ConcernedGroup
  readonly official: boolean; readonly taken: boolean
}
export type LinePlace = {
  readonly place: { readonly id: string; readonly name: string; readonly kind: string }; readonly sign: string | null; readonly handler: string | null
  readonly concerned: readonly ConcernedPost[]
}
export type Entry = {
  readonly n: number; readonly by: 'reporter' | 'handler'; readonly kind: EntryKind; readonly hour: string; readonly text: string
  readonly erased: boolean; readonly retaliation: Retaliation | null; readonly body: Body | null; readonly number: string | null
  readonly sealed: boolean
}
export type Thread = {
  readonly state: ThreadState; readonly concerned: { readonly kind: string; readonly title: string | null }; readonly official: boolean
  readonly place: string | null; readonly entries: readonly Entry[]; readonly keptUntil: string | null
}
export type ReporterThread = Thread & {
  readonly handler: string; readonly overdue: boolean; readonly mayWrite: boolean; readonly nextDelivery: string
}
export type Chosen = { readonly kind: 'official' | 'other' } | { readonly post: string }
export type Report = { readonly code: string; readonly place: string; readonly words: string; readonly concerned: Chosen }
export type Letter = { readonly code: string; readonly words: string; readonly retaliation?: Retaliation }

/** Communities to choose from when no place is known. */
export const useCommunities = (wanted: boolean) => useQuery({
  queryKey: ['confidential-communities'], enabled: wanted, staleTime: 300_000,
  queryFn: ({ signal }) => request<{ items: readonly Community[] }>('GET', '/api/v1/confidential/communities', { signal }),
})

/** Who has power at a place, and who would read a report. */
export const useLine = (place: string | undefined) => useQuery({
  queryKey: ['confidential-line', place], enabled: place !== undefined, staleTime: 60_000,
  queryFn: ({ signal }) => request<LinePlace>('GET', `/api/v1/confidential/places/${encodeURIComponent(place ?? '')}`, { signal }),
})

const LENGTH = 8192
/** Fills a body up, so that nobody who counts bytes on the way can tell a long letter from a short one. */
export function padded<B extends object>(body: B): B & { readonly pad: string } {
  const length = new TextEncoder().encode(JSON.stringify({ ...body, pad: '' })).length
  return { ...body, pad: ' '.repeat(Math.max(0, LENGTH - length)) }
}

export type Delivered = { readonly delivered: string }
export const useFileReport = (onDone: (delivered: Delivered) => void) =>
  useAct((report: Report, key) => request<Delivered>('POST', '/api/v1/confidential/reports', { body: padded(report), key }), onDone)
/** Reads a thread by its code; again and again, without anything being kept in the browser. */
export const useReadThread = (onDone: (thread: ReporterThread, code: string) => void) =>
  useAct((code: string, key) => request<ReporterThread>('POST', '/api/v1/confidential/thread', { body: { code }, key }), onDone)
export const useWriteBack = (onDone: () => void) =>
  useAct((letter: Letter, key) => request<Delivered>('POST', '/api/v1/confidential/letters', { body: padded(letter), key }), onDone)
/** The proof of one entry, as a file for packages/recount. */
export const readProof = (code: string, n: number): Promise<{ opening: object | null }> =>
  request('POST', '/api/v1/confidential/proof', { body: { code, n } })
