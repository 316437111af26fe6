/** A matter written down for somebody at the counter, on the telephone or at the reception day, with a receipt to print. */
import './console-more.css'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { PlaceBox } from '../../../places/ui/parts/place-box.tsx'
import type { Place } from '../../../places/ui/parts/places.ts'
import { Button, Choices, ConsoleFrame, ErrorNote, Field, PageHead, Switch, TextArea, useWords } from '../../../ui-kit/index.ts'
import { categoryOf } from '../../rules/index.ts'
import type { Filed } from '../filing.ts'
import { useFileAtDesk, type FileAtDesk } from './api.ts'
import { CategoryChoice } from './category-choice.tsx'
import { DangerNote } from './danger-note.tsx'
import { DutyAside } from './duty-aside.tsx'
import { newWords } from './new-words.ts'
import { ReceiptSlip } from './receipt-slip.tsx'

type Done = { readonly filed: Filed; readonly category: string; readonly placeName: string }
const PATH = '/console/new'

export default function NewPage() {
  const [done, setDone] = useState<Done | null>(null)
  const [round, again] = useState(0)
  return done ? <FiledPage done={done} onAnother={() => { setDone(null); again(round + 1) }} /> : <Form key={round} onDone={setDone} />
}

const Step = ({ title, children }: { title: ReactNode; children: ReactNode }) =>
  <section className="lk-form-step"><h2>{title}</h2><div className="cm-step">{children}</div></section>

function Form({ onDone }: { onDone: (done: Done) => void }) {
  const w = useWords(newWords)
  const [channel, setChannel] = useState<FileAtDesk['channel']>('desk')
  const [place, choose] = useState<Place | null>(null)
  const [said, write] = useState('')
  const [category, setCategory] = useState<string>()
  const [board, setBoard] = useState(false)
  const [phone, setPhone] = useState('')
  const [name, setName] = useState('')
  const file = useFileAtDesk((filed, input) => onDone({ filed, category: input.category, placeName: place?.fullName ?? '' }))
  const never = category !== undefined && !categoryOf(category).board
  const missing = [place === null && w.missingPlace, said.trim().length < 2 && w.missingWords, category === undefined
    && w.missingKind].filter((one) => one !== false)
  const send = () => {
    if (!place || !category) return
    file.mutate({ place: place.id, words: said.trim(), category, onBoard: board && !never, channel, ...(phone.trim() && { phone: phone.trim() }),
      ...(name.trim() && { name: name.trim() }) })
  }
  const publicPlace = place?.kind === 'room' ? place.building ?? place.compound ?? undefined : place?.id
  return <ConsoleFrame current={PATH} rail={<DutyAside place={publicPlace} category={category} words={said} />} foot={<>
    <p>{w.next}</p>
    <Button look="primary" busy={file.isPending} whyNot={missing.length > 0 ? w.missing(missing.join(w.join)) : undefined}
      onClick={send}>{w.file}</Button></>}>
    <PageHead title={w.title} line={w.line} />
    {file.error && <ErrorNote title={w.notFiled} error={file.error} />}
    <Step title={w.how}><Choices legend={w.how} value={channel} onChange={setChannel}
      options={[{ value: 'desk', word: w.desk }, { value: 'phone', word: w.phoneCall }, { value: 'reception', word: w.reception }]} /></Step>
    <Step title={w.where}><PlaceBox quietLabel label={w.where} value={place} onChange={choose} autoFocus /></Step>
    <Step title={w.said}><TextArea label={w.saidLabel} quietLabel hint={w.saidHint} rows={3} most={2000} value={said}
      onChange={(event) => write(event.target.value)} />
      <DangerNote words={said} /></Step>
    <Step title={w.kind}>{said.trim().length < 2 && category === undefined ? <p className="lk-second">{w.kindFirst}</p>
      : <CategoryChoice words={said} placeKind={place?.kind ?? ''} value={category} onChange={setCategory} legend={w.kind} otherWord={w.otherKind} />}
      {never ? <p className="lk-small">{w.neverBoard}</p> : <div className="cm-board"><Switch label={w.board} note={w.boardNote} checked={board}
        onChange={setBoard} /></div>}</Step>
    <Step title={w.who}><div className="cm-two">
      <Field label={w.phone} optional inputMode="tel" autoComplete="off" maxLength={20} value={phone} hint={w.phoneHint}
        onChange={(event) => setPhone(event.target.value)} />
      <Field label={w.name} optional autoComplete="off" maxLength={40} value={name} onChange={(event) => setName(event.target.value)} /></div></Step>
  </ConsoleFrame>
}

function FiledPage({ done: { filed, category, placeName }, onAnother }: { done: Done; onAnother: () => void }) {
  const w = useWords(newWords)
  const heading = useRef<HTMLDivElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const holder = filed.holder.post === null ? filed.holder.name : `${filed.holder.name}${filed.holder.post}`
  return <ConsoleFrame current={PATH}>
    <div ref={heading} tabIndex={-1} className="lk-no-print"><PageHead title={w.doneTitle(filed.number)} line={w.doneLine(holder)} tools={<>
      <Button href={`/console/m/${filed.id}`}>{w.open}</Button><Button onClick={onAnother}>{w.another}</Button>
      <Button look="primary" icon="print" onClick={() => print()}>{w.print}</Button></>} /></div>
    <ReceiptSlip filed={filed} category={category} placeName={placeName} />
  </ConsoleFrame>
}
