import { civilDay, ok, refuse, type Refusal, type Result } from '../../kit/pure.ts'
import { isOfficial, OFFICIAL_SOURCE, type ConcernedKind } from './concerned.ts'

/** What an entry of a thread is. `filed` and `wrote` by the reporter are letters; the rest is the handler's. */
export type EntryKind = 'filed' | 'wrote' | 'taken' | 'handed_over' | 'closed'

/** What somebody was made to suffer for a report; `threat` is danger now. */
export const RETALIATIONS = ['threat', 'home', 'work', 'benefit', 'other'] as const
export type Retaliation = (typeof RETALIATIONS)[number]

/** Organs to which a report may be handed over. */
export const BODIES = ['discipline', 'organisation', 'police', 'petition', 'labour', 'sector'] as const
export type Body = (typeof BODIES)[number]

/** What the rules see of an entry: `n` counts within the thread, `hour` is the full hour of delivery in milliseconds. */
export type EntrySeen = {
  readonly n: number; readonly by: 'reporter' | 'handler'; readonly kind: EntryKind; readonly hour: number; readonly retaliation?: Retaliation
}

/** Where a thread stands. */
export type ThreadState = 'filed' | 'taken' | 'handed_over' | 'closed'

/** What a handler or a reporter may do with a thread. */
export type ThreadMove = 'take' | 'write' | 'hand_over' | 'close'

export const HOUR_MS = 3_600_000

/** Longest letter, in UTF-16 units: what fits into one cell whatever the signs. */
export const LETTER_MOST = 2000

/** Most entries of one thread, so that one sender can't fill the line. */
export const ENTRIES_MOST = 40

/** Days after its last entry for which a thread that has ended is kept. */
export const KEPT_DAYS = 180

/** Days without an answer after which the reporter is shown the ways outside first. */
export const PATIENCE_DAYS = 7

/** The full hour at which a letter written at `at` is delivered to the handler: always the next one. [C6] */
export const deliveryHour = (at: number): number => (Math.floor(at / HOUR_MS) + 1) * HOUR_MS

/** The hour that is kept of something done at `at`, no minute: a letter's delivery, and of what the handler does the full hour before. [C6] */
export const hourKept = (by: EntrySeen['by'], at: number): number => (by === 'reporter' ? deliveryHour(at) : Math.floor(at / HOUR_MS) * HOUR_MS)

/** Where a thread stands, from its entries. */
export function stateOf(entries: readonly EntrySeen[]): ThreadState {
  const kinds = entries.map(({ kind }) => kind)
  if (kinds.includes('handed_over')) return 'handed_over'
  if (kinds.includes('closed')) return 'closed'
  return kinds.includes('taken') ? 'taken' : 'filed'
}

/** Whether a letter of the reporter waits for the handler: the last one was delivered by `at` and nothing was answered since. */
export function waits(entries: readonly EntrySeen[], at: number): boolean {
  const theirs = entries.filter(({ by, hour }) => by === 'reporter' && hour <= at).map(({ n }) => n)
  return Math.max(-1, ...theirs) > Math.max(-1, ...entries.filter(({ by, kind }) => by === 'handler' && kind !== 'taken').map(({ n }) => n))
}

/** Whether the reporter has waited too long for the first answer: then the ways outside are shown first. */
export const overdue = (entries: readonly EntrySeen[], at: number): boolean =>
  stateOf(entries) === 'filed' && entries.some(({ kind, hour }) => kind === 'filed' && at > hour + PATIENCE_DAYS * 24 * HOUR_MS)

/** Whether a thread that has ended may be forgotten at `at`. [C9] */
export const forgotten = (entries: readonly EntrySeen[], at: number): boolean =>
  ['handed_over', 'closed'].includes(stateOf(entries)) && at > Math.max(...entries.map(({ hour }) => hour)) + KEPT_DAYS * 24 * HOUR_MS

const no = (code: string, rule: string, zh: string, en: string, from?: string): Refusal =>
  ({ code, rule, explain: { zh, en }, ...(from === undefined ? {} : { from }) })

const ended = no('wrong_state', 'C8', '这封信已经了结，只能再告诉我们有没有人为难您。',
  'This report has ended: you can only tell whether somebody made you suffer for it.')
const endedHere = no('wrong_state', 'C8', '这封信已经了结。', 'This report has ended.')
const full = no('too_many', 'C8', '一封信来往最多40次，请另起一封。', 'One report holds forty letters: please begin another.')
const takeFirst = no('wrong_state', 'C8', '先接下，再回信。', 'Take it first.')
const mustHandOver: Refusal = {
  ...no('hand_it_over', 'C3', '反映的是公职人员：不能在这里办结，要移交有权的机关。',
    'This is about a public official: it can’t be ended here, it is handed over to the competent organ.'), source: OFFICIAL_SOURCE,
}

/** What a reporter may still write. A word about retaliation is heard as long as the thread is kept. [C8] */
export function mayWriteBack(entries: readonly EntrySeen[], retaliation: boolean): Result<true> {
  if (entries.length >= ENTRIES_MOST) return refuse(full)
  return ['handed_over', 'closed'].includes(stateOf(entries)) && !retaliation ? refuse(ended) : ok(true)
}

/**
 * Whether the handler may make a move at `at` (milliseconds). Nothing is ended while a letter is still on its way, and a report on a public
 * official is never ended here but handed over. [C3] [C8]
 */
export function mayHandle(move: ThreadMove, concerned: ConcernedKind, entries: readonly EntrySeen[], at: number): Result<true> {
  const state = stateOf(entries)
  if (move === 'take') return state === 'filed' ? ok(true) : refuse(endedHere)
  if (state === 'filed') return refuse(takeFirst)
  if (move === 'write') return entries.length >= ENTRIES_MOST ? refuse(full) : ok(true)
  if (state !== 'taken') return refuse(endedHere)
  if (move === 'close' && isOfficial(concerned)) return refuse(mustHandOver)
  const coming = entries.find(({ by, hour }) => by === 'reporter' && hour > at)
  if (coming) {
    return refuse(no('letter_on_its_way', 'C8', '还有一封信在路上，下一个整点送到，看过再定。',
      'A letter is on its way: it arrives at the full hour, decide after reading it.',
      isoOf(coming.hour)))
  }
  return ok(true)
}

const two = (n: number): string => String(n).padStart(2, '0')

/** ISO text of a full hour given in milliseconds since 1970. */
function isoOf(hour: number): string {
  return `${civilDay(Math.floor(hour / (24 * HOUR_MS)))}T${two(Math.floor(hour / HOUR_MS) % 24)}:00:00.000Z`
}
