import type { Block, Paper } from '../../kit/papers/index.ts'
import { civilDate } from '../../kit/papers/index.ts'
import { KIND_NAMES, type AgendaItem, type Day, type MeetingFacts } from './types.ts'
import { contactWords, sentence, spanWords } from './words.ts'

export type CallInput = {
  readonly meeting: MeetingFacts
  readonly agenda: readonly AgendaItem[]
  /** Whom it is for: '5号楼2单元全体住户'. */
  readonly addressee: string
  /** What such a meeting may decide and who does where it may not, in a sentence. */
  readonly decides: string
  /** Who is invited, each as the public reads it, by role. */
  readonly invited: readonly { readonly role: string; readonly labels: readonly string[] }[]
  /** Since when it hangs and the rule that asks for so many days; null: it was asked for no days. */
  readonly posted: { readonly on: Day; readonly rule: string }
  /** The public page of the meeting, for the code. */
  readonly address: string
}

const items = (all: readonly AgendaItem[]): readonly Block[] =>
  all.map(({ title, minutes }): Block => ({ kind: 'point', level: 2, title: `${title}`, text: `（${minutes}分钟）。` }))

/** 公告: what is talked about, when and where, who decides, who is invited, how one has one's say without coming. It hangs at the door and is a page. */
export function callPaper({ meeting, agenda, invited, posted, ...input }: CallInput): Paper {
  const kind = KIND_NAMES[meeting.kind]
  return {
    format: 'organ', name: `${meeting.title}公告`, title: `关于召开${kind}的公告`, addressee: input.addressee, foot: 'pages',
    body: [
      { kind: 'text', text: `${sentence(`定于${spanWords(meeting)}在${meeting.venue}召开${kind}，议题是“${meeting.title}”`)}`
        + `${meeting.presider === '' ? '' : `由${meeting.presider}主持。`}谁都可以来听，可以发言。` },
      { kind: 'point', level: 1, title: '议程' },
      ...items(agenda),
      { kind: 'point', level: 1, title: '这次会能定什么' },
      { kind: 'text', text: sentence(input.decides) },
      ...(invited.length === 0 ? [] : [
        { kind: 'point', level: 1, title: '请了谁' } as const,
        ...invited.map(({ role, labels }): Block => ({ kind: 'labelled', label: role, text: sentence(labels.join('、')) })),
      ]),
      { kind: 'point', level: 1, title: '来不了怎么说' },
      { kind: 'qr', content: input.address, caption: '扫码看议程', size: 28, beside: [
        { kind: 'text', text: '扫码写下意见，会上念出来、记进纪要；不用手机的，写在纸上交给楼栋长，或者打电话。' },
        { kind: 'labelled', label: '联系人', text: contactWords(meeting) },
      ] },
      { kind: 'text', small: true, flush: true, text: `${civilDate(posted.on)}张贴。${sentence(posted.rule)}` },
    ],
    signed: { by: meeting.issuers, date: posted.on },
  }
}
