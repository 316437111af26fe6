/** Steps of a meeting, for other server code. */
export { callMeeting, invite } from './call-meeting.ts'
export { addMeetingTask, approveMinutes, postMinutes, recordResolution } from './decide-meeting.ts'
export { endMeeting, enterPaperList, startMeeting } from './hold-meeting.ts'
export { recordVerdicts } from './judge.ts'
export { planMeeting, setAgenda } from './plan-meeting.ts'
export { writeLines } from './write-minutes.ts'
