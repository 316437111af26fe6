/** Calls of a side of a dispute; the cookie holds which side it is. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { request, useAct } from '../../../ui-kit/index.ts'
import type { DisputeKind, MoveName, SideName, State } from '../../rules/index.ts'
import type { ShownClause } from '../parts/clauses.tsx'

export type Mediation = {
  readonly number: string; readonly kind: DisputeKind; readonly state: State; readonly place: string; readonly committee: string
  readonly mediator: { readonly name: string; readonly title: string } | null; readonly side: SideName
  readonly sides: readonly { readonly side: SideName; readonly own: boolean; readonly org: string | null; readonly names: readonly string[];
    readonly signed: boolean
    readonly consent: 'asked' | 'yes' | 'no' | null; readonly judged: boolean | null }[]
  readonly until: string | null; readonly signedOn: string | null; readonly confirmBy: string | null; readonly endedHow: string | null
  readonly sessions: readonly { readonly at: string; readonly spot: string; readonly state: 'planned' | 'held' }[]
  readonly agreement: { readonly facts: string; readonly draftedAt: string; readonly waitsForSecond: boolean } | null;
    readonly clauses: readonly ShownClause[]
  readonly moves: readonly MoveName[]; readonly version: number
}

/** The dispute in hand. */
export const useMediation = () => useQuery({ queryKey: ['mediation'], queryFn: () => request<Mediation>('GET', '/api/v1/mediation'), retry: false })

/** Opens one's side by the code on the slip. */
export const useOpenMediation = (onDone: () => void) => useAct((body: { readonly code: string }, key) => request('POST', '/api/v1/mediation/open',
  { body, key }), onDone)

/** A move of one's own side. */
export function useMediationAct(move: 'consent' | 'object' | 'sign' | 'leave' | 'verdict', onDone?: () => void) {
  const client = useQueryClient()
  return useAct((body: object, key) => request('POST', `/api/v1/mediation/${move}`, { body, key }), () => {
    void client.invalidateQueries({ queryKey: ['mediation'] })
    onDone?.()
  })
}
