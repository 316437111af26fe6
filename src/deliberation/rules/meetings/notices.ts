/** What organisations and posts are told about a meeting inside the product. */
import { defineNotices, type NoticeName } from '../../../notices/rules/index.ts'

/** [N2] The notices about meetings. On a phone they open what everybody may read of it. */
export const meetingNotices = defineNotices('meeting', (subject) => ({ console: `/console/meetings/${subject}`, field: `/meetings/${subject}` }), {
  'meeting.invited': { say: { zh: '请您来开会，答复来不来', en: 'You are invited to a meeting: say whether you come' } },
  'meeting.tomorrow': { say: { zh: '会在明天开', en: 'The meeting is tomorrow' } },
  'meeting.cancelled': { say: { zh: '这次会不开了', en: 'The meeting was called off' } },
  'meeting.evaluate_overdue': { say: ({ n }) => ({ zh: `第${String(n)}项决议过了评议的日子`, en: `Resolution ${String(n)} should have been evaluated by now` }) },
  'meeting.clerk': { say: { zh: '请您记这次会的纪要', en: 'You are the clerk of this meeting' } },
  'meeting.task_late': { say: { zh: '会上定的一项任务过了日子，还没办完', en: 'A task of the meeting is past its day and not done' } },
  'meeting.your_task_late': { say: { zh: '会上交给您的一项过了日子', en: 'A task that the meeting gave you is past its day' } },
})

/** The names of the notices about meetings. */
export type MeetingNotice = NoticeName<typeof meetingNotices>
