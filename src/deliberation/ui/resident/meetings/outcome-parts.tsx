/** What came of a meeting: numbered resolutions, tasks with owner and day, what was said, objections with their answers. */
import { Go, Meta, SectionTitle, Tag, useSay, useSettings, useWords, comma, colon } from '../../../../ui-kit/index.ts'
import { lineKindWords, resolutionStateWords, resolutionVerdictWords } from '../../../rules/meetings/index.ts'
import type { MeetingTask, PublicMeeting, Resolution } from '../../meeting-api.ts'
import { sayDay } from '../../parts/meetings/day.ts'
import { openMeetingWords } from './meeting-words.ts'

export function Decided({ meeting }: { meeting: PublicMeeting }) {
  const w = useWords(openMeetingWords)
  const { resolutions, tasks, hall } = meeting
  const loose = tasks.filter(({ resolution }) => resolution === null)
  if (resolutions.length === 0 && loose.length === 0 && !hall) return null
  return <section className="om-part"><SectionTitle rule="above" aside={String(resolutions.length || loose.length || '')}>{resolutions.length > 0 ? w.resolutions
    : hall ? w.judgedHow : w.toDo}</SectionTitle>
    {hall && <p className="om-hall"><b>{w.hall}</b><Meta>{[w.satisfied(hall.satisfied), w.accepted(hall.accepted), w.not(hall.not)]}</Meta></p>}
    <ol className="om-list">{resolutions.map((one) => <li key={one.id}><One resolution={one}
      tasks={tasks.filter(({ resolution }) => resolution === one.id)} /></li>)}</ol>
    {loose.length > 0 && <Tasks tasks={loose} />}
  </section>
}

function One({ resolution, tasks }: { resolution: Resolution; tasks: readonly MeetingTask[] }) {
  const w = useWords(openMeetingWords)
  const say = useSay()
  const { lang } = useSettings()
  const { n, words, yes, no, abstained, minority, carried, state, evaluateOn, overdue, verdict, vote } = resolution
  return <article><h3><span className="om-n">{n}</span>{words}</h3>
    <p className="lk-second"><Meta>{[w.yes(yes), w.no(no), w.abstained(abstained)]}</Meta></p>
    {minority && <p>{w.minority(minority)}</p>}
    <p className="om-tags"><Tag>{carried ? say(resolutionStateWords[state]) : w.notCarried}</Tag>
      {verdict ? <Tag>{say(resolutionVerdictWords[verdict])}</Tag> : evaluateOn && state !== 'withdrawn' &&
        <span className="lk-second">{overdue ? w.late : w.judged(sayDay(evaluateOn, lang))}</span>}</p>
    {vote && <p><Go className="lk-link" href={`/vote/${vote}`}>{w.vote}</Go></p>}
    <Tasks tasks={tasks} /></article>
}

function Tasks({ tasks }: { tasks: readonly MeetingTask[] }) {
  const w = useWords(openMeetingWords)
  const { lang } = useSettings()
  if (tasks.length === 0) return null
  return <ul className="om-tasks">{tasks.map(({ id, title, owner, due, state }) => <li key={id}><b>{title}</b><span
    className="lk-second">{state === 'done' ? `${owner}${comma()}${w.done}` : w.owner(owner, sayDay(due, lang))}</span></li>)}</ul>
}

/** The minutes under the items of the agenda. */
export function SaidList({ meeting }: { meeting: PublicMeeting }) {
  const w = useWords(openMeetingWords)
  const say = useSay()
  const lines = meeting.lines.filter(({ struck }) => !struck)
  if (lines.length === 0) return null
  const groups = [...meeting.agenda.map(({ n, title }) => ({ n, title, lines: lines.filter(({ agenda }) => agenda === n) })),
    { n: 0, title: '', lines: lines.filter(({ agenda }) => agenda === null) }].filter((group) => group.lines.length > 0)
  return <section className="om-part"><SectionTitle rule="above" aside={w.people(meeting.present)}>{w.story}</SectionTitle>
    {groups.map((group) => <div key={group.n} className="om-item">{group.title && <h3>{group.title}</h3>}
      {group.lines.map((line) => <p key={line.id}>{line.label && <b>{line.label}</b>}{line.kind !== 'said' && line.kind !== 'note' &&
        <Tag>{say(lineKindWords[line.kind])}</Tag>}{line.words}</p>)}</div>)}</section>
}

export function ObjectionList({ meeting }: { meeting: PublicMeeting }) {
  const w = useWords(openMeetingWords)
  if (meeting.objections.length === 0) return null
  const nth = (id: string | null): number | undefined => meeting.resolutions.find((one) => one.id === id)?.n
  return <section className="om-part"><SectionTitle rule="above" aside={String(meeting.objections.length)}>{w.objections}</SectionTitle>
    <ul className="om-list">{meeting.objections.map((one) => { const n = nth(one.resolution); return <li key={one.id}><p><b>{one.label}</b><span
      className="lk-second"> {n === undefined ? w.toMinutes : w.toNth(n)}</span></p>
      <blockquote>{one.words}</blockquote><p className="lk-second">{one.answer === null ? w.noAnswer
        : `${w.answer}${colon()}${one.answer}`}</p></li> })}</ul></section>
}
