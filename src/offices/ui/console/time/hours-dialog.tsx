/** Setting when an organisation is on duty, from a day on. */
import { useState } from 'react'
import { Button, Choices, Dialog, ErrorNote, Field, Select, useWords } from '../../../../ui-kit/index.ts'
import { OFFICE_HOURS, timeOf } from '../../../rules/index.ts'
import { useSetHours, type WorkingTime } from '../../parts/time.ts'
import { timeWords } from './time-words.ts'
import { readSpans, saySpans } from './week-words.ts'

const typedOf = (week: typeof OFFICE_HOURS.week): readonly string[] =>
  week.map((spans) => saySpans(spans, '0:00–24:00', ' ').replaceAll('–', '-'))

export function HoursDialog({ data, onClose }: { data: WorkingTime; onClose: () => void }) {
  const w = useWords(timeWords)
  const orgs = data.orgs.filter(({ mayKeep }) => mayKeep)
  const time = timeOf(data, data.today)
  const weekOf = (id: string) => time.hoursOf(time.hoursIdOf(id))
  const [org, setOrg] = useState(orgs[0]?.id ?? '')
  const [name, setName] = useState('')
  const [typed, setTyped] = useState(typedOf(weekOf(org).week))
  const [holidays, setHolidays] = useState(weekOf(org).holidays)
  const [source, setSource] = useState('')
  const [validFrom, setValidFrom] = useState(data.today)
  const set = useSetHours(onClose)
  const week = typed.map(readSpans)
  const read = week.flatMap((spans) => (spans === null ? [] : [spans]))
  const ready = read.length === 7 && name.trim() !== '' && source.trim() !== ''
  const choose = (id: string) => { setOrg(id); setTyped(typedOf(weekOf(id).week)); setHolidays(weekOf(id).holidays) }
  const send = () => set.mutate({ org, name: name.trim(), week: read, holidays, source: source.trim(), validFrom })
  return <Dialog title={w.hoursTitle} onClose={onClose} wide foot={<><p className="lk-small ot-tells">{w.hoursTell}</p>
    <Button look="quiet" onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={set.isPending} onClick={send} whyNot={ready ? undefined : w.fillHours}>{w.saveHours}</Button></>}>
    <div className="ot-form">
      <Select label={w.org} value={org} onChange={(event) => choose(event.target.value)}
        options={orgs.map((one) => ({ value: one.id, word: one.name }))} />
      <Field label={w.hoursName} hint={w.hoursNameHint} value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />
      <WeekFields typed={typed} wrong={week.map((spans) => spans === null)} onType={setTyped} />
      <Choices legend={w.holidays} shown value={holidays} onChange={setHolidays}
        options={[{ value: 'closed', word: w.holidaysClosed }, { value: 'open', word: w.holidaysOpen }]} />
      <Field type="date" label={w.validFrom} value={validFrom} min={data.today} onChange={(event) => setValidFrom(event.target.value)} />
      <Field label={w.source} hint={w.sourceHint} value={source} maxLength={120} onChange={(event) => setSource(event.target.value)} />
      {set.error && <ErrorNote title={w.notSaved} error={set.error} />}
    </div>
  </Dialog>
}

type WeekFieldsProps = { readonly typed: readonly string[]; readonly wrong: readonly boolean[]; readonly onType: (typed: readonly string[]) => void }

function WeekFields({ typed, wrong, onType }: WeekFieldsProps) {
  const w = useWords(timeWords)
  return <fieldset className="ot-week-fields"><legend className="lk-legend">{w.week}</legend>
    <p className="lk-small">{w.weekHint}</p>
    {w.dayNames.split(' ').map((name, day) => <div key={name} className="ot-week-field"><span aria-hidden="true">{name}</span>
      <Field label={name} quietLabel value={typed[day] ?? ''} error={wrong[day] ? w.unread : undefined}
        onChange={(event) => onType(typed.with(day, event.target.value))} /></div>)}
    <Button look="quiet" onClick={() => onType(typed.map((text, day) => (day < 5 ? typed[0] ?? '' : text)))}>{w.sameAsMonday}</Button>
  </fieldset>
}
