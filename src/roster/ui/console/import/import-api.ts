/** What the pages of the import read and do. Shapes follow src/roster/http/import-schemas.ts. */
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Said } from '../../../../kit/pure.ts'
import { request, useAct } from '../../../../ui-kit/index.ts'
import type { DwellerField, SourceKind } from '../../../rules/fields.ts'
import type { ImportMove, ImportState } from '../../../rules/import/states.ts'
import type { EvidenceCode } from '../../../rules/matching/index.ts'
import type { OpenedField } from '../../../rules/reading/opened.ts'
import type { ImportField, ProblemCode } from '../../../rules/reading/types.ts'

export type ImportLine = {
  readonly id: string; readonly community: string; readonly communityName: string; readonly state: ImportState; readonly seenOn: string;
  readonly startedAt: string
  readonly doneAt: string | null; readonly undoneAt: string | null; readonly expiresAt: string; readonly readRows: number; readonly doneRows: number
  readonly failure: string | null; readonly numbers: Readonly<Record<string, number>>; readonly moves: readonly ImportMove[]
}
export type Imports = {
  readonly today: string; readonly items: readonly ImportLine[]; readonly communities: readonly { readonly id: string; readonly name: string }[]
  readonly examples: readonly { readonly name: string; readonly title: Said }[]
}
export type Column = {
  readonly letter: string; readonly outcome: 'field' | 'ignored' | 'locked' | 'refused' | 'unknown'; readonly field: ImportField | null
  readonly head: string | null; readonly opens: OpenedField | null
}
export type Sheet = { readonly sheet: number; readonly held: 'people' | 'homes' | 'nothing'; readonly building: string | null;
  readonly columns: readonly Column[] }
export type Import = ImportLine & {
  readonly sheets: readonly Sheet[]; readonly refused: readonly { readonly sheet: number; readonly column: string }[]
  readonly problems: Readonly<Partial<Record<ProblemCode, number>>>; readonly judging: boolean
}
export type RowProblem = { readonly letter: string; readonly code: ProblemCode; readonly fix: string | null }
export type Verdict = 'ok' | 'fixable' | 'cannot'
export type RowLine = {
  readonly sheet: number; readonly n: number; readonly verdict: Verdict; readonly decision: 'open' | 'take' | 'leave'; readonly home: string | null
  readonly who: readonly string[]; readonly problems: readonly RowProblem[]
}
export type Reading = {
  readonly name: string | null; readonly phones: readonly string[]; readonly idNumber: string | null; readonly born: string | null;
  readonly sex: string | null
  readonly relation: string | null; readonly ties: readonly string[]; readonly until: string | null; readonly whyUntil: string | null;
  readonly registeredAt: string | null
}
export type RowView = RowLine & { readonly cells: readonly { readonly letter: string; readonly raw: string; readonly typed: string | null }[];
  readonly people: readonly Reading[] }

const PATH = '/api/v1/roster/imports'
/** While the worker is at it, a page looks again each second. */
const busy = (one: Import | undefined): boolean => one !== undefined && (one.judging || ['reading', 'committing', 'undoing'].includes(one.state))

/** The imports of the post, newest first. */
export const useImports = () => useQuery({
  queryKey: ['imports'], queryFn: ({ signal }) => request<Imports>('GET', PATH, { signal }),
  refetchInterval: ({ state }) => (state.data?.items.some(({ state: one }) => ['reading', 'committing', 'undoing'].includes(one)) ? 1500 : false),
})

/** One import; looks again while something is under way. */
export const useImport = (id: string) => useQuery({
  queryKey: ['import', id], queryFn: ({ signal }) => request<Import>('GET', `${PATH}/${id}`, { signal }),
  refetchInterval: ({ state }) => (busy(state.data) ? 1000 : false),
})

export type RowsWish = { readonly verdict: Verdict; readonly code: ProblemCode | null }
/** Rows of an import in review, fifty at a time. */
export const useRows = (id: string, { verdict, code }: RowsWish, enabled: boolean) => useInfiniteQuery({
  queryKey: ['import', id, 'rows', verdict, code], enabled, initialPageParam: '',
  queryFn: ({ pageParam, signal }) => request<{ readonly items: readonly RowLine[]; readonly next: string | null }>('GET',
    `${PATH}/${id}/rows?verdict=${verdict}${code === null ? '' : `&code=${code}`}${pageParam === '' ? '' : `&after=${pageParam}`}&limit=50`,
    { signal }),
  getNextPageParam: ({ next }) => next,
})

/** One row with its raw cells. */
export const useRow = (id: string, at: { readonly sheet: number; readonly n: number } | null) => useQuery({
  queryKey: ['import', id, 'row', at?.sheet, at?.n], enabled: at !== null, gcTime: 0,
  queryFn: ({ signal }) => request<RowView>('GET', `${PATH}/${id}/rows/${at?.sheet}/${at?.n}`, { signal }),
})

function useWrite<I, O>(path: (input: I) => string, body: (input: I) => object, of: readonly unknown[], onDone?: (output: O, input: I) => void) {
  const queries = useQueryClient()
  return useAct((input: I, key: string) => request<O>('POST', path(input), { body: body(input), key }), (output, input) => {
    onDone?.(output, input)
    return queries.invalidateQueries({ queryKey: [...of] })
  })
}

export type Decision = { readonly decision: 'take' | 'leave' | 'open'; readonly row?: { readonly sheet: number; readonly n: number };
  readonly code?: ProblemCode | null }
/** Takes or leaves rows. */
export const useDecide = (id: string, onDone?: (output: { readonly rows: number }, input: Decision) => void) =>
  useWrite<Decision, { readonly rows: number }>(() => `${PATH}/${id}/rows/decide`, (input) => input, ['import', id], onDone)
/** Puts what is typed in the place of a cell. */
export const useType = (id: string, onDone?: () => void) =>
  useWrite<{ sheet: number; n: number; letter: string; text: string }, { readonly verdict: Verdict }>(() => `${PATH}/${id}/rows/cell`,
    (input) => input, ['import', id], onDone)
/** Says what a column is; `again`: the file is needed once more. */
export const useMapColumn = (id: string, onDone: (output: { readonly again: boolean }) => void) =>
  useWrite<{ sheet: number; letter: string; as: ImportField | 'ignored' }, { readonly again: boolean }>(() => `${PATH}/${id}/columns`,
    (input) => input, ['import', id], onDone)
/** Commits, pauses, goes on, drops, undoes. */
export const useMove = (id: string, onDone?: () => void) => {
  const queries = useQueryClient()
  return useWrite<'commit' | 'pause' | 'resume' | 'drop' | 'undo', { readonly state: ImportState }>(() => `${PATH}/${id}/move`, (move) => ({ move }),
    ['import', id], () => {
    void queries.invalidateQueries({ queryKey: ['imports'] })
    onDone?.()
  })
}

export type Side = { readonly shown: string; readonly source: SourceKind; readonly seenOn: string }
export type Conflict = { readonly id: string; readonly home: string; readonly homeName: string; readonly name: string | null;
  readonly field: DwellerField
  readonly old: readonly Side[]; readonly new: Side }
export type PairSide = { readonly person: string; readonly name: string | null; readonly phone: string | null; readonly idNumber: string | null;
  readonly sex: string | null
  readonly homes: readonly { readonly home: string; readonly name: string; readonly ties: readonly string[]; readonly source: SourceKind }[] }
export type Pair = { readonly id: string; readonly state: string; readonly weight: number
  readonly evidence: readonly { readonly code: EvidenceCode; readonly weight: number }[]; readonly one: PairSide; readonly other: PairSide }
type Queue<T> = { readonly count: number; readonly next: string | null; readonly items: readonly T[] }

/** Values that differ and wait. */
export const useConflicts = () => useQuery({ queryKey: ['roster-queue', 'conflicts'],
  queryFn: ({ signal }) => request<Queue<Conflict>>('GET', '/api/v1/roster/conflicts?limit=50', { signal }) })
/** Entries that may be one person; those that were joined; those that were kept apart. */
export const usePairs = (state: 'open' | 'joined' | 'apart') => useQuery({ queryKey: ['roster-queue', 'pairs', state],
  queryFn: ({ signal }) => request<Queue<Pair>>('GET', `/api/v1/roster/pairs?state=${state}&limit=50`, { signal }) })
export type Kept = { readonly id: string; readonly kept: 'old' | 'new' | 'both' }
/** Keeps the old value, the new one, or both. */
export const useKeep = (onDone: (input: Kept) => void) => useWrite<Kept, unknown>(({ id }) => `/api/v1/roster/conflicts/${id}`,
  ({ kept }) => ({ kept }), ['roster-queue'], (_, input) => onDone(input))
/** Takes back, within ten minutes, what was decided between two values. */
export const useReopen = () => useWrite<string, unknown>((id) => `/api/v1/roster/conflicts/${id}/reopen`, () => ({}), ['roster-queue'])
export type PairMove = { readonly id: string; readonly move: 'join' | 'apart' | 'split' | 'reopen' }
/** Joins two entries, keeps them apart, splits them, or asks about them anew. */
export const usePairMove = (onDone?: (input: PairMove) => void) => useWrite<PairMove, unknown>(({ id }) => `/api/v1/roster/pairs/${id}`,
  ({ move }) => ({ move }), ['roster-queue'], (_, input) => onDone?.(input))
