/** One proposal at the desk: the proposer's words, its reviews, the decision, and delivery. */
import { useState } from 'react'
import { Button, ErrorNote, Meta, Tag, useSay, useWords, comma } from '../../../../ui-kit/index.ts'
import { groundWords, projectKindWords, projectStateWords, proposerWords } from '../../../rules/projects/index.ts'
import { useYuan } from '../../money.ts'
import { useStep, type StaffProject, type StaffRound } from '../../project-api.ts'
import { projectWords } from '../../project-words.ts'
import { DecideForm, ReviewForm } from './proposal-forms.tsx'
import { DeliveryForm } from './delivery-form.tsx'

/** States that the heading above says already. */
const PLAIN = ['proposed', 'accepted', 'funded', 'not_funded', 'refused']

export function ProposalRow({ project, round }: { project: StaffProject; round: StaffRound }) {
  const w = useWords(projectWords)
  const say = useSay()
  const yuan = useYuan()
  const [doing, setDoing] = useState<'review' | 'decide'>()
  const step = useStep(() => setDoing(undefined))
  const send = (to: string) => (body: Readonly<Record<string, unknown>>) => step.mutate({ to: `projects/${project.id}/${to}`, body })
  const toggle = (form: 'review' | 'decide') => setDoing(doing === form ? undefined : form)
  const mine = project.reviews.some((review) => review.mine)
  return <article className="mpc-row">
    <div className="mpc-row__text">
      {project.title && <h3>{project.title}{!PLAIN.includes(project.state) && <Tag>{say(projectStateWords[project.state])}</Tag>}</h3>}
      <blockquote className={project.title ? '' : 'is-first'}>{project.words}</blockquote>
      <p className="lk-second"><Meta>{[project.place, say(projectKindWords[project.kind]), project.group ?? say(proposerWords[project.proposer]),
        project.contact ?? '',
        project.cost !== null ? w.costs(yuan(project.cost)) : project.asked !== null ? w.about(yuan(project.asked)) : '']}</Meta></p>
      {project.reason && <p className="lk-second">{project.ground && say(groundWords[project.ground])}{comma()}{project.reason}</p>}
    </div>
    <div className="mpc-row__side">
      <Reviews project={project} />
      {project.state === 'proposed' && <p className="mpc-do">{project.missing > 0 && <span className="lk-second">{w.missing(project.missing)}</span>}
        {!mine && <Button aria-expanded={doing === 'review'} onClick={() => toggle('review')}>{w.myReview}</Button>}
        {round.leads && project.mayDecide && <Button look="primary" aria-expanded={doing === 'decide'} onClick={() => toggle('decide')}>{w.decide}
          </Button>}</p>}
      {doing === 'review' && <ReviewForm busy={step.isPending} onSend={send('review')} />}
      {doing === 'decide' && <DecideForm project={project} busy={step.isPending} onSend={send('decide')} />}
      {step.error && <ErrorNote title={w.refusedStep} error={step.error} />}
      {round.leads && <DeliveryForm project={project} />}
    </div>
  </article>
}

/** Who found what, and why; a tied review is shown and not counted. */
function Reviews({ project }: { project: StaffProject }) {
  const w = useWords(projectWords)
  const say = useSay()
  const yuan = useYuan()
  if (project.reviews.length === 0) return null
  return <ul className="mpc-reviews">{project.reviews.map((review, at) => <li key={at} className={review.tied ? 'is-tied' : ''}>
    <b>{review.title}</b><span>{review.eligible ? w.yesFor(yuan(review.cost ?? 0)) : review.ground ? say(groundWords[review.ground]) : w.notEligible}
      </span>
    <span className="lk-second">{review.reason}</span></li>)}</ul>
}
