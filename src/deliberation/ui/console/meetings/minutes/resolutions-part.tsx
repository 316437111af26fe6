/** The numbered resolutions with their counts, and who does what until when. [DM10] [DM11] */
import { useState } from 'react'
import { Button, ErrorNote, Field, Meta, SectionTitle, Tag, useSay, useSettings, useWords } from '../../../../../ui-kit/index.ts'
import { kindRules, resolutionStateWords, resolutionVerdictWords } from '../../../../rules/meetings/index.ts'
import { useStep, type MeetingTask, type Resolution, type StaffMeeting } from '../../../meeting-api.ts'
import { sayDay, today } from '../../../parts/meetings/day.ts'
import { meetingWords } from '../meeting-words.ts'
import { may } from '../moves.ts'
import { ResolutionForm } from './resolution-form.tsx'

export function ResolutionsPart({ meeting }: { meeting: StaffMeeting }) {
  const w = useWords(meetingWords)
  const [writing, write] = useState(false)
  const resolves = meeting.mine && may(meeting, 'resolve')
  const loose = meeting.tasks.filter(({ resolution }) => resolution === null)
  const decides = kindRules[meeting.kind].decides === 'resolutions'
  if (!decides && loose.length === 0 && !(meeting.mine && may(meeting, 'task'))) return null
  return <section className="me-resolutions"><SectionTitle aside={String(meeting.resolutions.length)}>{decides ? w.resolutions
    : w.tasks}</SectionTitle>
    <ol>{meeting.resolutions.map((one) => <li key={one.id}><One resolution={one}
      tasks={meeting.tasks.filter(({ resolution }) => resolution === one.id)} meeting={meeting} /></li>)}</ol>
    {loose.length > 0 && <Tasks tasks={loose} />}
    {!decides && meeting.mine && may(meeting, 'task') && <TaskForm meeting={meeting} resolution={null} />}
    {resolves && (writing ? <ResolutionForm meeting={meeting} onDone={() => write(false)} />
      : <Button icon="plus" onClick={() => write(true)}>{w.resolve}</Button>)}
  </section>
}

function One({ resolution, tasks, meeting }: { resolution: Resolution; tasks: readonly MeetingTask[]; meeting: StaffMeeting }) {
  const w = useWords(meetingWords)
  const say = useSay()
  const { lang } = useSettings()
  const { n, words, yes, no, abstained, minority, carried, state, evaluateOn, verdict } = resolution
  return <article className={carried ? 'me-res' : 'me-res is-off'}>
    <h3><span className="me-n">{n}</span>{words}</h3>
    <p className="lk-second"><Meta>{[`${w.yes} ${yes}`, `${w.no} ${no}`, `${w.abstained} ${abstained}`,
      evaluateOn ? w.judgedBy(sayDay(evaluateOn, lang)) : '']}</Meta></p>
    {minority && <p className="me-minority">{w.minorityWas(minority)}</p>}
    <p><Tag>{carried ? say(resolutionStateWords[state]) : w.notCarried}</Tag>{verdict && <Tag>{say(resolutionVerdictWords[verdict])}</Tag>}</p>
    <Tasks tasks={tasks} />
    {carried && meeting.mine && may(meeting, 'task') && <>{tasks.length === 0 && <p className="me-short">{w.noTask}</p>}<TaskForm meeting={meeting}
      resolution={resolution.id} /></>}
  </article>
}

function Tasks({ tasks }: { tasks: readonly MeetingTask[] }) {
  const w = useWords(meetingWords)
  const { lang } = useSettings()
  if (tasks.length === 0) return null
  return <ul className="me-tasks">{tasks.map(({ id, title, owner, due, state }) => <li key={id}><span>{title}</span>
    <span className="lk-second"><Meta>{[owner, state === 'done' ? w.done : w.byDay(sayDay(due, lang))]}</Meta></span></li>)}</ul>
}

/** What is to be done, by whom and until when: a task without an owner and a day is none. */
function TaskForm({ meeting, resolution }: { meeting: StaffMeeting; resolution: string | null }) {
  const w = useWords(meetingWords)
  const [open, show] = useState(false)
  const [form, set] = useState({ title: '', owner: '', due: today(14) })
  const step = useStep(meeting.id, () => { show(false); set({ title: '', owner: '', due: today(14) }) })
  const put = (name: keyof typeof form) => (event: { target: { value: string } }) => set({ ...form, [name]: event.target.value })
  const whyNot = form.title.trim().length < 2 ? w.need(w.taskTitle) : form.owner.trim() === '' ? w.need(w.owner) : form.due <= today() ? w.dueFirst
    : undefined
  if (!open) return <Button look="quiet" size="small" icon="plus" onClick={() => show(true)}>{w.addTask}</Button>
  const party = meeting.invitations.find(({ label }) => label === form.owner.trim())
  const send = () => step.mutate({ to: 'tasks', body: { resolution, title: form.title.trim(), org: party?.org ?? null, post: party?.post ?? null,
    owner: form.owner.trim(), due: form.due } })
  return <form className="me-card-form" onSubmit={(event) => { event.preventDefault(); if (!whyNot) send() }}>
    <Field label={w.taskTitle} value={form.title} maxLength={120} autoFocus onChange={put('title')} />
    <Field label={w.owner} value={form.owner} maxLength={40} list="me-owners" onChange={put('owner')} />
    <datalist id="me-owners">{meeting.invitations.map(({ id, label }) => <option key={id} value={label} />)}</datalist>
    <Field label={w.due} type="date" value={form.due} min={today(1)} onChange={put('due')} />
    <p className="lk-moves"><Button look="primary" type="submit" busy={step.isPending} whyNot={whyNot}>{w.keepTask}</Button><Button look="quiet"
      onClick={() => show(false)}>{w.close}</Button></p>
    {step.error && <ErrorNote title={w.refused} error={step.error} />}
  </form>
}
