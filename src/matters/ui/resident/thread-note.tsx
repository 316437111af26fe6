/** Where a matter is solved together with others, and the word that its reporter is asked for there. [M50] */
import { Button, useWords } from '../../../ui-kit/index.ts'
import { isThreadStage, type ThreadStage } from '../../rules/index.ts'
import type { Followed } from '../resident-api.ts'
import { threadWords } from './thread-words.ts'
import './join.css'

type Latest = { readonly thread: string; readonly stage: ThreadStage; readonly said: string }
/** How far each thread is that the story tells of, as its latest line says. */
function latestOf({ story }: Followed): readonly Latest[] {
  const found = new Map<string, Latest>()
  for (const { kind, facts: { thread, stage }, said } of story) {
    if (kind === 'thread' && typeof thread === 'string' && isThreadStage(stage) && !found.has(thread)) found.set(thread, { thread, stage, said })
  }
  return [...found.values()]
}

export function ThreadNote({ matter }: { matter: Followed }) {
  const w = useWords(threadWords)
  return latestOf(matter).map(({ thread, stage, said }) => <section key={thread} className="lk-card mr-joined">
    <h2>{w[stage]}</h2>
    <p><b>{said}</b></p>
    {stage === 'judge' && <p className="lk-second">{w.judgeLine}</p>}
    {stage === 'judge' ? <p><Button look="primary" size="bar" href={`/threads/${thread}#verdict`}>{w.toJudge}</Button></p>
      : <Button look="quiet" size="small" href={`/threads/${thread}`}>{w.see}</Button>}
  </section>)
}
