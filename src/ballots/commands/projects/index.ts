/** Every step of a round of micro-projects up to its vote, for other server code. */
export { postSlate } from './post-slate.ts'
export { proposeProject } from './propose-project.ts'
export { decideOnProject, reviewProject } from './review-project.ts'
export { closeCall, startRound } from './start-round.ts'
