import type { Said } from '../../kit/pure.ts'
import type { PlaceKind } from '../../places/rules/index.ts'
import type { OrgKind } from './orgs.ts'

/** One word for a post that decides what is closed to it. */
export const AUDIENCES = ['captain', 'grid', 'community', 'branch', 'owners', 'firm', 'station', 'utility', 'developer', 'street', 'unit'] as const

/** One audience. */
export type Audience = (typeof AUDIENCES)[number]

/** Kinds of post, in the order in which lists show them. */
export const POST_KINDS = [
  'captain', 'grid_worker', 'grid_lead', 'community_secretary', 'community_deputy', 'first_secretary', 'community_worker', 'mediator',
  'branch_secretary', 'owners_chair', 'owners_member', 'firm_manager', 'developer_desk', 'station_head', 'station_desk', 'utility_desk',
  'street_secretary', 'street_director', 'street_deputy', 'street_office_head', 'street_discipline', 'federation_chair', 'team_member',
] as const

/** One kind of post. */
export type PostKind = (typeof POST_KINDS)[number]

/** What follows from the kind of a post: its name, its audience, in what organisations it may stand and for what places. */
export type PostRule = {
  readonly said: Said
  readonly audience: Audience
  readonly orgs: readonly OrgKind[]
  readonly places: readonly PlaceKind[]
}

const rule = (zh: string, en: string, audience: Audience, orgs: readonly OrgKind[], places: readonly PlaceKind[]): PostRule =>
  ({ said: { zh, en }, audience, orgs, places })

const areas: readonly PlaceKind[] = ['district', 'street', 'community', 'grid', 'compound', 'building', 'spot']

/** The rule of each kind of post. [O3] */
export const POST_RULES: Readonly<Record<PostKind, PostRule>> = {
  captain: rule('楼栋长', 'building captain', 'captain', ['team', 'community'], ['building', 'unit']),
  grid_worker: rule('网格员', 'grid worker', 'grid', ['community'], ['grid']),
  grid_lead: rule('网格长', 'grid leader', 'grid', ['community'], ['grid']),
  community_secretary: rule('社区书记、主任', 'community secretary', 'community', ['community'], ['community']),
  community_deputy: rule('社区副书记', 'deputy secretary', 'community', ['community'], ['community']),
  first_secretary: rule('第一书记', 'first secretary', 'community', ['community'], ['community']),
  community_worker: rule('社区工作者', 'community worker', 'community', ['community'], ['community']),
  mediator: rule('调解员', 'mediator', 'unit', ['team'], ['community', 'street']),
  branch_secretary: rule('小区支部书记', 'branch secretary', 'branch', ['branch'], ['compound']),
  owners_chair: rule('业委会主任', "chair of the owners' committee", 'owners', ['owners'], ['compound']),
  owners_member: rule('业委会委员', "member of the owners' committee", 'owners', ['owners'], ['compound']),
  firm_manager: rule('物业项目经理', 'property manager', 'firm', ['firm'], ['compound', 'community', 'street']),
  developer_desk: rule('建设单位联系人', "developer's contact", 'developer', ['developer'], ['compound', 'community', 'street']),
  station_head: rule('站所负责人', 'head of station', 'station', ['station'], areas),
  station_desk: rule('站所内勤', 'station desk', 'station', ['station'], areas),
  utility_desk: rule('公用事业联系人', "utility's desk", 'utility', ['utility'], areas),
  street_secretary: rule('街道党工委书记', 'street secretary', 'street', ['street'], ['street']),
  street_director: rule('街道办事处主任', 'street director', 'street', ['street'], ['street']),
  street_deputy: rule('街道副职', 'street deputy', 'street', ['street'], ['street']),
  street_office_head: rule('街道科室负责人', 'head of a street office', 'street', ['street'], ['street']),
  street_discipline: rule('街道纪工委书记', 'street discipline secretary', 'street', ['street'], ['street']),
  federation_chair: rule('楼栋长联合会会长', "chair of the captains' federation", 'unit', ['team'], ['street', 'community']),
  team_member: rule('小组成员', 'member of a team', 'unit', ['team', 'unit'], areas),
}

/** True for a word that is a kind of post. */
export const isPostKind = (word: string): word is PostKind => POST_KINDS.some((kind) => kind === word)

/** True for a word that is an audience. */
export const isAudience = (word: string): word is Audience => AUDIENCES.some((audience) => audience === word)

/** True when a post of this kind may stand in an organisation of that kind, for a place of that kind. [O3] */
export const mayStand = (kind: PostKind, org: OrgKind, place: PlaceKind): boolean =>
  POST_RULES[kind].orgs.includes(org) && POST_RULES[kind].places.includes(place)
