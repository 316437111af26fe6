/** One round: where it stands, the one step that is its community's, and its proposals by how far they are. */
import { useState } from 'react'
import { Button, Empty, ErrorNote, Field, Go, Meta, SectionTitle, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { projectStateWords, roundSaid, type ProjectState } from '../../../rules/projects/index.ts'
import { useYuan } from '../../money.ts'
import { sayDay, today } from '../../parts/day.ts'
import { Marked } from '../../parts/marked.tsx'
import { useStep, type StaffRound } from '../../project-api.ts'
import { projectWords } from '../../project-words.ts'
import { ProposalRow } from './proposal-row.tsx'

const GROUPS: readonly (readonly [ProjectState, readonly ProjectState[]])[] = [['proposed', ['proposed']], ['accepted', ['accepted']],
  ['funded', ['funded', 'running', 'delivered', 'accepted_by_residents', 'published']], ['not_funded', ['not_funded']],
    ['refused', ['refused', 'withdrawn']]]

export function RoundPane({ round }: { round: StaffRound }) {
  const w = useWords(projectWords)
  const say = useSay()
  const yuan = useYuan()
  const { lang } = useSettings()
  const groups = GROUPS.map(([title, states]) => ({ title,
    items: round.projects.filter(({ state }) => states.includes(state)) })).filter(({ items }) => items.length > 0)
  return <section className="mpc-round">
    <header className="mpc-head"><div><h2>{round.title}</h2>
      <p className="lk-second mpc-said"><Meta>{[`${w.money} ${yuan(round.budget)}`, round.state === 'call'
        ? <Marked key="call" said={w.call(sayDay(round.proposeUntil, lang))} /> : say(roundSaid(round, today()))]}</Meta></p></div>
      <RoundStep round={round} />
    </header>
    {round.projects.length === 0 && <Empty title={w.empty} line={w.emptyLine} />}
    {groups.map(({ title, items }) => <section key={title}><SectionTitle rule="hair" aside={String(items.length)}>{say(projectStateWords[title])}
      </SectionTitle>
      {items.map((project) => <ProposalRow key={project.id} project={project} round={round} />)}</section>)}
  </section>
}

/** Ending the call, posting the slate, or the way to its vote. */
function RoundStep({ round }: { round: StaffRound }) {
  const w = useWords(projectWords)
  const step = useStep()
  const [days, setDays] = useState({ opensOn: today(1), closesOn: today(15) })
  const put = (name: keyof typeof days) => (event: { target: { value: string } }) => setDays({ ...days, [name]: event.target.value })
  return <div className="mpc-step">
    {round.leads && round.state === 'call' && <Button onClick={() => step.mutate({ to: `rounds/${round.id}/close-call`, body: {} })}
      busy={step.isPending}>{w.closeCall}</Button>}
    {round.leads && round.state === 'review' && <form className="mpc-slate" onSubmit={(event) => { event.preventDefault();
      step.mutate({ to: `rounds/${round.id}/slate`, body: days }) }}>
      <Field label={w.opensOn} type="date" required value={days.opensOn} onChange={put('opensOn')} />
      <Field label={w.closesOn} type="date" required value={days.closesOn} onChange={put('closesOn')} />
      <Button look="primary" type="submit" busy={step.isPending}>{w.postSlate}</Button></form>}
    {round.vote && <Go className="lk-link" href={`/console/votes/${round.vote}`}>{w.seeVote}</Go>}
    {step.error && <ErrorNote title={w.refusedStep} error={step.error} />}
  </div>
}
