/** Meetings, polls and the vote of a thread; and who does what by which day. */
import { useState } from 'react'
import { Button, DateText, Go, Icon, Meta, Photo, SectionTitle, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { dueSign, isMeetingKind, meetingWords } from '../../../rules/threads/index.ts'
import { sayDay, today } from './day.ts'
import { taskPhotoHref, useMoreTasks, useThreadPolls, type Near, type Task, type Thread } from './thread-api.ts'
import { threadWords } from './words.ts'

type Words = ReturnType<typeof useWords<typeof threadWords>>
const stateWord = (state: string, w: Words): string => ({ planned: w.planned, called: w.called, held: w.held, minuted: w.minuted, posted: w.posted, approved: w.approved })[state] ?? ''

export function Meetings({ thread }: { thread: Thread }) {
  const w = useWords(threadWords)
  const { lang } = useSettings()
  const polls = useThreadPolls(thread.place.id, thread.id).data ?? []
  const { vote, upcoming } = thread
  const none = upcoming.length === 0 && polls.length === 0 && !vote
  return <section className="th-part"><SectionTitle rule="above">{w.meetings}</SectionTitle>
    {none ? <p className="lk-second">{w.noMeetings}</p> : <ul className="th-links">
      {polls.map((one) => <li key={one.id}><Go href={one.state === 'open' ? `/polls/${one.id}` : `/polls/${one.id}/map`}><span><b>{w.poll}</b><span className="lk-second"><Meta>{[one.question,
        one.state === 'open' ? w.pollOpen(sayDay(one.closesOn, lang)) : w.pollDone]}</Meta></span></span><Icon name="right" size={16} /></Go></li>)}
      {upcoming.map((one) => <li key={one.id}><MeetingLink meeting={one} /></li>)}
      {vote && <li><Go href={`/vote/${vote.id}`}><span><b>{w.vote}</b><span className="lk-second"><Meta>{[vote.title, !vote.decided ? w.voteRuns : vote.passed ? w.votePassed : w.voteNot]}</Meta></span></span>
        <Icon name="right" size={16} /></Go></li>}</ul>}</section>
}

function MeetingLink({ meeting }: { meeting: Near }) {
  const w = useWords(threadWords)
  const say = useSay()
  return <Go href={`/meetings/${meeting.id}`}><span><b>{isMeetingKind(meeting.kind) ? say(meetingWords[meeting.kind]) : meeting.title}</b>
    <span className="lk-second"><Meta>{[<DateText key="at" at={Date.parse(meeting.startsAt)} />, meeting.venue, stateWord(meeting.state, w), meeting.number ?? '']}</Meta></span></span><Icon name="right" size={16} /></Go>
}

export function Tasks({ thread }: { thread: Thread }) {
  const w = useWords(threadWords)
  const [wanted, want] = useState(false)
  const more = useMoreTasks(thread.id, thread.tasks.next, wanted)
  const items = [...thread.tasks.items, ...(more.data?.pages.flatMap((page) => page.items) ?? [])]
  if (items.length === 0) return null
  const left = wanted ? more.hasNextPage : thread.tasks.next !== null
  return <section className="th-part"><SectionTitle rule="above" aside={`${thread.counts.tasksDone}/${thread.counts.tasks}`}>{w.tasks}</SectionTitle>
    <ul className="th-tasks">{items.map((task) => <TaskLine key={task.id} task={task} />)}</ul>
    {left && <Button busy={more.isFetching} onClick={() => { if (wanted) void more.fetchNextPage(); else want(true) }}>{w.moreTasks}</Button>}</section>
}

function TaskLine({ task }: { task: Task }) {
  const w = useWords(threadWords)
  const { lang } = useSettings()
  const sign = task.state === 'open' ? dueSign(task.due, today()) : null
  const judged = task.verdict === 'good' ? w.judgedGood : task.verdict === 'partly' ? w.judgedPartly : task.verdict === 'not' ? w.judgedNot : ''
  return <li className={`is-${task.state}`}><span className="th-sign">{task.state === 'done' ? <Icon name="check" size={14} /> : sign === 'late' ? <Icon name="warn" size={14} /> : null}</span>
    <div><b>{task.title}</b><p className="lk-second"><Meta>{[task.owner, task.state === 'done' ? w.doneOn(sayDay(task.doneOn, lang)) : task.state === 'dropped' ? w.dropped : w.due(sayDay(task.due, lang)),
      sign ? w[sign] : '', judged]}</Meta></p>
      {task.result && <p>{task.result}</p>}
      {task.photo && <Photo src={taskPhotoHref(task.id, 'small')} large={taskPhotoHref(task.id, 'full')} alt={w.taskPhoto} caption={w.taskPhoto} />}
      {task.delays.map((one) => <p key={one.to} className="lk-second">{w.delayed(sayDay(one.to, lang), one.why)}</p>)}</div></li>
}
