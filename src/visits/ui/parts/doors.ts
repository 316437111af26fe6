/** What pages read and do with visits: one typed hook per call. Shapes follow src/visits/http/schemas.ts. */
import { useQuery } from '@tanstack/react-query'
import { request, sendFromPhone, type Handed, type Waiting } from '../../../ui-kit/index.ts'
import type { DoorHome, Met, Purpose } from '../../rules/index.ts'

export type { DoorHome } from '../../rules/index.ts'
export type DoorBuilding = { readonly id: string; readonly name: string; readonly count: number; readonly homes: readonly DoorHome[] | null }
export type Doors = { readonly today: string; readonly buildings: readonly DoorBuilding[] }
export type OwnVisit = {
  readonly id: string; readonly place: string; readonly placeName: string; readonly happenedAt: string; readonly recordedAt: string
  readonly purpose: Purpose; readonly met: Met; readonly inPerson: boolean; readonly said: string | null
}
export type ContactMonth = { readonly month: string; readonly inPerson: number; readonly onScreen: number; readonly missed: number }
export type CommunityContact = { readonly community: string; readonly name: string; readonly months: readonly ContactMonth[] }
export type MonthVisit = {
  readonly day: string; readonly half: 'am' | 'pm'; readonly building: string; readonly purpose: Purpose; readonly met: Met; readonly inPerson: boolean
}

const PATH = '/api/v1/visits'

/** The door list of the post: its buildings and, as far as one answer carries them, their homes. */
export const useDoors = (enabled = true) => useQuery({
  queryKey: ['visits', 'doors'], enabled, staleTime: 60_000, queryFn: ({ signal }) => request<Doors>('GET', `${PATH}/doors`, { signal }),
})

/** One building's homes, for posts with too many for one answer. */
export const useBuilding = (building: string | undefined, enabled = true) => useQuery({
  queryKey: ['visits', 'doors', building], enabled: enabled && building !== undefined, staleTime: 60_000,
  queryFn: ({ signal }) => request<Doors>('GET', `${PATH}/doors?building=${building}`, { signal }),
})

/** My own visits, newest first: the last two hundred. */
export const useOwnVisits = (enabled = true) => useQuery({
  queryKey: ['visits', 'mine'], enabled, queryFn: ({ signal }) => request<{ readonly items: readonly OwnVisit[] }>('GET', `${PATH}/mine?limit=200`, { signal }),
})

/** Contact in person beside contact on screens, by community and month. */
export const useContact = (enabled = true) => useQuery({
  queryKey: ['visits', 'contact'], enabled, staleTime: 60_000,
  queryFn: async ({ signal }) => (await request<{ readonly communities: readonly CommunityContact[] }>('GET', '/api/v1/contact', { signal })).communities,
})

/** The visits of a community in a month ('2026-11'), as others see them. */
export const useMonthVisits = (community: string | undefined, month: string | undefined) => useQuery({
  queryKey: ['visits', 'month', community, month], enabled: community !== undefined && month !== undefined,
  queryFn: ({ signal }) => request<{ readonly items: readonly MonthVisit[]; readonly next: number | null }>('GET',
    `${PATH}/month?community=${community}&month=${month}&limit=200`, { signal }),
})

export type VisitInput = { readonly place: string; readonly purpose: Purpose; readonly met: Met; readonly inPerson: boolean; readonly said: string }

/** Keeps a visit on this phone and sends it; `about` is the home as people call it. */
export const keepVisit = (input: VisitInput, title: string, about: string): Promise<Handed> => sendFromPhone({
  subject: `visit:${input.place}`, path: PATH, body: { ...input, toldAt: new Date().toISOString() }, version: null, photos: [],
  shown: { title, about, said: input.said },
})

/** The visits that this phone has recorded and that the door list does not know yet, by home. */
export const visitsHere = (items: readonly Waiting[]): ReadonlyMap<string, Waiting> =>
  new Map(items.filter(({ path, state }) => path === PATH && state !== 'sent').map((item) => [String(item.body['place']), item]))
