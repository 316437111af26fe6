/** '/threads/in/:place': what is deliberated in a place, what deliberating has come to, how speaking is looked after, and a way to begin. */
import { useState } from 'react'
import { Button, Choices, Empty, ErrorNote, Go, Meta, ResidentShell, Skeleton, Tag, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { useBoardBack } from '../../../../places/ui/parts/board-back.ts'
import { starterWords, stepWords, WAY } from '../../../rules/threads/index.ts'
import { parts, sayDay } from './day.ts'
import { LookedAfter } from './looked-after.tsx'
import { StartForm } from './start-form.tsx'
import { useHall, useThreads, type Hall, type ThreadCard } from './thread-api.ts'
import { threadWords } from './words.ts'
import './threads.css'

export default function ThreadsPage({ params }: { params: Record<string, string | undefined> }) {
  const w = useWords(threadWords)
  const place = params['place'] ?? ''
  const [which, choose] = useState<'open' | 'all'>('open')
  const [starting, start] = useState(false)
  const [ruled] = useState(() => new URLSearchParams(location.search).has('rules'))
  const hall = useHall(place)
  const back = useBoardBack(place === '' ? undefined : place, w.home)
  const threads = useThreads(place, which === 'open' ? 'open' : undefined)
  if (starting) return <StartForm place={{ id: place, name: hall.data?.place.name ?? '' }} onBack={() => { start(false); scrollTo(0, 0) }} />
  const pages = threads.data?.pages
  const begin = () => { start(true); scrollTo(0, 0) }
  const items = pages?.flatMap((page) => page.items) ?? []
  return <ResidentShell back={back} wide bar={<Button look="primary" size="bar" onClick={begin}>{w.start}</Button>}>
    {hall.data && <p className="lk-second">{hall.data.place.name}</p>}
    <div className="th-head"><div><h1 className="th-title">{w.title}</h1>
      {hall.data && hall.data.sessions + hall.data.solved + hall.data.agreements > 0 && <HallLine hall={hall.data} />}</div>
      <div className="th-go"><Button look="primary" icon="chat" onClick={begin}>{w.start}</Button></div></div>
    <div className="th-which"><Choices legend={w.title} value={which} onChange={choose} options={[{ value: 'open', word: w.openTab }, { value: 'all', word: w.allTab }]} /></div>
    {threads.error && !pages ? <ErrorNote title={w.failed} error={threads.error}><Button look="primary" onClick={() => void threads.refetch()}>{w.again}</Button></ErrorNote>
      : !pages ? <Skeleton lines={[60, 100]} repeat={4} />
        : items.length === 0 ? <Empty title={w.none} line={w.noneLine} />
          : <ul className="th-cards">{items.map((one) => <li key={one.id}><Card card={one} /></li>)}</ul>}
    {threads.hasNextPage && <Button busy={threads.isFetchingNextPage} onClick={() => void threads.fetchNextPage()}>{w.more}</Button>}
    <LookedAfter place={place} open={ruled} />
  </ResidentShell>
}

function HallLine({ hall }: { hall: Hall }) {
  const w = useWords(threadWords)
  return <p className="th-hall">{parts(w.hall(hall.place.name, String(hall.sessions), String(hall.solved), String(hall.agreements))).map(({ text, figure }, n) =>
    (figure ? <b key={n}>{text}</b> : text))}</p>
}

function Card({ card }: { card: ThreadCard }) {
  const w = useWords(threadWords)
  const say = useSay()
  const { lang } = useSettings()
  const five = WAY.filter((step) => step !== 'ended')
  const at = card.step === 'ended' ? five.length : five.findIndex((one) => one === card.step)
  const facts = [card.place, w.startedBy(say(starterWords[card.startedBy])), w.leads(card.keeper), card.voices > 0 ? w.voices(card.voices) : '', card.tasks > 0 ? w.tasksOf(card.tasksDone, card.tasks) : '']
  const next = card.summary === '' ? w.titleWaits : card.callUntil && (card.step === 'voice' || card.step === 'sort') ? w.callUntil(sayDay(card.callUntil, lang))
    : card.step === 'judge' ? w.standJudge : card.nextDue && card.step === 'do' ? w.nextDue(sayDay(card.nextDue, lang)) : ''
  return <Go className="th-card" href={`/threads/${card.id}`}>
    <span className="th-card__title">{card.title}{card.major && <Tag>{w.major}</Tag>}</span>
    {card.summary && <span className="th-card__said">{card.summary}</span>}
    <span className="th-card__way"><span className="th-dots" aria-hidden="true">{five.map((one, n) => <span key={one} className={n < at ? 'is-done' : n === at ? 'is-now' : ''} />)}</span>
      <b>{say(stepWords[card.step])}</b>{next && <span className="lk-second">{next}</span>}</span>
    <span className="lk-second"><Meta>{facts}</Meta></span>
  </Go>
}

