/** One project: what, where, what it costs, who approved, why it was chosen or what it lacked, how far it is. */
import { useState } from 'react'
import { Button, ErrorNote, Field, Meta, RadioCards, Tag, TextArea, useSay, useWords } from '../../../../ui-kit/index.ts'
import { ANSWERS, answerWords, groundWords, projectKindWords, projectStateWords, proposerWords, type Answer } from '../../../rules/projects/index.ts'
import { yuanOf } from '../../money.ts'
import { useAnswer, type Project } from '../../project-api.ts'
import { projectWords } from '../../project-words.ts'

export function ProjectCard({ project, voters }: { project: Project; voters: number | null }) {
  const w = useWords(projectWords)
  const say = useSay()
  const { cost, votes, found, finalCost, supplier, milestones, state } = project
  return <article className={`mp-card mp-card--${state}`}>
    <header><h3>{project.title}</h3>{state !== 'accepted' && <Tag>{say(projectStateWords[state])}</Tag>}</header>
    <Meta>{[project.place, say(projectKindWords[project.kind]), project.group ?? say(proposerWords[project.proposer])].join('，')}</Meta>
    {project.summary && <p>{project.summary}</p>}
    {project.ground && <p className="mp-why"><b>{say(groundWords[project.ground])}</b>{project.reason && <span>{project.reason}</span>}</p>}
    {(cost !== null || votes !== null) && <p className="mp-figures">
      {cost !== null && <span>{w.cost} <b>{yuanOf(cost)}</b></span>}
      {votes !== null && <span>{w.votes(votes.toLocaleString('en-US'))}{voters ? <Share n={votes} of={voters} /> : null}</span>}
      {finalCost !== null && <span>{w.finalCost} <b>{yuanOf(finalCost)}</b></span>}{supplier && <span>{w.supplier} {supplier}</span>}</p>}
    {found && <p className="mp-found">{say(found)}</p>}
    {milestones.length > 0 && <details className="mp-steps" open={state === 'running'}><summary>{w.milestones}</summary>
      <ol>{milestones.map((one) => <li key={one.n} className={one.doneOn ? 'is-done' : ''}><span>{one.title}</span>
        <span>{one.doneOn ? `✓ ${one.doneOn}` : w.due(one.due)}{one.doneOn && one.doneOn > one.due ? ` ${w.late}` : ''}</span>
        {one.note && <span className="lk-small">{one.note}</span>}</li>)}</ol></details>}
    {state === 'delivered' && <Asking project={project} />}
  </article>
}

function Share({ n, of }: { n: number; of: number }) {
  return <span className="mp-bar" aria-hidden="true"><span style={{ width: `${Math.min(100, (100 * n) / of)}%` }} /></span>
}

/** Whether it works, by somebody who went and looked. */
function Asking({ project }: { project: Project }) {
  const w = useWords(projectWords)
  const say = useSay()
  const [answer, choose] = useState<Answer>()
  const [slip, setSlip] = useState('')
  const [words, setWords] = useState('')
  const send = useAnswer(() => {})
  if (send.isSuccess) return <p className="mp-found" role="status">{w.answered}</p>
  return <section className="mp-asking"><h4>{w.asks}</h4>
    <RadioCards legend={w.asks} value={answer} onChange={choose} options={ANSWERS.map((value) => ({ value, word: say(answerWords[value]) }))} />
    {answer && <>
      {answer !== 'works' && <TextArea label={w.more} value={words} most={300} onChange={(event) => setWords(event.target.value)} />}
      <Field label={w.slip} hint={w.slipHint} value={slip} autoComplete="tel" onChange={(event) => setSlip(event.target.value)} />
      {send.error && <ErrorNote title={w.notSent} error={send.error} />}
      <Button look="primary" busy={send.isPending} whyNot={slip.trim().length < 4 ? w.slip : undefined}
        onClick={() => send.mutate({ id: project.id, answer, words: words.trim(), slip: slip.trim() })}>{w.answer}</Button></>}
  </section>
}
