/** What the server says may be done with a meeting now. */
import type { MeetingMove } from '../../../rules/meetings/index.ts'
import type { StaffMeeting } from '../../meeting-api.ts'

/** What the server says of a move: whether it may be done, and why not. */
export const moveOf = (meeting: StaffMeeting,
  move: MeetingMove): StaffMeeting['moves'][number] | undefined => meeting.moves.find((one) => one.move === move)
/** Whether a move may be done now. */
export const may = (meeting: StaffMeeting, move: MeetingMove): boolean => moveOf(meeting, move)?.may === true
