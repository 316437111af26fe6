/** Who is on duty when: organisations by the hours that hold for them today. */
import { useState } from 'react'
import { Button, PartyBadge, SectionTitle, sourceLine, useSay, useSettings, useWords, comma } from '../../../../ui-kit/index.ts'
import type { DutyHours, Time } from '../../../rules/index.ts'
import type { TimedOrg, WorkingTime } from '../../parts/time.ts'
import { sayDay } from '../../parts/day.ts'
import { HoursDialog } from './hours-dialog.tsx'
import { timeWords } from './time-words.ts'
import { sayWeek } from './week-words.ts'

const MOST_SHOWN = 12

export function HoursPart({ data, time }: { data: WorkingTime; time: Time }) {
  const w = useWords(timeWords)
  const [setting, set] = useState(false)
  const groups = new Map<string, TimedOrg[]>()
  for (const org of data.orgs) groups.set(time.hoursIdOf(org.id), [...groups.get(time.hoursIdOf(org.id)) ?? [], org])
  return <section className="ot-part">
    <SectionTitle aside={data.mayKeep && <Button icon="plus" onClick={() => set(true)}>{w.setHours}</Button>}>{w.hours}</SectionTitle>
    <p className="lk-second ot-line">{w.hoursLine}</p>
    {[...groups].map(([id, orgs]) => <Group key={id} hours={time.hoursOf(id)} orgs={orgs}
      from={data.hours.find((own) => own.id === id)?.validFrom} />)}
    {setting && <HoursDialog data={data} onClose={() => set(false)} />}
  </section>
}

function Group({ hours, orgs, from }: { hours: DutyHours; orgs: readonly TimedOrg[]; from: string | undefined }) {
  const w = useWords(timeWords)
  const say = useSay()
  const { lang } = useSettings()
  const [all, showAll] = useState(false)
  const shown = all ? orgs : orgs.slice(0, MOST_SHOWN)
  return <article className="ot-group">
    <div><h3>{say(hours.name)}</h3>
      {sayWeek(hours.week, w, lang === 'zh' ? '、' : ', ').map((line) => <p key={line}>{line}</p>)}
      <p className="lk-small">{hours.holidays === 'closed' ? w.closed : w.onHolidays}</p>
      <p className="lk-small">{w.basis(sourceLine(hours.source))}{from && `${comma()}${w.from(sayDay(from, lang))}`}</p></div>
    <Week week={hours.week} />
    <ul className="ot-orgs">{shown.map(({ id, name, kind }) => <li key={id}><PartyBadge kind={kind} name={name} /></li>)}
      {orgs.length > shown.length && <li><Button look="quiet" onClick={() => showAll(true)}>{w.more(orgs.length)}</Button></li>}</ul>
  </article>
}

/** Seven rows of a day each; the words beside it say the same. */
function Week({ week }: { week: DutyHours['week'] }) {
  const w = useWords(timeWords)
  const signs = [...w.weekdays]
  return <div className="ot-week" aria-hidden="true">{week.map((spans, day) => <div key={day} className="ot-week__row"><span>{signs[day]}</span>
    <div>{spans.map(([from, to]) => <i key={from} style={{ left: `${from / 14.4}%`, width: `${(to - from) / 14.4}%` }} />)}</div></div>)}
    <div className="ot-week__row ot-week__hours"><span /><div>{[0, 6, 12, 18, 24].map((hour) =>
      <b key={hour} style={{ left: `${hour / 0.24}%` }}>{hour}</b>)}</div></div></div>
}
