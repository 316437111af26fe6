/** Every step of a vote, for other server code. */
export { archiveVote, answerObjection, objectToVote, publishResult } from './after.ts'
export { enterDeliveries } from './collect.ts'
export { sealVote } from './count.ts'
export { freezeRegister } from './freeze.ts'
export { closeVote, openVote } from './open-close.ts'
export { keepDoors } from './keep-doors.ts'
export { enterStep, giveOpinion, nameTeam, postNotice } from './prepare.ts'
export { startVote } from './start-vote.ts'
