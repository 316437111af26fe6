/** Who sits on a standing body: how many, for whom, until when. [DB1] [DB2] [DB3] */
import { civilDay, daysOf, ok, refuse, type Refusal, type Result, type Said } from '../../../kit/pure.ts'
import { LIVE_HERE, powersOf, type BodyKind, type Power, type SeatRole, type Side } from './kinds.ts'

/** A seat over time. `until` is the last day of its term, `leftOn` the day on which somebody left before. Days 'YYYY-MM-DD'. */
export type Seat = { readonly id: string; readonly role: SeatRole; readonly side: Side; readonly since: string; readonly until: string; readonly leftOn: string | null }
export type Body = {
  readonly id: string; readonly kind: BodyKind; readonly seats: number; readonly rhythmDays: number; readonly termMonths: number
  readonly powers: readonly Power[]; readonly foundedOn: string; readonly endedOn: string | null
}
const no = (code: string, rule: string, zh: string, en: string, more: Partial<Refusal> = {}) => refuse({ code, rule, explain: { zh, en }, ...more })

/** Whether somebody sits there on a day. */
export const sitsOn = ({ since, until, leftOn }: Pick<Seat, 'since' | 'until' | 'leftOn'>, day: string): boolean =>
  since <= day && day <= until && (leftOn === null || day < leftOn)

/** The last day of a term of so many months that begins on a day; the day of the month is kept where the month has it. */
export function termEnd(since: string, months: number): string {
  const [year = 0, month = 1, day = 1] = since.split('-').map(Number)
  const whole = year * 12 + month - 1 + months
  const first = `${Math.floor(whole / 12)}-${String(whole % 12 + 1).padStart(2, '0')}-01`
  const length = daysOf(`${Math.floor((whole + 1) / 12)}-${String((whole + 1) % 12 + 1).padStart(2, '0')}-01`) - daysOf(first)
  return civilDay(daysOf(first) + Math.min(day, length) - 2)
}

/** Kinds in which those who live there hold at least half of the seats. Our own default; a listening council has no seat of the firm. */
const HALF: readonly BodyKind[] = ['residents_council', 'listening_council']
/** How many seats others than residents may hold at most; null where nothing is said. [DB3] */
export const mostOthers = ({ kind, seats }: Pick<Body, 'kind' | 'seats'>): number | null => (HALF.includes(kind) ? Math.floor(seats / 2) : null)

export type Composition = { readonly taken: number; readonly open: number; readonly residents: number; readonly others: number
  readonly sides: readonly { readonly side: Side; readonly count: number }[]; readonly say: Said; readonly good: boolean }

/** Who sits there on a day, in numbers and in a sentence. [DB3] */
export function compositionOf(body: Pick<Body, 'kind' | 'seats'>, seats: readonly Seat[], day: string): Composition {
  const now = seats.filter((one) => sitsOn(one, day))
  const residents = now.filter(({ side }) => LIVE_HERE.includes(side)).length
  const [taken, others] = [now.length, now.length - residents]
  const most = mostOthers(body)
  const sides = [...new Set(now.map(({ side }) => side))].map((side) => ({ side, count: now.filter((one) => one.side === side).length }))
  const half = most === null ? { zh: '', en: '' } : residents * 2 >= taken
    ? { zh: '，住在这里的人不少于一半', en: ', at least half of them live here' }
    : { zh: `，住在这里的人还不到一半，要再请${others - residents}位`, en: `; fewer than half live here: ${others - residents} more are needed` }
  return { taken, open: Math.max(0, body.seats - taken), residents, others, sides, good: most === null || residents * 2 >= taken,
    say: { zh: `${body.seats}席，坐了${taken}位，其中${residents}位住在这里${half.zh}`, en: `${taken} of ${body.seats} seats taken, ${residents} by people who live here${half.en}` } }
}

/** [DB1] Whether powers are of the list for the kind. */
export function mayHavePowers(kind: BodyKind, powers: readonly Power[]): Result<readonly Power[]> {
  const outside = powers.filter((one) => !powersOf[kind].includes(one))
  if (outside.length > 0) return no('power_not_listed', 'DB6', '这种组织的职责清单里没有这一项。要业主共同决定的九类事，只能由业主表决。',
    'This power is not in the list for the kind. The nine matters of the owners are decided by owners alone.', { source: { law: '民法典', article: '278' } })
  return ok([...new Set(powers)])
}

/** [DB2] [DB3] Whether somebody may take a seat for a side from a day on; answers the last day of the term. */
export function maySeat(body: Body, seats: readonly Seat[], given: { readonly role: SeatRole; readonly side: Side; readonly since: string }): Result<string> {
  const { role, side, since } = given
  if (body.endedOn !== null) return no('body_ended', 'DB7', '这个组织已经结束了。', 'This body has ended.')
  if (since < body.foundedOn) return no('before_founding', 'DB2', `组织从${body.foundedOn}才成立。`, `The body exists since ${body.foundedOn}.`, { from: body.foundedOn })
  const now = seats.filter((one) => sitsOn(one, since))
  if (now.length >= body.seats) return no('seats_taken', 'DB2', `${body.seats}席都坐满了，先有人离任才能再请。`, `All ${body.seats} seats are taken.`)
  if (role !== 'member' && now.some((one) => one.role === role)) return no('role_taken', 'DB2', '这个位置已经有人了。', 'Somebody holds this role already.')
  if (body.kind === 'listening_council' && side === 'firm') {
    return no('judged_does_not_sit', 'DB3', '听评会评的就是物业，物业到会说明，不占席位。', 'The council judges the firm: it comes to explain and holds no seat.')
  }
  const most = mostOthers(body)
  const others = now.filter((one) => !LIVE_HERE.includes(one.side)).length
  if (most !== null && !LIVE_HERE.includes(side) && others >= most) {
    return no('residents_half', 'DB3', `${body.seats}席里单位最多坐${most}席，已经坐满了，余下的留给住在这里的人。`,
      `Of ${body.seats} seats at most ${most} go to organisations; the rest is for people who live here.`)
  }
  return ok(termEnd(since, body.termMonths))
}
