/** What a body's page shows to everybody: members, what was brought, decisions with their tasks and verdicts. */
import type { ReactNode } from 'react'
import { Go, Icon, Meta, SectionTitle, Tag, useSay, useSettings, useWords, comma } from '../../../../ui-kit/index.ts'
import { roleWords, sideWords } from '../../../rules/bodies/index.ts'
import type { BodyFile, Decision, Intake, Member, Overdue, Task } from '../../body-api.ts'
import { bodyWords } from '../../body-words.ts'
import { sayDay, sayDayOf } from '../meetings/day.ts'
import './bodies.css'

/** Members with role, side and term. `tool` stands at the right of each. */
export function Members({ items, tool }: { items: readonly Member[]; tool?: (member: Member) => ReactNode }) {
  const w = useWords(bodyWords)
  const say = useSay()
  const { lang } = useSettings()
  return <ul className="bo-members">{items.map((one) => <li key={one.id}>
    <span className="bo-members__side">{say(sideWords[one.side])}</span><b>{one.label}</b>
    <span className="bo-members__term">{one.role === 'member' ? '' : say(roleWords[one.role])}{one.ending !== null && one.ending < 30
      ? <em>{w.ending(one.ending)}</em> : <i>{w.until(sayDay(one.until, lang))}</i>}</span>{tool?.(one)}</li>)}</ul>
}

/** When it meets, in one line: late first. */
export function Rhythm({ body }: { body: Pick<BodyFile, 'rhythm' | 'next' | 'endedOn'> }) {
  const w = useWords(bodyWords)
  const { lang } = useSettings()
  const { rhythm, next } = body
  if (body.endedOn !== null) return <span>{w.ended(sayDay(body.endedOn, lang))}</span>
  return <Meta>{[rhythm.late > 0 ? <b key="late" className="bo-late">{w.late(rhythm.late)}</b> : '', next ? w.next(sayDayOf(next.startsAt, lang)) : rhythm.late > 0 ? '' : w.due(sayDay(rhythm.due, lang)),
    rhythm.last ? w.last(sayDay(rhythm.last, lang)) : w.never]}</Meta>
}

function Answer({ intake }: { intake: Intake }) {
  const w = useWords(bodyWords)
  const { lang } = useSettings()
  if (intake.state === 'declined') return <p className="bo-answer"><b>{w.declined}</b>{intake.reason}</p>
  if (intake.meeting) return <p className="bo-answer is-done"><Icon name="check" size={16} /><Go className="lk-link" href={`/meetings/${intake.meeting.id}`} outside>
    {w.onAgenda(intake.meeting.title, sayDayOf(intake.meeting.startsAt, lang))}</Go></p>
  if (intake.thread) return <p className="bo-answer is-done"><Icon name="check" size={16} /><Go className="lk-link" href={`/threads/${intake.thread.id}`} outside>{w.became(intake.thread.title)}</Go></p>
  return <p className="bo-answer">{intake.late > 0 ? <b className="bo-late">{w.answerLate(intake.late)}</b> : <span className="lk-second">{w.answerBy(sayDay(intake.answerBy, lang))}</span>}</p>
}

/** What was brought, each with its answer or the day until which there is one. */
export function Intakes({ items, tool }: { items: readonly Intake[]; tool?: (intake: Intake) => ReactNode }) {
  const w = useWords(bodyWords)
  const { lang } = useSettings()
  return <ul className="bo-intakes">{items.map((one) => <li key={one.id}>
    <p className="bo-words">{one.words}</p>
    <p className="lk-second bo-said"><Meta>{[one.name, sayDayOf(one.at, lang), one.paper ? w.paper : '']}</Meta></p>
    <Answer intake={one} />{tool?.(one)}</li>)}</ul>
}

function TaskLine({ task }: { task: Task }) {
  const w = useWords(bodyWords)
  const { lang } = useSettings()
  const done = task.state === 'done'
  return <li className={done ? 'is-done' : ''}><span className="bo-sign">{done && <Icon name="check" size={16} />}</span><span>{task.title}{task.result && <i>{task.result}</i>}</span>
    <span className="lk-second">{done ? w.doneOn(sayDay(task.doneOn, lang)) : w.by(task.owner, sayDay(task.due, lang))}{task.late > 0 && <b className="bo-late">{w.lateBy(task.late)}</b>}</span></li>
}

/** Decisions: the count, what the minority said, who does what by when, and what the evaluation said of it. */
export function Decisions({ items }: { items: readonly Decision[] }) {
  const w = useWords(bodyWords)
  const { lang } = useSettings()
  const verdictOf = (one: Decision): ReactNode => {
    if (!one.carried) return <Tag>{w.notCarried}</Tag>
    if (one.verdict === 'kept') return <span className="bo-kept"><Icon name="check" size={16} />{w.verdict_kept}</span>
    if (one.verdict === 'partly' || one.verdict === 'not_kept') return <b>{one.verdict === 'partly' ? w.verdict_partly : w.verdict_not_kept}</b>
    return one.late > 0 ? <b className="bo-late">{w.evaluateOn(sayDay(one.evaluateOn, lang))}{comma()}{w.lateBy(one.late)}</b> : w.evaluateOn(sayDay(one.evaluateOn, lang))
  }
  return <ol className="bo-decisions">{items.map((one) => <li key={one.id}>
    <p className="lk-second bo-said"><Meta>{[one.number ?? sayDay(one.on, lang), w.votes(one.yes, one.no, one.abstained)]}</Meta></p>
    <p className="bo-words"><Go className="bo-plain" href={`/meetings/${one.meeting}`} outside>{one.words}</Go></p>
    {one.minority && <p className="bo-minority"><b>{w.minority}</b>{one.minority}</p>}
    {one.tasks.length > 0 && <ul className="bo-tasks">{one.tasks.map((task) => <TaskLine key={task.id} task={task} />)}</ul>}
    <p className="bo-verdict">{verdictOf(one)}</p></li>)}</ol>
}

/** Evaluations that are over their day, for everybody. */
export function OverdueList({ items, rule = 'above' }: { items: readonly Overdue[]; rule?: 'above' | 'below' }) {
  const w = useWords(bodyWords)
  const { lang } = useSettings()
  if (items.length === 0) return null
  return <section className="bo-part"><SectionTitle rule={rule} aside={String(items.length)}>{w.overdue}</SectionTitle><p className="lk-second bo-lead">{w.overdueLine}</p>
    <ul className="bo-intakes">{items.map((one) => <li key={one.id}><p className="bo-words"><Go className="bo-plain" href={`/meetings/${one.meeting}`} outside>{one.words}</Go></p>
      <p className="lk-second bo-said"><Meta>{[one.body?.name ?? one.meetingTitle, one.number ?? '', w.evaluateOn(sayDay(one.evaluateOn, lang)), <b key="late" className="bo-late">{w.lateBy(one.late)}</b>]}</Meta></p></li>)}</ul></section>
}
