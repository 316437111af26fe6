/** One project: what, where, what it costs, who approved, why it was chosen or what it lacked, how far it is. */
import { Icon, Meta, Tag, useSay, useSettings, useWords, comma } from '../../../../ui-kit/index.ts'
import { groundWords, projectKindWords, projectStateWords, proposerWords } from '../../../rules/projects/index.ts'
import { useYuan } from '../../money.ts'
import { sayDay } from '../../parts/day.ts'
import { whole } from '../../parts/turnout-words.ts'
import type { Milestone, Project } from '../../project-api.ts'
import { projectWords } from '../../project-words.ts'
import { Asking } from './asking.tsx'

/** States that the heading above the list says already. */
const PLAIN = ['accepted', 'funded', 'not_funded', 'refused']

export function ProjectCard({ project, voters }: { project: Project; voters: number | null }) {
  const w = useWords(projectWords)
  const say = useSay()
  const yuan = useYuan()
  const { cost, votes, found, finalCost, supplier, state } = project
  return <article className="mp-card">
    <header><h3>{project.title}</h3>{!PLAIN.includes(state) && <Tag>{say(projectStateWords[state])}</Tag>}</header>
    <p className="lk-second"><Meta>{[project.place, say(projectKindWords[project.kind]), project.group ?? say(proposerWords[project.proposer]),
      cost === null ? '' : w.costs(yuan(cost))]}</Meta></p>
    {project.summary && <p>{project.summary}</p>}
    {project.ground && <p className="mp-why"><b>{say(groundWords[project.ground])}</b>{project.reason && <span>{project.reason}</span>}</p>}
    {votes !== null && <p className="mp-votes"><span className="mp-bar" aria-hidden="true"><span
      style={{ width: `${voters ? Math.min(100, (100 * votes) / voters) : 0}%` }} /></span>
      <b>{w.votes(whole(votes))}</b></p>}
    {found && <p className="lk-second mp-found">{say(found)}</p>}
    {(finalCost !== null || supplier) && <p className="lk-second"><Meta>{[supplier ? `${w.supplier} ${supplier}` : '', finalCost === null ? ''
      : `${w.finalCost} ${yuan(finalCost)}`]}</Meta></p>}
    {project.milestones.length > 0 && <Milestones steps={project.milestones} open={state === 'running'} />}
    {state === 'delivered' && <Asking project={project} />}
  </article>
}

/** How far it is, with the day each step was reached or is due. */
export function Milestones({ steps, open }: { steps: readonly Milestone[]; open: boolean }) {
  const w = useWords(projectWords)
  const { lang } = useSettings()
  return <details className="mp-steps" open={open}><summary>{w.milestones}</summary>
    <ol>{steps.map((one) => <li key={one.n} className={one.doneOn ? 'is-done' : ''}>
      <span className="mp-sign">{one.doneOn && <Icon name="check" size={14} />}</span><span>{one.title}</span>
      <span className="lk-second">{one.doneOn ? sayDay(one.doneOn, lang) : w.due(sayDay(one.due, lang))}{one.doneOn && one.doneOn > one.due
        ? `${comma()}${w.late}` : ''}</span>
      {one.note && <span className="lk-small">{one.note}</span>}</li>)}</ol></details>
}
