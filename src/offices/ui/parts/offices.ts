/** Offices as staff pages read them: chains of responsibility, their gaps, and the posters of doors. Days are 'YYYY-MM-DD'. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Said } from '../../../kit/pure.ts'
import { request } from '../../../ui-kit/index.ts'
import type { ChainLevelName, OrgKind, PostKind } from '../../rules/index.ts'

/** Somebody in a post; `name` null when it is kept from this reader. */
export type ChainHolder = {
  readonly person: string; readonly name: string | null; readonly since: string; readonly termUntil: string | null; readonly publicName: boolean;
    readonly publicPhone: boolean
}
export type ChainPost = {
  readonly post: string; readonly kind: PostKind; readonly title: string; readonly orgName: string; readonly placeName: string
  readonly holder: ChainHolder | null; readonly deputy: ChainHolder | null; readonly vacantSince: string | null; readonly phone: string | null
}
export type FallsTo = { readonly level: ChainLevelName; readonly post: string; readonly title: string; readonly name: string }
export type ChainLevel = {
  readonly level: ChainLevelName; readonly said: Said; readonly posts: readonly ChainPost[];
    readonly gap: { readonly why: 'vacant' | 'none'; readonly fallsTo: FallsTo | null } | null
}
export type PlaceShort = { readonly id: string; readonly code: string; readonly fullName: string }
export type Party = {
  readonly org: string; readonly kind: OrgKind; readonly name: string; readonly badge: string; readonly phone: string | null;
    readonly urgentByPhone: boolean; readonly hours: string | null
}
export type Team = {
  readonly id: string; readonly name: string; readonly placeName: string; readonly purpose: string | null
  readonly members: readonly { readonly name: string; readonly role: string; readonly fromUnit: string | null }[]
}
export type PlaceChain = { readonly day: string; readonly place: PlaceShort; readonly levels: readonly ChainLevel[];
  readonly stations: readonly Party[]; readonly teams: readonly Team[] }
export type Vacancy = {
  readonly why: 'vacant' | 'no_captain' | 'no_branch' | 'no_manager'; readonly post: string | null; readonly title: string; readonly place: string;
    readonly placeName: string
  readonly since: string | null; readonly fallsTo: FallsTo | null
}
export type BuildingChain = { readonly place: PlaceShort; readonly levels: readonly ChainLevel[] }
export type CommunityChains = { readonly day: string; readonly community: PlaceShort; readonly buildings: readonly BuildingChain[];
  readonly vacancies: readonly Vacancy[] }

type PublicPost = { readonly title: string; readonly held: boolean; readonly name: string | null; readonly phone: string | null }
/** What the poster at a door says; the names are those that their holders made public. */
export type Poster = {
  readonly place: string; readonly placeName: string; readonly doorCode: string; readonly address: string; readonly domain: string
  readonly captains: readonly PublicPost[]; readonly gridWorker: PublicPost | null;
    readonly firm: { readonly name: string; readonly phone: string | null } | null
  readonly complaints: { readonly name: string; readonly phone: string } | null
}

const on = (day: string | undefined): string => (day === undefined ? '' : `?on=${day}`)

/** The chain of one place on a day (today when left out). */
export const usePlaceChain = (place: string | undefined, day: string | undefined) => useQuery({
  queryKey: ['chain', place, day ?? ''], enabled: place !== undefined, placeholderData: keepPreviousData,
  queryFn: ({ signal }) => request<PlaceChain>('GET', `/api/v1/places/${place}/chain${on(day)}`, { signal }),
})

/** The chains of all buildings of a community on a day (today when left out). */
export const useCommunityChains = (community: string | undefined, day: string | undefined) => useQuery({
  queryKey: ['chains', community, day ?? ''], enabled: community !== undefined, placeholderData: keepPreviousData,
  queryFn: ({ signal }) => request<CommunityChains>('GET', `/api/v1/communities/${community}/chains${on(day)}`, { signal }),
})

/** The posters of a place: one each building, or one each unit. */
export const usePosters = (place: string | undefined, each: 'building' | 'unit') => useQuery({
  queryKey: ['posters', place, each], enabled: place !== undefined,
  queryFn: async ({ signal }) => (await request<{ readonly posters: readonly Poster[] }>('GET', `/api/v1/places/${place}/posters?each=${each}`,
    { signal })).posters,
})
