/** The calendar of a year with its sum, its legend, and what the chosen day is by which notice. */
import { useState } from 'react'
import { Button, dayAndWeekday, Icon, now, SectionTitle, sourceLine, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { dayFact, type Calendar, type CivilDay } from '../../../rules/index.ts'
import type { WorkingTime } from '../../parts/time.ts'
import { DayDialog } from './day-dialog.tsx'
import { timeWords } from './time-words.ts'
import { daysOfMonth, lookOf, YearView } from './year-view.tsx'
import { YearDialog } from './year-dialog.tsx'

type CalendarPartProps = { readonly data: WorkingTime; readonly calendar: Calendar }

const FIRST_YEAR = 2016
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

export function CalendarPart({ data, calendar }: CalendarPartProps) {
  const w = useWords(timeWords)
  const [year, setYear] = useState(Number(data.today.slice(0, 4)))
  const [chosen, choose] = useState<CivilDay>(data.today)
  const [pasting, paste] = useState(false)
  const own = new Set(data.days.map(({ day }) => day))
  const published = calendar.published.includes(year)
  const turn = (by: number) => {
    const next = year + by
    setYear(next)
    choose(data.today.startsWith(String(next)) ? data.today : `${next}-01-01`)
  }
  return <section className="ot-part">
    <SectionTitle aside={<span className="lk-no-print">
      {year > FIRST_YEAR && <button type="button" className="lk-icon-button" aria-label={w.before} onClick={() => turn(-1)}>
        <Icon name="left" /></button>}
      <button type="button" className="lk-icon-button" aria-label={w.after} onClick={() => turn(1)}><Icon name="right" /></button></span>}>
      {w.year(year)}</SectionTitle>
    {published ? <Sum year={year} calendar={calendar} own={[...own].filter((day) => day.startsWith(String(year))).length} />
      : <div className="ot-open"><p><b>{w.open(year)}</b>{w.openLine}</p>
        {data.mayKeep && <Button look="primary" onClick={() => paste(true)}>{w.pasteNotice}</Button>}</div>}
    <YearView year={year} calendar={calendar} own={own} today={data.today} chosen={chosen} onChoose={choose} />
    <Legend />
    <Chosen day={chosen} data={data} calendar={calendar} own={own.has(chosen)} />
    {pasting && <YearDialog year={year} onClose={() => paste(false)} />}
  </section>
}

function Sum({ year, calendar, own }: { year: number; calendar: Calendar; own: number }) {
  const w = useWords(timeWords)
  const looks = MONTHS.flatMap((month) => daysOfMonth(year, month)).map((day) => lookOf(calendar, day))
  const count = (...wanted: readonly string[]) => looks.filter((look) => wanted.includes(look)).length
  return <p className="ot-sum">{w.sum(count('work', 'made'), count('off'), count('made'))}{own > 0 && w.own(own)}</p>
}

function Legend() {
  const w = useWords(timeWords)
  return <ul className="ot-legend" aria-hidden="true">
    <li><i className="ot-day ot-day--off" />{w.legendOff}</li><li><i className="ot-day ot-day--made" />{w.legendMade}</li>
    <li><i className="ot-day ot-day--own" />{w.legendOwn}</li><li><i className="ot-day ot-day--today" />{w.legendToday}</li>
  </ul>
}

function Chosen({ day, data, calendar, own }: { day: CivilDay; data: WorkingTime; calendar: Calendar; own: boolean }) {
  const w = useWords(timeWords)
  const say = useSay()
  const { lang } = useSettings()
  const [changing, change] = useState(false)
  const fact = dayFact(calendar, day)
  const name = fact ? say(fact.name) : ''
  const past = day < data.today
  return <div className="ot-chosen">
    <div aria-live="polite"><p><b>{dayAndWeekday(Date.parse(`${day}T12:00:00+08:00`), now(), lang)}</b>
      <span>{{ work: w.worked, rest: w.rest, off: w.off(name), made: w.made(name) }[lookOf(calendar, day)]}</span></p>
      <p className="lk-small">{fact ? w.basis(sourceLine(fact.source)) : w.pick}{data.mayKeep && past && fact ? ` ${w.past}` : ''}</p></div>
    {data.mayKeep && !past && <Button onClick={() => change(true)}>{w.changeDay}</Button>}
    {changing && <DayDialog day={day} own={own} calendar={calendar} onClose={() => change(false)} />}
  </div>
}
