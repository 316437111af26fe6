import { code, codeOf, defineActs, flag, id, maybe, whole } from '../../record/rules/index.ts'

/** The acts that matters records. Facts are codes, ids and numbers; what was said stands in the story, which can be deleted. */
export const matterActs = defineActs({
  'matter.filed': {
    say: { zh: '报了一件事', en: 'Filed a matter' }, facts: { category: code, channel: code, to: id, urgent: maybe(code), pack: maybe(code) },
  },
  'matter.take': { say: { zh: '接了一件事', en: 'Took a matter on' }, facts: {} },
  'matter.contact': { say: { zh: '联系了报的人', en: 'Got in touch with the reporter' }, facts: { via: codeOf('phone', 'door', 'page') } },
  'matter.finish': {
    say: { zh: '办完一件事', en: 'Finished a matter' }, facts: { outcome: codeOf('solved', 'unable', 'explained', 'own_part'), reason: maybe(code) },
  },
  'matter.hand_over': { say: { zh: '转交一件事', en: 'Handed a matter over' }, facts: { reason: code, to: id, count: whole } },
  'matter.assign': { say: { zh: '派出一件事', en: 'Assigned a matter' }, facts: { to: id, amount: whole, unit: code } },
  'matter.whistle': { say: { zh: '吹哨', en: 'Blew a whistle' }, facts: { situation: code, plan: maybe(code), lead: id, supports: whole, pack: code } },
  'matter.slip': { say: { zh: '发了联系单', en: 'Sent a contact slip' }, facts: { to: id, urgent: flag } },
  'matter.slip_answer': { say: { zh: '记下联系单答复', en: 'Entered the answer to a slip' }, facts: { from: id } },
  'matter.report_in': { say: { zh: '报到', en: 'Reported in' }, facts: { minutes: whole } },
  'matter.log': { say: { zh: '记了办理经过', en: 'Logged work' }, facts: {} },
  'matter.verify': { say: { zh: '复核', en: 'Verified' }, facts: { pass: flag, outcome: maybe(code), reason: maybe(code) } },
  'matter.verdict': {
    say: { zh: '三问', en: 'Verdict' },
    facts: { reached: flag, solved: maybe(flag), satisfied: maybe(code), via: codeOf('link', 'follow', 'door', 'phone'), round: whole,
      org: maybe(id), category: maybe(code), outcome: maybe(code) },
  },
  'matter.visit_tried': { say: { zh: '回访没联系上', en: 'Tried to reach the reporter' }, facts: { count: whole } },
  'matter.visit_failed': {
    say: { zh: '三次没联系上', en: 'Gave up reaching the reporter' },
    facts: { tries: whole, org: maybe(id), category: maybe(code), outcome: maybe(code) },
  },
  'matter.reopen': { say: { zh: '重开', en: 'Reopened' }, facts: { round: whole } },
  'matter.note': { say: { zh: '补了一句', en: 'Added a note' }, facts: {} },
  'matter.withdraw': { say: { zh: '撤回', en: 'Withdrew' }, facts: {} },
  'matter.title': { say: { zh: '定公开标题', en: 'Approved a public title' }, facts: {} },
  'matter.release_photo': { say: { zh: '公开照片', en: 'Released a photo' }, facts: { photo: id } },
  'matter.board': { say: { zh: '改是否上公开栏', en: 'Changed whether it is on the board' }, facts: { shown: flag } },
  'matter.remind': { say: { zh: '催办', en: 'Reminded' }, facts: { stage: code, org: maybe(id) } },
  'matter.supervise': { say: { zh: '列入街道督办', en: 'Put on the supervision list' }, facts: { stage: code, org: maybe(id) } },
  'matter.call_ruling': { say: { zh: '提请街道裁定', en: 'Put to the street to rule' }, facts: { stage: code, org: maybe(id) } },
  'matter.exclude_asked': { say: { zh: '提请不计入三率', en: 'Asked to leave a judgment out of the rates' }, facts: { ground: code } },
  'matter.excluded': { say: { zh: '同意不计入三率', en: 'Left a judgment out of the rates' }, facts: { ground: code } },
  'matter.not_excluded': { say: { zh: '仍计入三率', en: 'Kept a judgment in the rates' }, facts: { ground: code } },
  'matter.close': { say: { zh: '办结', en: 'Closed' }, facts: { judged: flag } },
})
