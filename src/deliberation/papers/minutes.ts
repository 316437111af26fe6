import type { Block, Paper } from '../../kit/papers/index.ts'
import { civilDate } from '../../kit/papers/index.ts'
import { KIND_NAMES, type AgendaItem, type Attendance, type Day, type Decided, type MeetingFacts, type Objected, type SpokenLine } from './types.ts'
import { countWords, howMany, presentWords, sentence, spanWords, spoken } from './words.ts'

export type MinutesInput = {
  readonly meeting: MeetingFacts
  readonly agenda: readonly AgendaItem[]
  readonly lines: readonly SpokenLine[]
  readonly decided: readonly Decided[]
  /** What was left open, each in a sentence. */
  readonly open: readonly string[]
  readonly attendance: Attendance
  readonly objections: readonly Objected[]
  /** The day of the paper; null: minutes that are not approved, which say so. */
  readonly approvedOn: Day | null
}

/** All resolutions in the order of their numbers, so that （二） on paper is number 2 everywhere, with those that were not carried among them. */
export const resolutions = (all: readonly Decided[]): readonly Block[] =>
  part(all.every(({ carried }) => carried) ? '议定事项' : '议定和没有议定的事项', [...all].sort((one, other) => one.n - other.n).map(resolved))

/** What a resolution says on paper: words, count, those against, who does what until when, when it is judged. */
function resolved({ words, minority, tasks, evaluateOn, toVote, carried, withdrawn, ...count }: Decided): Block {
  const after = [
    countWords(count), withdrawn ? '有异议，已撤回' : carried ? '' : '没有通过', minority === '' ? '' : `不同意的意见：${minority.replace(/。$/, '')}`,
    ...tasks.map(({ title, owner, due }) => `${title.replace(/。$/, '')}，由${owner}负责，${civilDate(due)}前办完`),
    toVote ? '业主表决通过后才生效' : '', evaluateOn === null ? '' : `${civilDate(evaluateOn)}前评议`,
  ]
  return { kind: 'point', level: 2, title: sentence(words), text: after.filter((said) => said !== '').map(sentence).join('') }
}

/** 意见: under each item of the agenda what was said, in the order in which it was said. */
function discussed(agenda: readonly AgendaItem[], lines: readonly SpokenLine[]): readonly Block[] {
  const said = (n: number | null): readonly Block[] => lines.filter((line) => line.agenda === n).map((line): Block => ({ kind: 'text',
    text: spoken(line) }))
  const known = new Set(agenda.map(({ n }) => n))
  const rest = lines.filter(({ agenda: n }) => n === null || !known.has(n)).map((line): Block => ({ kind: 'text', text: spoken(line) }))
  return [...agenda.flatMap(({ n, title }): readonly Block[] => {
    const under = said(n)
    return under.length === 0 ? [] : [{ kind: 'point', level: 2, title: sentence(title) }, ...under]
  }), ...rest]
}

/** A part of a paper under a heading of the first level; nothing where it is empty. */
export const part = (title: string, blocks: readonly Block[]): readonly Block[] => (blocks.length === 0 ? []
  : [{ kind: 'point', level: 1, title }, ...blocks])

/** 异议和答复: what was objected within the period and what was answered. */
const objected = ({ label, words, resolution, answer }: Objected): Block => ({
  kind: 'point', level: 2, title: `${label}${resolution === null ? '对纪要' : `对第${resolution}项`}：${sentence(words)}`,
  text: answer === null ? '还没有答复。' : `答复：${sentence(answer)}`,
})

const list = (label: string, names: readonly string[]): readonly Block[] => (names.length === 0 ? []
  : [{ kind: 'labelled', label, text: names.join('、') }])

/** 出席 请假 缺席 列席, each only where there is somebody. */
export function attended(attendance: Attendance): readonly Block[] {
  const { excused, absent, observers } = attendance
  return [{ kind: 'labelled', label: '出席', text: presentWords(attendance) }, ...list('请假', excused), ...list('缺席', absent), ...list('列席', observers)]
}

const opening = ({ meeting, attendance }: MinutesInput): string => {
  const by = meeting.issuers.join('、')
  const there = attendance.invited > 0 ? `邀请${attendance.invited}方，实到${howMany(attendance)}人。` : `到会${howMany(attendance)}人。`
  return `${spanWords(meeting)}，${by}在${meeting.venue}召开${KIND_NAMES[meeting.kind]}，${meeting.presider}主持，${meeting.clerk}记录。${there}`
}

/**
 * 会议纪要 in the layout of GB/T 9704: head 35 mm under the edge of the type area, black because none of its issuers is an organ; then what was
 * decided with count, owner and day, what was said, what was left open, and who was there.
 */
export function minutesPaper(input: MinutesInput): Paper {
  const { meeting, agenda, decided, approvedOn } = input
  return {
    format: 'organ', name: `${meeting.series}纪要`, title: meeting.title, foot: 'pages',
    head: { name: `${meeting.series}纪要`, issuer: 'body', ...(meeting.number === null ? {} : { number: meeting.number }),
      date: meeting.from.slice(0, 10) },
    body: [
      { kind: 'text', text: opening(input) },
      ...(approvedOn === null ? [{ kind: 'text', text: '本纪要还没有确认，异议期内可以提出不同意见。' } as const] : []),
      ...part('议题', agenda.map(({ title }): Block => ({ kind: 'point', level: 2, title: sentence(title), text: '' }))), // with a text, though empty: an item, no title that what follows is kept with
      ...resolutions(decided),
      ...part('留待再议的', input.open.map((text): Block => ({ kind: 'text', text: sentence(text) }))),
      ...part('意见', discussed(agenda, input.lines)),
      ...part('异议和答复', input.objections.map(objected)),
      ...attended(input.attendance),
      { kind: 'together', blocks: [
        { kind: 'space', lines: 0.5 }, { kind: 'sign', labels: ['主持人', '记录人', '到会代表'] },
        ...(approvedOn === null ? [] : [{ kind: 'text', small: true, flush: true, text: `异议期满，${civilDate(approvedOn)}确认。` } as const]),
      ] },
    ],
  }
}
