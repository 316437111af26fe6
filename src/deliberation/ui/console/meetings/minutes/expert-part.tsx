/** An expert's opinion in writing, attached to the minutes. [DM3] */
import { useState } from 'react'
import { Button, ErrorNote, Select, TextArea, useWords } from '../../../../../ui-kit/index.ts'
import { useStep, type StaffMeeting } from '../../../meeting-api.ts'
import { meetingWords } from '../meeting-words.ts'
import { newId } from './new-id.ts'

export function ExpertPart({ meeting }: { meeting: StaffMeeting }) {
  const w = useWords(meetingWords)
  const experts = meeting.invitations.filter(({ role }) => role === 'expert' || role === 'station')
  const [whose, choose] = useState('')
  const [words, write] = useState('')
  const step = useStep(meeting.id, () => write(''))
  if (experts.length === 0) return null
  const invitation = whose || experts[0]?.id || ''
  return <details className="me-fold"><summary>{w.expert}</summary><div className="me-stack">
    <Select label={w.from_expert} value={invitation} options={experts.map(({ id, label }) => ({ value: id, word: label }))}
      onChange={(event) => choose(event.target.value)} />
    <TextArea label={w.opinionWords} value={words} most={2000} onChange={(event) => write(event.target.value)} />
    <Button busy={step.isPending} whyNot={words.trim().length < 4 ? w.need(w.opinionWords) : undefined}
      onClick={() => step.mutate({ to: 'opinions', body: { id: newId(), invitation, words: words.trim(), file: null,
        written: true } })}>{w.keepOpinion}</Button>
    {step.error && <ErrorNote title={w.refused} error={step.error} />}</div></details>
}
