import type { Block, Paper } from '../../kit/papers/index.ts'
import { civilDate } from '../../kit/papers/index.ts'
import { saidCount } from '../rules/share.ts'
import { outcomeBlocks } from './counted.ts'
import type { Day, Opinion, Outcome, Sealed, VoteFacts } from './types.ts'
import { windowWords } from './words.ts'

export type CertificateInput = {
  readonly vote: VoteFacts
  readonly outcome: Outcome
  /** When the notice hung, when ballots were delivered, when the register was frozen. */
  readonly noticed: { readonly from: Day; readonly to: Day }
  readonly frozenOn: Day
  readonly delivered: { readonly homes: number; readonly until: Day }
  /** Which expression holds and what silence means, with the rule that says so. */
  readonly rules: readonly string[]
  readonly scrutineers: readonly string[]
  readonly sealed: Sealed
  readonly opinions: readonly Opinion[]
  readonly day: Day
}

const opinion = ({ of, asked, given, words }: Opinion): Block => ({
  kind: 'point', level: 2, title: `${of}。`,
  text: `${civilDate(asked)}征求，${given === null || words === null ? '期限内没有提出意见。' : `${civilDate(given)}提出：${words}`}`,
})

/**
 * 表决结果证明: what was asked, by which steps, what came out and how anybody checks it. Opinions are an annex and no condition
 * (民法典第二百七十八条、第二百八十条).
 */
export function certificatePaper({ vote, outcome, sealed, ...input }: CertificateInput): Paper {
  return {
    format: 'organ', name: `${vote.body}${vote.meeting}表决结果证明`, title: `${vote.body}${vote.meeting}\n表决结果证明`, foot: 'pages',
    body: [
      { kind: 'text', text: `${vote.body}${vote.meeting}（编号${vote.number}）已经计票。${vote.owners ? '业主共同决定' : '居民表决'}的结果如下。` },
      { kind: 'point', level: 1, title: '经过' },
      { kind: 'text', text: `公告：${civilDate(input.noticed.from)}至${civilDate(input.noticed.to)}。名册：${civilDate(input.frozenOn)}冻结。`
        + `送达：${input.delivered.homes === 0 ? '没有登记' : `${saidCount(input.delivered.homes)}套，到${civilDate(input.delivered.until)}`}。投票：${windowWords(vote)}。` },
      { kind: 'text', text: input.rules.join('') },
      { kind: 'point', level: 1, title: '结果' },
      ...outcomeBlocks(outcome),
      { kind: 'point', level: 1, title: '监票和核对' },
      { kind: 'text', text: `监票人：${input.scrutineers.join('、')}。封存选票${saidCount(sealed.size)}张，${civilDate(sealed.on)}封存，`
        + `校验码${sealed.root.slice(0, 16)}…，全文见结果公示。`
        + '每位投票人凭回执可以核对自己的选票在内、没有改动；回执不显示投了什么。' },
      ...(input.opinions.length === 0 ? [] : [
        { kind: 'point', level: 1, title: '附：征求的意见' } as const,
        { kind: 'text', text: '下列意见附在证明之后，不是决定生效的条件。' } as const,
        ...input.opinions.map(opinion),
      ]),
      ...(!vote.owners ? [] : [{ kind: 'text', text: '业主对本决定有异议、认为侵害自己合法权益的，可以在知道或者应当知道之日起一年内请求人民法院撤销（民法典第二百八十条及其司法解释第十二条）。' } as const]),
    ],
    signed: { by: vote.issuers, date: input.day },
  }
}
