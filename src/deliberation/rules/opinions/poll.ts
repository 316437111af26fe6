/** A poll from draft to close: what may be done when, and by whom. */
import { civilDay, daysOf, ok, refuse, saidDay, type Refusal, type Result } from '../../../kit/pure.ts'

export const POLL_STATES = ['draft', 'open', 'closed'] as const
export type PollState = (typeof POLL_STATES)[number]
export const isPollState = (text: string): text is PollState => POLL_STATES.some((state) => state === text)

/** A poll as rules see it; days are 'YYYY-MM-DD', both included. */
export type Poll = { readonly state: PollState; readonly opensOn: string; readonly closesOn: string; readonly perPerson: number }
export type Phase = 'soon' | 'open' | 'closed'
export const POLL_MOVES = ['open', 'close', 'add', 'sheets', 'draft'] as const
export type PollMove = (typeof POLL_MOVES)[number]

/** Kinds of organisation that may ask, and those that carry sheets from door to door. */
export const ASKERS: readonly string[] = ['community', 'branch', 'owners', 'street']
export const CARRIERS: readonly string[] = ['captain', 'grid', 'community']

const refusal = (code: string, rule: string, zh: string, en: string, from?: string): Refusal => ({ code, rule, explain: { zh, en }, ...(from ? { from } : {}) })
const morning = (day: string): string => `${day}T00:00:00+08:00`

export const pollRefusals = {
  notKeeper: refusal('not_yours', 'OM13', '这一步由发起征集的单位来做。', 'This step is for the organisation that asks.'),
  notAsker: refusal('not_yours', 'OM13', '征集意见由社区、支部、业委会或街道发起。', 'A community, branch, owners’ committee or street may ask.'),
  notCarrier: refusal('not_yours', 'OM16', '纸卷由这栋楼的楼栋长、网格员或社区录入。', 'Sheets are entered by the building’s captain, grid worker or community.'),
  notThere: refusal('statement_gone', 'OM14', '这一条不在了，换一条接着答。', 'This statement is not there any more: go on with another.'),
  mustSpeak: refusal('signed_out', 'OM14', '先验证手机、起个名字，再来作答。', 'Verify your phone and choose a name first.'),
  enough: refusal('enough_statements', 'OM15', '您提的观点够数了，可以接着答别人的。', 'You have added as many statements as one person may.'),
  same: refusal('same_statement', 'OM15', '已经有人这么说了，去那一条表态就好。', 'Somebody has said the same: answer that statement.'),
  noCommon: refusal('no_common_ground', 'OM18', '还没有各群都赞成的观点，拟不出草案。', 'There is nothing yet that every group accepts.'),
  noBuilding: refusal('not_found', 'OM16', '这张纸卷的楼栋不在这次征集里，或不归您管。', 'The building of this sheet is not part of this poll or not yours.'),
} as const satisfies Record<string, Refusal>

const notBegun = (day: string): Refusal => refusal('not_begun', 'OM14', `这次征集从${saidDay(day).zh}开始。`, `This poll begins on ${saidDay(day).en}.`, morning(day))
const over = refusal('poll_closed', 'OM14', '征集已经结束，结果在这一页。', 'This poll is closed; its result is on this page.')

/** Where a poll stands on a day: announced, taking answers, or over. [OM14] */
export function phaseOf({ state, opensOn, closesOn }: Poll, today: string): Phase {
  if (state === 'closed' || today > closesOn) return 'closed'
  return state === 'draft' || today < opensOn ? 'soon' : 'open'
}

/** For how many days after the last one sheets still come that were filled until then: a captain may be without a signal. Our own default. */
export const SHEET_DAYS = 3
/** The last day on which such a sheet is taken; then the poll closes by itself. [OM16] */
export const lastSheetDay = ({ closesOn }: Pick<Poll, 'closesOn'>): string => civilDay(daysOf(closesOn) + SHEET_DAYS)

/** Whether answers and statements are taken today. [OM14] */
export function mayAnswer(poll: Poll, today: string): Result<'open'> {
  const phase = phaseOf(poll, today)
  if (phase === 'closed') return refuse(over)
  return phase === 'soon' ? refuse(notBegun(poll.opensOn)) : ok('open')
}

/** Whether sheets of any kind come in today. [OM16] */
export const takesSheets = (poll: Poll, today: string): boolean => poll.state === 'open' && today >= poll.opensOn && today <= lastSheetDay(poll)

/** Whether sheets are taken today: after the last day of answering only those filled until then, by the days that they say, and not once it is closed. [OM16] */
export function mayEnter(poll: Poll, today: string, filledOn: readonly (string | null)[]): Result<'open'> {
  const may = mayAnswer(poll, today)
  if (may.ok || !takesSheets(poll, today)) return may
  const intime = filledOn.every((day) => day !== null && day >= poll.opensOn && day <= poll.closesOn)
  const [end, last] = [saidDay(poll.closesOn), saidDay(lastSheetDay(poll))]
  return intime ? ok('open') : refuse(refusal('filled_late', 'OM16', `${end.zh}截止，那天以前填好的纸卷，${last.zh}前还能录；以后填的不收。`,
    `Answering ended on ${end.en}. Sheets filled until then are taken until ${last.en}; later ones are not.`))
}

/** Whose a statement is that stood on a sheet, which names nobody. [OM16] */
export const SHEET_NAMES = { paper: '一位邻居（纸卷）', door: '一位邻居（上门）' } as const

/** Whether somebody who added `added` statements may add another today. [OM15] */
export function mayAdd(poll: Poll, today: string, added: number): Result<'open'> {
  const may = mayAnswer(poll, today)
  return may.ok && added >= poll.perPerson ? refuse(pollRefusals.enough) : may
}

/** Within how many days a poll ends, our own default: what is announced is never cut short, so an end that never comes could not be mended. */
const POLL_MOST_DAYS = 183

/** Whether a poll of these days may be asked on `today`. [OM13] */
export function mayStart({ opensOn, closesOn }: Pick<Poll, 'opensOn' | 'closesOn'>, today: string): Result<'draft'> {
  if (opensOn < today) return refuse(refusal('too_soon', 'OM13', '开始的日子不能早于今天。', 'It cannot begin before today.'))
  if (closesOn < opensOn) return refuse(refusal('wrong_days', 'OM13', '结束的日子不能早于开始的日子。', 'It cannot end before it begins.'))
  if (daysOf(closesOn) - daysOf(today) > POLL_MOST_DAYS) return refuse(refusal('too_long', 'OM13', `最晚开到今天起第${POLL_MOST_DAYS}天。`,
    `It ends within ${POLL_MOST_DAYS} days from today.`))
  return ok('draft')
}

/** Whether a draft may be posted: it needs a statement to begin with and a last day that is not over. [OM13] */
export function mayOpen(poll: Poll, today: string, statements: number): Result<'open'> {
  if (poll.state !== 'draft') return refuse(refusal('wrong_state', 'OM13', '已经发布过了。', 'It was posted already.'))
  if (statements === 0) return refuse(refusal('no_statement', 'OM13', '先写一条观点，大家才有得答。', 'Write a statement to begin with.'))
  return poll.closesOn < today ? refuse(over) : ok('open')
}

/** From which moment on the keeper may close by hand: its last day. What was announced is not cut short. [OM13] */
export const closesFrom = ({ closesOn }: Pick<Poll, 'closesOn'>): string => morning(closesOn)
/** When it closes by itself: the end of the last day for sheets, epoch milliseconds. [OM13] [OM16] */
export const closesAt = (poll: Pick<Poll, 'closesOn'>): number => (daysOf(lastSheetDay(poll)) + 1) * 86_400_000 - 8 * 3_600_000

/** Whether the keeper may close it today. [OM13] */
export function mayClose(poll: Poll, today: string): Result<'closed'> {
  if (poll.state !== 'open') return refuse(refusal('wrong_state', 'OM13', '没有在征集，不用结束。', 'It is not open.'))
  if (today < poll.closesOn) {
    return refuse(refusal('too_soon', 'OM13', `说好开到${saidDay(poll.closesOn).zh}，那一天起才能结束。`, `It was announced until ${saidDay(poll.closesOn).en} and ends then.`, closesFrom(poll)))
  }
  return ok('closed')
}

/** What a reader may do now: `keeps` who asks, `carries` who brings sheets, `common` how many statements every group accepts. [OM13] */
export function pollMoves(poll: Poll, today: string, who: { readonly keeps: boolean; readonly carries: boolean; readonly statements: number; readonly common: number }): readonly PollMove[] {
  const phase = phaseOf(poll, today)
  const can: Record<PollMove, boolean> = {
    open: who.keeps && mayOpen(poll, today, who.statements).ok, close: who.keeps && mayClose(poll, today).ok,
    add: who.keeps && phase !== 'closed', sheets: who.carries && takesSheets(poll, today), draft: who.keeps && who.common > 0,
  }
  return POLL_MOVES.filter((move) => can[move])
}

