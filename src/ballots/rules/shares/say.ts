/** What is said of a project after the count, in one sentence. */
import type { Said } from '../../../kit/pure.ts'
import type { Funded, Lacking } from './budget.ts'

/** 2140055 fen as '21,400.55'; whole yuan without decimals. */
function yuan(fen: number): string {
  const whole = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return fen % 100 === 0 ? whole : `${whole}.${String(fen % 100).padStart(2, '0')}`
}

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')
const of = (n: number, one: string, many: string): string => `${grouped(n)} ${n === 1 ? one : many}`

/** Why a project has money, or what it lacked, as '差312票或8,400元'. */
export function sayOf(project: Funded | Lacking): Said {
  if (!project.funded) {
    const { votes, fen } = project.lacks
    const zh = [...(votes === null ? [] : [`${grouped(votes)}票`]), ...(fen === null ? [] : [`${yuan(fen)}元`])]
    const en = [...(votes === null ? [] : [of(votes, 'vote', 'votes')]), ...(fen === null ? [] : [`¥${yuan(fen)}`])]
    return zh.length === 0 ? { zh: '没有人选，价钱也超过预算', en: 'nobody wants it, and it costs more than there is' }
      : { zh: `差${zh.join('或')}`, en: `short by ${en.join(' or ')}` }
  }
  const { votes, by, each, effectiveVotes } = project
  if (by === 'votes' || each === undefined || effectiveVotes === undefined) {
    return { zh: `${grouped(votes)}票，剩余的钱够`, en: `${of(votes, 'vote', 'votes')}, and the money reached` }
  }
  return effectiveVotes === votes
    ? { zh: `${grouped(votes)}票，支持者每人分摊${yuan(each)}元`, en: `${of(votes, 'vote', 'votes')}, each supporter pays ¥${yuan(each)}` }
    : { zh: `${grouped(votes)}票，折合${effectiveVotes}个足额票，每人最多分摊${yuan(each)}元`,
      en: `${of(votes, 'vote', 'votes')}, worth ${effectiveVotes} in full; no supporter pays more than ¥${yuan(each)}` }
}
