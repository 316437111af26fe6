/** Every step of an election, for other server code. */
export { nominate } from './nominate.ts'
export { setDay, startElection, startResidents, switchTarget } from './prepare.ts'
export { review } from './review.ts'
