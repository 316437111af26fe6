/** The steps of a vote in words, and where each comes from when no place says more. */
import type { Said, Source } from '../../../kit/pure.ts'
import { CIVIL_CODE, INTERPRETATION, REGULATION } from '../packs/article.ts'
import type { PackTerms } from '../packs/terms.ts'
import type { StepCode } from '../vote.ts'

export const STEP_WORDS: Readonly<Record<StepCode, Said>> = {
  matter_named: { zh: '写明表决什么、属于哪一项', en: 'What is voted on, and which matter it is' },
  residents_told: { zh: '告知居委会', en: 'Residents’ committee told' },
  street_told: { zh: '告知街道', en: 'Street told' },
  notice_posted: { zh: '公告已张贴', en: 'Notice posted' },
  topics_posted: { zh: '议题已公示', en: 'Topics posted' },
  candidates_posted: { zh: '候选人已公示', en: 'Candidates posted' },
  branch_opinion: { zh: '支部意见', en: 'The branch’s opinion' },
  register_frozen: { zh: '名册已冻结', en: 'Register frozen' },
  scrutineers_named: { zh: '监票人已定', en: 'Scrutineers named' },
  collectors_named: { zh: '收票人已定', en: 'Collectors named' },
  ballots_delivered: { zh: '表决票已送达', en: 'Ballots delivered' },
  window_open: { zh: '开始投票', en: 'Voting begins' },
  window_closed: { zh: '截止投票', en: 'Voting ends' },
  paper_entered: { zh: '纸质票已录入', en: 'Paper ballots entered' },
  counted: { zh: '已计票', en: 'Counted' },
  result_posted: { zh: '结果已公布', en: 'Result posted' },
  filed: { zh: '已备案', en: 'Filed' },
  objections_over: { zh: '可以请求法院撤销的期限已过', en: 'Time for asking the court is over' },
  archived: { zh: '已归档', en: 'Archived' },
}

/** Where a step comes from: the article of the place where it has one, else the country's; null for what good practice asks alone. */
export function stepSource(code: StepCode, terms: PackTerms): Source | null {
  switch (code) {
    case 'matter_named': return CIVIL_CODE(278)
    case 'residents_told': return terms.residentsTold?.source ?? null
    case 'street_told': return REGULATION(10)
    case 'notice_posted': return terms.notice?.source ?? null
    case 'topics_posted': return (terms.onlyPosted ?? terms.notice)?.source ?? null
    case 'candidates_posted': return terms.candidatesPosted?.source ?? null
    case 'register_frozen': return INTERPRETATION(8, 9)
    case 'counted': return CIVIL_CODE(278)
    case 'result_posted': return terms.resultPosted?.source ?? null
    case 'filed': return terms.filing?.source ?? null
    case 'objections_over': return terms.revoke?.source ?? null
    default: return null
  }
}
