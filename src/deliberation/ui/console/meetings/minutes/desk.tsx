/** A meeting at the desk while it goes on and while its minutes are finished: agenda with its clock, minutes line by line, who is there, resolutions. */
import { useState } from 'react'
import { Button, ErrorNote, useOnline, useWords } from '../../../../../ui-kit/index.ts'
import { useSession } from '../../../../../trust/ui/parts/session.ts'
import { useStep, type StaffMeeting } from '../../../meeting-api.ts'
import { meetingWords } from '../meeting-words.ts'
import { may } from '../moves.ts'
import { ClerkPart } from '../clerk-part.tsx'
import { PapersPart } from '../papers-part.tsx'
import { PhotosPart } from '../photos-part.tsx'
import { AgendaColumn, useItem } from './agenda-column.tsx'
import { ExpertPart } from './expert-part.tsx'
import { MinutesColumn } from './minutes-column.tsx'
import { PresentPart } from './present-part.tsx'
import { JudgePart } from '../after/judge-part.tsx'
import { ResolutionsPart } from './resolutions-part.tsx'
import { TurnsPart } from './turns-part.tsx'

export function Desk({ meeting }: { meeting: StaffMeeting }) {
  const w = useWords(meetingWords)
  const who = useSession().data?.person?.id
  const online = useOnline()
  const live = meeting.state === 'held'
  const { item, turnTo } = useItem(meeting)
  const [speaker, letSpeak] = useState<{ readonly label: string; readonly at: number }>()
  if (!who) return null
  return <div className={live ? 'me-desk' : 'me-desk me-desk--after'}>
    {!online && <p className="me-offline" role="status">{w.offline}</p>}
    {live && <AgendaColumn meeting={meeting} item={item} onTurn={turnTo} />}
    <MinutesColumn meeting={meeting} who={who} item={item} speaker={speaker} onItem={turnTo} />
    <div className="me-side-by">
      {live && meeting.mine && <TurnsPart meeting={meeting} item={item} onSpeak={(label) => letSpeak({ label, at: performance.now() })} />}
      <ResolutionsPart meeting={meeting} />
      {meeting.kind === 'evaluation' && <JudgePart meeting={meeting} />}
      <PresentPart meeting={meeting} />
      {meeting.mine && may(meeting, 'write') && <ExpertPart meeting={meeting} />}
      <ClerkPart meeting={meeting} />
      <PhotosPart meeting={meeting} />
      {live ? meeting.mine && <End meeting={meeting} /> : <PapersPart meeting={meeting} />}
    </div>
  </div>
}

function End({ meeting }: { meeting: StaffMeeting }) {
  const w = useWords(meetingWords)
  // the button stands at the foot of the page, what comes next at its head
  const step = useStep(meeting.id, () => scrollTo(0, 0))
  return <section className="me-end"><p className="lk-second">{w.endLine}</p>
    <Button look="primary" busy={step.isPending} onClick={() => step.mutate({ to: 'end', body: { attendance: null } })}>{w.end}</Button>
    {step.error && <ErrorNote title={w.refused} error={step.error} />}</section>
}
