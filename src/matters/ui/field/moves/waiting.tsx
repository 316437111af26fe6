/** Until when, on the phone: 挂账 with a way to the money, 恢复办理, 申请延期; and a return visit that reached nobody. */
import { useState } from 'react'
import { Choices, dayOf, Field, RadioCards, sourceLine, useNow, useSay, useSettings, useWords, wall } from '../../../../ui-kit/index.ts'
import { useDraft } from '../../../../trust/ui/parts/draft.ts'
import { EXTENSIONS, MONEY_PATH_ROWS, moneyPathOf, MOST_TRIES } from '../../../rules/index.ts'
import type { MatterDetail } from '../../staff-api.ts'
import { MoveForm, Part, useFormMove, Words } from '../move-form.tsx'
import { moveWords } from '../move-words.ts'
import { waitingMoveWords } from './waiting-words.ts'

const DAY = 86_400_000
/** The day of a time as a date field writes it. */
function asDate(at: number): string {
  const { year, month, day } = wall(at)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export function SuspendForm({ matter }: { matter: MatterDetail }) {
  const m = useWords(moveWords)
  const w = useWords(waitingMoveWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  const { draft, change, clear } = useDraft(`suspend.${matter.id}`, { path: '', day: '', note: '' })
  const { send, busy, error } = useFormMove(matter, 'suspend', clear)
  const path = moneyPathOf(draft.path)
  const [first, last] = [asDate(now + DAY), asDate(now + (path?.mostDays ?? 1) * DAY)]
  const until = dayOf(Date.parse(`${last}T12:00:00+08:00`), now, lang)
  const wrong = draft.day !== '' && (draft.day < first || draft.day > last)
  const missing = !path ? w.pathFirst : draft.day === '' ? w.dayFirst : wrong ? w.between(until) : draft.note.trim() === '' ?
    m.writeSomething : undefined
  return <MoveForm matter={matter} title={m.suspend} lead={w.suspendLead} send={w.suspendDo} after={w.suspendAfter} whyNot={missing} busy={busy}
    error={error}
    onSend={() => send({ path: draft.path, reviewOn: draft.day, note: draft.note.trim() }, w.suspendDone)}>
    <Part title={w.path}><RadioCards legend={w.path} value={draft.path} onChange={(code) => change({ path: code })}
      options={MONEY_PATH_ROWS.map((one) => ({
      value: one.code, word: say(one.say), note: one.steps.map(say).join(lang === 'zh' ? '，' : '. '), outcome: sourceLine(one.source) }))} /></Part>
    {path && <Field type="date" label={w.day} hint={w.between(until)} min={first} max={last} value={draft.day} error={wrong ?
      w.between(until) : undefined}
      onChange={(event) => change({ day: event.target.value })} />}
    <Words label={w.toReporter} hint={w.toReporterHint} value={draft.note} rows={3} onChange={(event) => change({ note: event.target.value })} />
  </MoveForm>
}

export function ResumeForm({ matter }: { matter: MatterDetail }) {
  const m = useWords(moveWords)
  const w = useWords(waitingMoveWords)
  const { draft, change, clear } = useDraft(`resume.${matter.id}`, { note: '' })
  const { send, busy, error } = useFormMove(matter, 'resume', clear)
  return <MoveForm matter={matter} title={m.resume} send={w.resumeDo} after={w.resumeAfter} whyNot={draft.note.trim() === '' ?
    m.writeSomething : undefined}
    busy={busy} error={error} onSend={() => send({ note: draft.note.trim() }, w.resumeDone)}>
    <Words label={w.resumeNote} value={draft.note} rows={3} onChange={(event) => change({ note: event.target.value })} />
  </MoveForm>
}

const MORE = [2, 3, 5, 10, 15].filter((n) => n <= EXTENSIONS.mostDays)

export function AskExtensionForm({ matter }: { matter: MatterDetail }) {
  const m = useWords(moveWords)
  const w = useWords(waitingMoveWords)
  const { draft, change, clear } = useDraft(`ask_extension.${matter.id}`, { days: 5, note: '' })
  const { send, busy, error } = useFormMove(matter, 'ask-extension', clear)
  return <MoveForm matter={matter} title={m.ask_extension} send={w.askDo(draft.days)} after={w.askAfter(EXTENSIONS.most)}
    whyNot={[...draft.note.trim()].length < 4 ? m.writeSomething : undefined} busy={busy} error={error}
    onSend={() => send({ days: draft.days, note: draft.note.trim() }, w.askDone)}>
    <Part title={w.days}><Choices legend={w.days} value={String(draft.days)} onChange={(value) => change({ days: Number(value) })}
      options={MORE.map((n) => ({ value: String(n), word: w.dayCount(n) }))} /></Part>
    <Words label={w.askWhy} hint={w.askHint} value={draft.note} most={500} rows={3} onChange={(event) => change({ note: event.target.value })} />
  </MoveForm>
}

export function VisitTriedForm({ matter }: { matter: MatterDetail }) {
  const m = useWords(moveWords)
  const w = useWords(waitingMoveWords)
  const [note, write] = useState('')
  const { send, busy, error } = useFormMove(matter, 'visit-tried', () => write(''))
  const nth = matter.tried + 1
  return <MoveForm matter={matter} title={m.visit_tried} lead={nth >= MOST_TRIES ? w.lastTry : w.nthTry(nth, MOST_TRIES)} send={w.triedDo}
    after={w.triedAfter}
    busy={busy} error={error} onSend={() => send(note.trim() === '' ? {} : { note: note.trim() }, w.triedDone)}>
    <Words label={w.triedNote} optional value={note} most={500} rows={2} onChange={(event) => write(event.target.value)} />
  </MoveForm>
}
