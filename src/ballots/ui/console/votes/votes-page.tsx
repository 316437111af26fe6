/** 表决: the votes in one's reach, what waits in each, and starting one. */
import './votes.css'
import { useState } from 'react'
import { Button, ConsoleFrame, Empty, ErrorNote, Go, Meta, PageHead, Skeleton, Tag, useNavigate, useWords } from '../../../../ui-kit/index.ts'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import { whole } from '../../resident/vote/vote-words.ts'
import { StartDialog } from './start-dialog.tsx'
import { useVotes, type Card } from './vote-api.ts'
import { deskWords } from './vote-words.ts'

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
      {votes.error && !votes.data ? <ErrorNote title={w.failed} error={votes.error}><Button look="primary" onClick={() => void votes.refetch()}>{w.again}</Button></ErrorNote>
        : !votes.data ? <Skeleton repeat={4} /> : votes.data.items.length === 0 ? <Empty title={w.none} line={w.noneLine}>{button}</Empty>
          : <ul className="vc-cards">{votes.data.items.map((card) => <li key={card.id}><CardRow card={card} /></li>)}</ul>}
    </div>
    {starting && <StartDialog onClose={() => start(false)} onStarted={(id) => go(`/console/votes/${id}`)} />}
  </ConsoleFrame>
}

function CardRow({ card }: { card: Card }) {
  const w = useWords(deskWords)
  const { participation: p } = card
  const share = p.headsTotal === 0 ? 0 : (100 * p.heads) / p.headsTotal
  return <Go href={`/console/votes/${card.id}`} className="vc-card">
    <span className="vc-card__text"><b>{card.title}</b><Meta>{[card.electorate.name, w.nth(card.number), w[card.state], card.outcome && isOutcome(card.outcome) ? w[card.outcome] : '']}</Meta></span>
    {p.headsTotal > 0 && <span className="vc-card__bar"><span className="vc-track" aria-hidden="true"><i style={{ width: `${share}%` }} /></span><span>{whole(p.heads)}/{whole(p.headsTotal)}</span></span>}
    {card.todo > 0 && <Tag>{w.todo} {card.todo}</Tag>}
  </Go>
}

const isOutcome = (word: string): word is 'passed' | 'not_passed' | 'no_quorum' => ['passed', 'not_passed', 'no_quorum'].includes(word)
