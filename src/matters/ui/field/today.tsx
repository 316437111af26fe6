/** 今天: the one thing to decide first, then what waits for me, what I have in hand, what waits for my eyes. */
import { useState, type ReactNode } from 'react'
import { Button, ClockChip, DateText, DecisionPanel, Dot, Empty, ErrorNote, FieldShell, Go, Icon, moment, SectionTitle, Skeleton, useLine, useNow,
  useOutbox, useSettings, useWords, type Waiting } from '../../../ui-kit/index.ts'
import { NewNotices } from '../../../notices/ui/parts/field-links.tsx'
import { TodayVisits } from '../../../visits/ui/parts/today-visits.tsx'
import { useCards, type Card } from '../staff-api.ts'
import { forMyEyes, TODAY_ROWS, useFinished } from './api.ts'
import { ReadError, SignedIn, type Worker } from './frame.tsx'
import { MatterRows } from './matter-row.tsx'
import { useReadAhead } from './read-ahead.ts'
import { isPassedOn, moveIn, useKeptMove, waitingOn } from './send-move.ts'
import { JustDone, WaitingActs } from './waiting-acts.tsx'
import { waitingWords } from './waiting-words.ts'
import { fieldWords } from './words.ts'

const SHOWN = 4

type Said = { readonly word: string; readonly kept: boolean }

/** The page at /field. */
export default function TodayPage() {
  return <SignedIn>{(worker) => <Today worker={worker} />}</SignedIn>
}

function Today({ worker }: { worker: Worker }) {
  const w = useWords(fieldWords)
  const present = useNow()
  const [said, say] = useState<Said | null>(null)
  const right = <><DateText at={present} look="weekday" /><br />{worker.name}<Dot />{worker.post.placeName}</>
  return <FieldShell current="today" title={w.today} right={right}>
    {said && <JustDone {...said} />}
    <Sections worker={worker} onSaid={say} />
  </FieldShell>
}

function Sections({ worker, onSaid }: { worker: Worker; onSaid: (said: Said) => void }) {
  const w = useWords(fieldWords)
  const mine = useCards({ tab: 'mine', limit: TODAY_ROWS })
  const following = useCards({ tab: 'following', limit: TODAY_ROWS })
  const finished = useFinished()
  const outbox = useOutbox()
  useReadAhead([...mine.cards, ...following.cards, ...finished.data ?? []])
  const lost = mine.data ? following : mine
  if (lost.error && !lost.data) return <ReadError error={lost.error} onAgain={() => { void mine.refetch(); void following.refetch() }} />
  if (!mine.data || !following.data) return <Skeleton lines={[40, 100, 70]} repeat={4} />
  const turn = afterWaiting(mine.cards.filter((card) => card.state !== 'finished'), outbox)
  // What a grid worker's community holds as a whole is the desk's turn first; here it stands apart and asks for nothing.
  const own = worker.post.audience === 'grid' ? turn.filter((card) => card.holder.post !== null) : turn
  const shared = turn.filter((card) => !own.includes(card))
  const others = following.cards.filter((card) => !turn.some((one) => one.id === card.id))
  const looks = afterWaiting(forMyEyes(finished.data ?? [], mine.cards, following.cards), outbox)
  // Nothing in hand: then what the rota gave this post is what to do first.
  // What is put aside waits for its day, not for today.
  const awake = own.filter((card) => !card.suspended)
  const [first, ...rest] = awake.length > 0 ? awake : looks.filter((card) => card.yoursToVerify).slice(0, 1)
  const eyes = looks.filter((card) => card !== first)
  return <div className="fd-sections">
    <Asking />
    {first ? <First key={first.id} card={first} onSaid={onSaid} /> : <Empty title={w.emptyToday} line={w.emptyTodayLine(worker.post.placeName)} />}
    <List title={w.yourTurn} cards={rest} mine />
    <List title={w.putAside} cards={own.filter((card) => card.suspended)} mine />
    <NewNotices />
    <TodayVisits audience={worker.post.audience} />
    <Waits />
    <List title={w.shared} cards={shared} aside={w.sharedAside} />
    <List title={w.following} cards={others} href="/field/mine" hrefWord={w.allFollowing} />
    <List title={w.toVerify} cards={eyes} aside={w.toVerifyAside} />
  </div>
}

/** The cards as they will be once what waits here was sent: what is passed on is off the list, what is taken is taken. */
const afterWaiting = (cards: readonly Card[], outbox: readonly Waiting[]): readonly Card[] => cards.flatMap((card) => {
  const waiting = waitingOn(outbox, card.id)
  if (isPassedOn(waiting)) return []
  return [waiting.some((item) => moveIn(item) === 'take') && card.state === 'filed' ? { ...card, state: 'taken' as const } : card]
})

/** What the server did not take and the person has to say a word about. */
function Asking() {
  const w = useWords(waitingWords)
  const asking = useOutbox().filter(({ state }) => state === 'asking').length
  return asking === 0 ? null : <Go href="/field/waiting" className="fd-asking"><Icon name="warn" size={20} /><span>{w.asksLine(asking)}</span>
    <Icon name="right" size={18} /></Go>
}

/** 已存好，等信号: what was written here and is not with the server yet. */
function Waits() {
  const w = useWords(waitingWords)
  const line = useLine()
  const waiting = useOutbox().filter(({ state }) => state === 'waiting')
  const sent = useOutbox().some(({ state }) => state === 'sent')
  if (waiting.length === 0 && !sent) return null
  return <section>
    {waiting.length > 0 && <><SectionTitle rule="hair" aside={w.count(waiting.length)}>{line ? w.waitsOnline : w.waits}</SectionTitle>
      <WaitingActs items={waiting.slice(-SHOWN)} /></>}
    <Go href="/field/waiting" className="fd-more">{waiting.length > 0 ? w.all : w.sent}<Icon name="right" size={16} /></Go>
  </section>
}

function List({ title, cards, mine = false, href, hrefWord, aside }:
  { title: string; cards: readonly Card[]; mine?: boolean; href?: string; hrefWord?: string; aside?: ReactNode }) {
  const w = useWords(fieldWords)
  const [all, showAll] = useState(mine)
  if (cards.length === 0) return null
  const shown = Math.max(SHOWN, cards.filter(({ yoursToVerify }) => yoursToVerify).length) // nobody's own turn is folded away
  const hidden = all ? 0 : Math.max(0, cards.length - shown)
  const count = cards.length >= TODAY_ROWS ? w.plenty(TODAY_ROWS) : w.total(cards.length)
  return <section>
    <SectionTitle rule="hair" aside={<>{aside}{aside && <Dot />}{count}</>}>{title}</SectionTitle>
    <MatterRows cards={hidden > 0 ? cards.slice(0, shown) : cards} mine={mine} />
    {hidden > 0 && (href ? <Go href={href} className="fd-more">{hrefWord}<Icon name="right" size={16} /></Go>
      : <button type="button" className="fd-more" onClick={() => showAll(true)}>{w.more(hidden)}<Icon name="down" size={16} /></button>)}
  </section>
}

function First({ card, onSaid }: { card: Card; onSaid: (said: Said) => void }) {
  const w = useWords(fieldWords)
  const { lang } = useSettings()
  const present = useNow()
  const take = useKeptMove(card, 'take')
  const press = () => void take.send({}, w.takeIt, (how) => onSaid({ word: how === 'sent' ? w.taken(card.title) : w.takenHere(card.title), kept: how === 'saved' }))
  const title = <Go href={`/field/m/${card.id}`} className="fd-title-link">{card.title}</Go>
  const clock = <ClockChip due={card.due === null ? undefined : Date.parse(card.due)}
    from={card.dueFrom === null ? undefined : Date.parse(card.dueFrom)} now={present} state={card.provisional ? 'provisional' : 'running'} />
  return <div>
    <DecisionPanel lead={card.yoursToVerify ? w.yoursToVerify : w.first} title={title} aside={clock} reason={w.filedOn(moment(Date.parse(card.filedAt), present, lang), card.place)}>
      {card.state === 'finished' ? <Button look="decide" href={`/field/m/${card.id}`}>{w.look}</Button>
        : card.state === 'whistled' ? <Button look="decide" href={`/field/m/${card.id}`}>{w.open}</Button> : <>
        <Button href={`/field/m/${card.id}/do/hand_over`}>{w.handOver}</Button>
        {card.state === 'filed' ? <Button look="decide" busy={take.busy} onClick={press}>{w.takeIt}
          </Button>
          : <Button look="decide" href={`/field/m/${card.id}/do/finish`}>{w.itIsDone}</Button>}
      </>}
    </DecisionPanel>
    {take.error != null && <div className="fd-below"><ErrorNote error={take.error}><Button href={`/field/m/${card.id}`}>{w.open}</Button></ErrorNote></div>}
  </div>
}
