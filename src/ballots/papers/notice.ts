import type { Block, Paper } from '../../kit/papers/index.ts'
import { civilDate } from '../../kit/papers/index.ts'
import type { Day, Topic, VoteFacts } from './types.ts'
import { contactWords, secrecyWords, windowWords } from './words.ts'

export type NoticeInput = {
  readonly vote: VoteFacts
  readonly topics: readonly Topic[]
  /** First and last day of posting, and the rule that asks for so many days. */
  readonly posted: { readonly from: Day; readonly to: Day; readonly rule: string }
  /** Who may vote, how many: as '全体业主，共846人，专有部分面积91,308.32平方米'. */
  readonly electorate: string
  /** In words: on the phone, in the box, at the door. */
  readonly ways: readonly string[]
  /** What it takes, in words with its article. */
  readonly passes: string
  /** What becomes of those who say nothing, and which expression holds where there are several. */
  readonly silence: string
  readonly holds: string
  /** Until when and how one objects. */
  readonly objections: { readonly until: Day; readonly how: string }
  readonly day: Day
  readonly attachments: readonly string[]
}

function topics(all: readonly Topic[]): Block[] {
  return all.flatMap((topic): Block[] => [
    { kind: 'point', level: 2, title: `${topic.title}。`, text: topic.matter === undefined ? '' : `事项：${topic.matter}。` },
    ...topic.text.map((text): Block => ({ kind: 'text', text })),
  ])
}

/** 公告: what is put to the vote, when and how one votes, what it takes, and how one objects. The vote may then ask these words and no others. */
export function noticePaper({ vote, posted, ...input }: NoticeInput): Paper {
  return {
    format: 'organ', name: `${vote.body}${vote.meeting}公告`, title: `关于召开${vote.body}\n${vote.meeting}的公告`, addressee: vote.to, foot: 'pages',
    body: [
      { kind: 'text', text: `${vote.body}${vote.meeting}定于${windowWords(vote)}投票。现将议题和有关事项公告如下，`
        + `公告期为${civilDate(posted.from)}至${civilDate(posted.to)}（${posted.rule}）。没有公告的议题，不在本次表决。` },
      { kind: 'point', level: 1, title: '表决的议题' },
      ...topics(input.topics),
      { kind: 'point', level: 1, title: '谁投票、怎样投票' },
      { kind: 'text', text: `${input.electorate}。${input.ways.join('；')}。${input.holds}` },
      { kind: 'text', text: secrecyWords(vote) },
      { kind: 'point', level: 1, title: input.topics.some(({ people }) => people) ? '怎样算当选' : '怎样算通过' },
      { kind: 'text', text: `${input.passes}${input.silence}` },
      { kind: 'point', level: 1, title: '有意见怎么提' },
      { kind: 'text', text: `对议题、名册或者程序有意见的，请在${civilDate(input.objections.until)}前提出：${input.objections.how}。收到后会逐条答复并公布。` },
      { kind: 'labelled', label: '联系人', text: contactWords(vote) },
    ],
    attachments: input.attachments, signed: { by: vote.issuers, date: input.day },
  }
}
