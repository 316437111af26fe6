/** Who wants to speak, in the order of the rules: who has not spoken yet comes first. [DM8] */
import { useState } from 'react'
import { Button, ErrorNote, Field, SectionTitle, useWords } from '../../../../../ui-kit/index.ts'
import { whoSpeaks } from '../../../../rules/meetings/index.ts'
import { useStep, type StaffMeeting } from '../../../meeting-api.ts'
import { meetingWords } from '../meeting-words.ts'
import { newId } from './new-id.ts'

export function TurnsPart({ meeting, item, onSpeak }: { meeting: StaffMeeting; item: number | null; onSpeak: (label: string) => void }) {
  const w = useWords(meetingWords)
  const [name, setName] = useState('')
  const step = useStep(meeting.id, ({ to }) => { if (to === 'turns') setName('') })
  const waiting = whoSpeaks(meeting.turns)
  const ask = () => { if (name.trim() !== '') step.mutate({ to: 'turns', body: { id: newId(), label: name.trim(), agenda: item } }) }
  return <section className="me-turns"><SectionTitle aside={String(waiting.length)}>{w.turns}</SectionTitle>
    {waiting.length === 0 ? <p className="lk-second">{w.nobodyWaits}</p>
      : <ol>{waiting.map((turn, at) => <li key={turn.id}><b>{turn.label}</b><span className="lk-moves">
      <Button size="small" look={at === 0 ? 'primary' : 'plain'} onClick={() => { onSpeak(turn.label); step.mutate({ to: 'turn',
        body: { turn: turn.id, to: 'spoke' } }) }}>{w.letSpeak}</Button>
      <Button size="small" look="quiet" onClick={() => step.mutate({ to: 'turn',
        body: { turn: turn.id, to: 'dropped' } })}>{w.letBe}</Button></span></li>)}</ol>}
    <form className="me-inline" onSubmit={(event) => { event.preventDefault(); ask() }}>
      <Field label={w.wantName} required value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />
      <Button type="submit" busy={step.isPending}>{w.ask}</Button></form>
    {step.error && <ErrorNote title={w.refused} error={step.error} />}
  </section>
}
