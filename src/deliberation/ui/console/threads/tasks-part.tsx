/** Tasks of a thread: who, until when, each delay with its reason, what came of it, how it was judged. */
import { useState } from 'react'
import { Button, Meta, SectionTitle, Tag, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { dueSign } from '../../../rules/threads/index.ts'
import { taskPhotoHref, useTasksAfter, type DeskThread, type Task } from '../../thread-desk-api.ts'
import { sayDay, today } from '../../parts/meetings/day.ts'
import { DelayForm, FinishForm, JudgeForm } from './task-forms.tsx'
import { threadWords } from './thread-words.ts'

export function TasksPart({ thread }: { thread: DeskThread }) {
  const w = useWords(threadWords)
  const [wanted, want] = useState(false)
  const after = useTasksAfter(thread.id, thread.tasks.next, wanted)
  const tasks = [...thread.tasks.items, ...after.data?.pages.flatMap(({ items }) => items) ?? []]
  if (tasks.length === 0 && !['do', 'judge', 'ended'].includes(thread.step)) return null
  const more = wanted ? after.hasNextPage : thread.tasks.next !== null
  return <section><SectionTitle aside={tasks.length > 0 ? w.tasksOf(thread.counts.tasksDone, thread.counts.tasks) : undefined}>{w.tasks}</SectionTitle>
    {tasks.length === 0 ? <p className="lk-second">{w.noTasks}</p> : <ul className="th-tasks">{tasks.map((task) => <TaskRow key={task.id} task={task} thread={thread} />)}</ul>}
    {more && <Button look="quiet" busy={after.isFetching} onClick={() => (wanted ? void after.fetchNextPage() : want(true))}>{w.moreTasks}</Button>}</section>
}

function TaskRow({ task, thread }: { task: Task; thread: DeskThread }) {
  const w = useWords(threadWords)
  const { lang } = useSettings()
  const [making, make] = useState<'delay' | 'finish' | 'drop' | 'judge' | null>(null)
  const close = () => make(null)
  const open = task.state === 'open'
  const sign = open ? dueSign(task.due, today()) : null
  const acts = thread.keeps && thread.moves.includes('tasks')
  return <li>
    <div><p><b>{task.title}</b></p>
      <p className="th-hint"><Meta><span>{task.owner}</span>{open ? <span className={sign ? `th-${sign}` : ''}>{w.due(sayDay(task.due, lang))}{sign && ` ${w[sign]}`}</span>
        : <span className={task.state === 'done' ? 'th-done' : ''}>{task.doneOn ? w.doneOn(sayDay(task.doneOn, lang)) : w.dropped}</span>}</Meta></p>
      {task.delays.map((delay) => <p key={delay.to} className="th-hint">{w.delayed(sayDay(delay.to, lang), delay.why)}</p>)}
      {task.result && <p>{task.result}</p>}
      {task.photo && <a className="th-tasks__photo" href={taskPhotoHref(task.id, 'full')} target="_blank" rel="noreferrer"><img src={taskPhotoHref(task.id, 'small')} alt={w.photoOf(task.title)} loading="lazy" /></a>}</div>
    <div className="th-tasks__acts">{task.verdict && <Tag>{w[task.verdict]}</Tag>}
      {acts && open && <><Button size="small" onClick={() => make('finish')}>{w.finish}</Button><Button size="small" look="quiet" onClick={() => make('delay')}>{w.delay}</Button>
        <Button size="small" look="quiet" onClick={() => make('drop')}>{w.drop}</Button></>}
      {acts && !open && thread.step === 'judge' && !task.verdict && <Button size="small" onClick={() => make('judge')}>{w.judge}</Button>}</div>
    {making === 'delay' && <DelayForm id={task.id} due={task.due} onClose={close} />}
    {(making === 'finish' || making === 'drop') && <FinishForm id={task.id} dropped={making === 'drop'} onClose={close} />}
    {making === 'judge' && <JudgeForm id={task.id} onClose={close} />}
  </li>
}
