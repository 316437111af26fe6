/** '/console/meetings/:id': one meeting at the desk, before it, while it goes on, and after it until its minutes are approved and judged. */
import './meetings.css'
import { useParams } from '@tanstack/react-router'
import { Button, ConsoleFrame, ErrorNote, Meta, PageHead, Skeleton, useSay, useSettings, useWords, colon } from '../../../../ui-kit/index.ts'
import { meetingKindWords, meetingStateWords } from '../../../rules/meetings/index.ts'
import { useMeeting, type StaffMeeting } from '../../meeting-api.ts'
import { saySpan } from '../../parts/meetings/day.ts'
import { AfterPart } from './after/after-part.tsx'
import { BeforePart } from './before/before-part.tsx'
import { Desk } from './minutes/desk.tsx'
import { meetingWords } from './meeting-words.ts'

export default function MeetingPage() {
  const w = useWords(meetingWords)
  const { id = '' } = useParams({ strict: false }) as { id?: string } // the route's own parameter
  const meeting = useMeeting(id)
  return <ConsoleFrame current="/console/meetings"><div className="me-page me-one">
    {meeting.data ? <Whole meeting={meeting.data} /> : meeting.error
      ? <ErrorNote title={w.failed} error={meeting.error}><Button look="primary" onClick={() => void meeting.refetch()}>{w.again}</Button></ErrorNote>
      : <Skeleton repeat={4} />}
  </div></ConsoleFrame>
}

function Whole({ meeting }: { meeting: StaffMeeting }) {
  const before = ['planned', 'called'].includes(meeting.state)
  const writing = ['held', 'minuted'].includes(meeting.state)
  return <>
    <Head meeting={meeting} />
    {before ? <BeforePart meeting={meeting} /> : meeting.state === 'cancelled' ? null : <>
      {!writing || meeting.state === 'minuted' ? <AfterPart meeting={meeting} /> : null}
      <Desk key={meeting.id} meeting={meeting} />
    </>}
  </>
}

function Head({ meeting }: { meeting: StaffMeeting }) {
  const w = useWords(meetingWords)
  const say = useSay()
  const { lang } = useSettings()
  const { kind, place, number, presider, state, thread, reason } = meeting
  return <div className="lk-no-print"><PageHead title={meeting.title}
    back={{ href: '/console/meetings', word: w.back }}
    line={<><Meta>{[say(meetingKindWords[kind]), place.name, saySpan(meeting.startsAt, meeting.endsAt, lang), meeting.venue,
      presider ? w.presides(presider) : '', number ?? '']}</Meta>
      {state === 'cancelled' && reason && <span className="me-reason">{w.cancelled}{colon()}{reason}</span>}</>}
    tools={<><span className="me-state">{say(meetingStateWords[state])}</span>
      {/* who is only invited may not reach the thread's desk: its public page is everybody's */}
      {thread && (meeting.mine ? <Button look="quiet" href={`/console/threads/${thread.id}`}>{w.thread}</Button> : <Button look="quiet" href={`/threads/${thread.id}`} outside>{w.thread}</Button>)}
      {state !== 'planned' && <Button look="quiet" href={`/meetings/${meeting.id}`} outside>{w.openPublic}</Button>}</>} /></div>
}
