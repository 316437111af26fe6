/** What waits for money: which way it takes, and when it is looked at again. */
import './waiting.css'
import { Button, ClockChip, ConsoleFrame, dayOf, daysBetween, Empty, ErrorNote, now as present, PageHead, Skeleton, useNow, useSay, useSettings,
  useWords } from '../../../../ui-kit/index.ts'
import { saveXlsx } from '../../../../ui-kit/xlsx.ts'
import { categoryName, moneyPathOf } from '../../../rules/index.ts'
import { useSuspended, type AsideCard } from './waiting-api.ts'
import { holderWord } from '../card-row.tsx'
import { MatterLine } from './matter-line.tsx'
import { waitingWords } from './waiting-words.ts'

const noon = (day: string): number => Date.parse(`${day}T12:00:00+08:00`)

function AsideRow({ card }: { card: AsideCard }) {
  const w = useWords(waitingWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  const path = card.path ? moneyPathOf(card.path) : null
  return <tr>
    <td><MatterLine card={card}><span>{holderWord(card.holder)}</span></MatterLine></td>
    <td>{path && <><b>{say(path.say)}</b><p className="cs-small">{path.steps.map(say).join(lang === 'zh' ? '，' : '. ')}</p></>}</td>
    <td className="lk-nowrap">{card.reviewOn && <ClockChip now={now} state={noon(card.reviewOn) < now ? 'running' : 'paused'}
      due={noon(card.reviewOn)} />}</td>
    <td className="lk-nowrap">{card.suspendedAt && w.days(daysBetween(Date.parse(card.suspendedAt), now))}</td>
  </tr>
}

function useExport(cards: readonly AsideCard[]): () => void {
  const w = useWords(waitingWords)
  const say = useSay()
  const day = (iso: string | null | undefined): string => (iso ? new Date(Date.parse(iso) + 28_800_000).toISOString().slice(0, 10) : '')
  return () => saveXlsx(`${w.aside} ${new Date(present() + 28_800_000).toISOString().slice(0, 10)}`, [
    [w.number, w.matter, w.kind, w.place, w.holder, w.path, w.steps, w.reviewOn, w.sinceDay],
    ...cards.map((card) => { const path = card.path ? moneyPathOf(card.path) : null
      return [card.number, card.title, say(categoryName(card.category)), card.place, holderWord(card.holder), path ? say(path.say) : '',
        path ? path.steps.map(say).join('；') : '', card.reviewOn ?? '', day(card.suspendedAt)] })])
}

export default function AsidePage() {
  const w = useWords(waitingWords)
  const now = useNow()
  const { lang } = useSettings()
  const list = useSuspended()
  const cards = list.data ?? []
  const save = useExport(cards)
  const first = cards[0]?.reviewOn
  return <ConsoleFrame current="/console/aside">
    <PageHead title={w.aside} line={w.asideLine} tools={cards.length > 0 && <><Button icon="download" onClick={save}>{w.export}</Button>
      <Button icon="print" onClick={() => print()}>{w.print}</Button></>} />
    {list.isPending && <Skeleton repeat={4} />}
    {list.error && <ErrorNote title={w.failed} error={list.error}><Button look="primary"
      onClick={() => void list.refetch()}>{w.again}</Button></ErrorNote>}
    {list.data && cards.length === 0 && <Empty title={w.noAside} line={w.noAsideLine} />}
    {cards.length > 0 && <>{first && <p className="wt-sum">{w.asideSum(cards.length, dayOf(noon(first), now, lang))}</p>}
      <table className="lk-table wt-table wt-table--plain"><thead><tr>{[w.matter, w.path, w.reviewOn, w.since].map((head) => <th key={head}
        scope="col">{head}</th>)}</tr></thead>
        <tbody>{cards.map((card) => <AsideRow key={card.id} card={card} />)}</tbody></table></>}
  </ConsoleFrame>
}
