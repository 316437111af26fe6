/** The papers of a meeting, each as plain data; `paperDocx` and `paperPdf` of the kit set them. */
export { callPaper } from './call.ts'
export { hearingPaper } from './hearing.ts'
export { minutesPaper } from './minutes.ts'
export { postingPaper } from './posting.ts'
export { signInPaper } from './sign-in.ts'
export { KIND_NAMES } from './types.ts'
export type { AgendaItem, Attendance, Decided, MeetingFacts, SpokenLine } from './types.ts'
