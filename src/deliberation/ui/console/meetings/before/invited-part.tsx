/** Who is invited, as the public reads it, and what they answered; more can be invited until the meeting begins. [DM3] */
import { useState } from 'react'
import { Button, ErrorNote, Field, Icon, Meta, SectionTitle, Select, useSay, useWords } from '../../../../../ui-kit/index.ts'
import { invitationAnswerWords, INVITATION_ANSWERS, roleWords, ROLES, type InvitationAnswer, type Role } from '../../../../rules/meetings/index.ts'
import { proposedOf, useAnswerInvitation, useStep, useThreadBehind, type Invitation, type StaffMeeting } from '../../../meeting-api.ts'
import { meetingWords } from '../meeting-words.ts'
import { may } from '../moves.ts'
import { keyOfProposed } from '../party-fields.tsx'

export function InvitedPart({ meeting }: { meeting: StaffMeeting }) {
  const w = useWords(meetingWords)
  const invites = meeting.mine && may(meeting, 'invite')
  const step = useStep(meeting.id)
  const parties = useThreadBehind(invites ? meeting.thread?.id : undefined)
  const known = new Set(meeting.invitations.map(keyOfProposed))
  const orgs = new Set(meeting.invitations.map(({ org }) => org))
  const left = (parties.data ? proposedOf(parties.data, meeting.kind)
    : []).filter((one) => !known.has(keyOfProposed(one)) && (one.party !== null || one.org === null || !orgs.has(one.org)))
  const send = (invitations: readonly object[], drop: readonly string[] = []) => step.mutate({ to: 'invitations', body: { invitations, drop } })
  return <section><SectionTitle aside={String(meeting.invitations.length)}>{w.invited}</SectionTitle>
    {meeting.invitations.length === 0 ? <p className="lk-second">{w.noneInvited}</p>
      : <ul className="me-people">{meeting.invitations.map((one) => <li key={one.id}><Person one={one} meeting={meeting}
        onDrop={() => send([], [one.id])} /></li>)}</ul>}
    {invites && left.length > 0 && <p className="lk-moves">{left.map(({ must, ...one }) => <Button key={keyOfProposed(one)} size="small" icon="plus"
      busy={step.isPending}
      onClick={() => send([one])}>{one.label}{must ? `（${w.mustHear}）` : ''}</Button>)}</p>}
    {invites && <Another busy={step.isPending} onSend={(one) => send([one])} />}
    {step.error && <ErrorNote title={w.refused} error={step.error} />}
  </section>
}

function Person({ one, meeting, onDrop }: { one: Invitation; meeting: StaffMeeting; onDrop: () => void }) {
  const w = useWords(meetingWords)
  const say = useSay()
  const said = one.answer ? say(invitationAnswerWords[one.answer]) : one.sentAt ? w.unanswered : ''
  return <><div><b>{one.label}</b><span className="lk-second"><Meta>{[say(roleWords[one.role]), said, one.reason ?? '']}</Meta></span></div>
    {meeting.mine && meeting.state === 'planned' && may(meeting, 'invite') &&
      <button type="button" className="lk-icon-button" aria-label={w.drop(one.label)} onClick={onDrop}>
      <Icon name="cross" size={16} /></button>}
    {meeting.mine && meeting.state === 'called' && <Noted one={one} />}</>
}

/** An answer that was given by mouth, noted by who holds the meeting; who stays away says why, who sends somebody says whom. */
function Noted({ one }: { one: Invitation }) {
  const w = useWords(meetingWords)
  const say = useSay()
  const [chosen, choose] = useState<InvitationAnswer>()
  const [reason, write] = useState('')
  const answer = useAnswerInvitation(() => choose(undefined))
  const pick = (value: string) => {
    const found = INVITATION_ANSWERS.find((known) => known === value)
    if (found === 'comes') answer.mutate({ id: one.id, answer: found, reason: '' })
    else choose(found)
  }
  return <>
    <Select quietLabel label={w.noteAnswer(one.label)} empty={w.unanswered} value={chosen ?? one.answer ?? ''}
      options={INVITATION_ANSWERS.map((value) => ({ value,
        word: say(invitationAnswerWords[value]) }))} onChange={(event) => pick(event.target.value)} />
    {chosen && <form className="me-inline me-people__more"
      onSubmit={(event) => { event.preventDefault(); if (reason.trim()) answer.mutate({ id: one.id, answer: chosen, reason: reason.trim() }) }}>
      <Field label={w.whyNot} required value={reason} maxLength={200} autoFocus onChange={(event) => write(event.target.value)} />
      <Button type="submit" busy={answer.isPending}>{w.keepCount}</Button></form>}
    {answer.error && <ErrorNote title={w.refused} error={answer.error} />}
  </>
}

function Another({ busy, onSend }: { busy: boolean; onSend: (invitation: object) => void }) {
  const w = useWords(meetingWords)
  const say = useSay()
  const [role, setRole] = useState<Role>('resident')
  const [label, setLabel] = useState('')
  const send = () => { if (label.trim() !== '') { onSend({ role, party: null, org: null, post: null, label: label.trim() }); setLabel('') } }
  return <form className="me-another" onSubmit={(event) => { event.preventDefault(); send() }}>
    <Select label={w.asWhat} value={role} options={ROLES.filter((one) => one !== 'party').map((value) => ({ value, word: say(roleWords[value]) }))}
      onChange={(event) => setRole(ROLES.find((one) => one === event.target.value) ?? 'resident')} />
    <Field label={w.called} required value={label} maxLength={40} onChange={(event) => setLabel(event.target.value)} />
    <Button type="submit" busy={busy}>{w.invite}</Button>
  </form>
}
