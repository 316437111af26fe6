import { code, codeOf, defineActs, flag, maybe, whole } from '../../record/rules/index.ts'

const side = codeOf('a', 'b')
const via = codeOf('door', 'paper', 'code')

/** The acts that disputes record. Codes, days and numbers: neither names nor words, and no place but the district. */
export const disputeActs = defineActs({
  'dispute.open': { say: { zh: '开了一件纠纷', en: 'Opened a dispute' }, facts: { kind: code, from_matter: flag } },
  'dispute.consent': { say: { zh: '记下愿不愿意调解', en: 'Entered yes or no to mediation' }, facts: { side, yes: flag, via } },
  'dispute.slip': { say: { zh: '印了告知单', en: 'Printed a slip' }, facts: { side } },
  'dispute.appoint': { say: { zh: '定了调解员', en: 'Chose a mediator' }, facts: {} },
  'dispute.object': { say: { zh: '要求换调解员', en: 'Asked for another mediator' }, facts: { side, via } },
  'dispute.decline': { say: { zh: '调解员回避', en: 'The mediator stood aside' }, facts: {} },
  'dispute.plan': { say: { zh: '约了调解时间', en: 'Set a session' }, facts: {} },
  'dispute.hold': { say: { zh: '调解了一次', en: 'Held a session' }, facts: { present: whole, count: whole } },
  'dispute.note': { say: { zh: '记了一句', en: 'Wrote a note' }, facts: {} },
  'dispute.draft': { say: { zh: '写了调解协议', en: 'Wrote an agreement' }, facts: { clauses: whole, second: flag } },
  'dispute.second': { say: { zh: '第二人看过协议', en: 'A second person looked at the agreement' }, facts: {} },
  'dispute.sign': { say: { zh: '签了调解协议', en: 'Signed an agreement' }, facts: { side, via } },
  'dispute.leave': { say: { zh: '一方要求终止调解', en: 'A side ended the mediation' }, facts: { side, via } },
  'dispute.fail': { say: { zh: '调解没有谈成', en: 'Mediation ended without an agreement' }, facts: { why: code } },
  'dispute.stop': { say: { zh: '不能调解，已转出', en: 'Not for mediation' }, facts: { why: code } },
  'dispute.check': { say: { zh: '看了履行', en: 'Checked a duty' }, facts: { n: whole, kept: flag } },
  'dispute.visit': { say: { zh: '回访', en: 'Visited' }, facts: {} },
  'dispute.judge': { say: { zh: '一方评了调解', en: 'A side said how it went' }, facts: {} },
  'dispute.remind': { say: { zh: '提醒看一看', en: 'Asked to look' }, facts: { n: maybe(whole) } },
  'dispute.lapse': { say: { zh: '没有回音，结束', en: 'Ended for want of an answer' }, facts: {} },
  'mediator.declare': { say: { zh: '申报了回避', en: 'Declared ties' }, facts: { places: whole, orgs: whole } },
})
