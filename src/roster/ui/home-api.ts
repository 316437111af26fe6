/** Calls about households; the shapes are those of http/home-schemas.ts. */
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Said } from '../../kit/pure.ts'
import { request, useAct } from '../../ui-kit/index.ts'
import type { ConfirmedHow, DwellerField, DwellingState, ListKind, Purpose, SourceKind, Tie, UntilSaid } from '../rules/index.ts'

type Held = { readonly lives: boolean; readonly registered: boolean; readonly owns: boolean; readonly rents: boolean }
export type FileValue = {
  readonly id: string; readonly tie: string; readonly field: DwellerField; readonly shown: string; readonly sealed: boolean
  readonly state: 'current' | 'past' | 'waiting'; readonly seenOn: string; readonly source: SourceKind; readonly endedOn: string | null
}
export type FileTie = Held & {
  readonly id: string; readonly since: string | null; readonly until: string | null; readonly whyUntil: string | null
  readonly untilSaid: UntilSaid; readonly source: SourceKind
  readonly recordedOn: string
}
export type FilePerson = {
  readonly who: string; readonly group: 'lives' | 'owns' | 'registered' | 'left'; readonly name: string | null
  readonly ties: readonly FileTie[]; readonly values: readonly FileValue[]
  readonly elsewhere: readonly (Held & { readonly home: string; readonly name: string })[]
}
export type HomeFile = {
  readonly home: { readonly id: string; readonly code: string; readonly name: string; readonly building: string; readonly community: string
    readonly compoundType: string | null }
  readonly state: DwellingState; readonly householdNo: string | null; readonly living: number; readonly children: number
  readonly doubts: readonly string[]; readonly version: number; readonly known: boolean; readonly holds: boolean; readonly days: number
  readonly confirmed: { readonly on: string; readonly how: ConfirmedHow; readonly by: string | null } | null
  readonly people: readonly FilePerson[]
  readonly chain: readonly { readonly level: string; readonly said: Said; readonly title: string | null; readonly name: string | null
    readonly fallsTo: { readonly title: string; readonly name: string } | null }[]
  readonly matters: readonly { readonly id: string; readonly number: string; readonly title: string; readonly state: Said; readonly filedAt: string
    readonly due: string | null }[]
  readonly lastVisit: { readonly day: string; readonly half: 'am' | 'pm'; readonly met: string } | null
  readonly before: string | null; readonly after: string | null
}

/** The file of one home. */
export const useHome = (home: string) =>
  useQuery({ queryKey: ['roster', 'home', home], queryFn: () => request<HomeFile>('GET', `/api/v1/roster/homes/${home}`) })

/** A write about a home: what is shown of the roster is read anew after it. */
function useHomeAct<I, O>(send: (input: I, key: string) => Promise<O>, onDone?: (output: O, input: I) => void) {
  const client = useQueryClient()
  return useAct<I, O>(send, (output, input) => { void client.invalidateQueries({ queryKey: ['roster'] }); onDone?.(output, input) })
}

export type Keeping = {
  readonly version: number; readonly state?: DwellingState; readonly children?: number; readonly confirm?: 'door' | 'phone' | 'desk'
  readonly householdNo?: string | null
}
export const useKeepHome = (home: string, onDone?: (output: { version: number }, input: Keeping) => void) =>
  useHomeAct((input: Keeping, key) => request<{ version: number }>('POST', `/api/v1/roster/homes/${home}/state`, { body: input, key }), onDone)

export type Adding = { readonly ties: readonly Tie[]; readonly since: string | null; readonly values: Readonly<Partial<Record<DwellerField,
  string>>> }
export const useAddDweller = (home: string, onDone?: (output: { tie: string }, input: Adding) => void) =>
  useHomeAct((input: Adding, key) => request<{ tie: string }>('POST', `/api/v1/roster/homes/${home}/people`, { body: input, key }), onDone)

export type Correcting = { readonly tie: string; readonly field: DwellerField; readonly value: string }
export const useCorrect = (onDone?: (output: { value: string; version: number }, input: Correcting) => void) =>
  useHomeAct(({ tie, ...body }: Correcting, key) => request<{ value: string; version: number }>('POST', `/api/v1/roster/ties/${tie}/values`, { body,
    key }),
    onDone)
export const useTakeBack = () =>
  useHomeAct((value: string, key) => request<{ version: number }>('POST', `/api/v1/roster/values/${value}/take-back`, { key }))

export type Ending = { readonly ties: readonly string[]; readonly why: 'moved' | 'died' | 'wrong'; readonly on: string | null }
export const useEndTies = (onDone?: (output: { version: number }, input: Ending) => void) =>
  useHomeAct((body: Ending, key) => request<{ version: number }>('POST', '/api/v1/roster/ties/end', { body, key }), onDone)
export const useReopen = () =>
  useHomeAct((ties: readonly string[], key) => request<{ version: number }>('POST', '/api/v1/roster/ties/reopen', { body: { ties }, key }))

/** Shows one value in clear: asked for each time, kept nowhere. */
export const revealValue = async (value: string, purpose: string): Promise<string> =>
  (await request<{ clear: string }>('POST', `/api/v1/roster/values/${value}/reveal`, { body: { purpose } })).clear

export type CopyTaker = 'self' | 'guardian'
export type CopiedValue = Pick<FileValue, 'field' | 'shown' | 'state' | 'seenOn' | 'source' | 'endedOn'>
export type CopiedTie = FileTie & { readonly homeName: string; readonly values: readonly CopiedValue[] }
/** What is kept of one person, in clear, for a paper; kept nowhere. */
export type DeskCopy = { readonly name: string | null; readonly on: string; readonly taker: CopyTaker; readonly ties: readonly CopiedTie[] }
export const useDeskCopy = (onDone: (copy: DeskCopy) => void) =>
  useAct(({ tie, taker }: { tie: string; taker: CopyTaker }, key) => request<DeskCopy>('POST', `/api/v1/roster/ties/${tie}/copy`, { body: { taker }, key }), onDone)

type Numbers = {
  readonly homes: number; readonly known: number; readonly confirmed: number; readonly unknown: number; readonly stale: number
  readonly doubtful: number; readonly conflict: number; readonly vacant: number; readonly living: number
}
export type Covered = Numbers & { readonly id: string | null; readonly name: string; readonly days: number | null }
export type CoveredGrid = Covered & { readonly area: string | null; readonly parent: string | null; readonly buildings: readonly Covered[] }
export type CoveredCommunity = Covered & { readonly grids: readonly CoveredGrid[] }
export const useCoverage = () => useQuery({ queryKey: ['roster', 'coverage'],
  queryFn: () => request<{ today: string; communities: readonly CoveredCommunity[] }>('GET', '/api/v1/roster/coverage') })

export type ListedHome = {
  readonly id: string; readonly code: string; readonly name: string; readonly state: DwellingState; readonly confirmedOn: string | null
  readonly living: number | null; readonly doubts: readonly string[] | null
}
type ListPage = { readonly today: string; readonly place: { readonly id: string; readonly name: string; readonly kind: string } | null
  readonly items: readonly ListedHome[]; readonly next: string | null; readonly total: number | null }
const queryOf = (all: Readonly<Record<string, string | undefined>>): string =>
  new URLSearchParams(Object.entries(all).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString()

/** A list of homes, page after page. */
export function useHomeList(kind: ListKind, place: string | undefined) {
  const query = useInfiniteQuery({
    queryKey: ['roster', 'list', kind, place ?? ''], initialPageParam: '', getNextPageParam: (last: ListPage) => last.next,
    queryFn: ({ pageParam }) => request<ListPage>('GET', `/api/v1/roster/lists/${kind}?${queryOf({ place, after: pageParam, limit: '100' })}`),
  })
  const [first] = query.data?.pages ?? []
  return { ...query, homes: query.data?.pages.flatMap(({ items }) => items) ?? [], total: first?.total ?? null, place: first?.place ?? null }
}

export type Found = {
  readonly people: readonly (Held & { readonly who: string; readonly home: string; readonly homeName: string; readonly name: string
    readonly phone: string | null })[]
  readonly homes: readonly { readonly id: string; readonly name: string; readonly state: DwellingState; readonly living: number }[]
  readonly more: boolean
}
/** People and homes for what was typed; what is typed travels in the body and is kept for this page alone. */
export const useFind = (q: string) => useQuery({ queryKey: ['roster', 'find', q], enabled: q.trim() !== '', placeholderData: keepPreviousData,
  gcTime: 0,
  queryFn: ({ signal }) => request<Found>('POST', '/api/v1/roster/find', { body: { q }, signal }) })

type Shown = { readonly id: string; readonly shown: string } | null
export type Exported = {
  readonly mark: { readonly name: string; readonly at: string; readonly purpose: string; readonly clear: boolean }
  readonly homes: readonly (ListedHome & { readonly people: readonly (Held & { readonly who: string; readonly name: Shown;
    readonly phone: Shown })[] })[]
}
export const useExport = (kind: ListKind, onDone: (output: Exported) => void) =>
  useAct((body: { place?: string; purpose: Purpose; clear: boolean }, key) =>
    request<Exported>('POST', `/api/v1/roster/lists/${kind}/export`, { body, key }), onDone)
