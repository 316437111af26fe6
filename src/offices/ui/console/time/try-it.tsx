/** A deadline to try: from when, how long, by whose hours, and why it ends when it ends. */
import { useState } from 'react'
import { DateText, Field, moment, now, Select, useSay, useSettings, useWords, wall } from '../../../../ui-kit/index.ts'
import { explainPace, STANDARD_HOURS, type DutyHours, type Pace, type Time } from '../../../rules/index.ts'
import type { WorkingTime } from '../../parts/time.ts'
import { WhyDue } from '../../parts/why-due.tsx'
import { timeWords } from './time-words.ts'

const UNITS = ['working_day', 'working_hour', 'day', 'hour', 'minute'] as const
const MOST: Readonly<Record<Pace['unit'], number>> = { working_day: 260, working_hour: 2000, day: 400, hour: 9000, minute: 99_999 }
const two = (n: number): string => String(n).padStart(2, '0')

function localTime(at: number): string {
  const { year, month, day, hour, minute } = wall(at)
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`
}

export function TryIt({ data, time }: { data: WorkingTime; time: Time }) {
  const w = useWords(timeWords)
  const say = useSay()
  const [from, setFrom] = useState(() => localTime(now()))
  const [amount, setAmount] = useState('5')
  const [unit, setUnit] = useState<Pace['unit']>('working_day')
  const [hours, setHours] = useState(STANDARD_HOURS[0]?.id ?? '')
  const names = new Map(data.orgs.map(({ id, name }) => [id, name]))
  const options = [...STANDARD_HOURS.map(({ id, name }) => ({ value: id, word: say(name) })),
    ...data.hours.map((own) => ({ value: own.id, word: `${names.get(own.org) ?? ''} ${say(own.name)}` }))]
  const start = Date.parse(`${from}:00+08:00`)
  const much = Number(amount)
  const counts = Number.isInteger(much) && much > 0 && much <= MOST[unit] && Number.isFinite(start)
  return <section className="ot-try">
    <h2>{w.tryIt}</h2>
    <Field type="datetime-local" label={w.start} value={from} onChange={(event) => setFrom(event.target.value)} />
    <div className="ot-try__pace">
      <Field label={w.amount} inputMode="numeric" value={amount} onChange={(event) => setAmount(event.target.value)} />
      <Select label={w.unit} value={unit} onChange={(event) => setUnit(UNITS.find((one) => one === event.target.value) ?? unit)}
        options={UNITS.map((value) => ({ value, word: w[value] }))} /></div>
    <Select label={w.by} value={hours} options={options} onChange={(event) => setHours(event.target.value)} />
    {counts ? <Answer pace={{ amount: much, unit }} hours={time.hoursOf(hours)} time={time} from={start} />
      : <p className="lk-small">{w.writeAmount}</p>}
  </section>
}

function Answer({ pace, hours, time, from }: { pace: Pace; hours: DutyHours; time: Time; from: number }) {
  const w = useWords(timeWords)
  const { lang } = useSettings()
  const explanation = explainPace(pace, hours, time.calendar, from)
  if (explanation.due === null) return null
  return <div className="ot-answer" aria-live="polite">
    <p className="ot-answer__due"><span>{w.latest}</span><b><DateText at={explanation.due} /></b></p>
    <WhyDue title={w.whyThen(moment(explanation.due, now(), lang))} explanation={explanation} look="plain" />
  </div>
}
