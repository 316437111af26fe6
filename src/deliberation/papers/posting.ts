import type { Paper } from '../../kit/papers/index.ts'
import { civilDate } from '../../kit/papers/index.ts'
import { resolutions } from './minutes.ts'
import { KIND_NAMES, type Day, type Decided, type MeetingFacts } from './types.ts'
import { contactWords, sentence, spanWords } from './words.ts'

export type PostingInput = {
  readonly meeting: MeetingFacts
  readonly addressee: string
  readonly decided: readonly Decided[]
  /** How long it hangs and by which rule; objections run as long. */
  readonly posted: { readonly from: Day; readonly to: Day; readonly rule: string }
  readonly address: string
}

/** 议定事项公示: what was decided and not decided, by what count, who does what until when, until which day anybody objects and how. */
export function postingPaper({ meeting, decided, posted, ...input }: PostingInput): Paper {
  return {
    format: 'organ', name: `${meeting.title}议定事项公示`, title: `关于${meeting.series}\n议定事项的公示`, addressee: input.addressee, foot: 'pages',
    body: [
      { kind: 'text', text: sentence(`${spanWords(meeting)}在${meeting.venue}召开的${KIND_NAMES[meeting.kind]}（${meeting.title}），议定事项公示如下`) },
      ...resolutions(decided),
      { kind: 'point', level: 1, title: '有异议怎么提' },
      { kind: 'qr', content: input.address, caption: '扫码看纪要', size: 28, beside: [
        { kind: 'text', text: `公示期${civilDate(posted.from)}至${civilDate(posted.to)}（${posted.rule}）。有异议的，期内扫码写下，或者告诉联系人。每一条都会答复并公开。` },
        { kind: 'labelled', label: '联系人', text: contactWords(meeting) },
      ] },
    ],
    signed: { by: meeting.issuers, date: posted.from },
  }
}
