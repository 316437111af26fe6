/** What comes next: the one step when nothing is missing, else each thing that is missing with the way to it. Only moves that the rules allow are drawn. */
import { useState, type ReactNode } from 'react'
import { Button, DecisionPanel, ErrorNote, Icon, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { outcomeWords, stepWords, type Step } from '../../../rules/threads/index.ts'
import { useThreadStep, type DeskThread, type Missing } from '../../thread-desk-api.ts'
import { sayDayOf } from '../../parts/meetings/day.ts'
import * as form from './thread-forms.tsx'
import { formWords, threadWords } from './thread-words.ts'

type Move = 'title' | 'matter' | 'call' | 'sort' | 'party' | 'heard' | 'vote' | 'task' | 'verdict' | 'end' | 'back' | 'decline'
const MOVES: readonly Move[] = ['title', 'matter', 'call', 'sort', 'party', 'heard', 'vote', 'task', 'verdict', 'back', 'decline']
/** What each thing that is missing is entered by. */
const WAYS: Readonly<Record<string, Move | 'meeting'>> = {
  title_missing: 'title', not_called: 'call', not_sorted: 'sort', parties_missing: 'party', meeting_missing: 'meeting', resolution_missing: 'meeting', evaluation_missing: 'meeting',
  vote_missing: 'vote', unheard: 'heard', task_missing: 'task', verdict_missing: 'verdict',
}
const EARLIER: Readonly<Partial<Record<Step, Step>>> = { deliberate: 'sort', do: 'deliberate', judge: 'do' }
const FORMS: Readonly<Record<Exclude<Move, 'back'>, (props: form.FormProps) => ReactNode>> = {
  title: form.TitleForm, matter: form.MatterForm, call: form.CallForm, sort: form.SortForm, party: form.PartyForm, heard: form.HeardForm, vote: form.VoteForm, task: form.TaskForm,
  verdict: form.SlipForm, end: form.EndForm, decline: form.DeclineForm,
}

export function NextPanel({ thread }: { thread: DeskThread }) {
  const [w, f] = [useWords(threadWords), useWords(formWords)]
  const say = useSay()
  const [making, make] = useState<Move | null>(null)
  const step = useThreadStep()
  const { next, moves, missing } = thread
  const word = (move: Move): string => (move === 'call' && thread.callUntil ? f.longer : f[move])
  const ways = new Set(missing.map(({ code }) => WAYS[code]))
  const rest = MOVES.filter((move) => moves.includes(move) && !ways.has(move))
  const others = <>{rest.length > 0 && <details className="th-more"><summary>{w.moreMoves}<Icon name="down" size={16} /></summary>
    <div className="th-more__moves">{rest.map((move) => <Button key={move} look="quiet" onClick={() => make(move)}>{word(move)}</Button>)}</div></details>}</>
  const done = { ended: thread.outcome ? w.overEnded(say(outcomeWords[thread.outcome])) : '', declined: w.overDeclined }[thread.step as 'ended' | 'declined']
  const Form = making === null || making === 'back' ? null : FORMS[making]
  return <div className="lk-no-print">
    {next === null ? <section className="lk-card"><p><b>{done}</b></p>{thread.step === 'declined' && thread.why && <p className="lk-second">{thread.why}</p>}</section>
      : missing.length === 0 && thread.keeps ? <DecisionPanel lead={w.ready} reason={next === 'ended' ? w.readyEnd : w.readyFor(say(stepWords[next]))}>
        {next === 'ended' ? <Button look="decide" onClick={() => make('end')}>{w.endIt}</Button>
          : <Button look="decide" busy={step.isPending} onClick={() => step.mutate({ to: `threads/${thread.id}/move`, body: { to: next, reason: '' } })}>{w.go(say(stepWords[next]))}</Button>}{others}</DecisionPanel>
        : <section className="lk-card th-missing"><p><b>{missing.length === 0 ? w.notYours(thread.keeper) : next === 'ended' ? w.missingEnd : w.missing(say(stepWords[next]))}</b></p>
          <ul>{missing.map((one, n) => <MissingLine key={n} missing={one} thread={thread} onMake={make} word={word} />)}</ul>{thread.keeps && others}</section>}
    {step.error && <ErrorNote title={w.refused} error={step.error} />}
    {making === 'back' && <form.BackForm thread={thread} to={EARLIER[thread.step] ?? ''} onClose={() => make(null)} />}
    {Form && <Form thread={thread} onClose={() => make(null)} />}
  </div>
}

/** Whether the meeting that is missing may be planned at this step. */
const mayMeet = (code: string, step: Step): boolean => (code === 'evaluation_missing' ? step === 'judge' : step === 'deliberate')

function MissingLine({ missing, thread, onMake, word }: { missing: Missing; thread: DeskThread; onMake: (move: Move) => void; word: (move: Move) => string }) {
  const w = useWords(threadWords)
  const say = useSay()
  const { lang } = useSettings()
  const way = thread.keeps ? WAYS[missing.code] : undefined
  return <li><span>{say(missing.explain)}{missing.from && <b className="lk-nowrap"> {w.from(sayDayOf(missing.from, lang))}</b>}</span>
    {way === 'meeting' ? mayMeet(missing.code, thread.step) && <Button size="small" href={`/console/meetings/new?thread=${thread.id}`}>{w.planOne}</Button>
      : way && thread.moves.includes(way) ? <Button size="small" onClick={() => onMake(way)}>{word(way)}</Button> : null}</li>
}
