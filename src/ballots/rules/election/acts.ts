import { code, codeOf, codes, day, defineActs, flag, id, maybe, whole } from '../../../record/rules/index.ts'
import { BODY_KINDS, ENDINGS, NOMINATORS } from './bodies.ts'
import { OUTCOMES, REVIEW_ROLES } from './review.ts'

/** The acts of elections, hand-over and changes of members. Codes, ids and days: no names, and nothing that a candidate declared. */
export const electionActs = defineActs({
  'elections.prepared': { say: { zh: '开始筹备换届选举', en: 'Began to prepare an election' },
    facts: { kind: codeOf(...BODY_KINDS), seats: whole, reserves: whole, term_from: day, term_to: day } },
  'elections.nominated': { say: { zh: '提名了候选人', en: 'Nominated a candidate' },
    facts: { candidate: id, nominated_by: codeOf(...NOMINATORS), warnings: codes } },
  'elections.reviewed': { say: { zh: '对候选人提出了意见', en: 'Gave an opinion on a candidate' },
    facts: { candidate: id, role: codeOf(...REVIEW_ROLES), outcome: codeOf(...OUTCOMES) } },
  'elections.no_opinion': { say: { zh: '到期没有提出意见，照常进行', en: 'No opinion given in time: it goes on' }, facts: { candidate: id, roles: codes } },
  'elections.refused': { say: { zh: '候选人不符合条件', en: 'A candidate was refused' }, facts: { candidate: id, ground: code } },
  'elections.withdrawn': { say: { zh: '候选人退出', en: 'A candidate withdrew' }, facts: { candidate: id } },
  'elections.posted': { say: { zh: '公示了候选人名单', en: 'Posted the list of candidates' }, facts: { candidates: whole, on: day } },
  'elections.seated': { say: { zh: '新一届就任', en: 'A new term began' },
    facts: { members: whole, reserves: whole, open: whole, term_from: day, term_to: day } },
  'elections.came_to_nothing': { say: { zh: '这次选举没有选成', en: 'An election came to nothing' }, facts: { why: codeOf('withdrawn', 'nobody_elected') } },
  'elections.officers': { say: { zh: '推选了主任、副主任', en: 'Chair and deputies were chosen' }, facts: { deputies: whole } },
  'elections.member_ended': { say: { zh: '委员资格终止', en: 'A member’s seat ended' }, facts: { ended_by: codeOf(...ENDINGS), moved_up: flag, on: day } },
  'elections.handed_over': { say: { zh: '交接了一项', en: 'One thing was handed over' }, facts: { n: whole, handed: flag, on: maybe(day) } },
  'elections.day': { say: { zh: '登记了选举的一步', en: 'Entered a step of an election' }, facts: { step: code, what: codeOf('set', 'done'), on: day } },
  'elections.slate_target': { say: { zh: '开关了党员过半的目标', en: 'Switched the target for slates' }, facts: { on: flag } },
})
