/** Who writes the minutes, and choosing somebody else until they are posted. [DM18] */
import { ErrorNote, Select, useWords } from '../../../../ui-kit/index.ts'
import { useStep, type StaffMeeting } from '../../meeting-api.ts'
import { meetingWords } from './meeting-words.ts'
import { may } from './moves.ts'

export function ClerkPart({ meeting }: { meeting: StaffMeeting }) {
  const w = useWords(meetingWords)
  const step = useStep(meeting.id)
  if (!meeting.mine || !may(meeting, 'clerk') || meeting.clerks.length === 0) return null
  const known = meeting.clerks.some(({ post }) => post === meeting.clerkPost)
  // who holds several posts of one name stands here once
  const once = meeting.clerks.filter(({ post, title }, n) => post === meeting.clerkPost
    || !meeting.clerks.some((other, at) => other.title === title && (other.post === meeting.clerkPost || at < n)))
  return <section className="me-clerk lk-no-print">
    <Select label={w.clerk} hint={w.clerkHint} disabled={step.isPending} value={known ? meeting.clerkPost ?? '' : ''} {...(known ? {} : { empty: w.noClerk })}
      options={once.map(({ post, title }) => ({ value: post, word: title }))} onChange={(event) => { if (event.target.value !== '') step.mutate({ to: 'clerk', body: { post: event.target.value } }) }} />
    {step.error && <ErrorNote title={w.refused} error={step.error} />}
  </section>
}
