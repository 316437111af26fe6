/** 换届与选举: every term within reach, what is being prepared first. */
import './elections.css'
import { useState } from 'react'
import { sayDay } from '../../../../offices/ui/parts/day.ts'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import { Button, ConsoleFrame, Empty, ErrorNote, Go, Meta, PageHead, Skeleton, Tag, useNavigate, useSettings,
  useWords } from '../../../../ui-kit/index.ts'
import { bodyAt, useBodies, type BodyCard } from './election-api.ts'
import { BeginDialog, ResidentsDialog } from './begin-dialog.tsx'
import { bodyWords } from './words.ts'

export default function ElectionsPage() {
  const w = useWords(bodyWords)
  const go = useNavigate()
  const bodies = useBodies()
  const audience = usePost()?.audience
  const [open, show] = useState<'owners' | 'residents'>()
  const begun = (id: string) => go(bodyAt(id))
  const tools = bodies.data?.mayPrepare && <>{audience === 'community' && <Button onClick={() => show('residents')}>{w.beginResidents}</Button>}
    <Button look="primary" icon="plus" onClick={() => show('owners')}>{w.begin}</Button></>
  return <ConsoleFrame current="/console/elections">
    <PageHead title={w.title} line={w.line} tools={tools} />
    {bodies.error && !bodies.data ? <ErrorNote title={w.failed} error={bodies.error}><Button look="primary" onClick={() => void bodies.refetch()}>
      {w.again}</Button></ErrorNote>
      : !bodies.data ? <Skeleton repeat={4} /> : bodies.data.items.length === 0 ? <Empty title={w.none} line={w.noneLine} />
        : <div className="el-cards">{bodies.data.items.map((card) => <Card key={card.id} card={card} />)}</div>}
    {open === 'owners' && <BeginDialog onClose={() => show(undefined)} onBegun={begun} />}
    {open === 'residents' && <ResidentsDialog onClose={() => show(undefined)} onBegun={begun} />}
  </ConsoleFrame>
}

function Card({ card }: { card: BodyCard }) {
  const w = useWords(bodyWords)
  const { lang } = useSettings()
  const term = w.term(sayDay(card.termFrom, lang), sayDay(card.termTo, lang))
  return <Go href={bodyAt(card.id)} className="el-card" data-row>
    <span><b>{card.place.name}　{w[card.kind]}</b>
      <Meta><Tag>{card.formed ? w[card.state] : w.notFormed}</Tag>{w.seats(card.seats, card.state === 'planned' ? card.reserves : card.inReserve)}{term}{card.open > 0
        ? w.open(card.open) : ''}</Meta></span>
    {card.state === 'in_office' && <span className={card.endsSoon ? 'el-left is-due' : 'el-left'}>
      {w.left(card.daysLeft)}{card.tellFrom && <><br />{w.tell(sayDay(card.tellFrom, lang))}</>}</span>}
  </Go>
}
