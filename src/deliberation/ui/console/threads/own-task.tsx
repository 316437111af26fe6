/** A task of the acting post: what, until when, and its two ends; also for firms and owners, who see no more of the thread at the desk than this. */
import { useState } from 'react'
import { Button, Go, Meta, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { dueSign } from '../../../rules/threads/index.ts'
import type { OwnTask } from '../../thread-desk-api.ts'
import { sayDay, today } from '../../parts/meetings/day.ts'
import { DelayForm, FinishForm } from './task-forms.tsx'
import { threadWords } from './thread-words.ts'

export function OwnTaskRow({ task }: { task: OwnTask }) {
  const w = useWords(threadWords)
  const { lang } = useSettings()
  const [making, make] = useState<'delay' | 'finish' | null>(null)
  const sign = dueSign(task.due, today())
  const close = () => make(null)
  return <div className="th-own">
    <p><b>{task.title}</b></p>
    <p className="th-hint"><Meta><span className={sign ? `th-${sign}` : ''}>{w.due(sayDay(task.due, lang))}{sign && ` ${w[sign]}`}</span><span>{task.place}</span>
      {task.thread && <Go className="lk-link" href={`/threads/${task.thread}`} outside>{task.threadTitle}</Go>}</Meta></p>
    <div className="lk-moves"><Button size="small" onClick={() => make('finish')}>{w.finish}</Button><Button size="small" look="quiet" onClick={() => make('delay')}>{w.delay}</Button></div>
    {making === 'delay' && <DelayForm id={task.id} due={task.due} onClose={close} />}
    {making === 'finish' && <FinishForm id={task.id} onClose={close} />}
  </div>
}
