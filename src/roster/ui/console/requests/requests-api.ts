/** Calls of the community about what residents ask of their own data. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { request, useAct } from '../../../../ui-kit/index.ts'
import type { AskedBy, AskedField, RefusalReason, RequestKind, RequestState } from '../../../rules/own-file/request.ts'

export type DataRequest = {
  readonly id: string; readonly who: string; readonly name: string | null; readonly home: string; readonly homeName: string;
  readonly kind: RequestKind
  readonly askedBy: AskedBy; readonly field: AskedField | null; readonly wanted: string | null; readonly askedAt: string; readonly due: string
  readonly provisional: boolean; readonly overdue: boolean; readonly state: RequestState; readonly decidedOn: string | null
  readonly reason: RefusalReason | null; readonly version: number
}
export const useDataRequests = () => useQuery({ queryKey: ['roster', 'requests'],
  queryFn: async () => (await request<{ items: readonly DataRequest[] }>('GET', '/api/v1/roster/requests')).items })

export type Read = { readonly words: string | null; readonly wanted: string | null }
/** What was asked, in clear: an act that the person sees. */
export const useReadRequest = (onDone: (read: Read) => void) =>
  useAct((id: string, key) => request<Read>('POST', `/api/v1/roster/requests/${id}/read`, { key }), onDone)

export type Answering = { readonly id: string; readonly version: number; readonly outcome: 'done' | 'refused'; readonly reason: RefusalReason | null;
  readonly words: string }
export function useAnswer(onDone: () => void) {
  const client = useQueryClient()
  return useAct(({ id, ...body }: Answering, key) => request('POST', `/api/v1/roster/requests/${id}/answer`, { body, key }),
    () => { void client.invalidateQueries({ queryKey: ['roster'] }); onDone() })
}
