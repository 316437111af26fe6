/** Steps of a thread, for other server code. */
export { callForVoices, endThread, linkVote, moveThread, sortThread } from './move-thread.ts'
export { addParty, hearParty } from './parties.ts'
export { startThread } from './start-thread.ts'
export { delayTask, finishTask } from './tasks.ts'
