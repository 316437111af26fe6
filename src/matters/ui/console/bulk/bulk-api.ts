/** One move on many matters: asked for, watched, stopped. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { request, useAct } from '../../../../ui-kit/index.ts'
import type { CardFilter, HandOverTo } from '../../staff-api.ts'

export type BulkMove = 'assign' | 'hand_over' | 'note' | 'remind' | 'supervise'
/** Those that were ticked, or all that a filter finds. */
export type BulkWhich = { readonly ids: readonly string[] } | { readonly filter: Omit<CardFilter, 'limit'> }
/** One move with what it needs. */
export type BulkStep =
  | { readonly move: 'assign'; readonly input: { readonly org: string; readonly note: string } }
  | { readonly move: 'hand_over'; readonly input: { readonly to: HandOverTo; readonly reason: string; readonly note: string } }
  | { readonly move: 'note'; readonly input: { readonly note: string; readonly seenBy: 'reporter' | 'staff' } }
  | { readonly move: 'remind' | 'supervise'; readonly input: object }
/** What is asked for, as POST /api/v1/bulk takes it. */
export type BulkAsked = (BulkWhich & BulkStep)
  | { readonly move: 'pass_on'; readonly workOf: string; readonly input: { readonly from: string; readonly to: string } }
export type BulkProgress = {
  readonly id: string; readonly move: BulkMove | 'pass_on'; readonly total: number; readonly done: number; readonly at: string;
    readonly stopped: boolean
  /** How many were refused; `refused` lists the first 200 of them. */
  readonly refusedCount: number
  readonly refused: readonly { readonly id: string; readonly number: string; readonly title: string; readonly code: string }[]
}

export const useStartBulk = (onDone: (started: { readonly id: string; readonly total: number }) => void) =>
  useAct((asked: BulkAsked, key) => request<{ readonly id: string; readonly total: number }>('POST', '/api/v1/bulk', { body: asked, key }), onDone)

/** How many open matters a post would pass on. */
export const useOpenWork = (post: string | undefined) => useQuery({ queryKey: ['open-work', post], enabled: post !== undefined,
  queryFn: ({ signal }) => request<{ readonly count: number }>('GET', `/api/v1/posts/${post}/open-work`, { signal }) })

export const isOver = ({ done, total, stopped }: BulkProgress): boolean => stopped || done >= total

/** How far it got, each second until its end; after it everything shown of matters is read anew. */
export function useBulk(id: string | null) {
  const client = useQueryClient()
  const query = useQuery({ queryKey: ['bulk', id], enabled: id !== null, queryFn: ({ signal }) => request<BulkProgress>('GET', `/api/v1/bulk/${id}`,
    { signal }),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : 1000) })
  const over = query.data !== undefined && isOver(query.data)
  useEffect(() => { if (over) void client.invalidateQueries({ queryKey: ['matters'] }) }, [client, over])
  return query
}

export const useStopBulk = (id: string) => useAct((_: null, key) => request<{ readonly id: string }>('POST', `/api/v1/bulk/${id}/stop`, { key }))
export const useResumeBulk = (id: string) => useAct((_: null, key) => request<{ readonly id: string }>('POST', `/api/v1/bulk/${id}/resume`, { key }))
