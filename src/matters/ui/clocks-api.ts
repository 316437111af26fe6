/** The clocks of a matter as pages read them; shapes follow the replies of src/matters/http. */
import { useQuery } from '@tanstack/react-query'
import type { Said } from '../../kit/pure.ts'
import type { Explanation, Pace } from '../../offices/rules/index.ts'
import { request } from '../../ui-kit/index.ts'
import type { DueKind } from '../rules/index.ts'

/** One clock. Times are ISO; `org`: whose own deadline it is, null: the matter's; `due` of an ended one is what it would have been. */
export type ClockView = {
  readonly stage: DueKind; readonly org: string | null; readonly name: string | null; readonly state: 'running' | 'paused' | 'ended'
  readonly due: string; readonly provisional: boolean; readonly from: string; readonly endedAt: string | null; readonly pace: Pace | null
  readonly rung: number
}
export type ClockEvent = { readonly at: string; readonly kind: string; readonly pace: Pace | null; readonly said: Said }
/** A clock with what happened to it, oldest first, and every day that was counted; `explain` null where it is older than the ledger. */
export type ClockExplained = ClockView & { readonly events: readonly ClockEvent[]; readonly explain: Explanation | null }

type Sent = ClockView & { readonly events: readonly ClockEvent[]
  readonly explain: (Omit<Explanation, 'due'> & { readonly due: string | null }) | null }
const read = async (path: string, signal: AbortSignal): Promise<readonly ClockExplained[]> =>
  (await request<{ readonly items: readonly Sent[] }>('GET', path, { signal })).items.map(({ explain, ...clock }) =>
    ({ ...clock, explain: explain && { ...explain, due: explain.due === null ? null : Date.parse(explain.due) } }))

/** Why a matter's clocks are due when they are, for staff; asked while `wanted`. */
export const useClocks = (id: string, wanted: boolean) => useQuery({
  queryKey: ['matters', 'one', id, 'clocks'], enabled: wanted, queryFn: ({ signal }) => read(`/api/v1/matters/${id}/clocks`, signal),
})

/** The same for who reported the matter that this browser follows. */
export const useFollowedClocks = (wanted: boolean) => useQuery({
  queryKey: ['followed', 'clocks'], enabled: wanted, retry: false, queryFn: ({ signal }) => read('/api/v1/followed/clocks', signal),
})
