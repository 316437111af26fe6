import type { Block, Paper } from '../../kit/papers/index.ts'
import { civilDate } from '../../kit/papers/index.ts'
import { saidCount } from '../rules/share.ts'
import { outcomeBlocks } from './counted.ts'
import type { Day, Outcome, Sealed, VoteFacts } from './types.ts'
import { contactWords, grouped, windowWords } from './words.ts'

/** How long something hangs and how one objects to it meanwhile. */
export type Hanging = { readonly from: Day; readonly to: Day; readonly rule: string; readonly objections: string }

const hanging = (of: Hanging, vote: VoteFacts): readonly Block[] => [
  { kind: 'point', level: 1, title: '有异议怎么提' },
  { kind: 'text', text: `公示期${civilDate(of.from)}至${civilDate(of.to)}（${of.rule}）。有异议的，请在期内提出：${of.objections}。每一条都会书面答复。` },
  { kind: 'labelled', label: '联系人', text: contactWords(vote) },
]

/** 结果公示: totals and what it took, by which rule, how anybody checks it, how one objects. No line that identifies a home. */
export function resultPaper(vote: VoteFacts, outcome: Outcome, sealed: Sealed, of: Hanging & { readonly address: string }): Paper {
  return {
    format: 'organ', name: `${vote.body}${vote.meeting}结果公示`, title: `关于${vote.body}${vote.meeting}\n表决结果的公示`, addressee: vote.to, foot: 'pages',
    body: [
      { kind: 'text', text: `${vote.body}${vote.meeting}于${windowWords(vote)}投票，现已计票，结果公示如下。` },
      { kind: 'point', level: 1, title: '表决结果' },
      ...outcomeBlocks(outcome),
      ...hanging(of, vote),
      { kind: 'point', level: 1, title: '怎样核对' },
      { kind: 'qr', content: of.address, caption: '扫码核对', size: 28, beside: [
        { kind: 'text', text: `封存选票${saidCount(sealed.size)}张。凭投票回执扫码，可以核对自己的选票在内、没有改动。` },
        { kind: 'text', small: true, align: 'left', text: `校验码　${grouped(sealed.root)}` },
      ] },
    ],
    signed: { by: vote.issuers, date: of.from },
  }
}

/** Somebody who stands, in the words they gave for posting. */
export type Standing = {
  readonly number: number; readonly name: string; readonly building: string; readonly nominatedBy: string; readonly words: string
}

/** 候选人公示: who stands, who named them, what they say of themselves; whether all conditions were checked, by rule and never by person. */
export function candidatesPaper(
  vote: VoteFacts, seats: number, all: readonly Standing[], conditions: readonly string[], of: Hanging,
): Paper {
  const told = all.some(({ building, words }) => building !== '' || words !== '')
  return {
    format: 'organ', name: `${vote.body}${vote.meeting}候选人公示`, title: `关于${vote.body}\n${vote.meeting}候选人的公示`, addressee: '全体业主', foot: 'pages',
    body: [
      { kind: 'text', text: `应选${seats}人，候选人${all.length}人。排列以提名先后为序，选票上的次序相同。` },
      { kind: 'point', level: 1, title: '候选人' },
      { kind: 'table', columns: [
        { title: '序号', share: 8, align: 'center' }, { title: '姓名', share: 16 }, ...(told ? [{ title: '楼栋', share: 12 }] : []), { title: '提名', share: 20 },
        ...(told ? [{ title: '本人的话', share: 44 }] : []),
      ], rows: all.map(({ number, name, building, nominatedBy, words }) =>
        [String(number), { text: name, strong: true }, ...(told ? [building] : []), nominatedBy, ...(told ? [words] : [])]) },
      { kind: 'point', level: 1, title: '资格核对' },
      ...conditions.map((text): Block => ({ kind: 'text', text })),
      ...hanging(of, vote),
    ],
    signed: { by: vote.issuers, date: of.from },
  }
}
