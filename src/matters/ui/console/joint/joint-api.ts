/** What the page of the joint board reads and does: one typed hook per call. Shapes follow src/matters/http/joint-routes.ts. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Said, Source } from '../../../../kit/pure.ts'
import { problemOf, request, useAct } from '../../../../ui-kit/index.ts'
import type { Seat } from '../../../rules/index.ts'

export type JointChair = { readonly seat: Seat; readonly org: string | null; readonly name: string | null
  readonly standIn: { readonly code: string; readonly why: Said; readonly source: Source } | null }
export type JointChange = { readonly at: string; readonly by: string; readonly seatBefore: Seat; readonly seat: Seat
  readonly agreedBefore: string; readonly agreed: string; readonly reason: string }
/** One shared matter; days are civil, 'YYYY-MM-DD'. `matter`: its id for who sees it. */
export type JointItem = {
  readonly id: string; readonly version: number; readonly title: string; readonly matter: string | null; readonly number: string | null
  readonly seat: Seat; readonly org: string; readonly agreed: string; readonly state: 'open' | 'late' | 'done'; readonly putBy: string
  readonly putAt: string; readonly result: string | null; readonly doneBy: string | null; readonly doneAt: string | null
  readonly changes: readonly JointChange[]
}
export type JointMeeting = { readonly id: string; readonly on: string; readonly by: string; readonly present: readonly string[]
  readonly decisions: readonly { readonly item: string; readonly title: string; readonly said: string }[] }
export type JointBoard = {
  readonly compound: { readonly id: string; readonly name: string }; readonly today: string; readonly linkage: 'four' | 'three'
  readonly chairs: readonly JointChair[]; readonly own: readonly string[]
  readonly items: readonly JointItem[]; readonly meetings: readonly JointMeeting[]
}

type Compounds = { readonly items: readonly { readonly id: string; readonly name: string }[] }
/** The compounds whose table may be looked at. */
export const useJointCompounds = () => useQuery({ queryKey: ['joint', 'compounds'],
  queryFn: async ({ signal }) => (await request<Compounds>('GET', '/api/v1/joint-boards', { signal })).items })
/** The table of one compound. */
export const useJointBoard = (compound: string | undefined) => useQuery({ queryKey: ['joint', 'board', compound], enabled: compound !== undefined,
  queryFn: ({ signal }) => request<JointBoard>('GET', `/api/v1/joint-boards/${compound ?? ''}`, { signal }) })

function useWrite<I>(address: (input: I) => string, body: (input: I) => object, onDone: () => void) {
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey: ['joint', 'board'] })
  return useAct(async (input: I, key: string) => {
    try { return await request('POST', address(input), { body: body(input), key }) } catch (error) {
      if (problemOf(error).status === 409) void again()
      throw error
    }
  }, () => { void again(); onDone() })
}

export type PutInput = { readonly compound: string; readonly number?: string; readonly title?: string; readonly seat: Seat; readonly agreed: string }
export type MoveInput = { readonly id: string; readonly version: number; readonly seat: Seat; readonly agreed: string; readonly reason: string }
export type ResultInput = { readonly id: string; readonly version: number; readonly result: string }
export type MeetInput = { readonly compound: string; readonly on: string; readonly present: readonly string[]
  readonly decisions: readonly { readonly item: string; readonly said: string }[] }
export const usePut = (onDone: () => void) => useWrite<PutInput>(() => '/api/v1/joint-items', (input) => input, onDone)
export const useMoveItem = (onDone: () => void) => useWrite<MoveInput>(({ id }) => `/api/v1/joint-items/${id}/move`, ({ id: _, ...body }) => body,
  onDone)
export const useResult = (onDone: () => void) => useWrite<ResultInput>(({ id }) => `/api/v1/joint-items/${id}/result`, ({ id: _, ...body }) => body,
  onDone)
export const useMeet = (onDone: () => void) => useWrite<MeetInput>(() => '/api/v1/joint-meetings', (input) => input, onDone)
