/** The rules of meetings, for the server and for pages. */
export * from './words.ts'
export * from './kinds.ts'
export * from './plan.ts'
export * from './decide.ts'
export * from './minutes.ts'
export * from './public-words.ts'
export { meetingActs } from './acts.ts'
export { meetingNotices, type MeetingNotice } from './notices.ts'
