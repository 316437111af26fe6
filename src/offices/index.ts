export { officerName, officerNames, standingOf } from './views/standing.ts'
export { dutyHolderFor, holdersAt, partiesOf, stationsFor, type DutyHolderAt, type HeldPlace, type HolderAt, type HolderWord } from './views/holders.ts'
export type { PostOnDay, ServingOrg } from './store/office-rows.ts'
