export {
  fitsKind, isOrgKind, isStationKind, ORG_KIND_SAID, ORG_KINDS, SERVES_ITS_AREA, STATION_KINDS, STATION_SAID, UTILITY_KINDS, type OrgKind,
  type StationKind, type UtilityKind,
} from './orgs.ts'
export { AUDIENCES, isAudience, isPostKind, mayStand, POST_KINDS, POST_RULES, type Audience, type PostKind, type PostRule } from './posts.ts'
export { orgsOf, scopesOf, type Reach } from './standing.ts'
export { checkHandOver, checkTerm, coversDay, isQuiet, type HandOver, type Term } from './terms.ts'
export { fallsTo, HOLDERS, isHolder, stationOf, wayOf, type Holder } from './holders.ts'
export {
  CHAIN_LEVEL, CHAIN_LEVELS, chainFor, firstHeld, inPost, levelsOf, postsAt,
  type ChainLevel, type ChainLevelName, type ChainPlace, type ChainPost, type FallsTo, type Incumbent, type PlacedPost,
} from './chain.ts'
export { mayHandOver, type Asker } from './policy.ts'
export { seenBy, type SeenIncumbent, type SeenPost } from './seen.ts'
