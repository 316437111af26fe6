/** How an explanation is said, in both languages. */
import type { Said } from '../../../kit/pure.ts'
import { isByDay } from './count.ts'
import { addDays, dayOf, dayNumberAt, startOfNumber, MINUTE_MS, weekday, type CivilDay } from './days.ts'
import type { Step, Story } from './explanation.ts'
import type { Pace } from './ledger.ts'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const UNITS: Readonly<Record<Pace['unit'], { readonly zh: string; readonly one: string; readonly many: string }>> = {
  minute: { zh: '分钟', one: 'minute', many: 'minutes' }, hour: { zh: '小时', one: 'hour', many: 'hours' },
  working_hour: { zh: '个工作时', one: 'working hour', many: 'working hours' }, day: { zh: '天', one: 'day', many: 'days' },
  working_day: { zh: '个工作日', one: 'working day', many: 'working days' },
}

/** An amount of time in words, as 5个工作日 and 5 working days. */
function sayPace({ amount, unit }: Pace): Said {
  const words = UNITS[unit]
  return { zh: `${String(amount)}${words.zh}`, en: `${String(amount)} ${amount === 1 ? words.one : words.many}` }
}

/** A day in words; with its year where that is another than `near`'s. */
function sayDay(day: CivilDay, near: CivilDay): Said {
  const [year, month, date] = [day.slice(0, 4), Number(day.slice(5, 7)), Number(day.slice(8))]
  const other = year !== near.slice(0, 4)
  return { zh: `${other ? `${year}年` : ''}${String(month)}月${String(date)}日`,
    en: `${String(date)} ${MONTHS[month - 1] ?? ''}${other ? ` ${year}` : ''}` }
}

/** The time of day of a moment (epoch ms), as 9:05. */
function sayClock(ms: number): string {
  const minute = Math.floor((ms - startOfNumber(dayNumberAt(ms))) / MINUTE_MS)
  return `${String(Math.floor(minute / 60))}:${String(minute % 60).padStart(2, '0')}`
}

const sayMoment = (ms: number, near: CivilDay): Said => {
  const day = sayDay(dayOf(ms), near)
  return { zh: `${day.zh} ${sayClock(ms)}`, en: `${sayClock(ms)} on ${day.en}` }
}

/** A stretch of time (ms) in whole minutes: 2小时40分, 2 h 40 min. */
function sayStretch(ms: number): Said {
  const minutes = Math.round(ms / MINUTE_MS)
  const [h, m] = [Math.floor(minutes / 60), minutes % 60]
  if (h === 0) return { zh: `${String(m)}分`, en: `${String(m)} min` }
  return m === 0 ? { zh: `${String(h)}小时`, en: `${String(h)} h` } : { zh: `${String(h)}时${String(m)}分`, en: `${String(h)} h ${String(m)}` }
}

type Cell = { readonly kind: Step['kind']; readonly used: number; readonly nth: number; readonly pace: Pace; readonly rest: boolean }

/** The short word of a day in a strip. */
export function caption({ kind, used, nth, pace, rest }: Cell): Said {
  switch (kind) {
    case 'start': return used > 0 ? sayStretch(used) : { zh: '起算', en: 'start' }
    case 'due': return { zh: '到期', en: 'due' }
    case 'paused': return { zh: '暂停', en: 'paused' }
    case 'off': return rest ? { zh: '假', en: 'holiday' } : { zh: '休', en: 'off' }
    case 'make_up': return isByDay(pace) ? { zh: `${nth > 9 ? '补' : '补班'}${String(nth)}`, en: `make-up ${String(nth)}` } : { zh: '补班', en: 'make-up' }
    case 'counted': case 'part': return isByDay(pace) ? { zh: `第${String(nth)}${nth > 9 ? '' : '天'}`, en: `day ${String(nth)}` } : sayStretch(used)
  }
}

/** Neighbouring days of rest with one name: National Day from 1 to 7 October. */
function holidays(steps: readonly Step[]): readonly { readonly name: Said; readonly from: CivilDay; readonly to: CivilDay }[] {
  return steps.filter(({ kind, name, say }) => kind === 'off' && name !== undefined && say.zh === '假')
    .reduce<readonly { name: Said; from: CivilDay; to: CivilDay }[]>((runs, { day, name = { zh: '', en: '' } }) => {
      const last = runs.at(-1)
      if (last !== undefined && last.name.zh === name.zh && addDays(last.to, 1) === day) return [...runs.slice(0, -1), { ...last, to: day }]
      return [...runs, { name, from: day, to: day }]
    }, [])
}

function range(from: CivilDay, to: CivilDay, near: CivilDay): Said {
  const [a, b] = [sayDay(from, near), sayDay(to, near)]
  if (from === to) return a
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  return { zh: `${a.zh}至${sameMonth ? `${String(Number(to.slice(8)))}日` : b.zh}`,
    en: sameMonth ? `${String(Number(from.slice(8)))}–${b.en}` : `${a.en} to ${b.en}` }
}

/** How the counting begins and goes. */
function opening({ pace, round }: Story): Said {
  const near = dayOf(round.startedAt)
  const [amount, day, moment] = [sayPace(pace), sayDay(near, near), sayMoment(round.startedAt, near)]
  switch (pace.unit) {
    case 'working_day': return { zh: `给${amount.zh}，从${day.zh}的次日算起，到最后一天下班为止。`,
      en: `${amount.en}, counted from the day after ${day.en} to the end of duty on the last.` }
    case 'day': return { zh: `给${amount.zh}，从${day.zh}的次日算起，节假日也算。`,
      en: `${amount.en}, counted from the day after ${day.en}, days of rest included.` }
    case 'working_hour': return { zh: `给${amount.zh}，从${moment.zh}起，只算值班的时间。`,
      en: `${amount.en} from ${moment.en}, only time on duty counts.` }
    case 'hour': case 'minute': return { zh: `给${amount.zh}，从${moment.zh}起一直算，夜里和节假日也算。`,
      en: `${amount.en} from ${moment.en}, nights and days of rest included.` }
  }
}

/** Days of rest, make-up days and weekends that the count met. */
function calendarLine({ pace, steps, round }: Story): Said {
  if (pace.unit !== 'working_day' && pace.unit !== 'working_hour') return { zh: '', en: '' }
  const near = dayOf(round.startedAt)
  const weekend = steps.some(({ kind, name, day }) => kind === 'off' && name === undefined && weekday(day) >= 5)
  const made = steps.filter(({ day, name, used, kind }) => name !== undefined && kind !== 'off' && used > 0 && weekday(day) >= 5)
  const lines: readonly Said[] = [
    ...holidays(steps).map(({ name, from, to }) => {
      const days = range(from, to, near)
      return { zh: `${name.zh}${days.zh}放假不算`, en: `${name.en}, ${days.en}, is not counted` }
    }),
    ...made.map(({ day }) => ({ zh: `${sayDay(day, near).zh}补班算`, en: `${sayDay(day, near).en} is worked instead and counts` })),
    ...(weekend ? [{ zh: '周末不算', en: 'weekends are not counted' }] : []),
  ]
  if (lines.length === 0) return { zh: '', en: '' }
  return { zh: `${lines.map(({ zh }) => zh).join('，')}。`, en: ` ${capital(lines.map(({ en }) => en).join('; '))}.` }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const SAID_PAUSES = 2

function pauseLine({ round }: Story): Said {
  const near = dayOf(round.startedAt)
  const open = round.pausedAt === null ? null : sayMoment(round.pausedAt, near)
  const closed = round.pauses.slice(0, SAID_PAUSES).map(([from, to]) => ({ from: sayMoment(from, near), to: sayMoment(to, near) }))
  const more = round.pauses.length - closed.length
  const zh = closed.map(({ from, to }) => `${from.zh}至${to.zh}暂停，不算。`).join('')
  const en = closed.map(({ from, to }) => ` Paused from ${from.en} to ${to.en}: not counted.`).join('')
  return {
    zh: `${zh}${more > 0 ? `还暂停过${String(more)}次，也不算。` : ''}${open === null ? '' : `${open.zh}起暂停，恢复以后接着算。`}`,
    en: `${en}${more > 0 ? ` ${String(more)} more pauses are not counted either.` : ''}${open === null ? ''
      : ` Paused since ${open.en}; it goes on when resumed.`}`,
  }
}

function endLine({ due, extendedFrom, openYears, round, steps }: Story): Said {
  const near = dayOf(round.startedAt)
  const moved = extendedFrom === null || due === null ? null : { from: sayDay(extendedFrom, near), to: sayDay(dayOf(due - 1), near) }
  const rest = steps.find(({ day }) => day === extendedFrom)?.name
  const years = openYears.join('、')
  return {
    zh: `${moved ? `${moved.from.zh}到期，正逢${rest ? `${rest.zh}放假` : '周末'}，顺延到${moved.to.zh}。` : ''}${years
      ? `${years}年的放假安排还没有公布，时间暂定。` : ''}`,
    en: `${moved ? ` It would end on ${moved.from.en}, ${rest ? `a holiday (${rest.en})` : 'a weekend'}, and moves on to ${moved.to.en}.` : ''}${years
      ? ` The holidays of ${openYears.join(' and ')} are not published yet: provisional.` : ''}`,
  }
}

/** The whole sentence: how it is counted, what was left out, what moved the end. */
export function sentenceOf(story: Story): Said {
  const parts = [opening(story), calendarLine(story), pauseLine(story), endLine(story)]
  return { zh: parts.map(({ zh }) => zh).join(''), en: parts.map(({ en }) => en).join('') }
}
