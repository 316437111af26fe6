/** Compounds by type, as their page reads and writes them. Days are 'YYYY-MM-DD'. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Said } from '../../../kit/pure.ts'
import type { CompoundType } from '../../../places/rules/index.ts'
import { request, useAct } from '../../../ui-kit/index.ts'
import type { CompoundRole, ManagerState, ManagerStep, OrgKind } from '../../rules/index.ts'

export type PathStep = { readonly step: ManagerStep; readonly until: string; readonly org: string | null; readonly orgName: string | null; readonly namedOn: string | null }
export type TypedCompound = {
  readonly id: string; readonly name: string; readonly type: CompoundType; readonly label: string | null; readonly homes: number; readonly why: Said
  readonly visitDays: number; readonly reconfirmDays: number; readonly homesPerCaptain: number
  readonly roles: readonly { readonly role: CompoundRole; readonly missing: number }[]
  readonly manager: ManagerState; readonly responsible: { readonly org: string; readonly name: string; readonly kind: OrgKind; readonly since: string } | null
  readonly steps: readonly PathStep[]
}
export type TypedCompounds = { readonly day: string; readonly mayName: boolean; readonly pack: { readonly said: Said; readonly law: string; readonly validFrom: string }
  readonly compounds: readonly TypedCompound[]; readonly orgs: readonly { readonly id: string; readonly name: string; readonly kind: OrgKind }[] }

/** The compounds of a community; asks nothing without an id. */
export const useTypedCompounds = (community: string | undefined) => useQuery({
  queryKey: ['typed-compounds', community], enabled: community !== undefined,
  queryFn: ({ signal }) => request<TypedCompounds>('GET', `/api/v1/communities/${community}/compounds`, { signal }),
})

function useWrite<I>(compound: string, what: string, onDone: () => void) {
  const queries = useQueryClient()
  return useAct((input: I, key: string) => request('POST', `/api/v1/compounds/${compound}/${what}`, { body: input, key }), async () => {
    await queries.invalidateQueries()
    onDone()
  })
}

/** Sets the path of a compound. */
export const usePlanManager = (compound: string, onDone: () => void) =>
  useWrite<{ readonly steps: readonly { readonly step: ManagerStep; readonly until: string }[] }>(compound, 'manager-path', onDone)

/** Names who answers for it. */
export const useNameManager = (compound: string, onDone: () => void) =>
  useWrite<{ readonly step: ManagerStep; readonly org: string; readonly from: string }>(compound, 'manager', onDone)
