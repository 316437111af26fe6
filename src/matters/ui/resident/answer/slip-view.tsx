/** The slip as the department reads it: number, place, task, deadlines, who else comes, and the words without names. */
import { ClockChip, Facts, Meta, useNow, useSay, useWords } from '../../../../ui-kit/index.ts'
import { SITUATIONS } from '../../../rules/index.ts'
import type { AnswerSlip } from './answer-api.ts'
import { answerWords } from './answer-words.ts'

function Deadline({ word, due, done, did }: { word: string; due: string | null; done: boolean; did?: string }) {
  const now = useNow()
  return due === null && !done ? null : <div><dt>{word}</dt><dd><ClockChip now={now} state={done ? 'done' : 'running'} word={done ? did : undefined} due={due === null
    ? undefined : Date.parse(due)} /></dd></div>
}

export function SlipView({ slip }: { slip: AnswerSlip }) {
  const w = useWords(answerWords)
  const say = useSay()
  const situation = SITUATIONS.find((one) => one.code === slip.situation)
  const others = slip.others.map((one) => (one.role === 'lead' ? `${one.name}（${w.lead}）` : one.name)).join('、')
  const facts = [[w.where, slip.place], ...(slip.difficulty ? [[w.hard, slip.difficulty]] : []), [w.theySaid, slip.words],
    ...(others === '' ? [] : [[w.together, others]])] as const
  return <>
    <header className="mr-head"><p className="mr-number"><Meta><span>{w.nth(slip.number)}</span><span>{w.for(slip.org)}</span>{situation &&
      <span>{say(situation.name)}</span>}</Meta></p>
      <h1 className="lk-title">{slip.title}</h1></header>
    {slip.task !== '' && <p className="mr-stand">{w.task}{slip.task}</p>}
    <dl className="mr-two">
      <Deadline word={slip.part === 'asked' ? w.reportBy : w.reported} due={slip.reportBy} done={slip.part !== 'asked'} did={w.came} />
      <Deadline word={w.finishBy} due={slip.finishBy} done={slip.part === 'finished'} /></dl>
    <Facts facts={facts.map(([word, value]) => [word, value] as const)} />
  </>
}
