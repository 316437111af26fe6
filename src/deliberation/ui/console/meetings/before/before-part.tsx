/** Before a meeting: what is missing until it can be called, who is invited and what they answered, the agenda, its papers; then its beginning. */
import { useState } from 'react'
import { Button, DecisionPanel, ErrorNote, Field, Meta, useSay, useSettings, useWords } from '../../../../../ui-kit/index.ts'
import { useStep, type StaffMeeting } from '../../../meeting-api.ts'
import { sayDay } from '../../../parts/meetings/day.ts'
import { ClerkPart } from '../clerk-part.tsx'
import { KindNeeds } from '../kind-needs.tsx'
import { meetingWords } from '../meeting-words.ts'
import { may, moveOf } from '../moves.ts'
import { useOnePhoto } from '../one-photo.tsx'
import { PapersPart } from '../papers-part.tsx'
import { PhotosPart } from '../photos-part.tsx'
import { PresentPart } from '../minutes/present-part.tsx'
import { AgendaPart } from './agenda-part.tsx'
import { InvitedPart } from './invited-part.tsx'
import { MoveForm } from './move-form.tsx'

export function BeforePart({ meeting }: { meeting: StaffMeeting }) {
  return <div className="me-columns">
    <div className="me-side-by">
      {meeting.mine && (meeting.state === 'planned' ? <CallPart meeting={meeting} /> : <StartPart meeting={meeting} />)}
      {meeting.mine && may(meeting, 'attend') && <PresentPart meeting={meeting} />}
      <InvitedPart meeting={meeting} />
      <AgendaPart meeting={meeting} />
    </div>
    <div className="me-side-by">{meeting.mine && <Changes meeting={meeting} />}<ClerkPart meeting={meeting} /><PhotosPart meeting={meeting} /><PapersPart meeting={meeting} /><KindNeeds kind={meeting.kind} /></div>
  </div>
}

/** What is missing until the notice can be posted, or the one button that posts it. [DM3] [DM4] */
function CallPart({ meeting }: { meeting: StaffMeeting }) {
  const w = useWords(meetingWords)
  const say = useSay()
  const step = useStep(meeting.id)
  const photo = useOnePhoto()
  const call = moveOf(meeting, 'call')
  const why = meeting.missing.length > 0 ? meeting.missing : call && !call.may && call.why ? [call.why] : []
  if (why.length > 0) return <section className="me-todo"><p className="me-todo__lead">{w.todo}</p><ul>{why.map((one) => <li
    key={one.zh}>{say(one)}</li>)}</ul></section>
  return <DecisionPanel lead={w.yourTurn} reason={w.ready}>
    <div className="me-stack"><p className="lk-second">{w.callLine}</p>
      <p className="lk-second">{w.noticeFirst}</p>{photo.picker}
      <Button look="decide" busy={step.isPending} whyNot={photo.waits ? w.photoWaits : undefined}
        onClick={() => step.mutate({ to: 'call', body: { photo: photo.claim } })}>{w.call}</Button>
      {step.error && <ErrorNote title={w.refused} error={step.error} />}</div>
  </DecisionPanel>
}

function StartPart({ meeting }: { meeting: StaffMeeting }) {
  const w = useWords(meetingWords)
  const say = useSay()
  const { lang } = useSettings()
  const step = useStep(meeting.id)
  const start = moveOf(meeting, 'start')
  if (!start?.may) return <section className="me-todo"><p className="me-todo__lead">{w.waitStart}</p>
    <ul>{start?.why && <li>{say(start.why)}</li>}<li>{meeting.noticeOn &&
      <Meta>{[`${w.pCall} ${sayDay(meeting.noticeOn, lang)}`]}</Meta>}</li></ul></section>
  return <DecisionPanel lead={w.startTurn} reason={w.startLine}>
    <Button look="decide" busy={step.isPending} onClick={() => step.mutate({ to: 'start', body: {} })}>{w.start}</Button>
    {step.error && <ErrorNote title={w.refused} error={step.error} />}
  </DecisionPanel>
}

/** Another time or place, or no meeting at all; a called one needs a reason. */
function Changes({ meeting }: { meeting: StaffMeeting }) {
  const w = useWords(meetingWords)
  const [doing, setDoing] = useState<'move' | 'cancel'>()
  const [reason, setReason] = useState('')
  const step = useStep(meeting.id, () => setDoing(undefined))
  const toggle = (which: 'move' | 'cancel') => setDoing(doing === which ? undefined : which)
  return <section className="me-changes">
    <p className="lk-moves">
      {may(meeting, 'move') && <Button aria-expanded={doing === 'move'} onClick={() => toggle('move')}>{w.changeTime}</Button>}
      {may(meeting, 'cancel') && <Button look="quiet" aria-expanded={doing === 'cancel'} onClick={() => toggle('cancel')}>{w.cancel}</Button>}</p>
    {doing === 'move' && <MoveForm meeting={meeting} busy={step.isPending} onSend={(body) => step.mutate({ to: 'move', body })} />}
    {doing === 'cancel' && <form className="me-inline" onSubmit={(event) => { event.preventDefault(); step.mutate({ to: 'cancel',
      body: { reason: reason.trim() } }) }}>
      <Field label={w.reason} required minLength={4} value={reason} maxLength={200} autoFocus onChange={(event) => setReason(event.target.value)} />
      <Button type="submit" busy={step.isPending}>{w.cancel}</Button></form>}
    {step.error && <ErrorNote title={w.refused} error={step.error} />}
  </section>
}
