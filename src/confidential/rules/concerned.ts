import type { Said, Source } from '../../kit/pure.ts'
import type { PostKind } from '../../offices/rules/index.ts'

/** Whom a report is about: a kind of post; `official` is a public official who is not named, `other` somebody else with power here. */
export type ConcernedKind = PostKind | 'official' | 'other'

const supervision: Source = { law: '中华人民共和国监察法', article: '第十五条' }

/**
 * Kinds of post whose holders the organs of supervision answer for: of party and state organs, and those who manage a residents' committee.
 * All others belong to companies, owners, volunteers or mediators: what they did is looked into here. [C3]
 */
const OFFICIALS: readonly PostKind[] = [
  'street_secretary', 'street_director', 'street_deputy', 'street_office_head', 'street_discipline', 'station_head', 'station_desk',
  'community_secretary', 'community_deputy', 'first_secretary', 'community_worker', 'grid_lead', 'branch_secretary',
]

/** Whether a report on a holder of this kind of post is handed over to the competent organ and closed here. [C3] */
export const isOfficial = (kind: ConcernedKind): boolean => kind === 'official' || OFFICIALS.some((one) => one === kind)

/** Where the list of public officials comes from. */
export const OFFICIAL_SOURCE: Source = supervision

/** Groups in which the posts of a place are offered, nearest first. */
export const CONCERNED_GROUPS = ['building', 'community', 'property', 'station', 'street'] as const
export type ConcernedGroup = (typeof CONCERNED_GROUPS)[number]

const GROUP_OF: Readonly<Record<PostKind, ConcernedGroup>> = {
  captain: 'building', grid_worker: 'building', grid_lead: 'building', community_secretary: 'community', community_deputy: 'community',
  first_secretary: 'community', community_worker: 'community', mediator: 'community', branch_secretary: 'property', owners_chair: 'property',
  owners_member: 'property', firm_manager: 'property', developer_desk: 'property', utility_desk: 'station', station_head: 'station',
  station_desk: 'station', street_secretary: 'street', street_director: 'street', street_deputy: 'street', street_office_head: 'street',
  street_discipline: 'street', federation_chair: 'street', team_member: 'community',
}

/** The group under which a kind of post is offered. */
export const groupOf = (kind: PostKind): ConcernedGroup => GROUP_OF[kind]

/** What each group is called. */
export const GROUP_SAID: Readonly<Record<ConcernedGroup, Said>> = {
  building: { zh: '楼里和网格', en: 'Building and grid' }, community: { zh: '社区', en: 'Community' },
  property: { zh: '物业、业委会、支部', en: 'Property, owners, branch' }, station: { zh: '站所和水电气', en: 'Stations and utilities' },
  street: { zh: '街道', en: 'Street office' },
}
