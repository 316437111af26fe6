/** One thread at the desk: place and title, how far it is, what comes next, then the story beside what it stands on. */
import { Button, Empty, ErrorNote, Icon, Meta, problemOf, Skeleton, useSay, useWords } from '../../../../ui-kit/index.ts'
import { originWords, starterWords, stepWords, WAY, type Step } from '../../../rules/threads/index.ts'
import { useDeskThread, type DeskThread } from '../../thread-desk-api.ts'
import { NextPanel } from './next-panel.tsx'
import { StoryPart } from './story-part.tsx'
import { TasksPart } from './tasks-part.tsx'
import { ThreadRail } from './thread-rail.tsx'
import { threadWords } from './thread-words.ts'

export function ThreadPane({ id }: { id: string }) {
  const w = useWords(threadWords)
  const query = useDeskThread(id)
  if (query.isPending) return <Skeleton lines={[30, 62, 100, 100, 84]} />
  if (!query.data) {
    if (problemOf(query.error).status === 404) return <Empty title={w.gone} line={w.goneLine} />
    return <ErrorNote title={w.failed} error={query.error}><Button look="primary" onClick={() => void query.refetch()}>{w.again}</Button></ErrorNote>
  }
  return <Whole thread={query.data} />
}

function Whole({ thread }: { thread: DeskThread }) {
  const w = useWords(threadWords)
  const say = useSay()
  return <article className="th-pane">
    <header>
      <div className="th-head"><p className="th-hint"><Meta><span>{thread.place.name}</span><span>{say(originWords[thread.origin])}</span>{thread.origin !== 'resident' && <span>{w.by(say(starterWords[thread.startedBy]))}</span>}
        <span>{w.leads(thread.keeper)}</span></Meta></p>
        <Button size="small" icon="eye" href={`/threads/${thread.id}`} outside>{w.publicPage}</Button></div>
      <h1 className="lk-title">{thread.title}</h1>
      {thread.summary && <p className="lk-second">{thread.summary}</p>}
    </header>
    <Steps step={thread.step} />
    <NextPanel thread={thread} />
    <div className="lk-split"><div className="th-pane">
      <TasksPart thread={thread} />
      <StoryPart thread={thread} />
    </div><ThreadRail thread={thread} /></div>
  </article>
}

/** The five steps as a line; not taken up is an end of its own. */
function Steps({ step }: { step: Step }) {
  const say = useSay()
  const words: readonly Step[] = WAY.slice(0, 5)
  const at = step === 'ended' ? 5 : step === 'declined' ? -1 : words.indexOf(step)
  return <ol className="th-steps">{words.map((one, i) => {
    const look = i < at ? 'done' : i === at ? 'now' : 'future'
    return <li key={one} className={`th-step th-step--${look}`} aria-current={look === 'now' ? 'step' : undefined}><span className="th-step__bar" aria-hidden="true" />
      <span>{look === 'done' && <Icon name="check" size={14} />}{say(stepWords[one])}</span></li>
  })}</ol>
}
