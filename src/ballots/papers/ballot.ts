import type { Block, Paper } from '../../kit/papers/index.ts'
import { inChinese } from '../../kit/papers/index.ts'
import type { Topic, VoteFacts } from './types.ts'
import { secrecyWords, squareMetres, windowWords } from './words.ts'

/** What one ballot says of whom it is for. Of a secret vote it has neither home nor name: only number and weight. */
export type BallotFor = {
  /** Its number within the vote, as '0417'. */
  readonly number: string
  /** The address that its code leads to. */
  readonly address: string
  /** Exclusive area in 0.01 m², null where each household has one vote; and the heads it counts for. */
  readonly area: number | null
  readonly heads: number
  /** The homes, as '3栋2单元1201', and who votes for them; null in a secret vote. */
  readonly named: { readonly homes: string; readonly voter: string } | null
}

export type BallotInput = {
  readonly vote: VoteFacts
  readonly topics: readonly Topic[]
  /** Where the paper goes: in the box, to two collectors. */
  readonly returns: string
}

/** What it is called: an election's says so. */
const nameOf = ({ topics }: BallotInput): string => (topics.some(({ people }) => people) ? '选举票' : '表决票')

function head(input: BallotInput, of: BallotFor): Block {
  const { vote } = input
  return { kind: 'qr', content: of.address, caption: '扫码核对选票', size: 30, beside: [
    { kind: 'title', text: nameOf(input) },
    { kind: 'text', align: 'center', text: `${vote.body}　${vote.meeting}` },
    { kind: 'text', align: 'center', text: [{ text: `编号　${vote.number}-${of.number}`, face: 'hei' }] },
  ] }
}

function facts(of: BallotFor): Block {
  const weight: [string, string] = ['计入', of.area === null ? '一户一票' : `${squareMetres(of.area)}，${of.heads}人`]
  return { kind: 'facts', rows: of.named === null
    ? [[['编号', of.number], weight]]
    : [[['房屋', of.named.homes], weight], [['投票人', of.named.voter]]] }
}

function question(topic: Topic, at: number, of: number): Block {
  const across = topic.options.some(({ note, label }) => note !== undefined || label.length > 6) ? 2 : Math.min(topic.options.length, 4)
  const [one, unit] = topic.people ? ['只选一人', '人'] : ['只选一项', '项']
  const howMany = topic.atMost === 1 ? one : `最多选${inChinese(topic.atMost)}${unit}，少选有效，多选无效`
  return { kind: 'together', blocks: [
    { kind: 'space', lines: 0.5 },
    { kind: 'text', flush: true, text: [{ text: `${of > 1 ? `议题${inChinese(at + 1)}　` : '议题　'}${topic.title}`, face: 'hei' }] },
    ...topic.text.map((text): Block => ({ kind: 'text', text })),
    ...(topic.matter === undefined ? [] : [{ kind: 'text', small: true, text: topic.matter } as const]),
    { kind: 'choices', across, options: topic.options },
    { kind: 'text', small: true, flush: true, text: `（在方框里打√，${howMany}。涂改、看不清的，这一题无效。）` },
  ] }
}

/** 表决票: the topics in the words in which they were posted, boxes to tick, home and area, number, code, signature. One page as a rule. */
export function ballotPaper(input: BallotInput, of: BallotFor): Paper {
  const { vote, topics } = input
  return {
    format: 'large', name: `${vote.body}${vote.meeting}${nameOf(input)}`,
    foot: { text: `${vote.number}-${of.number}　${vote.contact.name}　${vote.contact.phone}` },
    body: [
      head(input, of), facts(of),
      ...topics.map((topic, at) => question(topic, at, topics.length)),
      { kind: 'space', lines: 0.5 }, { kind: 'rule' },
      { kind: 'text', small: true, flush: true,
        text: `投票时间：${windowWords(vote)}。交回：${input.returns}。纸质选票在投票结束后才录入，结束前没有人知道投票情况。` },
      { kind: 'text', small: true, flush: true, text: secrecyWords(vote) },
      ...(of.named === null ? [] : [{ kind: 'sign', labels: [of.area === null ? '户代表签名' : '业主或受托人签名', '日期'] } as const]),
    ],
  }
}

/** All ballots of a vote, in the order of their doors, for one file to print. */
export const ballotPapers = (input: BallotInput, all: readonly BallotFor[]): readonly Paper[] => all.map((of) => ballotPaper(input, of))
