import { code, codeOf, day, defineActs, flag, id, maybe, whole } from '../../../record/rules/index.ts'

/** The acts of covenants: versions by number, counts and days; nobody who proposed or signed is in them. */
export const covenantActs = defineActs({
  'covenant.begin': { say: { zh: '开始起草公约', en: 'Began to draft a covenant' }, facts: {} },
  'covenant.draft': { say: { zh: '改了公约草稿', en: 'Changed the draft of a covenant' }, facts: { version: whole, clauses: whole } },
  'covenant.post': { say: { zh: '公示了公约草稿', en: 'Posted a version of a covenant' }, facts: { version: whole, until: day } },
  'covenant.amend': { say: { zh: '提了一条公约修改', en: 'Proposed an amendment' }, facts: { amendment: id, version: whole, held: maybe(code) } },
  'covenant.answer': { say: { zh: '答复了公约修改', en: 'Answered an amendment' }, facts: { amendment: id, taken: flag } },
  'covenant.vote': { say: { zh: '公约交付表决', en: 'Put a covenant to the vote' }, facts: { version: whole, vote: id } },
  'covenant.decide': { say: { zh: '公约表决有了结果', en: 'A covenant’s vote was decided' }, facts: { version: whole, to: codeOf('adopted', 'rejected', 'posted'), yes: maybe(whole), answers: maybe(whole) } },
  'covenant.sign': { say: { zh: '签了公约', en: 'Signed a covenant' }, facts: { version: whole, channel: codeOf('phone', 'paper'), count: whole } },
})
