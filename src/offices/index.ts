export * from './rules/index.ts'
export {
  saveOfficers, saveOrgs, savePosts, saveTeams, saveTenures, type OrgInput, type PostInput, type Saved, type TeamInput, type TenureInput,
} from './commands/save-offices.ts'
export { officerName, standingOf } from './views/standing.ts'
export { dutyHolderFor, holdersAt, partiesOf, stationsFor, type DutyHolderAt, type HeldPlace, type HolderAt,
  type HolderWord } from './views/holders.ts'
export type { PostOnDay, ServingOrg } from './store/office-rows.ts'
export { chainOf, chainsOfCommunity, teamsOf, vacancies, type Chain, type CommunityChains, type TeamView, type Vacancy } from './views/chain.ts'
export { posterOf, publicPost, type Poster, type PublicPost } from './views/poster.ts'
export { handOverPost, type HandedOver, type HandOverPost } from './commands/hand-over-post.ts'
export { officeActs } from './rules/acts.ts'
export { namesOf, type Names, type OrgName, type PostName } from './views/names.ts'
export { officeRoutes } from './http/routes.ts'
