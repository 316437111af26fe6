/** '/console/threads/new': from what, where, which matters, and the public words. */
import './threads.css'
import { useState } from 'react'
import { useSearch } from '@tanstack/react-router'
import { PlaceBox } from '../../../../places/ui/parts/place-box.tsx'
import type { Place } from '../../../../places/ui/parts/places.ts'
import { Button, Choices, ConsoleFrame, ErrorNote, Field, PageHead, TextArea, useNavigate, useWords } from '../../../../ui-kit/index.ts'
import { useStartThread, type Starting } from '../../thread-desk-api.ts'
import { MatterPicker } from './matter-picker.tsx'
import { newWords, threadWords } from './thread-words.ts'

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)

export default function NewThreadPage() {
  const [n, w] = [useWords(newWords), useWords(threadWords)]
  const go = useNavigate()
  const search: Record<string, unknown> = useSearch({ strict: false })
  const [parent, intake] = [isId(search['thread']) ? search['thread'] : null, isId(search['intake']) ? search['intake'] : null]
  const first = isId(search['matter']) ? [search['matter']] : []
  const [origin, come] = useState<Starting['origin']>(parent ? 'thread' : intake ? 'body' : 'matters')
  const [place, setPlace] = useState<Place | null>(null)
  const [matters, choose] = useState<readonly string[]>(first)
  const [title, setTitle] = useState('')
  const [summary, setSummary] = useState('')
  const start = useStartThread(({ id }) => go(`/console/threads/${id}`))
  const lacks = [!place && n.needWhere, origin === 'matters' && matters.length === 0 && n.needMatter, title.trim().length < 4 && n.needTitle, summary.trim().length < 4 && n.needSummary].filter((one) => one !== false)
  const send = () => { if (place) start.mutate({ place: place.id, title: title.trim(), summary: summary.trim(), origin, matters: origin === 'matters' ? matters : [], parent, intake }) }
  const origins = (['matters', 'reception', ...(parent ? ['thread' as const] : []), ...(intake ? ['body' as const] : [])] as const).map((value) => ({ value, word: n[value] }))
  return <ConsoleFrame current="/console/threads" foot={<><p>{n.next}</p><Button look="primary" busy={start.isPending} whyNot={lacks.length > 0 ? n.need(lacks.join(n.join)) : undefined} onClick={send}>{n.send}</Button></>}>
    <PageHead title={n.title} line={n.line} back={{ href: '/console/threads', word: w.back }} />
    {start.error && <ErrorNote title={w.refused} error={start.error} />}
    <section className="lk-form-step"><h2>{n.where}</h2><PlaceBox label={n.where} quietLabel hint={n.whereHint} value={place} onChange={setPlace} kinds={['community', 'compound', 'building', 'unit']} /></section>
    <section className="lk-form-step"><h2>{n.from}</h2><div className="th-form"><Choices legend={n.from} value={origin} onChange={come} options={origins} />
      {origin === 'matters' && <><p className="th-hint">{n.whichLine}{matters.length > 0 ? ` ${n.chosen(matters.length)}` : ''}</p>
        <MatterPicker key={place?.compound} within={place?.compound ?? undefined} chosen={matters} most={50} onChange={choose} /></>}</div></section>
    <section className="lk-form-step"><h2>{n.what}</h2><div className="th-form"><Field label={n.what} quietLabel hint={n.titleHint} value={title} maxLength={40} onChange={(event) => setTitle(event.target.value)} />
      <TextArea label={n.summary} hint={n.summaryHint} value={summary} most={300} onChange={(event) => setSummary(event.target.value)} /></div></section>
  </ConsoleFrame>
}
