/** Homes with how their ballots were delivered and whether one came back; several are marked as delivered at once. P13 */
import { useState } from 'react'
import { Button, ErrorNote, Select, useSettings, useWords, comma } from '../../../../ui-kit/index.ts'
import { DELIVERIES, type Delivery } from '../../../rules/vote.ts'
import { sayDay, today } from '../../parts/day.ts'
import { areaOf } from '../../parts/turnout-words.ts'
import { TwoPeople } from './two-people.tsx'
import { useMove, type Detail, type Elector } from './vote-api.ts'
import { deskWords } from './vote-words.ts'

export function ElectorsList({ vote, items }: { vote: Detail; items: readonly Elector[] }) {
  const w = useWords(deskWords)
  const [picked, pick] = useState<ReadonlySet<string>>(new Set())
  const delivers = vote.may.includes('deliveries')
  const asked = items.some(({ tookPart }) => tookPart !== null)
  const titles = items.flatMap((one) => one.titles.map(({ title }) => title))
  const all = titles.length > 0 && titles.every((title) => picked.has(title))
  const press = (title: string) => { const next = new Set(picked); if (!next.delete(title)) next.add(title); pick(next) }
  return <>
    <table className="vc-table"><caption className="lk-hidden">{w.electors}</caption>
      <thead><tr><th scope="col">{delivers ? <label><input type="checkbox" checked={all} onChange={() => pick(all ? new Set() : new Set(titles))} />
        {w.home}</label> : w.home}</th>
        <th scope="col" className="vc-area">{w.area}</th><th scope="col">{w.delivered}</th>{asked && <th scope="col">{w.ballot}</th>}</tr></thead>
      <tbody>{items.flatMap((one) => one.titles.map((title, n) => <ElectorRow key={title.title} one={one} n={n}
        picked={delivers ? picked.has(title.title) : null} onPress={() => press(title.title)} />))}</tbody></table>
    {delivers && picked.size > 0 && <Deliver vote={vote} titles={[...picked]} onDone={() => pick(new Set())} />}
  </>
}

function ElectorRow({ one, n, picked, onPress }: { one: Elector; n: number; picked: boolean | null; onPress: () => void }) {
  const w = useWords(deskWords)
  const { lang } = useSettings()
  const title = one.titles[n]
  if (!title) return null
  const cast = one.casts.map(({ channel, day }) => `${w[channel]} ${sayDay(day, lang)}`).join(comma())
  return <tr className={one.tookPart ? 'is-in' : ''}>
    <th scope="row">{picked === null ? title.label : <label><input type="checkbox" checked={picked} onChange={onPress} />{title.label}</label>}</th>
    <td className="vc-area">{title.area > 0 && `${areaOf(title.area)} ${w.m2}`}</td>
    <td>{title.deliveredOn ? <>{title.deliveredHow && w[title.deliveredHow]} <span className="lk-second">{sayDay(title.deliveredOn, lang)}</span></>
      : <span className="lk-second">{w.notYet}</span>}</td>
    {one.tookPart !== null && <td>{n > 0 ? '' : one.tookPart ? cast || w.voted : <span className="lk-second">{w.notVoted}</span>}</td>}</tr>
}

/** How the marked homes got their ballots: stays at the foot until it is said. */
function Deliver({ vote, titles, onDone }: { vote: Detail; titles: readonly string[]; onDone: () => void }) {
  const w = useWords(deskWords)
  const [how, setHow] = useState<Delivery>('in_person')
  const [two, setTwo] = useState<readonly [string, string]>(['', ''])
  const move = useMove(vote.id, onDone)
  const known = (value: string): Delivery => DELIVERIES.find((one) => one === value) ?? 'in_person'
  const whyNot = two[0] && two[1] && two[0] !== two[1] ? undefined : w.twoPeople
  const rows = titles.map((title) => ({ title, how, day: today(), by: two }))
  return <section className="vc-deliver" aria-label={w.deliver}>
    <Select label={w.deliverHow} value={how} onChange={(event) => setHow(known(event.target.value))}
      options={DELIVERIES.map((value) => ({ value, word: w[value] }))} />
    <TwoPeople vote={vote} two={two} onChange={setTwo} />
    <Button look="primary" busy={move.isPending} whyNot={whyNot} onClick={() => move.mutate({ to: 'deliveries', body: { rows } })}>
      {w.deliverMany(titles.length)}</Button>
    {move.error && <ErrorNote title={w.notDone} error={move.error} />}
  </section>
}
