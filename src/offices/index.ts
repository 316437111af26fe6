export * from './rules/index.ts'
export {
  saveOfficers, saveOrgs, savePosts, saveTeams, saveTenures, type OrgInput, type PostInput, type TenureInput,
} from './commands/save-offices.ts'
export { officerName, standingOf } from './views/standing.ts'
export { workingTime } from './views/working-time.ts'
export { dutyHolderFor, holdersAt, partiesOf, stationsFor, type HolderAt } from './views/holders.ts'
export type { ServingOrg } from './store/office-rows.ts'
export { chainOf, chainsOfCommunity } from './views/chain.ts'
export { posterOf, publicPost } from './views/poster.ts'
export { handOverPost, type HandOverPost } from './commands/hand-over-post.ts'
export { officeActs } from './rules/acts.ts'
export { namesOf, type Names } from './views/names.ts'
export { officeRoutes } from './http/routes.ts'
