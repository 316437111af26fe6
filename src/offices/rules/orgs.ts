import type { Said } from '../../kit/pure.ts'

/** Kinds of organisation that can be a party. `station` is an organ's local station, `owners` an owners' committee or its stand-in. */
export const ORG_KINDS = ['street', 'community', 'station', 'utility', 'firm', 'developer', 'owners', 'branch', 'unit', 'team'] as const

/** One kind of organisation. */
export type OrgKind = (typeof ORG_KINDS)[number]

/** What each kind is called, and the character that stands on its badge unless it has one of its own. */
export const ORG_KIND_SAID: Readonly<Record<OrgKind, Said & { readonly badge: string }>> = {
  street: { zh: '街道', en: 'street office', badge: '街' },
  community: { zh: '社区', en: 'community', badge: '社' },
  station: { zh: '职能部门站所', en: "organ's local station", badge: '站' },
  utility: { zh: '公用事业单位', en: 'utility', badge: '企' },
  firm: { zh: '物业（管理单位）', en: 'property company', badge: '物' },
  developer: { zh: '建设单位', en: 'developer', badge: '建' },
  owners: { zh: '业委会（物管会）', en: "owners' body", badge: '业' },
  branch: { zh: '小区党支部', en: 'compound branch', badge: '支' },
  unit: { zh: '共建单位', en: 'pairing unit', badge: '共' },
  team: { zh: '小组', en: 'team', badge: '组' },
}

/** Kinds that answer for the whole area of their place; all others serve only where that is written down, or where they have their seat. [O11] */
export const SERVES_ITS_AREA: readonly OrgKind[] = ['street', 'community', 'station', 'utility', 'unit', 'team']

/** Which organ's station. */
export const STATION_KINDS = ['enforcement', 'police', 'market', 'justice', 'fire', 'ecology', 'housing', 'rental_housing'] as const

/** Which utility. */
export const UTILITY_KINDS = ['water', 'gas', 'power'] as const

/** One kind of station or utility. */
export type StationKind = (typeof STATION_KINDS)[number]
/** One kind of utility. */
export type UtilityKind = (typeof UTILITY_KINDS)[number]

/** What each station or utility is called, with its badge. */
export const STATION_SAID: Readonly<Record<StationKind | UtilityKind, Said & { readonly badge: string }>> = {
  enforcement: { zh: '综合行政执法队', en: 'enforcement team', badge: '执' },
  police: { zh: '派出所', en: 'police station', badge: '警' },
  market: { zh: '市场监督管理所', en: 'market supervision', badge: '市' },
  justice: { zh: '司法所', en: 'justice office', badge: '司' },
  fire: { zh: '消防救援站', en: 'fire and rescue', badge: '消' },
  ecology: { zh: '生态环境监察', en: 'environment inspection', badge: '环' },
  housing: { zh: '住建物业管理', en: 'housing and property office', badge: '住' },
  rental_housing: { zh: '住房保障', en: 'public housing office', badge: '保' },
  water: { zh: '供水', en: 'water', badge: '水' },
  gas: { zh: '燃气', en: 'gas', badge: '气' },
  power: { zh: '供电', en: 'power', badge: '电' },
}

/** True for a word that is a kind of organisation. */
export const isOrgKind = (word: string): word is OrgKind => ORG_KINDS.some((kind) => kind === word)

/** True for a word that is a kind of station or utility. */
export const isStationKind = (word: string): word is StationKind | UtilityKind => Object.hasOwn(STATION_SAID, word)

/** True when an organisation of this kind may carry this kind of station: a station one of an organ, a utility its own, others none. [O2] */
export function fitsKind(kind: OrgKind, stationKind: StationKind | UtilityKind | null): boolean {
  if (kind === 'station') return STATION_KINDS.some((one) => one === stationKind)
  if (kind === 'utility') return UTILITY_KINDS.some((one) => one === stationKind)
  return stationKind === null
}
