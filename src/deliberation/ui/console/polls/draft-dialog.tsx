/** What common ground proposes, as a text to take into a meeting: their own words, and how far every group accepts them. [OM18] */
import { useState } from 'react'
import { Button, Dialog, ErrorNote, Skeleton, useWords } from '../../../../ui-kit/index.ts'
import { kindRules } from '../../../rules/meetings/index.ts'
import { useMeetings } from '../../meeting-api.ts'
import { useDraft, type StaffPoll } from '../../parts/polls/poll-api.ts'
import { percent } from '../../parts/polls/say.ts'
import { deskWords } from './words.ts'

export function DraftDialog({ poll, onClose }: { poll: StaffPoll; onClose: () => void }) {
  const w = useWords(deskWords)
  const draft = useDraft(poll.id)
  const [copied, tell] = useState(false)
  const text = draft.data?.words ?? ''
  const copy = async () => {
    try { await navigator.clipboard.writeText(text); tell(true) } catch { tell(false) } // the text stands on the page and can be marked
  }
  return <Dialog wide title={w.draftTitle} onClose={onClose} foot={<><Button onClick={onClose}>{w.shut}</Button>
    <Button look={poll.thread ? 'plain' : 'primary'} whyNot={draft.data ? undefined : w.draftTitle} onClick={() => void copy()}>{copied ? w.copied
      : w.copy}</Button>
    {poll.thread && <ToMeeting thread={poll.thread} />}</>}>
    {draft.error ? <ErrorNote title={w.notDone} error={draft.error} /> : !draft.data ? <Skeleton lines={[100, 100, 60]} />
      : <div className="lk-stack">
      <p className="lk-second">{w.draftLine(draft.data.people, draft.data.groups)}</p>
      <blockquote className="pc-draft" tabIndex={0}>{text}</blockquote>
      <ul className="lk-second">{draft.data.from.map(({ n, least }) => least === null ? null : <li key={n}>{w.least(n, percent(least))}</li>)}</ul>
    </div>}
  </Dialog>
}

/** To the meeting that can decide it now, going on or being minuted; without one, to planning it. */
function ToMeeting({ thread }: { thread: string }) {
  const w = useWords(deskWords)
  const now = useMeetings({ thread }).data?.items.find(({ kind, state }) =>
    kindRules[kind].decides === 'resolutions' && (state === 'held' || state === 'minuted'))
  return <Button look="primary" href={now ? `/console/meetings/${now.id}` : `/console/meetings/new?thread=${thread}`}>
    {now ? w.toMeeting : w.meeting}</Button>
}
