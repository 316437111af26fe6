/** What did not move after a reminder: who is late, at which step, by how much, on the list since when. */
import './console-more.css'
import { Button, ClockChip, ConsoleFrame, DateText, Empty, ErrorNote, Go, leftOrOver, Meta, moment, now, PageHead, PartyBadge, Skeleton, useNow,
  useSay, useSettings, useWords } from '../../../ui-kit/index.ts'
import { saveXlsx } from '../../../ui-kit/xlsx.ts'
import { categoryName } from '../../rules/index.ts'
import { usePost } from '../staff-api.ts'
import { useSupervision, type SupervisedCard } from './supervision-api.ts'
import { SupervisionSlips } from './supervision-slips.tsx'
import { supervisionWords } from './supervision-words.ts'

/** The earliest deadline that is over for somebody named, epoch milliseconds. */
const overSince = ({ late, due }: SupervisedCard): number | null => {
  const times = late.flatMap(({ by }) => (by === null ? [] : [Date.parse(by)]))
  return times.length > 0 ? Math.min(...times) : due === null ? null : Date.parse(due)
}

export default function SupervisionPage() {
  const w = useWords(supervisionWords)
  const { lang } = useSettings()
  const list = useSupervision()
  const save = useExport(list.cards)
  const present = useNow()
  const oldest = list.cards.map(overSince).filter((at) => at !== null).sort((a, b) => a - b)[0]
  const street = usePost()?.audience === 'street'
  return <ConsoleFrame current="/console/supervision">
    <div className="lk-no-print"><PageHead title={w.title} line={street ? w.lineStreet : w.lineOwn} tools={list.cards.length > 0 && <>
      <Button icon="download" onClick={save}>{w.export}</Button><Button icon="print" onClick={() => print()}>{w.print}</Button></>} />
      {list.isPending && <Skeleton repeat={4} />}
      {list.error && <ErrorNote title={w.failed} error={list.error}><Button look="primary"
        onClick={() => void list.refetch()}>{w.again}</Button></ErrorNote>}
      {list.data && list.cards.length === 0 && <Empty title={w.none} line={w.noneLine} />}
      {list.cards.length > 0 && <>
        {oldest !== undefined && oldest < present && <p className="cm-sum">{w.sum(list.cards.length, leftOrOver(oldest, present, lang))}</p>}
        <SupervisionTable cards={list.cards} />
      </>}
      {list.hasNextPage && <div className="lk-moves"><Button busy={list.isFetchingNextPage}
        onClick={() => void list.fetchNextPage()}>{w.more}</Button></div>}
    </div>
    <SupervisionSlips cards={list.cards} />
  </ConsoleFrame>
}

function SupervisionTable({ cards }: { cards: readonly SupervisedCard[] }) {
  const w = useWords(supervisionWords)
  return <table className="lk-table cm-table">
    <thead><tr>{[w.who, w.matter, w.stage, w.over, w.since].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
    <tbody>{cards.map((card) => <SupervisionRow key={card.id} card={card} />)}</tbody></table>
}

function SupervisionRow({ card }: { card: SupervisedCard }) {
  const w = useWords(supervisionWords)
  const { lang } = useSettings()
  const present = useNow()
  const over = overSince(card)
  return <tr>
    <td>{card.late.map(({ name, kind, post }) => <div key={name} className="cm-late"><PartyBadge kind={kind}
      name={name} />{post && <span className="lk-small">{post}</span>}</div>)}</td>
    <td><Go href={`/console/m/${card.id}`} className="cm-matter"><b>{card.title}</b></Go>
      <span className="lk-small"><Meta><span>{card.number}</span><span>{card.place}</span>{card.reopened > 0
        && <span>{w.reopened(card.reopened)}</span>}</Meta></span></td>
    <td>{card.dueKind && w[card.dueKind]}{over !== null && <span className="lk-small cm-block">{(over > present ? w.isDue
      : w.wasDue)(moment(over, present, lang))}</span>}</td>
    <td>{over === null || over > present ? <span className="lk-small">{w.notOver}</span> : <ClockChip state="running" due={over}
      now={present} />}</td>
    <td>{card.supervisedAt && <DateText at={Date.parse(card.supervisedAt)} />}</td>
  </tr>
}

function useExport(cards: readonly SupervisedCard[]): () => void {
  const w = useWords(supervisionWords)
  const say = useSay()
  const { lang } = useSettings()
  return () => {
    const at = now()
    const time = (iso: string | null) => (iso === null ? null : moment(Date.parse(iso), at + 86_400_000 * 400, lang))
    const lines = cards.flatMap((card) => card.late.map(({ name, post, by }) =>
      [name, post, card.number, card.title, say(categoryName(card.category)), card.place,
      card.dueKind && w[card.dueKind], time(by), by === null ? null : Math.max(0, Math.round((at - Date.parse(by)) / 60_000)),
        time(card.supervisedAt)]))
    saveXlsx(`${w.title} ${new Date(at + 28_800_000).toISOString().slice(0, 10)}`,
      [[w.who, w.post, w.number, w.matter, w.kind, w.place, w.stage, w.dueWas, w.overMinutes, w.since], ...lines])
  }
}
