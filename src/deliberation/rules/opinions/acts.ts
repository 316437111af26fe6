import { code, codes, defineActs, flag, maybe, whole } from '../../../record/rules/index.ts'

/** The acts of polls: numbers and codes. What somebody answered is no act; who added a statement is in none. */
export const pollActs = defineActs({
  'poll.start': { say: { zh: '拟了一次意见征集', en: 'Drafted an opinion poll' }, facts: { statements: whole } },
  'poll.open': { say: { zh: '发布了意见征集', en: 'Posted an opinion poll' }, facts: { statements: whole } },
  'poll.close': { say: { zh: '意见征集结束', en: 'Closed an opinion poll' }, facts: {} },
  'poll.add': { say: { zh: '加了一条观点', en: 'Added a statement' }, facts: { n: whole, keeper: flag, held: maybe(code) } },
  'poll.sheets': { say: { zh: '录入了纸卷', en: 'Entered sheets of a poll' }, facts: { sheets: whole, answers: whole, channel: code, late: maybe(flag), said: maybe(whole) } },
  'poll.publish': { say: { zh: '公布了意见图', en: 'Published an opinion map' }, facts: { people: whole, answers: whole, groups: whole, drawing: codes } },
})
