import type { Block, Paper } from '../../kit/papers/index.ts'
import { attended, part } from './minutes.ts'
import type { AgendaItem, Attendance, MeetingFacts, SpokenLine } from './types.ts'
import { sentence, spanWords, spoken } from './words.ts'

export type HearingInput = {
  readonly meeting: MeetingFacts
  readonly agenda: readonly AgendaItem[]
  readonly lines: readonly SpokenLine[]
  /** Each party that had to be heard and how it was: spoke, in writing, declined in writing; null: not yet, and that is said. */
  readonly parties: readonly { readonly label: string; readonly heard: 'spoke' | 'written' | 'declined' | null; readonly words: string }[]
  readonly attendance: Attendance
  /** What a hearing may decide and who does where it may not, in a sentence. */
  readonly decides: string
}

const HEARD = { spoke: '到会发言', written: '书面意见', declined: '书面表示不发言' } as const

/** 听证笔录: who had to be heard and how each was, then every word in its order, read over and signed by those who spoke. It decides nothing. */
export function hearingPaper({ meeting, agenda, lines, parties, attendance, decides }: HearingInput): Paper {
  const speakers = [...new Set(lines.filter(({ kind, label }) => kind !== 'note' && label !== '').map(({ label }) => label))]
  const under = (n: number | null): readonly Block[] => lines.filter((line) => line.agenda === n).map((line): Block => ({ kind: 'text',
    text: spoken(line) }))
  return {
    format: 'organ', name: `${meeting.title}听证笔录`, title: `${meeting.title}\n听证笔录`, foot: 'pages',
    body: [
      { kind: 'facts', rows: [
        [['时间', spanWords(meeting)]], [['地点', meeting.venue]],
        [['主持', meeting.presider], ['记录', meeting.clerk]], [['编号', meeting.number ?? '']],
      ] },
      ...part('应当听取的各方', parties.map(({ label, heard, words }): Block => ({
        kind: 'point', level: 2, title: `${label}。`, text: heard === null ? '还没有发言，也没有书面答复。'
          : `${HEARD[heard]}${words === '' ? '。' : `：${sentence(words)}`}`,
      }))),
      ...agenda.flatMap(({ n, title }) => part(title, under(n))),
      ...part('其他', under(null)),
      ...attended(attendance),
      { kind: 'text', text: `以上笔录由主持人当场宣读，发言人可以更正、补充，核对后签名。${sentence(decides)}` },
      { kind: 'table', tall: true, columns: [{ title: '发言人', share: 34 }, { title: '更正或补充', share: 40 }, { title: '签名', share: 26 }],
        rows: [...speakers.map((label) => [label, '', '']), ['', '', '']] },
      { kind: 'sign', labels: ['主持人', '记录人', '日期'] },
    ],
  }
}
