import { code, codeOf, day, defineActs, flag, id, maybe, whole } from '../../../record/rules/index.ts'

/** The acts of meetings: ids, codes and numbers. Attendance names posts, never a person; what was said is not in them. */
export const meetingActs = defineActs({
  'meeting.plan': { say: { zh: '准备开一次会', en: 'Planned a meeting' }, facts: { kind: code, thread: maybe(id), body: maybe(id) } },
  'meeting.move': { say: { zh: '改了会的安排', en: 'Changed the plan of a meeting' }, facts: { again: flag } },
  'meeting.agenda': { say: { zh: '排了议题', en: 'Set the agenda' }, facts: { items: whole, intakes: whole } },
  'meeting.invite': { say: { zh: '请了人', en: 'Invited' }, facts: { added: whole, dropped: whole } },
  'meeting.call': { say: { zh: '张贴了开会通知', en: 'Posted the call of a meeting' }, facts: { invited: whole, photo: flag } },
  'meeting.photo': { say: { zh: '存了一张会的照片', en: 'Kept a photo of a meeting' }, facts: { of: codeOf('notice', 'list') } },
  'meeting.answer': { say: { zh: '答复了邀请', en: 'Answered an invitation' }, facts: { invitation: id, answer: codeOf('comes', 'not', 'sends') } },
  'meeting.start': { say: { zh: '会开始了', en: 'Opened a meeting' }, facts: { kind: code } },
  'meeting.attend': { say: { zh: '签到', en: 'Signed in' }, facts: { way: codeOf('qr', 'paper', 'desk'), role: code, post: maybe(id), count: maybe(whole) } },
  'meeting.absent': { say: { zh: '记了缺席', en: 'Entered an absence' }, facts: { role: code, post: maybe(id) } },
  'meeting.opinion': { say: { zh: '附上一份意见', en: 'Attached an opinion' }, facts: { role: code, party: maybe(whole), written: flag } },
  'meeting.end': { say: { zh: '会开完了', en: 'Ended a meeting' }, facts: { present: whole, lines: whole } },
  'meeting.resolve': { say: { zh: '记下一项决议', en: 'Recorded a resolution' },
    facts: { n: whole, yes: whole, no: whole, abstained: whole, present: whole, carried: flag, to: code, evaluate: maybe(day) } },
  'meeting.task': { say: { zh: '会上定了一件事', en: 'A task came from a meeting' }, facts: { task: id, due: day } },
  'meeting.post': { say: { zh: '公示了会议纪要', en: 'Posted minutes' }, facts: { until: day, resolutions: whole } },
  'meeting.object': { say: { zh: '收到一条异议', en: 'An objection came' }, facts: { objection: id, n: maybe(whole), channel: codeOf('phone', 'paper') } },
  'meeting.reply': { say: { zh: '答复了异议', en: 'Answered an objection' }, facts: { objection: id, withdrawn: flag } },
  'meeting.force': { say: { zh: '一项决议生效', en: 'A resolution came into force' }, facts: { n: whole } },
  'meeting.approve': { say: { zh: '会议纪要定了', en: 'Approved minutes' }, facts: { objections: whole } },
  'meeting.judge': { say: { zh: '评议了结果', en: 'Judged results' }, facts: { resolutions: whole, tasks: whole, satisfied: maybe(whole), accepted: maybe(whole),
    not: maybe(whole) } },
  'meeting.overdue': { say: { zh: '一项决议过了评议的日子', en: 'An evaluation is overdue' }, facts: { n: whole, due: day } },
  'meeting.cancel': { say: { zh: '这次会不开了', en: 'Cancelled a meeting' }, facts: { called: flag } },
})
