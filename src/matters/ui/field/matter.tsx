/** One matter on the phone: what and where, who has it until when and why, what was said, what was done; what to do stands at the thumb. */
import { useEffect } from 'react'
import { Empty, Button, FieldShell, Icon, MaskedName, Meta, problemOf, SectionTitle, Skeleton, Tag, TimelineEntry, useNow, useOutbox, useSay,
  useWords } from '../../../ui-kit/index.ts'
import { categoryOf, dangersIn, isOpen } from '../../rules/index.ts'
import { askInTime } from '../parts/ask-in-time.ts'
import { useMatter, useReveal, type MatterDetail, type StaffPost } from '../staff-api.ts'
import { DangerCard } from './danger-card.tsx'
import { DeskSteps } from './desk-steps.tsx'
import { DueBlock } from './due-block.tsx'
import { useWordLeft } from './flash.ts'
import { ReadError, SignedIn, type Worker } from './frame.tsx'
import { channelWords, matterWords } from './matter-words.ts'
import { useStands } from './matter-row.tsx'
import { movesToOffer } from './moves-offered.ts'
import { MovesBar } from './moves-bar.tsx'
import { MoneyWay } from '../parts/rests-on.tsx'
import { Parties } from './parties.tsx'
import { MatterPhoto, Story } from './story.tsx'
import { moveWords } from './move-words.ts'
import { waitingOn, withWaiting } from './send-move.ts'
import { JustDone, WaitingActs } from './waiting-acts.tsx'

/** The page at /field/m/:id. */
export default function MatterPage({ params }: { params: { id?: string } }) {
  return <SignedIn>{(worker) => <Reading key={params.id} id={params.id ?? ''} worker={worker} />}</SignedIn>
}

function Reading({ id, worker }: { id: string; worker: Worker }) {
  const w = useWords(matterWords)
  const { data, error, refetch } = useMatter(id)
  const back = { href: '/field', word: w.back }
  if (data) return <Matter matter={data} worker={worker} />
  if (!error) return <FieldShell current="today" back={back}><Skeleton lines={[80, 50]} /><Skeleton lines={[40, 100, 90, 70]} repeat={3} />
    </FieldShell>
  if (problemOf(error).code === 'not_found' || problemOf(error).status === 400) {
    return <FieldShell current="today" back={back}><Empty title={w.notFound} line={w.notFoundLine}><Button href="/field">{w.toToday}</Button></Empty>
      </FieldShell>
  }
  return <FieldShell current="today" back={back}><ReadError error={error} onAgain={() => void refetch()} /></FieldShell>
}

/** Whether it waits for the reader: theirs to verify, held by their post; for the community's own people also what the community holds as a whole. */
const isMyTurn = ({ standing, state, holder, yoursToVerify }: MatterDetail, post: StaffPost): boolean =>
  yoursToVerify && state === 'finished' || standing.holds === true && (state === 'filed' || state === 'taken') && (holder.post !== null || post.audience !== 'grid')

function Matter({ matter: seen, worker }: { matter: MatterDetail; worker: Worker }) {
  const waiting = waitingOn(useOutbox(), seen.id)
  const matter = withWaiting(seen, waiting)
  const w = useWords(matterWords)
  const say = useSay()
  const stands = useStands()
  const word = useWordLeft()
  const now = useNow()
  const offered = movesToOffer(matter, worker.post).filter((move) => move !== 'ask_extension' || askInTime(matter, now))
  const mine = isMyTurn(matter, worker.post)
  const [danger] = dangersIn(matter.words)
  const { groupZh, groupEn, zh, en } = categoryOf(matter.category)
  useEffect(() => { document.getElementById('matter-title')?.focus({ preventScroll: true }) }, [])
  return <FieldShell current="today" back={{ href: '/field', word: w.back }}
    right={<span>{w.number(matter.number)}</span>} {...barOf(matter, offered, mine)}>
    {word && <JustDone {...word} />}
    <h1 id="matter-title" className="lk-title fd-matter-title" tabIndex={-1}>{matter.title}</h1>
    <p className="lk-second"><Meta>{matter.place?.name}{say({ zh: groupZh, en: groupEn })}{say({ zh, en })}</Meta></p>
    {matter.yoursToVerify && matter.state === 'finished' && <p className="fd-turn"><span className="fd-yours">{w.yoursToVerify}</span>{w.yoursToVerifyLine}</p>}
    {!isOpen(matter.state) && <p className="fd-ended"><b>{stands(matter)}</b></p>}
    <div className="fd-body">
      {danger && isOpen(matter.state) && <DangerCard danger={danger} demo={worker.demo} />}
      {waiting.length > 0 && <WaitingActs items={waiting} />}
      <DeskSteps matter={matter} />
      <DueBlock matter={matter} mine={mine} />
      {matter.suspended && isOpen(matter.state) && <section className="lk-card fd-aside">
        <MoneyWay code={matter.moneyPath} reviewOn={matter.reviewOn} /></section>}
      <Said matter={matter} worker={worker} />
      {matter.duty.hint && isOpen(matter.state) && <p className="fd-hint"><Icon name="flag" size={18} />{say(matter.duty.hint)}</p>}
      {matter.answer && <section><p className="fd-facts__word">{matter.outcome === 'unable' ? w.answerUnable : w.answerExplained}</p>
        <blockquote className="fd-quote">{matter.answer}</blockquote></section>}
      <Parties matter={matter} demo={worker.demo} />
      <section><SectionTitle rule="above">{w.story}</SectionTitle><div className="fd-story">
        <Story matter={matter} now={isOpen(matter.state) && <TimelineEntry kind="now" yours={mine && !matter.suspended}>
          {mine ? <Yours matter={matter} /> : <b>{stands(matter)}</b>}</TimelineEntry>} /></div></section>
    </div>
  </FieldShell>
}

function Yours({ matter }: { matter: MatterDetail }) {
  const w = useWords(moveWords)
  return <b>{matter.suspended ? w.putAsideByYou : matter.state === 'finished' ? w.waitsForYouToVerify : matter.state === 'filed' ? w.waitsForYouToTake : w.waitsForYouToFinish}</b>
}

const barOf = (matter: MatterDetail, offered: ReturnType<typeof movesToOffer>, mine: boolean) =>
  offered.length === 0 ? {} : { bar: <MovesBar matter={matter} offered={offered} mine={mine && !matter.suspended} /> }

function Said({ matter, worker }: { matter: MatterDetail; worker: Worker }) {
  const w = useWords(matterWords)
  const channels = useWords(channelWords)
  const channel = matter.channel in channels ? channels[matter.channel as keyof typeof channels] : '' // asked in the line before
  const photos = matter.story.filter((entry) => entry.kind === 'filed').flatMap((entry) => entry.photos)
  return <section>
    <p className="fd-facts__word"><Meta>{w.said}{channel}</Meta></p>
    <blockquote className="fd-quote">{matter.words}</blockquote>
    {photos.length > 0 && <div className="lk-photos">{photos.map((photo) => <MatterPhoto key={photo.id} photo={photo} />)}</div>}
    <Reporter matter={matter} worker={worker} />
  </section>
}

function Reporter({ matter, worker }: { matter: MatterDetail; worker: Worker }) {
  const w = useWords(matterWords)
  const m = useWords(moveWords)
  const reveal = useReveal(matter.id)
  const may = worker.post.audience === 'grid' || worker.post.audience === 'community'
  const purposes = [{ value: 'call_back', word: m.purposeCall }, { value: 'visit', word: m.purposeVisit },
    { value: 'deliver_notice', word: m.purposeNotice }, { value: 'person_asked', word: m.purposeAsked }]
  const shown = (['name', 'phone'] as const).flatMap((field) => matter.reporter?.[field] ? [{ field, masked: matter.reporter[field] }] : [])
  if (shown.length === 0) return <p className="lk-small fd-reporter">{w.reporter} <Tag>{w.noReporter}</Tag></p>
  const ask = (field: 'name' | 'phone') => async (purpose: string) => {
    const known = purposes.find((one) => one.value === purpose)?.value
    return (await reveal.mutateAsync({ field, purpose: known === 'visit' || known === 'deliver_notice' || known === 'person_asked' ? known
      : 'call_back' })).value
  }
  return <div className="lk-small fd-reporter">{w.reporter} <Meta>{shown.map(({ field, masked }) =>
    <MaskedName key={field} masked={masked} {...(may ? { purposes, reveal: ask(field) } : {})} />)}</Meta></div>
}
