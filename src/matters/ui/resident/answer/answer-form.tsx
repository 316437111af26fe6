/** What the department answers: which step, in a sentence, with its own number where it has one. Once. */
import { useState, type FormEvent } from 'react'
import { Button, Choices, Empty, ErrorNote, Field, isDemo, RadioCards, ResidentShell, Select, TextArea, useSay,
  useWords } from '../../../../ui-kit/index.ts'
import { OBJECTION_GROUNDS, reasonOf, reasonStands, UNABLE_REASONS, type AnswerName } from '../../../rules/index.ts'
import { useAnswer, type AnswerSlip, type Typed } from './answer-api.ts'
import { answerWords } from './answer-words.ts'
import { SlipView } from './slip-view.tsx'

type Outcome = 'solved' | 'unable' | 'explained'
type Draft = { readonly what: AnswerName | undefined; readonly note: string; readonly outcome: Outcome; readonly reason: string;
  readonly number: string; readonly ground: string }

function missingOf({ what, note, outcome, reason, number, ground }: Draft, lead: boolean,
  w: ReturnType<typeof useWords<typeof answerWords>>): string | undefined {
  if (!what) return w.whatFirst
  if (what === 'number') return number.trim() === '' ? w.numberFirst : undefined
  if (what === 'object') return ground === '' ? w.groundFirst : note.trim() === '' || !reasonStands('object', ground, note) ? w.evidenceFirst : undefined
  if (what === 'finish' && lead && outcome === 'unable' && reason === '') return w.reasonFirst
  return note.trim() === '' && what !== 'take' ? w.noteFirst : undefined
}

function NotOurs({ slip }: { slip: AnswerSlip }) {
  const w = useWords(answerWords)
  const { name, phone } = slip.community
  return <section className="ma-not-ours"><h2>{w.notOurs}</h2><p className="lk-second">{w.notOursLine}</p>
    {phone && (isDemo() ? <p className="lk-second">{w.call(name, phone)}</p> : <p><a className="lk-link" href={`tel:${phone}`}>{w.call(name,
      phone)}</a></p>)}</section>
}

function Outcomes({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  const w = useWords(answerWords)
  const say = useSay()
  return <>
    <Choices legend={w.outcome} shown options={(['solved', 'unable', 'explained'] as const).map((value) => ({ value,
      word: w[value] }))} value={draft.outcome}
      onChange={(outcome) => change({ outcome })} />
    {draft.outcome === 'unable' && <Select label={w.reason} empty={w.choose} value={draft.reason}
      onChange={(event) => change({ reason: event.target.value })}
      options={UNABLE_REASONS.map((one) => ({ value: one.code, word: say(one.say) }))} />}
  </>
}

/** An objection: a ground of the list; the words below are its evidence. */
function Ground({ ground, choose }: { ground: string; choose: (ground: string) => void }) {
  const w = useWords(answerWords)
  const say = useSay()
  return <>
    <p className="lk-second">{w.objectLine}</p>
    <Select label={w.ground} empty={w.choose} value={ground} onChange={(event) => choose(event.target.value)}
      options={OBJECTION_GROUNDS.map((one) => ({ value: one.code, word: say(one.say) }))} />
  </>
}

export function AnswerForm({ slip, typed, onDone }: { slip: AnswerSlip; typed: Typed; onDone: (number: string) => void }) {
  const w = useWords(answerWords)
  const say = useSay()
  const [draft, set] = useState<Draft>({ what: slip.answers[0], note: '', outcome: 'solved', reason: '', number: slip.outsideNumber ?? '', ground: '' })
  const change = (part: Partial<Draft>) => set((before) => ({ ...before, ...part }))
  const answer = useAnswer(({ number }) => onDone(number))
  const lead = slip.role !== 'support'
  if (slip.used || slip.answers.length === 0) {
    return <ResidentShell><SlipView slip={slip} /><Empty title={slip.used ? w.usedTitle : w.nothing} line={w.usedLine} /></ResidentShell>
  }
  const { what, note, outcome, reason, number, ground } = draft
  const evidence = what === 'object' ? reasonOf('object', ground)?.needs : undefined
  const ends = what === 'finish' && lead
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!what || missingOf(draft, lead, w) !== undefined) return
    answer.mutate({ ...typed, what, note: note.trim(), ...(ends ? { outcome } : {}), ...(ends && outcome === 'unable' ? { reason } : {}),
      ...(what === 'object' ? { reason: ground } : {}),
      ...(number.trim() !== '' && number.trim() !== slip.outsideNumber ? { outsideNumber: number.trim() } : {}) })
  }
  return <ResidentShell barNote={w.once} bar={<Button look="primary" size="bar" type="submit" form="ma-answer" busy={answer.isPending}
    whyNot={missingOf(draft, lead, w)}>{w.send(what ? w[`a_${what}`] : '')}</Button>}>
    <SlipView slip={slip} />
    <form id="ma-answer" className="lk-stack mr-form" onSubmit={send}>
      <h2 className="mr-where__title">{w.what}</h2>
      <RadioCards legend={w.what} value={what} onChange={(next) => change({ what: next })}
        options={slip.answers.map((value) => ({ value, word: w[`a_${value}`], note: w[`n_${value}`] }))} />
      {ends && <Outcomes draft={draft} change={change} />}
      {what === 'object' && <Ground ground={ground} choose={(next) => change({ ground: next })} />}
      {what !== 'number' && <TextArea label={what === 'object' ? w.evidence : w.note}
        hint={what !== 'object' ? w.noteHint : evidence ? say(evidence) : undefined} value={note} most={2000} rows={3}
        onChange={(event) => change({ note: event.target.value })} />}
      <Field label={w.number} hint={w.numberHint} optional={what !== 'number'} value={number} maxLength={60} autoComplete="off"
        onChange={(event) => change({ number: event.target.value })} />
      {answer.error && <ErrorNote error={answer.error}><span className="lk-second">{w.kept}</span></ErrorNote>}
    </form>
    {!slip.answers.includes('object') && <NotOurs slip={slip} />}
  </ResidentShell>
}
