/** What the server did not take: what was written here and how it is now, side by side, and three ways on. */
import { answers, Button, Meta, moment, now, onProductClock, problemOf, Skeleton, useNow, useSay, useSettings, useWords,
  type Waiting } from '../../../ui-kit/index.ts'
import { DoorConflict } from '../../../roster/ui/parts/door-conflict.tsx'
import { useMatter, type MatterDetail } from '../staff-api.ts'
import { useStands } from './matter-row.tsx'
import { moveIn } from './send-move.ts'
import { useSentence } from './story.tsx'
import { waitingWords } from './waiting-words.ts'

const matterIn = (subject: string): string | undefined => (subject.startsWith('matter:') ? subject.slice('matter:'.length) : undefined)

export function Conflict({ item }: { item: Waiting }) {
  const w = useWords(waitingWords)
  const { lang } = useSettings()
  const id = matterIn(item.subject)
  const when = moment(onProductClock(item.at), now(), lang)
  return <article className="fd-conflict" aria-labelledby={`asks-${item.seq}`}>
    <section><p className="fd-facts__word">{w.mine}</p>
      <h3 id={`asks-${item.seq}`}>{item.shown.title}</h3>
      <p className="lk-second"><Meta>{item.shown.about}{w.writtenAt(when)}{item.photos.length > 0 ? w.photos(item.photos.length) : null}</Meta></p>
      {item.shown.said && <blockquote className="fd-conflict__said">{item.shown.said}</blockquote>}</section>
    {item.subject.startsWith('home:') ? <DoorConflict item={item} /> : id === undefined ? <Plain item={item} /> : <OnMatter item={item} id={id} when={when} />}
  </article>
}

function Why({ item }: { item: Waiting }) {
  const say = useSay()
  return item.problem ? <p className="fd-conflict__why">{say(item.problem.explain)}</p> : null
}

/** Not about a matter (a visit, a new matter): what stopped it, and the two ways on that are left. */
function Plain({ item }: { item: Waiting }) {
  const w = useWords(waitingWords)
  return <><section><p className="fd-facts__word">{w.nowIs}</p><Why item={item} /></section>
    <div className="lk-moves"><Button onClick={() => void answers.drop(item.seq, null)}>{w.drop}</Button>
      <Button look="primary" onClick={() => void answers.sendAgain(item.seq, null)}>{w.again}</Button></div></>
}

function OnMatter({ item, id, when }: { item: Waiting; id: string; when: string }) {
  const w = useWords(waitingWords)
  const { data: matter, error } = useMatter(id)
  if (error && !matter) {
    return <><section><p className="fd-facts__word">{w.nowIs}</p>
      <p>{problemOf(error).code === 'not_found' ? w.unseen : <Why item={item} />}</p></section>
      <div className="lk-moves"><Button onClick={() => void answers.drop(item.seq, null)}>{w.drop}</Button></div></>
  }
  if (!matter) return <Skeleton lines={[50, 80]} />
  const open = matter.moves.some((move) => move === moveIn(item))
  const noted = item.shown.said !== '' && matter.moves.includes('note')
  const asNote = () => void answers.sendAs(item.seq, `/api/v1/matters/${id}/note`,
    { note: w.late(item.shown.title, when, item.shown.said).slice(0, 2000), seenBy: 'staff' }, w.asNoteTitle, matter.version)
  return <>
    <section><p className="fd-facts__word">{w.nowIs}</p><NowIs matter={matter} /><Why item={item} />
      {!open && noted && <p className="lk-second">{w.notNow}</p>}</section>
    <div className="lk-moves"><Button onClick={() => void answers.drop(item.seq, matter.version)}>{w.drop}</Button>
      {noted && <Button look={open ? 'plain' : 'primary'} onClick={asNote}>{w.asNote}</Button>}
      {open && <Button look="primary" onClick={() => void answers.sendAgain(item.seq, matter.version)}>{w.again}</Button>}</div>
  </>
}

/** Who has it now, and what was done last. */
function NowIs({ matter }: { matter: MatterDetail }) {
  const w = useWords(waitingWords)
  const { lang } = useSettings()
  const present = useNow()
  const stands = useStands()
  const sentence = useSentence()
  const [last] = matter.story
  return <><h3>{stands(matter)}</h3>
    {last && <p className="lk-second">{w.last(last.post ?? last.org ?? w.reporter, sentence(last), moment(Date.parse(last.at), present, lang))}</p>}
    {last?.said && <blockquote className="fd-conflict__said">{last.said}</blockquote>}</>
}
