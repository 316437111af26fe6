export {
  fitsKind, isOrgKind, isStationKind, ORG_KIND_SAID, ORG_KINDS, SERVES_ITS_AREA, STATION_KINDS, STATION_SAID, UTILITY_KINDS, type OrgKind,
  type StationKind, type UtilityKind,
} from './orgs.ts'
export { AUDIENCES, isAudience, isPostKind, mayStand, POST_KINDS, POST_RULES, type Audience, type PostKind } from './posts.ts'
export { orgsOf, overlaps, scopesOf, type Reach } from './standing.ts'
export { checkHandOver, checkTerm, coversDay, isQuiet, type Term } from './terms.ts'
export { HOLDERS, stationOf, wayOf, type Holder } from './holders.ts'
export {
  CHAIN_LEVEL, CHAIN_LEVELS, chainFor, firstHeld, inPost, levelsOf, postsAt, type ChainLevel, type ChainLevelName, type ChainPost,
  type FallsTo, type Incumbent, type PlacedPost,
} from './chain.ts'
export { COMPOUND_ROLE_SAID, COMPOUND_ROLES, compoundDefaults, compoundDefaultsPack, type CompoundDefaults, type CompoundRole } from './compound-defaults.ts'
export {
  checkManager, checkManagerPath, managerState, MANAGER_STEP_SAID, MANAGER_STEPS, type ManagerState, type ManagerStep, type Responsible, type StepPlan,
} from './managers.ts'
export { mayHandOver } from './policy.ts'
export { seenBy, seesNames } from './seen.ts'
export * from './working-time/index.ts'
