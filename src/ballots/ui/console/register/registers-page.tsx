/** 业主名册 of the compounds within reach: who keeps each; what stands in it only its keeper reads. */
import './register.css'
import { useEffect } from 'react'
import { sayDay } from '../../../../offices/ui/parts/day.ts'
import { Button, ConsoleFrame, Empty, ErrorNote, Icon, Meta, PageHead, Skeleton, useNavigate, useSettings,
  useWords } from '../../../../ui-kit/index.ts'
import { registerAt } from './register-at.ts'
import { useRegisters, useStart, type RegisterCard } from './register-api.ts'
import { registerWords } from './words.ts'

export default function RegistersPage() {
  const w = useWords(registerWords)
  const navigate = useNavigate()
  const { data, error, refetch } = useRegisters()
  const [only, ...more] = data?.items ?? []
  const mine = only?.mine && more.length === 0 ? only.compound : null
  useEffect(() => { if (mine !== null) navigate(registerAt(mine)) }, [mine, navigate])
  return <ConsoleFrame current="/console/register">
    <PageHead title={w.title} line={w.listLine} />
    {error && !data ? <ErrorNote title={w.failed} error={error}><Button look="primary" onClick={() => void refetch()}>{w.again}</Button></ErrorNote>
      : !data || mine !== null ? <Skeleton repeat={3} /> : data.items.length === 0 ? <Empty title={w.none} line={w.noneLine} />
        : <ul className="vr-cards">{data.items.map((card) => <Card key={card.compound} card={card} />)}</ul>}
  </ConsoleFrame>
}

function Card({ card }: { card: RegisterCard }) {
  const w = useWords(registerWords)
  const { lang } = useSettings()
  const navigate = useNavigate()
  const start = useStart(() => navigate(registerAt(card.compound)))
  const since = card.since === null ? null : w.since(sayDay(card.since, lang))
  return <li><div><h2>{card.name}</h2>
    <Meta><span>{w.homesOf(card.homes)}</span><span>{card.keeper ? w.keptBy(card.keeper.name) : w.noKeeper}</span>{since ? <span>{since}</span>
      : null}</Meta>
    {!card.mine && card.keeper && <p className="lk-second vr-locked"><Icon name="lock" size={14} />{w.notYours}</p>}
    {!card.keeper && <p className="lk-second">{w.teach}</p>}
    {start.error && <ErrorNote error={start.error} />}</div>
  {card.mine ? <Button look="primary" href={registerAt(card.compound)}>{w.open}</Button>
    : card.mayStart && <Button busy={start.isPending} onClick={() => start.mutate(card.compound)}>{w.start}</Button>}</li>
}
