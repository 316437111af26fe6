/** Calls of somebody with their own file open; the shapes are those of http/own-file-schemas.ts. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { request, useAct } from '../../../ui-kit/index.ts'
import type { DwellerField, SourceKind, Tie } from '../../rules/fields.ts'
import type { AskedBy, AskedField, RefusalReason, RequestKind, RequestState } from '../../rules/own-file/request.ts'

export type OwnValue = {
  readonly field: DwellerField; readonly shown: string; readonly state: 'current' | 'past' | 'waiting'; readonly seenOn: string;
  readonly source: SourceKind
  readonly endedOn: string | null
}
export type OwnTie = { readonly [tie in Tie]: boolean } & {
  readonly id: string; readonly homeName: string; readonly since: string | null; readonly source: SourceKind; readonly recordedOn: string
  readonly values: readonly OwnValue[]
}
export type OwnRequest = {
  readonly id: string; readonly tie: string; readonly kind: RequestKind; readonly askedBy: AskedBy; readonly field: AskedField | null
  readonly wanted: string | null; readonly words: string | null; readonly askedOn: string; readonly due: string; readonly provisional: boolean
  readonly overdue: boolean; readonly state: RequestState; readonly decidedOn: string | null; readonly reason: RefusalReason | null;
  readonly answer: string | null
}
export type OwnOpen = { readonly field: string; readonly purpose: string; readonly by: string | null; readonly day: string;
  readonly half: 'am' | 'pm' }
export type OwnFile = {
  readonly name: string | null; readonly clear: boolean; readonly ties: readonly OwnTie[]
  readonly consents: readonly { readonly kind: string; readonly givenOn: string; readonly how: string; readonly withdrawnOn: string | null }[]
  readonly opens: readonly OwnOpen[]; readonly openedOn: readonly string[]; readonly requests: readonly OwnRequest[]
}

const KEY = ['own-file']
/** The file that this browser has open; nothing of it is kept once the page is left. */
export const useOwnFile = () => useQuery({ queryKey: KEY, queryFn: () => request<OwnFile>('GET', '/api/v1/own-file'), retry: false, gcTime: 0,
  staleTime: 0 })

export const useAskCode = (onDone: () => void) => useAct((body: { readonly phone: string }, key) => request('POST', '/api/v1/own-file/code', { body,
  key }), onDone)
export type Opening = { readonly phone: string; readonly code: string; readonly last: string; readonly room?: string; readonly ticket?: string }
export type Opened = { readonly opened: boolean; readonly needs: 'room' | null; readonly ticket: string | null }
export const useOpenFile = (onDone: (opened: Opened) => void) =>
  useAct((body: Opening, key) => request<Opened>('POST', '/api/v1/own-file/open', { body, key }), onDone)

/** A write about one's own file, which is read anew after it. */
function useOwnAct<I, O>(send: (input: I, key: string) => Promise<O>, onDone?: (output: O) => void) {
  const client = useQueryClient()
  return useAct<I, O>(send, (output) => { void client.invalidateQueries({ queryKey: KEY }); onDone?.(output) })
}
export type Asking = { readonly tie: string; readonly kind: RequestKind; readonly askedBy: AskedBy; readonly field: AskedField | null;
  readonly wanted: string | null
  readonly words: string }
export const useAsk = (onDone: (asked: { due: string }) => void) =>
  useOwnAct((body: Asking, key) => request<{ id: string; due: string }>('POST', '/api/v1/own-file/requests', { body, key }), onDone)
export const useWithdraw = () => useOwnAct((id: string, key) => request('POST', `/api/v1/own-file/requests/${id}/withdraw`, { key }))
/** `show` for a minute on this page; `copy` to take along, which is recorded. */
export const useClear = (how: 'show' | 'copy', onDone: (file: OwnFile) => void) =>
  useOwnAct((_: null, key) => request<OwnFile>('POST', `/api/v1/own-file/${how}`, { key }), onDone)
export function useCloseFile() {
  const client = useQueryClient()
  return useAct((_: null, key) => request('POST', '/api/v1/own-file/close', { key }),
    () => { client.removeQueries({ queryKey: KEY }); location.assign('/file') })
}
