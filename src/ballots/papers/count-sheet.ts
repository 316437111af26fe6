import type { Block, Cell, Paper } from '../../kit/papers/index.ts'
import { civilMoment } from '../../kit/papers/index.ts'
import { saidArea, saidCount } from '../rules/share.ts'
import type { Measure } from '../rules/vote.ts'
import { outcomeBlocks } from './counted.ts'
import type { Moment, Outcome, Sealed, Topic, VoteFacts } from './types.ts'
import { grouped } from './words.ts'

/** What came in by which way, and what did not count. */
export type Received = {
  readonly channels: readonly ({ readonly channel: string; readonly ballots: number } & Measure)[]
  /** Ballots that hold no valid choice, or none. */
  readonly unmarked: number
  readonly invalid: readonly { readonly number: string; readonly why: string }[]
  /** Ballots that spoke more than once: which number, what holds and by which rule. */
  readonly conflicts: readonly { readonly number: string; readonly holds: string }[]
}

/** Lists by number of the ballot, never by home. */
const listed = (title: string, rows: readonly (readonly [string, string])[]): Block[] => (rows.length === 0
  ? [{ kind: 'labelled', label: title, text: '没有。' }]
  : [{
    kind: 'table', caption: `${title}（${rows.length}）`, rows,
    columns: [{ title: '选票编号', share: 25, align: 'center' }, { title: '情况', share: 75 }],
  }])

const pairs = (all: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(all.length / 2) }, (_, at) => all.slice(at * 2, at * 2 + 2))

/** 计票表: the result by area and heads against both quorums, where ballots came from, what did not count and why, signed by the scrutineers. */
export function countSheetPaper(
  vote: VoteFacts, at: Moment, received: Received, outcome: Outcome, sealed: Sealed, scrutineers: readonly string[],
): Paper {
  const weighs = received.channels.some(({ area }) => area > 0)
  const channels = received.channels.map(({ channel, ballots, area, heads }): Cell[] =>
    [channel, saidCount(ballots), ...(weighs ? [saidArea(area), saidCount(heads)] : [])])
  return {
    format: 'plain', name: `${vote.body}${vote.meeting}计票表`, title: `${vote.body}${vote.meeting}\n计票表`, foot: 'pages',
    body: [
      { kind: 'facts', rows: [[['编号', vote.number], ['计票时间', civilMoment(at)]], [['监票人', scrutineers.join('、')]]] },
      ...outcomeBlocks(outcome),
      { kind: 'table', caption: '选票从哪里来', rows: channels, columns: [
        { title: '方式', share: 40 }, { title: '张数', share: 18, align: 'right' },
        ...(weighs ? [{ title: '面积（平方米）', share: 24, align: 'right' } as const, { title: '人数', share: 18, align: 'right' } as const] : []),
      ] },
      ...listed('同一户投了几次的', received.conflicts.map(({ number, holds }) => [number, holds] as const)),
      ...(received.invalid.length === 0 ? [] : listed('无效的', received.invalid.map(({ number, why }) => [number, why] as const))),
      { kind: 'labelled', label: '无效的和没有选的', text: `${saidCount(received.unmarked)}张，不算参与，也不算同意。` },
      { kind: 'text', small: true, flush: true,
        text: `封存的选票${saidCount(sealed.size)}张，校验码　${grouped(sealed.root)}。任何人拿计票文件都能重新计算，结果应当相同。` },
      { kind: 'together', blocks: [
        { kind: 'text', flush: true, text: '我们在场核对了开箱、录入和计票，两次录入不一致的都已对照原票改正。' },
        ...pairs(scrutineers.map((name) => `监票人${name}`)).map((labels): Block => ({ kind: 'sign', labels })),
        { kind: 'sign', labels: ['计票人', '日期'] },
      ] },
    ],
  }
}

/** 唱票记录: an empty sheet for reading ballots out aloud, strokes of 正 in the boxes, signed by who read, who watched and who wrote. */
export function readingPaper(vote: VoteFacts, topic: Topic): Paper {
  const more = topic.options.length > 5 ? 1 : 3
  const rows = topic.options.flatMap(({ label }): Cell[][] =>
    [[{ text: label, strong: true }, '', ''], ...Array.from({ length: more }, () => ['', '', ''])])
  return {
    format: 'plain', name: `${vote.body}${vote.meeting}唱票记录`, title: '唱票记录', foot: 'pages',
    body: [
      { kind: 'facts', rows: [
        [['会议', `${vote.body}${vote.meeting}`]], [['议题', topic.title]], [['编号', vote.number], ['票箱', '']], [['开箱时间', ''], ['选票张数', '']],
      ] },
      { kind: 'text', small: true, flush: true, text: '每唱一张，画一笔“正”，并在右边写选票编号的后四位。' },
      { kind: 'table', tall: true, rows,
        columns: [{ title: '选项', share: 22, align: 'center' }, { title: '画“正”', share: 48 }, { title: '选票编号后四位', share: 30 }] },
      { kind: 'together', blocks: [{ kind: 'sign', labels: ['唱票人', '监票人', '计票人'] }, { kind: 'sign', labels: ['监票人', '监票人', '日期'] }] },
    ],
  }
}
