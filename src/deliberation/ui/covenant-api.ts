/** Calls about covenants; the shapes are those of http/covenant-schemas.ts. Days 'YYYY-MM-DD'. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Said } from '../../kit/pure.ts'
import { request, useAct } from '../../ui-kit/index.ts'
import type { AmendmentState, Clause, ClauseChange, Part, VersionState } from '../rules/covenant/index.ts'

type Place = { readonly id: string; readonly name: string; readonly kind: string }
export type Version = { readonly n: number; readonly state: VersionState; readonly commentsUntil: string | null; readonly vote: string | null; readonly yes: number | null
  readonly answers: number | null; readonly adoptedOn: string | null; readonly reason: string | null; readonly clauses: number; readonly signatures: number }
export type FullVersion = Version & { readonly text: readonly Clause[]; readonly from: number | null; readonly changes: readonly ClauseChange[] }
export type Amendment = { readonly id: string; readonly n: number; readonly clause: string; readonly number: number | null; readonly words: string; readonly reason: string; readonly name: string
  readonly state: AmendmentState; readonly answer: string | null; readonly at: string; readonly parts: readonly Part[] }
export type CovenantFile = { readonly id: string; readonly title: string; readonly place: Place; readonly keeper: string; readonly startedAt: string; readonly force: FullVersion | null
  readonly next: FullVersion | null; readonly draft: FullVersion | null; readonly signed: boolean; readonly amendments: readonly Amendment[]; readonly versions: readonly Version[] }
export type CovenantCard = { readonly id: string; readonly title: string; readonly place: Place; readonly inForce: number | null; readonly adoptedOn: string | null
  readonly next: { readonly n: number; readonly state: VersionState; readonly commentsUntil: string | null } | null }
export type StaffCovenant = CovenantFile & { readonly keeps: boolean; readonly held: number; readonly moves: readonly string[]; readonly earliest: string
  readonly votes: readonly { readonly id: string; readonly title: string; readonly number: string }[]; readonly rowVersions: readonly { readonly n: number; readonly version: number }[]
  readonly stops: { readonly explain: Said; readonly from: string | null } | null; readonly vote: { readonly id: string; readonly title: string; readonly decided: boolean } | null }

const api = '/api/v1'
export const useCovenants = (place: string | undefined) => useQuery({ queryKey: ['covenants', 'at', place], enabled: Boolean(place),
  queryFn: () => request<{ place: Place; items: readonly CovenantCard[] }>('GET', `${api}/public/covenants?place=${place}`) })
export const useCovenant = (id: string | undefined) => useQuery({ queryKey: ['covenants', 'one', id], enabled: Boolean(id),
  queryFn: () => request<CovenantFile>('GET', `${api}/public/covenants/${id}`) })
/** One version with what changed since `from`, by itself the one in force before it. */
export const useVersion = (id: string, n: number, wanted: boolean, from?: number) => useQuery({ queryKey: ['covenants', 'version', id, n, from ?? 0], enabled: wanted, placeholderData: keepPreviousData,
  queryFn: () => request<FullVersion>('GET', `${api}/public/covenants/${id}/versions/${n}${from === undefined ? '' : `?from=${from}`}`) })
export const useStaffCovenant = (id: string) => useQuery({ queryKey: ['covenants', 'staff', id], queryFn: () => request<StaffCovenant>('GET', `${api}/covenants/${id}`) })
/** The address of the poster, as a file. */
export const posterAt = (id: string, kind: 'pdf' | 'docx'): string => `${api}/public/covenants/${id}/poster.${kind}`

export type Step = { readonly to: string; readonly body: Readonly<Record<string, unknown>> }
/** A write below the API; covenants are read anew after it. */
export function useCovenantStep<O = unknown>(onDone?: (output: O) => void) {
  const client = useQueryClient()
  return useAct<Step, O>(({ to, body }, key) => request<O>('POST', `${api}/${to}`, { body, key }),
    (output) => { void client.invalidateQueries({ queryKey: ['covenants'] }); onDone?.(output) })
}
/** Starts a draft vote of households on a covenant, on paper and at doors, without names; `onDone` gets its id. */
export const useHouseholdsVote = (onDone: (id: string) => void) => useAct<{ place: string; title: string; words: string }, { id: string }>((input, key) =>
  request<{ id: string }>('POST', `${api}/votes`, { key, body: { ...input, body: 'residents', item: 'residents_covenant', startedBy: 'residents', secret: true, channels: ['paper', 'door'] } }),
({ id }) => onDone(id))
