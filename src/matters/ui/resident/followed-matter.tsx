/** One matter for its reporter: who has it, until when, why, what was done, and what the reporter may do. */
import { lazy, Suspense, useState } from 'react'
import { Button, Dot, ResidentShell, SectionTitle, Timeline, TimelineEntry, useWords } from '../../../ui-kit/index.ts'
import type { Followed } from '../resident-api.ts'
import { followWords } from './follow-words.ts'
import { MoreMoves } from './more-moves.tsx'
import { NoteDialog } from './note-dialog.tsx'
import { OutcomeNote } from './outcome-note.tsx'
import { ProofDialog } from './proof-dialog.tsx'
import { SettledNote } from './settled-note.tsx'
import { StoryLine } from './story-line.tsx'
import { ThreadNote } from './thread-note.tsx'
import { ThreeQuestions } from './three-questions.tsx'
import { VerdictGiven } from './verdict-given.tsx'
import { WhoUntil } from './who-until.tsx'
import { Promises, WhyDue } from './why-due.tsx'

const JoinedNote = lazy(() => import('./joined-note.tsx'))

export function FollowedMatter({ matter, onOther }: { matter: Followed; onOther: () => void }) {
  const w = useWords(followWords)
  const [open, show] = useState<'note' | 'proof' | null>(null)
  const may = (move: string) => matter.moves.includes(move)
  const ended = matter.state === 'closed' || matter.state === 'withdrawn'
  const joined = matter.state === 'joined'
  return <ResidentShell back={{ href: '/', word: w.mine }} right={<span className="mr-number">{w.nth(matter.number)}</span>}
    bar={<>{may('note') && <Button icon="chat" onClick={() => show('note')}>{w.addNote}</Button>}<Button icon="doc"
      onClick={() => show('proof')}>{w.receiptButton}</Button></>}>
    <div className="mr-head">
      <h1 className="lk-title">{matter.title}</h1>
      <p className="lk-second">{matter.place?.name}{matter.reopened > 0 && <><Dot />{w.again}</>}</p>
    </div>
    {!joined && <WhoUntil matter={matter} />}
    <div className="lk-stack mr-followed">
      {(matter.outcome === 'unable' || matter.outcome === 'explained') && matter.answer && matter.state !== 'finished' && <OutcomeNote
        matter={matter} asking={may('verdict')} />}
      <SettledNote matter={matter} />
      {may('verdict') && <ThreeQuestions matter={matter} />}
      {ended && <VerdictGiven matter={matter} />}
      <ThreadNote matter={matter} />
      <Suspense><JoinedNote matter={matter} /></Suspense>
      {!ended && !joined && <WhyDue matter={matter} open={matter.state !== 'answered'} />}
      {!ended && !joined && matter.state !== 'answered' && <Promises matter={matter} />}
      <section className="mr-story"><SectionTitle rule="above">{w.story}</SectionTitle>
        <Timeline>
          {!ended && matter.state !== 'answered' && <TimelineEntry kind="future"
            time={w.future}>{matter.state === 'finished' ? w.futureVerdict : w.futureVerify}</TimelineEntry>}
          {matter.story.map((entry, i) => <StoryLine key={entry.id} entry={entry} newest={i === 0 && !ended} />)}
        </Timeline>
        <p className="mr-said"><span className="lk-caption">{w.yourWords}</span>{matter.words}</p>
      </section>
      <MoreMoves matter={matter} onOther={onOther} />
    </div>
    {open === 'note' && <NoteDialog matter={matter} onClose={() => show(null)} />}
    {open === 'proof' && <ProofDialog matter={matter} onClose={() => show(null)} />}
  </ResidentShell>
}
