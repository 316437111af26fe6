/** '/s/:code': signing in at the door of a meeting. Who has spoken here before needs one press; others say once who they are. [DM7] */
import './meetings.css'
import { useState } from 'react'
import { Button, clockTime, ErrorNote, Icon, NotFound, problemOf, ResidentShell, Skeleton, useSay, useWords, comma } from '../../../../ui-kit/index.ts'
import { meetingKindWords } from '../../../rules/meetings/index.ts'
import { SpeakAs, useSpeaker } from '../../parts/speak-as.tsx'
import { useDoor, useSignIn, type MeetingAtDoor } from '../../meeting-api.ts'
import { openMeetingWords } from './meeting-words.ts'

export default function SignInPage({ params }: { params: Record<string, string | undefined> }) {
  const w = useWords(openMeetingWords)
  const code = params['code'] ?? ''
  const door = useDoor(code)
  if (door.error && problemOf(door.error).status === 404) return <ResidentShell><NotFound home="/" /></ResidentShell>
  if (door.error) return <ResidentShell><ErrorNote title={w.failed} error={door.error}><Button look="primary"
    onClick={() => void door.refetch()}>{w.again}</Button></ErrorNote></ResidentShell>
  return door.data ? <Door door={door.data} code={code} /> : <ResidentShell><Skeleton lines={[40, 90, 70]} /></ResidentShell>
}

function Door({ door, code }: { door: MeetingAtDoor; code: string }) {
  const w = useWords(openMeetingWords)
  const say = useSay()
  const speaker = useSpeaker().data
  const [signed, setSigned] = useState(false)
  const sign = useSignIn(() => setSigned(true))
  const open = door.maySignIn && !signed
  return <ResidentShell bar={open && speaker ? <Button look="primary" size="bar" busy={sign.isPending}
    onClick={() => sign.mutate(code)}>{w.sign}</Button>
    : signed ? <Button size="bar" href={`/meetings/${door.id}`}>{w.seeAgenda}</Button> : undefined} barNote={open && speaker ? w.onPaper : undefined}>
    <p className="lk-second">{say(meetingKindWords[door.kind])}{comma()}{clockTime(Date.parse(door.startsAt))}{comma()}{door.venue}</p>
    <h1 className="om-title">{door.title}</h1>
    {signed ? <><p className="om-signed" role="status"><Icon name="check" size={22} />{w.signed}</p><p>{w.signedLine}</p></>
      : !door.maySignIn ? <><p className="om-said">{w.notNow}</p><p className="lk-second">{w.notNowLine}</p><p><Button
        href={`/meetings/${door.id}`}>{w.seeAgenda}</Button></p></>
        : <div className="om-door"><SpeakAs />{!speaker && <p className="lk-second">{w.onPaper}</p>}</div>}
    {sign.error && <ErrorNote title={w.notSent} error={sign.error}><Button look="primary"
      onClick={() => sign.mutate(code)}>{w.again}</Button></ErrorNote>}
  </ResidentShell>
}
