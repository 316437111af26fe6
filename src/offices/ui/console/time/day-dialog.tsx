/** Entering that a day is worked or not, other than the national calendar says. */
import { useState } from 'react'
import { Button, Choices, dayAndWeekday, Dialog, ErrorNote, Field, now, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { dayFact, isWorkingDay, type Calendar, type CivilDay } from '../../../rules/index.ts'
import { useEnterDay } from '../../parts/time.ts'
import { timeWords } from './time-words.ts'

type What = 'off' | 'worked' | 'national'

export function DayDialog({ day, own, calendar, onClose }: { day: CivilDay; own: boolean; calendar: Calendar; onClose: () => void }) {
  const w = useWords(timeWords)
  const { lang } = useSettings()
  const [what, setWhat] = useState<What>(own ? 'national' : isWorkingDay(calendar, day) ? 'off' : 'worked')
  const [name, setName] = useState('')
  const [source, setSource] = useState('')
  const enter = useEnterDay(onClose)
  const back = what === 'national'
  const fact = dayFact(calendar, day)
  const send = () => enter.mutate({ day, work: back ? null : what === 'worked', name: back ? fact?.name.zh ?? w.dayNational : name.trim(),
    source: back ? fact?.source.law ?? w.dayNational : source.trim() })
  const options: { value: What; word: string }[] = [{ value: 'off', word: w.dayOff }, { value: 'worked', word: w.dayWorked }]
  const saves: Readonly<Record<What, string>> = { off: w.saveOff, worked: w.saveWorked, national: w.saveNational }
  return <Dialog title={w.dayTitle(dayAndWeekday(Date.parse(`${day}T12:00:00+08:00`), now(), lang))} onClose={onClose}
    foot={<><p className="lk-small ot-tells">{w.dayTells}</p><Button look="quiet" onClick={onClose}>{w.cancel}</Button>
      <Button look="primary" busy={enter.isPending} onClick={send}
        whyNot={back || (name.trim() && source.trim()) ? undefined : w.fillIn}>{saves[what]}</Button></>}>
    <div className="ot-form">
      <Choices legend={w.title} options={own ? [...options, { value: 'national', word: w.dayNational }] : options} value={what}
        onChange={setWhat} />
      {!back && <><Field label={w.why} hint={w.whyHint} value={name} maxLength={40} onChange={(event) => setName(event.target.value)} data-focus />
        <Field label={w.source} hint={w.sourceHint} value={source} maxLength={120} onChange={(event) => setSource(event.target.value)} /></>}
      {enter.error && <ErrorNote title={w.notSaved} error={enter.error} />}
    </div>
  </Dialog>
}
