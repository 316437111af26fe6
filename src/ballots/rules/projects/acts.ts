import { code, codeOf, defineActs, flag, id, maybe, whole } from '../../../record/rules/index.ts'

/** The acts of micro-projects: ids, codes and fen; who proposed is not in them. */
export const projectActs = defineActs({
  'round.start': { say: { zh: '开了一轮微实事', en: 'Started a round of micro-projects' }, facts: { budget: whole } },
  'round.move': { say: { zh: '微实事进到下一步', en: 'Moved a round on' }, facts: { to: code } },
  'round.post': { say: { zh: '公布了要选的项目', en: 'Posted the slate' }, facts: { projects: whole, vote: id } },
  'project.propose': { say: { zh: '提了一个微实事', en: 'Proposed a micro-project' }, facts: { kind: code, proposer: code, behalf: maybe(flag) } },
  'project.review': { say: { zh: '评议了一个提议', en: 'Reviewed a proposal' }, facts: { eligible: flag, tied: flag, ground: maybe(code) } },
  'project.decide': { say: { zh: '定了一个提议', en: 'Decided on a proposal' }, facts: { accepted: flag, ground: maybe(code), cost: maybe(whole) } },
  'project.fund': { say: { zh: '选上了一个项目', en: 'A project was funded' }, facts: { cost: whole, votes: whole } },
  'project.move': { say: { zh: '项目往前走了一步', en: 'A project went on' }, facts: { to: code } },
  'project.milestone': { say: { zh: '办完一个节点', en: 'A milestone was reached' }, facts: { n: whole, late: flag } },
  'project.accept': { say: { zh: '居民验收', en: 'A resident said whether it works' }, facts: { answer: codeOf('works', 'partly', 'not') } },
  'project.publish': { say: { zh: '公布了花费', en: 'Published the cost' }, facts: { final_cost: whole } },
})
