import { code, codeOf, day, defineActs, flag, id, maybe, whole } from '../../record/rules/index.ts'

/** Whom an act is on behalf of, when who recorded it did not do it; `typed`: taken down from a paper slip 代录. */
const onBehalf = { of: maybe(id), typed: maybe(flag) }

/** The acts that matters records. Facts are codes, ids and numbers; what was said stands in the story, which can be deleted. */
export const matterActs = defineActs({
  'matter.filed': {
    say: { zh: '报了一件事', en: 'Filed a matter' }, facts: { category: code, channel: code, to: id, urgent: maybe(code), pack: maybe(code) },
  },
  'matter.take': { say: { zh: '接了一件事', en: 'Took a matter on' }, facts: onBehalf },
  'matter.contact': { say: { zh: '联系了报的人', en: 'Got in touch with the reporter' }, facts: { via: codeOf('phone', 'door', 'page') } },
  'matter.finish': {
    say: { zh: '办完一件事', en: 'Finished a matter' }, facts: { outcome: codeOf('solved', 'unable', 'explained', 'own_part'), reason: maybe(code),
      basis: maybe(codeOf('law', 'contract', 'list', 'agreement')), ...onBehalf },
  },
  'matter.hand_over': { say: { zh: '转交一件事', en: 'Handed a matter over' }, facts: { reason: code, to: id, count: whole } },
  'matter.assign': { say: { zh: '派出一件事', en: 'Assigned a matter' }, facts: { to: id, amount: whole, unit: code } },
  'matter.whistle': { say: { zh: '吹哨', en: 'Blew a whistle' }, facts: { situation: code, plan: maybe(code), lead: id, supports: whole, pack: code } },
  'matter.slip': { say: { zh: '发了联系单', en: 'Sent a contact slip' }, facts: { to: id, urgent: flag } },
  'matter.slip_answer': { say: { zh: '记下联系单答复', en: 'Entered the answer to a slip' }, facts: { from: id, ...onBehalf } },
  'matter.report_in': { say: { zh: '报到', en: 'Reported in' }, facts: { minutes: whole, ...onBehalf } },
  'matter.log': { say: { zh: '记了办理经过', en: 'Logged work' }, facts: onBehalf },
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
  'matter.pass_on': { say: { zh: '岗位交接，移交手上的事', en: 'Passed on the open work of a post' }, facts: { from: id, to: id } },
  'matter.accept': { say: { zh: '认可了照片', en: 'Accepted the photo' }, facts: {} },
  'matter.unverified': { say: { zh: '到期没人复核', en: 'Nobody verified in time' }, facts: { outcome: code } },
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
  'matter.object': { say: { zh: '提出派单异议', en: 'Objected to a dispatch' }, facts: { ground: code, forced: flag } },
  'matter.rule': { say: { zh: '街道裁定', en: 'Ruled whose it is' }, facts: { ruling: codeOf('upheld', 'rejected'), owner: id } },
  'matter.suspend': { say: { zh: '挂账', en: 'Put aside' }, facts: { path: code, days: whole } },
  'matter.resume': { say: { zh: '恢复办理', en: 'Took up again' }, facts: {} },
  'matter.ask_extension': { say: { zh: '申请延期', en: 'Asked for more time' }, facts: { days: whole } },
  'matter.decide_extension': { say: { zh: '答复延期申请', en: 'Decided on more time' }, facts: { granted: flag, days: maybe(whole) } },
  'matter.answer_link': { say: { zh: '给了一个答复链接', en: 'Made an answer link' }, facts: { to: id, hours: whole } },
  'matter.outside_update': {
    say: { zh: '外部系统来了消息', en: 'An update from outside' }, facts: { of: id, minutes: whole, state: maybe(code), applied: flag },
  },
  'matter.number': { say: { zh: '记下外部编号', en: 'Entered an outside number' }, facts: onBehalf },
  'matter.rate': { say: { zh: '互评', en: 'Rated the other side of a whistle' }, facts: { whistle: id, of: id } },
  'matter.ratings_shown': {
    say: { zh: '互评公开', en: 'Ratings were opened' },
    facts: { whistle: id, by: id, of: id, came: maybe(whole), did: maybe(whole), together: maybe(whole),
      right: maybe(whole), informed: maybe(whole), needed: maybe(whole) },
  },
  'matter.review': { say: { zh: '写了复盘', en: 'Reviewed a whistle' }, facts: { whistle: id, by: id, until: day, item: maybe(code) } },
  'matter.review_done': { say: { zh: '复盘的改动做了', en: 'Did what a review promised' }, facts: { whistle: id, by: id } },
  'matter.list_amended': { say: { zh: '改了吹哨清单', en: 'Amended the whistle list' }, facts: { item: code, version: whole, from: day } },
  'matter.close': { say: { zh: '办结', en: 'Closed' }, facts: { judged: flag } },
})
