import { isStationKind, STATION_KINDS, UTILITY_KINDS, type StationKind, type UtilityKind } from './orgs.ts'

/** Who is to deal with something, as a duty list says it: a level of the chain, a party of the compound, or a station or utility by its kind. */
export type Holder = 'captain' | 'grid' | 'community' | 'firm' | 'owners' | 'developer' | 'branch' | 'street'
  | `station:${StationKind}` | `utility:${UtilityKind}`

/** All words that a duty list may use. */
export const HOLDERS: readonly Holder[] = [
  'captain', 'grid', 'community', 'firm', 'owners', 'developer', 'branch', 'street',
  ...STATION_KINDS.map((kind) => `station:${kind}` as const), ...UTILITY_KINDS.map((kind) => `utility:${kind}` as const),
]

/** The kind of station or utility that a holder names, or null. */
export function stationOf(holder: Holder): StationKind | UtilityKind | null {
  const kind = holder.split(':')[1] ?? ''
  return isStationKind(kind) ? kind : null
}

/**
 * Where a duty falls when there is nobody: captain to the grid worker, grid and parties of the compound to the community,
 * a developer's to the firm, the community's and stations' to the street. Null when nobody is left. [O9]
 */
export function fallsTo(holder: Holder): Holder | null {
  switch (holder) {
    case 'captain': return 'grid'
    case 'developer': return 'firm'
    case 'grid': case 'firm': case 'owners': case 'branch': return 'community'
    case 'street': return null
    default: return 'street'
  }
}

/** The whole way a duty may fall, itself first. */
export function wayOf(holder: Holder): Holder[] {
  const next = fallsTo(holder)
  return next === null ? [holder] : [holder, ...wayOf(next)]
}
