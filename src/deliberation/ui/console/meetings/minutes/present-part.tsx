/** Who is there: signed in by the code, entered at the desk, or on the paper list; whether there are enough to decide. [DM7] */
import { useState } from 'react'
import { Button, ErrorNote, Field, SectionTitle, useWords } from '../../../../../ui-kit/index.ts'
import { QrCode } from '../../../../../ui-kit/parts/qr.tsx'
import { useStep, type StaffMeeting } from '../../../meeting-api.ts'
import { meetingWords } from '../meeting-words.ts'
import { may } from '../moves.ts'
import { useOnePhoto } from '../one-photo.tsx'
import { newId } from './new-id.ts'

export function PresentPart({ meeting }: { meeting: StaffMeeting }) {
  const w = useWords(meetingWords)
  const enters = meeting.mine && may(meeting, 'attend')
  const step = useStep(meeting.id)
  const came = meeting.attendance.filter(({ present }) => present)
  const answered = new Set(meeting.attendance.map(({ invitation }) => invitation))
  const expected = meeting.invitations.filter(({ id }) => !answered.has(id))
  const [shown, show] = useState(false)
  const needed = meeting.quorum - meeting.present
  const enter = (label: string, role: string, invitation: string | null) => step.mutate({ to: 'attendance',
    body: { id: newId(), label, role, invitation } })
  return <section className="me-present"><SectionTitle aside={w.presentHead(meeting.present)} rule={meeting.attendance.length > 0 || enters ? 'below' : 'hair'}>{w.attendance}</SectionTitle>
    {meeting.quorum > 0 && ['held', 'minuted'].includes(meeting.state) && <p className={needed > 0 ? 'me-short' : 'lk-second'}>{needed > 0 ? w.short(needed) : w.enough(meeting.quorum)}</p>}
    <ul className="me-came">{came.map(({ id, label, way }) => <li key={id}><b>{label}</b><span
      className="lk-caption">{way === 'qr' ? w.wayQr : way === 'paper' ? w.wayPaper : w.wayDesk}</span></li>)}
      {meeting.attendance.filter(({ present }) => !present).map(({ id, label }) => <li key={id} className="is-absent"><span>{label}</span><span
        className="lk-caption">{w.absentWord}</span></li>)}</ul>
    {enters && expected.length > 0 && <ul className="me-expected">{expected.map((one) => <li key={one.id}><span>{one.label}</span><span
      className="lk-moves">
      <Button size="small" onClick={() => enter(one.label, one.role, one.id)}>{w.here}</Button>
      <Button size="small" look="quiet" onClick={() => step.mutate({ to: 'absences',
        body: { invitation: one.id, reason: one.reason ?? '' } })}>{w.absentMark}</Button></span></li>)}</ul>}
    {enters && <><Enter busy={step.isPending} onEnter={(label) => enter(label, 'resident', null)} />
      <PaperCount meeting={meeting} />
      {meeting.signCode && <><Button look="quiet" size="small" aria-expanded={shown} onClick={() => show(!shown)}>{w.scan}</Button>
        {shown && <div className="me-qr"><QrCode text={`${location.origin}/s/${meeting.signCode}`} label={w.scan} /><p
          className="lk-caption">{location.host}/s/{meeting.signCode}</p></div>}</>}</>}
    {step.error && <ErrorNote title={w.refused} error={step.error} />}
  </section>
}

function Enter({ busy, onEnter }: { busy: boolean; onEnter: (label: string) => void }) {
  const w = useWords(meetingWords)
  const [name, setName] = useState('')
  return <form className="me-inline" onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') { onEnter(name.trim()); setName('') } }}>
    <Field label={w.addName} required value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />
    <Button type="submit" busy={busy}>{w.add}</Button></form>
}

function PaperCount({ meeting }: { meeting: StaffMeeting }) {
  const w = useWords(meetingWords)
  const [count, setCount] = useState(meeting.listCount === null ? '' : String(meeting.listCount))
  const photo = useOnePhoto()
  const step = useStep(meeting.id, photo.clear)
  const n = Number(count)
  return <form className="me-inline" onSubmit={(event) => { event.preventDefault(); step.mutate({ to: 'paper-list',
    body: { count: n, photo: photo.claim } }) }}>
    <Field label={w.byPaper} type="number" required min={0} inputMode="numeric" value={count} onChange={(event) => setCount(event.target.value)} />
    <div className="me-wide"><p className="lk-second">{w.listHint}</p>{photo.picker}</div>
    <Button type="submit" busy={step.isPending} whyNot={photo.waits ? w.photoWaits : undefined}>{w.keepCount}</Button>
    {step.error && <ErrorNote title={w.refused} error={step.error} />}</form>
}
