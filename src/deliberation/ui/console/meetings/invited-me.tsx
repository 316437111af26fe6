/** Meetings that the acting post is invited to, with its answer. [DM3] */
import { useState } from 'react'
import { Button, ErrorNote, Field, Go, Meta, SectionTitle, useSay, useSettings, useWords, comma } from '../../../../ui-kit/index.ts'
import { invitationAnswerWords, meetingKindWords, type InvitationAnswer } from '../../../rules/meetings/index.ts'
import { useAnswerInvitation, useInvitations, type InvitedTo } from '../../meeting-api.ts'
import { saySpan } from '../../parts/meetings/day.ts'
import { meetingWords } from './meeting-words.ts'

export function InvitedPart() {
  const w = useWords(meetingWords)
  const invitations = useInvitations()
  const items = (invitations.data?.items ?? []).filter(({ meeting }) => meeting.state === 'called')
  if (items.length === 0) return null
  return <section><SectionTitle aside={String(items.length)}>{w.invitedMe}</SectionTitle>
    <ul className="me-list">{items.map((one) => <li key={one.id}><Invited one={one} /></li>)}</ul></section>
}

function Invited({ one }: { one: InvitedTo }) {
  const w = useWords(meetingWords)
  const say = useSay()
  const { lang } = useSettings()
  const [why, ask] = useState<InvitationAnswer>()
  const [reason, setReason] = useState('')
  const send = useAnswerInvitation(() => ask(undefined))
  const answer = (said: InvitationAnswer) => { if (said === 'comes') send.mutate({ id: one.id, answer: said, reason: '' }); else ask(said) }
  return <article className="me-invited">
    <div><b><Go className="lk-link" href={`/meetings/${one.meeting.id}`} outside>{one.meeting.title}</Go></b>
      <p className="lk-second"><Meta>{[saySpan(one.meeting.startsAt, one.meeting.endsAt, lang), one.meeting.venue,
        say(meetingKindWords[one.meeting.kind]), one.meeting.keeper.name]}</Meta></p>
      {one.answer && <p className="lk-second">{say(invitationAnswerWords[one.answer])}{one.reason ? `${comma()}${one.reason}` : ''}</p>}</div>
    <div className="lk-moves">
      <Button look={one.answer === 'comes' ? 'primary' : 'plain'} busy={send.isPending} onClick={() => answer('comes')}>{w.comes}</Button>
      <Button aria-expanded={why === 'not'} onClick={() => answer('not')}>{w.comesNot}</Button>
      <Button aria-expanded={why === 'sends'} onClick={() => answer('sends')}>{w.sends}</Button></div>
    {why && <form className="me-inline" onSubmit={(event) => { event.preventDefault(); send.mutate({ id: one.id, answer: why,
      reason: reason.trim() }) }}>
      <Field label={w.whyNot} value={reason} maxLength={200} autoFocus onChange={(event) => setReason(event.target.value)} />
      <Button look="primary" type="submit" busy={send.isPending}>{w.answer}</Button></form>}
    {send.error && <ErrorNote title={w.refused} error={send.error} />}
  </article>
}
