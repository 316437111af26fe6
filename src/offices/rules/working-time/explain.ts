/** Why a due time is what it is: every day from the start to it, one sentence, and what it rests on. */
import type { Source } from '../../../kit/pure.ts'
import { dayFact, isOpenDay, readingOn, type Calendar, type DayFact } from './calendar.ts'
import { countTime, endOfDayAt, isByDay, type Counted, type DayCount } from './count.ts'
import { dayOf, MINUTE_MS, startOf, weekday, type CivilDay } from './days.ts'
import { caption, sentenceOf } from './explain-words.ts'
import type { Explanation, Step, Story } from './explanation.ts'
import type { DaySpan, DutyHours } from './hours.ts'
import { roundOf, type ClockEntry, type Interval, type Pace, type Time } from './ledger.ts'

const minutesOf = (day: CivilDay, [from, to]: Interval): DaySpan => {
  const start = startOf(day)
  return [Math.max(0, (from - start) / MINUTE_MS), Math.min(1440, (to - start) / MINUTE_MS)]
}

const within = (day: CivilDay, pauses: readonly Interval[]): readonly DaySpan[] =>
  pauses.map((pause) => minutesOf(day, pause)).filter(([from, to]) => from < to)

const sum = (spans: readonly DaySpan[]): number => spans.reduce((all, [from, to]) => all + to - from, 0)

type Place = { readonly first: boolean; readonly due: boolean }

function kindOf(count: DayCount, paused: readonly DaySpan[], pace: Pace, fact: DayFact | undefined, { first, due }: Place): Step['kind'] {
  if (due) return 'due'
  if (first) return 'start'
  if (count.extends) return 'off'
  const worked = fact?.work === true && weekday(count.day) >= 5 ? 'make_up' as const : 'counted' as const
  const natural = pace.unit === 'day' || pace.unit === 'hour' || pace.unit === 'minute'
  const full = natural ? 1440 : sum(count.duty)
  if (count.used === 0) return paused.length > 0 && full > 0 && (natural || fact?.work !== false) ? 'paused' : 'off'
  if (isByDay(pace) || count.used >= full * MINUTE_MS) return natural ? 'counted' : worked
  return 'part'
}

function stepsOf(counted: Counted, pace: Pace, calendar: Calendar, pauses: readonly Interval[]): readonly Step[] {
  let nth = 0
  return counted.days.map((count, i) => {
    const { day, duty, used } = count
    const fact = dayFact(calendar, day)
    const paused = within(day, pauses)
    const spans = count.counted.map((one) => minutesOf(day, one))
    const kind = kindOf(count, paused, pace, fact, { first: i === 0, due: counted.due !== null && i === counted.days.length - 1 })
    nth += used
    const say = caption({ kind, used, nth, pace, rest: fact?.work === false })
    return { day, kind, duty, spans, paused, used, nth, say, ...(fact ? { name: fact.name, source: fact.source } : {}) }
  })
}

const FROM_THE_NEXT_DAY: Source = { law: '民法典', article: '第二百零一条' }

function sourcesOf(story: Story, calendar: Calendar): readonly Source[] {
  const { pace, hours, steps, extendedFrom } = story
  const working = pace.unit === 'working_day' || pace.unit === 'working_hour'
  const all = [
    ...(isByDay(pace) ? [FROM_THE_NEXT_DAY] : []),
    ...(extendedFrom === null ? [] : [readingOn(calendar, dayOf(story.round.startedAt)).source]),
    ...(working || extendedFrom !== null ? steps.flatMap(({ source }) => source ?? []) : []),
    ...(working ? [hours.source] : []),
  ]
  return [...new Map(all.map((source) => [`${source.law}${source.article ?? ''}`, source])).values()]
}

const NOTHING: Explanation = { steps: [], sentence: { zh: '还没有开始计时。', en: 'The clock has not started.' }, sources: [], due: null,
  provisional: false, pace: null }

/**
 * Explains a ledger: the days from its start to its due time (to the day of the pause while it is paused), whose `used` sums to the budget.
 * A pace's own source (the duty list, a plan) is for the caller to add. [W11]
 */
export function explain(entries: readonly ClockEntry[], time: Time): Explanation {
  const round = roundOf(entries)
  if (round === null || round.pace === null) return NOTHING
  const { pace, pausedAt, startedAt } = round
  const { calendar } = time
  const hours = time.hoursOf(round.hours)
  const pauses: readonly Interval[] = pausedAt === null ? round.pauses : [...round.pauses, [pausedAt, Infinity]]
  const counted = countTime({ from: startedAt, pace, hours, calendar, pauses, ...(pausedAt === null ? {} : { until: endOfDayAt(pausedAt) - 1 }) })
  const steps = stepsOf(counted, pace, calendar, pauses)
  const open = counted.open ? counted.days.filter(({ day }) => isOpenDay(calendar, day)) : []
  const openYears = [...new Set(open.map(({ day }) => yearOf(calendar, day)))]
  const story: Story = { pace, round, hours, steps, due: counted.due, openYears,
    extendedFrom: counted.days.find((day) => day.extends)?.day ?? null }
  return { steps, sentence: sentenceOf(story), sources: sourcesOf(story, calendar), due: counted.due, provisional: counted.open, pace }
}

/** The year of the notice that a day waits for: its own, or for the end of December the next. */
function yearOf(calendar: Calendar, day: CivilDay): number {
  const year = Number(day.slice(0, 4))
  return calendar.published.includes(year) ? year + 1 : year
}

/** Explains a pace that would begin at `from` (epoch ms), for a preview. */
export function explainPace(pace: Pace, hours: DutyHours, calendar: Calendar, from: number): Explanation {
  return explain([{ at: from, kind: 'start', pace, why: 'preview' }], { calendar, hoursOf: () => hours, hoursIdOf: () => hours.id })
}

