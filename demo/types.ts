import type { CategoryCode } from '../src/matters/rules/index.ts'
import type { Pace } from '../src/offices/rules/index.ts'

/** The shapes of the made-up community. Plain data: whoever loads it decides on tables. Times are ISO with +08:00, dates YYYY-MM-DD. */

export type Said = { readonly zh: string; readonly en: string }

export type PlaceKind = 'district' | 'street' | 'community' | 'grid' | 'compound' | 'building' | 'unit' | 'room' | 'spot'
export type CompoundType = 'commodity' | 'work_unit' | 'public_rental' | 'new' | 'old_courtyard'

/**
 * One place. `parent` is one level up by code (a building's compound, a compound's community); ids of places throughout.
 * `name` is said at its own level (3号楼), `fullName` from the compound down (梧桐苑3号楼). `cell` is the number of the 250 m cell.
 */
export type DemoPlace = {
  readonly id: string
  readonly kind: PlaceKind
  readonly code: string
  readonly doorCode?: string
  readonly name: string
  readonly shortName?: string
  readonly fullName: string
  readonly parent: string | null
  readonly path: string
  readonly compoundPath: string | null
  readonly compoundType?: CompoundType
  readonly label?: string
  readonly homes?: number
  /** Place on the sketch of the compound, for buildings. */
  readonly at?: readonly [east: number, south: number]
  readonly floors?: number
  readonly builtYear?: number
  readonly buildingNo?: string
  readonly unitNo?: string
  readonly roomNo?: string
  readonly floor?: number
  readonly street?: string
  readonly community?: string
  readonly grid?: string
  readonly compound?: string
  readonly building?: string
  readonly unit?: string
  readonly cell?: number
}

export type OrgKind = 'street' | 'community' | 'station' | 'utility' | 'firm' | 'developer' | 'owners' | 'branch' | 'unit' | 'team'
export type Audience = 'captain' | 'grid' | 'community' | 'branch' | 'owners' | 'firm' | 'station' | 'utility' | 'developer' | 'street' | 'unit'

export type DemoOrg = {
  readonly id: string
  readonly key: string
  readonly kind: OrgKind
  /** Which organ's station, or which utility. */
  readonly stationKind?: string
  readonly name: string
  readonly shortName: string
  /** One Chinese character shown before the name. */
  readonly badge: string
  /** The place whose subtree is the organisation's own. */
  readonly place: string
  readonly parent?: string
  readonly note?: string
  /** 电话优先: a utility that is called first when it is urgent. */
  readonly phoneFirst?: boolean
}

export type OrgPlaceRole = 'covers' | 'manages' | 'represents' | 'built' | 'paired' | 'onsite'
/**
 * What an organisation is to a place, from when to when. `onsite` is a station's desk in the compound with its hours as people read them
 * (M18); `until` is the first day no longer.
 */
export type DemoOrgPlace = {
  readonly id: string
  readonly org: string
  readonly place: string
  readonly role: OrgPlaceRole
  readonly from: string
  readonly until?: string
  readonly hours?: string
}

export type PostKind =
  | 'captain' | 'grid_lead' | 'grid_worker' | 'community_secretary' | 'community_deputy' | 'community_worker' | 'first_secretary' | 'mediator'
  | 'branch_secretary' | 'owners_chair' | 'owners_member' | 'firm_manager' | 'station_head' | 'station_desk' | 'utility_desk' | 'developer_desk'
  | 'street_secretary' | 'street_director' | 'street_deputy' | 'street_office_head' | 'street_discipline' | 'federation_chair' | 'team_member'

/** A post at an organisation for a place. `floors` bounds a captain who has only the low or the high part of a building. */
export type DemoPost = {
  readonly id: string
  readonly key: string
  readonly org: string
  readonly kind: PostKind
  readonly title: string
  readonly audience: Audience
  readonly place: string
  /** Further places: a grid leader with two grids, a joint branch over two compounds. */
  readonly alsoPlaces?: readonly string[]
  readonly floors?: { readonly from: number; readonly to: number }
  /** Takes what must reach one named worker at once. */
  readonly namedWorker?: boolean
  readonly vacant?: boolean
}

/** `until` is the first day no longer in the post; captains have said yes in writing on `consentAt`. */
export type DemoTenure = { readonly id: string; readonly post: string; readonly person: string; readonly from: string; readonly until?: string;
  readonly consentAt?: string; readonly termUntil?: string }
/** A visit at a home, by whom, when; `said` is what the visitor wrote for themselves, '' for nothing. */
export type DemoVisit = {
  readonly home: string; readonly post: string; readonly person: string; readonly at: string; readonly met: 'met' | 'nobody' | 'door_closed'
  readonly inPerson: boolean; readonly purpose: 'round' | 'care' | 'notice' | 'opinions' | 'check' | 'other'; readonly said: string
}
export type DemoPerson = { readonly id: string; readonly name: string }

export type TeamKind = 'command' | 'area_contract' | 'co_governance' | 'group' | 'project'
export type DemoTeam = {
  readonly id: string
  readonly kind: TeamKind
  readonly name: string
  readonly place: string
  readonly purpose: string
  readonly from: string
  readonly members: readonly { readonly person: string; readonly role: string }[]
}

/** An entry of the demo's first page. The resident has no account: `door` names the place whose page opens. */
export type DemoSignIn = {
  readonly key: string
  readonly person: string | null
  readonly post: string | null
  readonly door?: string
  readonly board?: string
  readonly name: string
  readonly role: Said
  readonly where: Said
  readonly does: Said
  readonly device: 'phone' | 'desktop'
}

export type By = { readonly post: string; readonly person: string } | 'resident' | 'clock'
export type Asked = { readonly org: string; readonly task: string }

/** What is done in one step, in the words of the commands on a matter. Organisations are ids, photos are names of `photos`. */
export type Move =
  | { readonly move: 'take' }
  | { readonly move: 'finish'; readonly input: { readonly outcome: 'solved' | 'unable' | 'explained'; readonly note: string;
    readonly reason?: string; readonly photo?: string } }
  | { readonly move: 'hand_over'; readonly input: { readonly to: 'captain' | 'grid' | 'community' | 'firm' | 'named_worker' | 'mediation';
    readonly reason: string; readonly note: string } }
  | { readonly move: 'contact'; readonly input: { readonly via: 'phone' | 'door' | 'page'; readonly note: string } }
  | { readonly move: 'assign'; readonly input: { readonly org: string; readonly note: string; readonly finish: Pace } }
  | { readonly move: 'whistle'; readonly input: Whistle }
  | { readonly move: 'slip'; readonly input: { readonly org: string; readonly note: string; readonly urgent: boolean } }
  | { readonly move: 'slip_answer'; readonly input: { readonly org: string; readonly note: string; readonly outsideNumber?: string } }
  | { readonly move: 'object'; readonly input: { readonly ground: string; readonly note: string } }
  | { readonly move: 'rule'; readonly input: { readonly ruling: 'upheld' | 'rejected'; readonly owner: string; readonly why: string; readonly basis: string;
    readonly precedent: boolean } }
  | { readonly move: 'suspend'; readonly input: { readonly path: string; readonly reviewOn: string; readonly note: string } }
  | { readonly move: 'resume'; readonly input: { readonly note: string } }
  | { readonly move: 'report_in' | 'log'; readonly input: { readonly note: string; readonly photo?: string } }
  | { readonly move: 'verify'; readonly input: { readonly pass: boolean; readonly note: string; readonly reason?: string; readonly photo?: string } }
  | { readonly move: 'note'; readonly input: { readonly note: string; readonly seenBy: 'reporter' | 'staff' } }
  | { readonly move: 'verdict'; readonly input: Verdict }
  | { readonly move: 'withdraw'; readonly input: { readonly note: string } }
  | { readonly move: 'title'; readonly input: { readonly title: string } }
  /** What the clock did by itself, at the very time it was due. */
  | { readonly move: 'remind' | 'supervise' | 'call_ruling' | 'unverified' | 'close' }

export type Whistle = {
  readonly situation: 'joint_enforcement' | 'key_work' | 'emergency'
  readonly plan?: string
  readonly difficulty: string
  readonly lead: Asked
  readonly supports: readonly Asked[]
}

/** The three answers. An unhappy one about something said to be solved reopens the matter once, by itself. */
export type Verdict = {
  readonly reached: boolean
  readonly solved: boolean | null
  readonly satisfied: 'yes' | 'basically' | 'no' | null
  readonly said: string
  readonly via: 'link' | 'follow' | 'door'
}

export type Step = Move & { readonly at: string; readonly by: By }

export type Channel = 'qr' | 'page' | 'captain' | 'grid' | 'desk' | 'phone' | 'reception' | 'chat' | 'import'

/** One matter as a script: what was said, and what happened next, in order of time. */
export type DemoMatter = {
  readonly id: string
  /** m01 … m25 for the fixed ones. */
  readonly key?: string
  readonly at: string
  readonly channel: Channel
  /** The post that wrote it down for the resident, where one did. */
  readonly filedBy?: { readonly post: string; readonly person: string }
  readonly place: string
  readonly category: CategoryCode
  readonly words: string
  /** Whether the reporter lets it stand on the public board. */
  readonly onBoard: boolean
  readonly phone?: string
  readonly outsideNumber?: string
  /** What the reporter sent with it: names of `photos`. */
  readonly photos: readonly string[]
  /** Where it stands when all steps are done; told for counting and tests, not to be written. */
  readonly state: 'filed' | 'taken' | 'whistled' | 'finished' | 'answered' | 'joined' | 'closed' | 'withdrawn'
  readonly steps: readonly Step[]
}

export type DemoPhoto = { readonly name: string; readonly alt: Said; readonly svg: string }

export type DemoCommunity = {
  readonly district: string
  readonly asOf: string
  readonly places: readonly DemoPlace[]
  readonly people: readonly DemoPerson[]
  readonly orgs: readonly DemoOrg[]
  readonly orgPlaces: readonly DemoOrgPlace[]
  readonly posts: readonly DemoPost[]
  readonly tenures: readonly DemoTenure[]
  readonly teams: readonly DemoTeam[]
  readonly signIns: readonly DemoSignIn[]
  readonly matters: readonly DemoMatter[]
  readonly photos: readonly DemoPhoto[]
}
