/** The words of meetings 四会: kinds, states, roles, and what a meeting and its resolutions are to their rules. */
import type { Said } from '../../../kit/pure.ts'
import type { CivilDay } from '../../../offices/rules/index.ts'

export const MEETING_KINDS = ['talk', 'deliberation', 'hearing', 'evaluation', 'regular'] as const
export type MeetingKind = (typeof MEETING_KINDS)[number]
export const meetingKindWords: Readonly<Record<MeetingKind, Said>> = {
  talk: { zh: '恳谈会', en: 'Heart-to-heart' }, deliberation: { zh: '议事会', en: 'Deliberation' }, hearing: { zh: '听证会', en: 'Hearing' },
  evaluation: { zh: '评议会', en: 'Evaluation' }, regular: { zh: '例会', en: 'Regular meeting' },
}

export const MEETING_STATES = ['planned', 'called', 'held', 'minuted', 'posted', 'approved', 'cancelled'] as const
export type MeetingState = (typeof MEETING_STATES)[number]
export const meetingStateWords: Readonly<Record<MeetingState, Said>> = {
  planned: { zh: '在准备', en: 'Being prepared' }, called: { zh: '已通知', en: 'Called' }, held: { zh: '正在开', en: 'Going on' },
  minuted: { zh: '在理纪要', en: 'Minutes being finished' }, posted: { zh: '纪要公示中', en: 'Minutes posted' },
  approved: { zh: '纪要已定', en: 'Minutes approved' }, cancelled: { zh: '不开了', en: 'Cancelled' },
}

export const ROLES = ['party', 'resident', 'capable', 'deputy', 'expert', 'captain', 'branch', 'owners', 'firm', 'community', 'street', 'station', 'member',
  'observer'] as const
export type Role = (typeof ROLES)[number]
export const roleWords: Readonly<Record<Role, Said>> = {
  party: { zh: '当事方', en: 'Party' }, resident: { zh: '居民', en: 'Resident' }, capable: { zh: '贤达能人', en: 'Capable resident' },
  deputy: { zh: '代表、委员', en: 'Deputy' }, expert: { zh: '专家', en: 'Expert' }, captain: { zh: '楼栋长', en: 'Building captain' },
  branch: { zh: '小区支部', en: 'Party branch' }, owners: { zh: '业委会', en: 'Owners’ committee' }, firm: { zh: '物业', en: 'Property firm' },
  community: { zh: '社区', en: 'Community' }, street: { zh: '街道', en: 'Street' }, station: { zh: '站所', en: 'Station' },
  member: { zh: '成员', en: 'Member' }, observer: { zh: '列席', en: 'Observer' },
}

export const INVITATION_ANSWERS = ['comes', 'not', 'sends'] as const
export type InvitationAnswer = (typeof INVITATION_ANSWERS)[number]
export const invitationAnswerWords: Readonly<Record<InvitationAnswer, Said>> = {
  comes: { zh: '来', en: 'Comes' }, not: { zh: '不来', en: 'Does not come' }, sends: { zh: '请人代来', en: 'Sends somebody' },
}

export const LINE_KINDS = ['said', 'objection', 'opinion', 'answer', 'note'] as const
export type LineKind = (typeof LINE_KINDS)[number]
export const lineKindWords: Readonly<Record<LineKind, Said>> = {
  said: { zh: '发言', en: 'Said' }, objection: { zh: '不同意见', en: 'Objection' }, opinion: { zh: '专家意见', en: 'Expert’s opinion' },
  answer: { zh: '答复', en: 'Answer' }, note: { zh: '记事', en: 'Note' },
}

export const RESOLUTION_STATES = ['recorded', 'open', 'in_force', 'to_vote', 'withdrawn'] as const
export type ResolutionState = (typeof RESOLUTION_STATES)[number]
export const resolutionStateWords: Readonly<Record<ResolutionState, Said>> = {
  recorded: { zh: '没有通过，记下了', en: 'Not carried, recorded' }, open: { zh: '等异议期过', en: 'Open to objections' }, in_force: { zh: '已生效', en: 'In force' },
  to_vote: { zh: '要交业主表决', en: 'Waits for the owners’ vote' }, withdrawn: { zh: '撤回了', en: 'Withdrawn' },
}

export const RESOLUTION_VERDICTS = ['kept', 'partly', 'not_kept'] as const
export type ResolutionVerdict = (typeof RESOLUTION_VERDICTS)[number]
export const resolutionVerdictWords: Readonly<Record<ResolutionVerdict, Said>> = {
  kept: { zh: '做到了', en: 'Kept' }, partly: { zh: '做到一部分', en: 'Partly kept' }, not_kept: { zh: '没有做到', en: 'Not kept' },
}
export const TASK_VERDICTS = ['good', 'partly', 'not'] as const
export type TaskVerdict = (typeof TASK_VERDICTS)[number]

export const ATTENDANCE_WAYS = ['qr', 'paper', 'desk'] as const

/** Codes of what may be done with a meeting now; the rules refuse what is not among them. */
export const MEETING_MOVES = ['move', 'agenda', 'invite', 'call', 'start', 'attend', 'turn', 'write', 'resolve', 'task', 'end', 'post', 'object', 'clerk',
  'answer_objection', 'approve', 'judge', 'cancel'] as const
export type MeetingMove = (typeof MEETING_MOVES)[number]

/** A meeting as its rules see it. Times are epoch milliseconds. */
export type Meeting = {
  readonly id: string
  readonly kind: MeetingKind
  readonly state: MeetingState
  readonly startsAt: number
  readonly endsAt: number
  readonly presider: string
  readonly presiderTied: boolean
  readonly presiderOrg: string | null
  readonly quorum: number
  readonly noticeOn: CivilDay | null
  readonly objectionsUntil: CivilDay | null
}
