/** The form of one move, at an address of its own: the phone's way back leads to the matter. */
import { Button, Empty, FieldShell, problemOf, Skeleton, useOutbox, useWords } from '../../../ui-kit/index.ts'
import { useMatter, type MatterDetail } from '../staff-api.ts'
import { ReadError, SignedIn, type Worker } from './frame.tsx'
import { moveWords } from './move-words.ts'
import { fieldMove, movesToOffer, type FieldMove } from './moves-offered.ts'
import { waitingOn, withWaiting } from './send-move.ts'
import { ContactForm } from './moves/contact.tsx'
import { FinishForm } from './moves/finish.tsx'
import { HandOverForm } from './moves/hand-over.tsx'
import { VerdictForm, VerifyForm } from './moves/judge.tsx'
import { LogForm, NoteForm, ReportInForm } from './moves/notes.tsx'
import { SlipAnswerForm, SlipForm } from './moves/slip.tsx'
import { AskExtensionForm, ResumeForm, SuspendForm, VisitTriedForm } from './moves/waiting.tsx'
import { TellForm } from './moves/tell.tsx'
import { WhistleForm } from './moves/whistle.tsx'

/** The page at /field/m/:id/do/:move. */
export default function MovePage({ params }: { params: { id?: string; move?: string } }) {
  return <SignedIn>{(worker) => <Reading key={`${params.id}.${params.move}`} id={params.id ?? ''} move={fieldMove(params.move)} worker={worker} />}
    </SignedIn>
}

function Reading({ id, move, worker }: { id: string; move: FieldMove | null; worker: Worker }) {
  const w = useWords(moveWords)
  const { data: seen, error, refetch } = useMatter(id)
  const waiting = waitingOn(useOutbox(), id)
  const data = seen && withWaiting(seen, waiting)
  if (data && move && move !== 'take' && movesToOffer(data, worker.post).includes(move)) return <Form matter={data} move={move} worker={worker} />
  const back = { href: `/field/m/${id}`, word: w.seeMatter }
  if (data || move === null || move === 'take' || (error && problemOf(error).code === 'not_found')) {
    return <FieldShell back={back}><Empty title={w.notNow} line={w.notNowLine}><Button href={back.href}>{w.seeMatter}</Button></Empty></FieldShell>
  }
  return <FieldShell back={back}>{error ? <ReadError error={error} onAgain={() => void refetch()} /> : <Skeleton lines={[60, 100, 100]} repeat={3} />}
    </FieldShell>
}

function Form({ matter, move, worker }: { matter: MatterDetail; move: Exclude<FieldMove, 'take'>; worker: Worker }) {
  switch (move) {
    case 'finish': return <FinishForm matter={matter} />
    case 'hand_over': return <HandOverForm matter={matter} post={worker.post} />
    case 'contact': return <ContactForm matter={matter} />
    case 'log': return <LogForm matter={matter} />
    case 'note': return <NoteForm matter={matter} />
    case 'report_in': return <ReportInForm matter={matter} />
    case 'verify': return <VerifyForm matter={matter} />
    case 'verdict': return <VerdictForm matter={matter} />
    case 'whistle': return <WhistleForm matter={matter} post={worker.post} />
    case 'slip': return <SlipForm matter={matter} demo={worker.demo} />
    case 'slip_answer': return <SlipAnswerForm matter={matter} />
    case 'suspend': return <SuspendForm matter={matter} />
    case 'resume': return <ResumeForm matter={matter} />
    case 'ask_extension': return <AskExtensionForm matter={matter} />
    case 'visit_tried': return <VisitTriedForm matter={matter} />
    case 'tell': return <TellForm matter={matter} worker={worker} />
  }
}
