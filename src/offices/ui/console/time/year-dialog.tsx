/** Entering a year's holidays by pasting the notice: what was read is shown before it counts. */
import { useState } from 'react'
import { Button, Dialog, ErrorNote, Field, TextArea, useWords } from '../../../../ui-kit/index.ts'
import { readNotice, type NoticeDay } from '../../../rules/index.ts'
import { usePublishYear } from '../../parts/time.ts'
import { timeWords } from './time-words.ts'

const short = (day: string): string => `${Number(day.slice(5, 7))}.${Number(day.slice(8))}`

export function YearDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const w = useWords(timeWords)
  const [text, setText] = useState('')
  const [source, setSource] = useState(w.notice(year))
  const publish = usePublishYear(onClose)
  const days = readNotice(text, year)
  return <Dialog title={w.yearTitle(year)} onClose={onClose} wide foot={<>
    <Button look="quiet" onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={publish.isPending} whyNot={days.length > 0 && source.trim() ? undefined : w.nothing}
      onClick={() => publish.mutate({ year, source: source.trim(), days: [...days] })}>{w.publish(year)}</Button></>}>
    <div className="ot-form">
      <TextArea label={w.text} hint={w.textHint} rows={6} value={text} onChange={(event) => setText(event.target.value)} data-focus />
      <Field label={w.source} value={source} maxLength={120} onChange={(event) => setSource(event.target.value)} />
      <Found days={days} />
      {publish.error && <ErrorNote title={w.notSaved} error={publish.error} />}
    </div>
  </Dialog>
}

function Found({ days }: { days: readonly NoticeDay[] }) {
  const w = useWords(timeWords)
  const names = [...new Set(days.map(({ name }) => name))]
  const of = (name: string, work: boolean) => days.filter((day) => day.name === name && day.work === work).map(({ day }) => short(day)).join(' ')
  if (days.length === 0) return <p className="lk-small" aria-live="polite">{w.nothing}</p>
  return <div aria-live="polite"><p>{w.found(days.filter(({ work }) => !work).length, days.filter(({ work }) => work).length)}</p>
    <dl className="ot-found">{names.map((name) => <div key={name}><dt>{name}</dt>
      <dd>{w.restDays} {of(name, false)}{of(name, true) && <span>{w.workDays} {of(name, true)}</span>}</dd></div>)}</dl></div>
}
