/** Results as tables: the same figures on the count sheet, in the certificate and on the wall. */
import type { Block, Cell } from '../../kit/papers/index.ts'
import { saidArea, saidCount, saidPercent } from '../rules/share.ts'
import { CHOICES, type Choice } from '../rules/vote.ts'
import { type Counted, type Outcome, OUTCOME_WORDS } from './types.ts'
import { squareMetres, yuan } from './words.ts'

const choiceWords: Readonly<Record<Choice, string>> = { agree: '同意', against: '反对', abstain: '弃权' }
const reached = (yes: boolean): string => (yes ? '够' : '不够')

const columns = [
  { title: '项目', share: 30 }, { title: '面积（平方米）', share: 20, align: 'right' }, { title: '占比', share: 14, align: 'right' },
  { title: '人数', share: 14, align: 'right' }, { title: '占比', share: 14, align: 'right' },
] as const

/** The same in households alone, where each has one vote. */
function householdTable({ participation: { totals, took, need, reached: quorum }, majorities }: Pick<Counted['result'], 'participation' | 'majorities'>, caption: string): Block {
  const strong = (text: string): Cell => ({ text, strong: true })
  return { kind: 'table', caption, columns: [{ title: '项目', share: 50 }, { title: '户数', share: 25, align: 'right' }, { title: '占比', share: 25, align: 'right' }], rows: [
    ['全部户数', saidCount(totals.heads), ''], ['参与表决', saidCount(took.heads), saidPercent(took.heads, totals.heads)],
    ['参与表决最少需要', saidCount(need.heads), reached(quorum.heads)],
    ...CHOICES.map((choice): Cell[] => [choiceWords[choice], saidCount(majorities.sides[choice].heads), saidPercent(majorities.sides[choice].heads, took.heads)]),
    [strong('同意最少需要'), strong(saidCount(majorities.need.heads)), strong(reached(majorities.reached.heads))],
  ] }
}

/** The figures of one question: everybody, who took part, what it took, and each choice as a share of those who took part. */
export function questionTable({ result: { participation, majorities } }: Counted, caption: string): Block {
  if (participation.byHeads) return householdTable({ participation, majorities }, caption)
  const { totals, took, need, reached: quorum } = participation
  const strong = (text: string): Cell => ({ text, strong: true })
  const row = (name: string, part: { area: number; heads: number }, of: { area: number; heads: number }): Cell[] =>
    [name, saidArea(part.area), saidPercent(part.area, of.area), saidCount(part.heads), saidPercent(part.heads, of.heads)]
  return { kind: 'table', caption, columns, rows: [
    row('全体业主', totals, totals),
    row('参与表决', took, totals),
    ['参与表决最少需要', saidArea(need.area), reached(quorum.area), saidCount(need.heads), reached(quorum.heads)],
    ...CHOICES.map((choice) => row(choiceWords[choice], majorities.sides[choice], took)),
    [strong('同意最少需要'), strong(saidArea(majorities.need.area)), strong(reached(majorities.reached.area)),
      strong(saidCount(majorities.need.heads)), strong(reached(majorities.reached.heads))],
  ] }
}

/** What came of one question in a sentence, as '通过' or which of the two counts was short. */
export function outcomeWords({ result: { outcome, participation: { missing, byHeads }, majorities: { short } } }: Counted): string {
  const lack = outcome === 'no_quorum' ? missing : short
  if (byHeads && outcome !== 'passed' && outcome !== 'stayed') return `${OUTCOME_WORDS[outcome]}：差${saidCount(lack.heads)}户`
  const parts = [...(lack.heads > 0 ? [`人数差${saidCount(lack.heads)}人`] : []), ...(lack.area > 0 ? [`面积差${saidArea(lack.area)}平方米`] : [])]
  const enough = lack.area === 0 ? '，面积够' : lack.heads === 0 ? '，人数够' : ''
  return outcome === 'passed' || outcome === 'stayed' ? OUTCOME_WORDS[outcome] : `${OUTCOME_WORDS[outcome]}：${parts.join('，')}${enough}`
}

const standing = { elected: '当选', reserve: '候补', not_elected: '未当选' } as const

const motionBlocks = ({ questions, without }: Extract<Outcome, { kind: 'motion' }>): readonly Block[] => [...(without ? [{ kind: 'text', text: `${without}。` } as const] : []), ...questions.map((question, at): Block => ({
  kind: 'together', blocks: [
    questionTable(question, `${questions.length > 1 ? `议题${at + 1}　` : ''}${question.topic}`),
    { kind: 'labelled', label: '结果', text: `${outcomeWords(question)}。` },
  ],
}))]

function electionBlocks({ seats, totals, took, need, candidates }: Extract<Outcome, { kind: 'election' }>): readonly Block[] {
  return [
    { kind: 'text', text: `应选${seats}人。全体业主${saidCount(totals.heads)}人、${squareMetres(totals.area)}；`
      + `参与表决${saidCount(took.heads)}人（${saidPercent(took.heads, totals.heads)}）、${squareMetres(took.area)}（${saidPercent(took.area, totals.area)}）；`
      + `最少需要${saidCount(need.heads)}人、${squareMetres(need.area)}。` },
    { kind: 'table', columns: [
      { title: '序号', share: 8, align: 'center' }, { title: '候选人', share: 20 }, { title: '同意面积\n（平方米）', share: 22, align: 'right' },
      { title: '占参与', share: 13, align: 'right' }, { title: '同意人数', share: 13, align: 'right' }, { title: '占参与', share: 13, align: 'right' },
      { title: '结果', share: 12, align: 'center' },
    ], rows: candidates.map(({ number, name, area, heads, outcome }): Cell[] => [
      String(number), name, saidArea(area), saidPercent(area, took.area), saidCount(heads), saidPercent(heads, took.heads),
      { text: standing[outcome], strong: true },
    ]) },
  ]
}

const budgetBlocks = ({ budget, voters, rule, spent, projects }: Extract<Outcome, { kind: 'budget' }>): readonly Block[] => [
  { kind: 'text', text: `预算${yuan(budget)}，${saidCount(voters)}人投票，按${rule}计算，共用${yuan(spent)}。` },
  { kind: 'table', columns: [
    { title: '项目', share: 34 }, { title: '费用', share: 15, align: 'right' }, { title: '票数', share: 10, align: 'right' },
    { title: '结果', share: 10, align: 'center' }, { title: '为什么', share: 31 },
  ], rows: projects.map(({ name, cost, votes, funded, why }): Cell[] =>
    [name, yuan(cost), saidCount(votes), { text: funded ? '做' : '不做', strong: true }, why]) },
]

/** A result as blocks, whatever was voted on. */
export function outcomeBlocks(outcome: Outcome): readonly Block[] {
  switch (outcome.kind) {
    case 'motion': return motionBlocks(outcome)
    case 'election': return electionBlocks(outcome)
    case 'budget': return budgetBlocks(outcome)
  }
}
