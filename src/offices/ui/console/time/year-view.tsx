/** A year as twelve small months: which days are worked, which are not, and what was changed here. */
import { useMemo, useRef, type KeyboardEvent } from 'react'
import { useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { addDays, dayFact, isWorkingDay, weekday, type Calendar, type CivilDay } from '../../../rules/index.ts'
import { timeWords } from './time-words.ts'

const two = (n: number): string => String(n).padStart(2, '0')
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** The days of a month. */
export function daysOfMonth(year: number, month: number): readonly CivilDay[] {
  const first = `${year}-${two(month)}-01`
  const days: CivilDay[] = []
  for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = addDays(day, 1)) days.push(day)
  return days
}

/** How a day looks: worked, at rest on a weekend, off by a holiday, or worked instead. */
export function lookOf(calendar: Calendar, day: CivilDay): 'work' | 'rest' | 'off' | 'made' {
  const fact = dayFact(calendar, day)
  if (fact?.work === false) return 'off'
  if (fact?.work === true && weekday(day) >= 5) return 'made'
  return isWorkingDay(calendar, day) ? 'work' : 'rest'
}

type YearViewProps = { readonly year: number; readonly calendar: Calendar; readonly own: ReadonlySet<CivilDay>; readonly today: CivilDay
  readonly chosen: CivilDay; readonly onChoose: (day: CivilDay) => void }

export function YearView({ year, calendar, own, today, chosen, onChoose }: YearViewProps) {
  const w = useWords(timeWords)
  const self = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step === undefined) return
    const next = addDays(chosen, step)
    event.preventDefault()
    if (Number(next.slice(0, 4)) !== year) return
    onChoose(next)
    self.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus()
  }
  return <div ref={self} className="ot-year" role="group" aria-label={w.calendarOf(year)} onKeyDown={move}>
    {Array.from({ length: 12 }, (_, i) => <Month key={i} year={year} month={i + 1} {...{ calendar, own, today, chosen, onChoose }} />)}
  </div>
}

function Month({ year, month, calendar, own, today, chosen, onChoose }: YearViewProps & { readonly month: number }) {
  const w = useWords(timeWords)
  const days = useMemo(() => daysOfMonth(year, month), [year, month])
  return <section className="ot-month">
    <h3>{w.month(month)}</h3>
    <div className="ot-days" aria-hidden="true">{[...w.weekdays].map((word, i) => <span key={i} className="ot-weekday">{word}</span>)}</div>
    <div className="ot-days">{days.map((day, i) => <Day key={day} day={day} look={lookOf(calendar, day)} own={own.has(day)} today={day === today}
      chosen={day === chosen} onChoose={onChoose} name={dayFact(calendar, day)?.name} {...(i === 0 ? { column: weekday(day) + 1 } : {})} />)}</div>
  </section>
}

type DayProps = { readonly day: CivilDay; readonly look: ReturnType<typeof lookOf>; readonly own: boolean; readonly today: boolean
  readonly chosen: boolean; readonly column?: number; readonly name: Parameters<ReturnType<typeof useSay>>[0] | undefined
  readonly onChoose: (day: CivilDay) => void }

function Day({ day, look, own, today, chosen, column, name, onChoose }: DayProps) {
  const w = useWords(timeWords)
  const say = useSay()
  const { lang } = useSettings()
  const word = { work: w.worked, rest: w.rest, off: w.off(name ? say(name) : ''), made: w.made(name ? say(name) : '') }[look]
  const classes = ['ot-day', `ot-day--${look}`, own ? 'ot-day--own' : '', today ? 'ot-day--today' : ''].filter(Boolean).join(' ')
  return <button type="button" className={classes} data-day={day} tabIndex={chosen ? 0 : -1} aria-pressed={chosen}
    style={column === undefined ? undefined : { gridColumnStart: column }} onClick={() => onChoose(day)}
    aria-label={`${w.month(Number(day.slice(5, 7)))}${lang === 'en' ? ' ' : ''}${Number(day.slice(8))} ${word}${own ? ` ${w.legendOwn}` : ''}`}>{Number(day.slice(8))}</button>
}
