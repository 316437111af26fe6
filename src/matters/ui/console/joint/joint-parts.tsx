/** What lies on the table: the four chairs, open items with their trail, results, meetings. */
import { Button, dayOf, Empty, Go, Icon, Meta, SectionTitle, sourceLine, useNow, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { accountableOf, SEAT_SAID } from '../../../rules/index.ts'
import type { JointBoard, JointChange, JointItem, JointMeeting } from './joint-api.ts'
import { jointWords } from './joint-words.ts'

const noon = (day: string): number => Date.parse(`${day}T12:00:00+08:00`)
const daysUntil = (today: string, day: string): number => Math.round((noon(day) - noon(today)) / 86_400_000)

/** Names a civil day, or the day of a time. */
export function useDay(): (day: string) => string {
  const present = useNow()
  const { lang } = useSettings()
  return (day) => dayOf(day.length === 10 ? noon(day) : Date.parse(day), present, lang)
}

/** Who sits where, as whom and by what rule. */
export function Chairs({ board }: { board: JointBoard }) {
  const w = useWords(jointWords)
  const say = useSay()
  return <ul className="jb-chairs" aria-label={w.chairs}>{board.chairs.map(({ seat, org, name, standIn }) =>
    <li key={seat} className={org === null ? 'jb-chair jb-chair--empty' : 'jb-chair'}>
      <span className="jb-chair__seat">{say(SEAT_SAID[seat])}</span><b>{org === null ? w.emptyChair : name}</b>
      {standIn && <span className="jb-chair__why">{say(standIn.why)}<small>{w.byRule(sourceLine(standIn.source))}</small></span>}</li>)}</ul>
}

function useTrail(): (change: JointChange) => string {
  const w = useWords(jointWords)
  const say = useSay()
  const day = useDay()
  return ({ agreedBefore, agreed, seatBefore, seat, by, reason }) => w.changed([...(agreedBefore === agreed ? [] : [w.changedDay(day(agreedBefore))]),
    ...(seatBefore === seat ? [] : [w.changedSeat(say(SEAT_SAID[seatBefore]))])].join(' '), by, reason)
}

type Moves = { readonly onChange: (item: JointItem) => void; readonly onFinish: (item: JointItem) => void }

/** The open items, earliest day first. */
export function OpenItems({ board, items, ...moves }: { board: JointBoard; items: readonly JointItem[] } & Moves) {
  const w = useWords(jointWords)
  return <section className="jb-part"><SectionTitle aside={items.length > 1 ? w.order : undefined}>{w.open}</SectionTitle>
    {items.length === 0 ? <Empty title={w.openNone} line={w.openNoneLine} />
      : <ul>{items.map((item) => <OpenItem key={item.id} board={board} item={item} {...moves} />)}</ul>}</section>
}

function OpenItem({ board, item, onChange, onFinish }: { board: JointBoard; item: JointItem } & Moves) {
  const w = useWords(jointWords)
  const say = useSay()
  const day = useDay()
  const trail = useTrail()
  const days = daysUntil(board.today, item.agreed)
  const writers = [accountableOf(board.chairs, item.seat)?.org, board.chairs.find(({ seat }) => seat === 'community')?.org]
  return <li className="jb-item">
    <p className={item.state === 'late' ? 'jb-day jb-day--late' : 'jb-day'}><b>{day(item.agreed)}</b>
      <span>{item.state === 'late' ? <><Icon name="warn" size={14} />{w.late(-days)}</> : w.left(days)}</span></p>
    <div><h3>{item.matter ? <Go href={`/console/m/${item.matter}`}>{item.title}</Go> : item.title}</h3>
      <p className="lk-second"><Meta>{w.putBy(item.putBy, day(item.putAt))}{item.number
        && <span className="lk-nowrap">{item.number}</span>}</Meta></p>
      {item.changes.map((change) => <p key={change.at} className="jb-trail">{trail(change)}</p>)}</div>
    <p className="jb-who"><span>{w.who}</span><b>{item.org}</b><small>{say(SEAT_SAID[item.seat])}</small></p>
    {board.own.length > 0 && <p className="jb-item__moves">
      <Button look="quiet" onClick={() => onChange(item)} aria-label={w.changeOf(item.title)}>{w.change}</Button>
      {board.own.some((org) => writers.includes(org))
        && <Button onClick={() => onFinish(item)} aria-label={w.finishOf(item.title)}>{w.finish}</Button>}</p>}
  </li>
}

/** What came of it, newest first: the same text for all. */
export function Results({ items }: { items: readonly JointItem[] }) {
  const w = useWords(jointWords)
  const day = useDay()
  const trail = useTrail()
  return items.length === 0 ? null : <section className="jb-part"><SectionTitle>{w.results}</SectionTitle><ul>{items.map((item) =>
    <li key={item.id} className="jb-result"><h3><Icon name="check" size={16} />{item.title}</h3><p>{item.result}</p>
      {item.changes.map((change) => <p key={change.at} className="jb-trail">{trail(change)}</p>)}
      <p className="lk-second">{w.doneBy(item.doneBy ?? '', day(item.doneAt ?? item.agreed))}</p></li>)}</ul></section>
}

/** The meetings: the day, who was there, what was decided. */
export function Meetings({ meetings }: { meetings: readonly JointMeeting[] }) {
  const w = useWords(jointWords)
  const day = useDay()
  return <section className="jb-part"><SectionTitle>{w.meetings}</SectionTitle>{meetings.length === 0
    ? <p className="lk-second jb-none">{w.meetingsNone}</p>
    : <ul>{meetings.map(({ id, on, present, decisions }) => <li key={id} className="jb-meeting"><p className="jb-day"><b>{day(on)}</b></p>
      <div><p className="lk-second">{w.present(present.join('、'))}</p>
        <dl>{decisions.map(({ item, title, said }) => <div key={item}><dt>{title}</dt><dd>{said}</dd></div>)}</dl></div></li>)}</ul>}</section>
}
