/** An expert's opinion in writing, attached to the minutes. [DM3] */
import { useState } from 'react'
import { Button, ErrorNote, Select, TextArea, useWords } from '../../../../../ui-kit/index.ts'
import { useStep, type StaffMeeting } from '../../../meeting-api.ts'
import { meetingWords } from '../meeting-words.ts'
import { useOnePhoto } from '../one-photo.tsx'
import { newId } from './new-id.ts'

export function ExpertPart({ meeting }: { meeting: StaffMeeting }) {
  const w = useWords(meetingWords)
  const experts = meeting.invitations.filter(({ role }) => role === 'expert' || role === 'station')
  const [whose, choose] = useState('')
  const [words, write] = useState('')
  const photo = useOnePhoto()
  const step = useStep(meeting.id, () => { write(''); photo.clear() })
  if (experts.length === 0) return null
  const invitation = whose || experts[0]?.id || ''
  return <details className="me-fold"><summary>{w.expert}</summary><div className="me-stack">
    <Select label={w.from_expert} value={invitation} options={experts.map(({ id, label }) => ({ value: id, word: label }))}
      onChange={(event) => choose(event.target.value)} />
    <TextArea label={w.opinionWords} value={words} most={2000} onChange={(event) => write(event.target.value)} />
    <p className="lk-second">{w.opinionHint}</p>{photo.picker}
    <Button busy={step.isPending} whyNot={words.trim().length < 4 ? w.need(w.opinionWords) : photo.waits ? w.photoWaits : undefined}
      onClick={() => step.mutate({ to: 'opinions', body: { id: newId(), invitation, words: words.trim(), file: photo.claim,
        written: true } })}>{w.keepOpinion}</Button>
    {step.error && <ErrorNote title={w.refused} error={step.error} />}</div></details>
}
