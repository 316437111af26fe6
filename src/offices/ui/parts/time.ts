/** Calendar and duty hours as pages read and write them; they are counted with the same rules as on the server. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { request, useAct } from '../../../ui-kit/index.ts'
import { timeOf, type DaySpan, type OrgKind, type Time, type TimeParts } from '../../rules/index.ts'

/** An organisation whose hours can be looked at; `mayKeep` when the reader's post may set them. */
export type TimedOrg = { readonly id: string; readonly name: string; readonly kind: OrgKind; readonly mayKeep: boolean }
/** What the district entered, with who may enter more. */
export type WorkingTime = TimeParts & { readonly today: string; readonly mayKeep: boolean; readonly orgs: readonly TimedOrg[] }

export type DayEntry = { readonly day: string; readonly work: boolean | null; readonly name: string; readonly source: string }
export type YearEntry = { readonly year: number; readonly source: string
  readonly days: readonly { readonly day: string; readonly work: boolean; readonly name: string }[] }
export type HoursEntry = { readonly org: string; readonly name: string; readonly week: readonly (readonly DaySpan[])[]
  readonly holidays: 'closed' | 'open'; readonly source: string; readonly validFrom: string }

const KEY = ['working-time'] as const
const ADDRESS = '/api/v1/working-time'

/** Calendar entries, published years and hours. */
export const useWorkingTime = () => useQuery({ queryKey: KEY, queryFn: ({ signal }) => request<WorkingTime>('GET', ADDRESS, { signal }) })

/** The same put together for counting; undefined until it was read. */
export function useTime(): Time | undefined {
  const { data } = useWorkingTime()
  return useMemo(() => data && timeOf(data, data.today), [data])
}

function useEntry<I>(what: string, onDone: () => void) {
  const queries = useQueryClient()
  return useAct((input: I, key: string) => request('POST', `${ADDRESS}/${what}`, { body: input, key }), async () => {
    await queries.invalidateQueries({ queryKey: KEY })
    onDone()
  })
}

/** Enters a day, or takes an entry back. */
export const useEnterDay = (onDone: () => void) => useEntry<DayEntry>('days', onDone)
/** Enters the published holidays of a year. */
export const usePublishYear = (onDone: () => void) => useEntry<YearEntry>('years', onDone)
/** Sets the hours of an organisation. */
export const useSetHours = (onDone: () => void) => useEntry<HoursEntry>('hours', onDone)
