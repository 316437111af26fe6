/** 表决: the votes in one's reach, what runs first, what waits in each, and starting one. */
import './votes.css'
import { useState } from 'react'
import { Button, ConsoleFrame, Empty, ErrorNote, Go, Meta, PageHead, SectionTitle, Skeleton, Tag, useNavigate, useSettings,
  useWords } from '../../../../ui-kit/index.ts'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import { sayDayOf } from '../../parts/day.ts'
import { whole } from '../../parts/turnout-words.ts'
import { StartDialog } from './start-dialog.tsx'
import { useVotes, type Card } from './vote-api.ts'
import { deskWords } from './vote-words.ts'

const OVER = ['published', 'filed', 'archived', 'withdrawn']

export default function VotesPage() {
  const w = useWords(deskWords)
  const go = useNavigate()
  const audience = usePost()?.audience ?? ''
  const votes = useVotes()
  const [starting, start] = useState(false)
  const mayStart = ['owners', 'community', 'unit'].includes(audience)
  const button = mayStart && <Button look="primary" icon="plus" onClick={() => start(true)}>{w.start}</Button>
  return <ConsoleFrame current="/console/votes">
    <PageHead title={w.title} line={w.line} tools={button} />
    <div className="vc-page">
      {votes.data ? votes.data.items.length === 0 ? <Empty title={w.none} line={w.noneLine}>{button}</Empty> : <Cards items={votes.data.items} />
        : votes.error ? <ErrorNote title={w.failed} error={votes.error}><Button look="primary" onClick={() => void votes.refetch()}>{w.again}</Button>
          </ErrorNote>
          : <Skeleton repeat={4} />}
    </div>
    {starting && <StartDialog onClose={() => start(false)} onStarted={(id) => go(`/console/votes/${id}`)} />}
  </ConsoleFrame>
}

function Cards({ items }: { items: readonly Card[] }) {
  const w = useWords(deskWords)
  const groups = [{ title: w.running, of: items.filter(({ state }) => !OVER.includes(state)) },
    { title: w.over, of: items.filter(({ state }) => OVER.includes(state)) }]
  return <>{groups.filter(({ of }) => of.length > 0).map(({ title, of }) => <section key={title} className="vc-part"><SectionTitle
    aside={String(of.length)} rule="hair">{title}</SectionTitle>
    <ul className="vc-cards">{of.map((card) => <li key={card.id}><CardRow card={card} /></li>)}</ul></section>)}</>
}

function CardRow({ card }: { card: Card }) {
  const w = useWords(deskWords)
  const { lang } = useSettings()
  const { participation: p } = card
  const at = (n: number): string => `${!p || p.headsTotal === 0 ? 0 : (100 * n) / p.headsTotal}%`
  const day = card.state === 'open' && card.closesAt ? w.closesOn(sayDayOf(card.closesAt, lang))
    : ['noticed', 'frozen'].includes(card.state) && card.opensAt ? w.opensOn(sayDayOf(card.opensAt, lang)) : ''
  return <Go href={`/console/votes/${card.id}`} className="vc-card" data-row>
    <span className="vc-card__text"><b>{card.title}</b>
      <span className="lk-second"><Meta>{[card.electorate.name, w.nth(card.number), card.outcome && isOutcome(card.outcome) ? w[card.outcome]
        : w[card.state], day]}</Meta></span></span>
    {card.todo > 0 && <Tag>{w.waits(card.todo)}</Tag>}
    {p && p.headsTotal > 0 && <span className="vc-card__bar"><span className="vc-track" aria-hidden="true"><i style={{ width: at(p.heads) }} />
      {p.headsNeeded > 0 && <b style={{ left: at(p.headsNeeded) }} />}</span><span>{w.took(whole(p.heads), whole(p.headsTotal))}</span></span>}
  </Go>
}

const isOutcome = (word: string): word is 'passed' | 'not_passed' | 'no_quorum' | 'stayed' => ['passed', 'not_passed', 'no_quorum',
  'stayed'].includes(word)
