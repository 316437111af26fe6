/** 当面和屏上: contact in person beside contact on screens, month by month; every figure opens the visits behind it. */
import './contact.css'
import { useEffect, useRef, useState } from 'react'
import { Button, ConsoleFrame, dayOf, Empty, ErrorNote, PageHead, SectionTitle, Skeleton, useNow, useSay, useSettings,
  useWords } from '../../../ui-kit/index.ts'
import { saveXlsx } from '../../../ui-kit/xlsx.ts'
import { inPersonShare, MET_SAID, PURPOSE_SAID } from '../../rules/index.ts'
import { useContact, useMonthVisits, type CommunityContact, type ContactMonth, type MonthVisit } from '../parts/doors.ts'
import { contactWords } from './words.ts'

type Chosen = { readonly community: CommunityContact; readonly month: string }

export default function ContactPage() {
  const w = useWords(contactWords)
  const { data, error, refetch } = useContact()
  const [chosen, choose] = useState<Chosen | null>(null)
  const save = useExport(data ?? [])
  return <ConsoleFrame current="/console/contact">
    <PageHead title={w.title} line={w.line} tools={data && data.length > 0 && <><Button icon="download" onClick={save}>{w.export}</Button>
      <Button icon="print" onClick={() => print()}>{w.print}</Button></>} />
    {error && !data ? <ErrorNote title={w.failed} error={error}><Button look="primary" onClick={() => void refetch()}>{w.again}</Button></ErrorNote>
      : !data ? <Skeleton repeat={4} /> : data.length === 0 ? <Empty title={w.none} />
        : <div className="vc-page"><div>{data.map((contact) => <Community key={contact.community} contact={contact} chosen={chosen}
          most={mostOf(data)} onChoose={(month) => choose({ community: contact, month })} />)}<p className="lk-small vc-basis">{w.basis}</p></div>
        {chosen && <Behind chosen={chosen} />}</div>}
  </ConsoleFrame>
}

/** One scale for all bars of the page. */
const mostOf = (all: readonly CommunityContact[]): number =>
  Math.max(1, ...all.flatMap(({ months }) => months.flatMap(({ inPerson, onScreen }) => [inPerson, onScreen])))

function useMonthName(): (month: string) => string {
  const w = useWords(contactWords)
  return (month) => { const [year = 0, number = 1] = month.split('-').map(Number); return w.monthOf(year, number) }
}

function Community({ contact, chosen, most, onChoose }: { contact: CommunityContact; chosen: Chosen | null; most: number;
  onChoose: (month: string) => void }) {
  const w = useWords(contactWords)
  const nameOf = useMonthName()
  const [now] = contact.months
  const any = now && now.inPerson + now.onScreen > 0
  return <section className="vc-community"><SectionTitle>{contact.name}</SectionTitle>
    <p className="vc-said">{any ? w.said(contact.name, now.inPerson, now.onScreen) : w.saidNone(contact.name)}</p>
    <table className="vc-table"><thead><tr><th scope="col">{w.month}</th><th scope="col" className="vc-figure">{w.inPerson}</th><th scope="col" className="vc-figure">{w.onScreen}</th>
      <th scope="col">{w.share}</th><th scope="col" className="vc-number">{w.missed}</th></tr></thead>
      <tbody>{withoutEmptyEnd(contact.months).map((month) => <Month key={month.month} month={month} most={most} name={nameOf(month.month)}
        selected={chosen?.community.community === contact.community && chosen.month === month.month} onChoose={() => onChoose(month.month)} />)}</tbody>
    </table></section>
}

/** Months before the first of which something is known say nothing. The present one always stands there. */
function withoutEmptyEnd(months: readonly ContactMonth[]): readonly ContactMonth[] {
  const last = months.findLastIndex(({ inPerson, onScreen, missed }) => inPerson + onScreen + missed > 0)
  return months.slice(0, Math.max(1, last + 1))
}

function Month({ month, name, most, selected, onChoose }: { month: ContactMonth; name: string; most: number; selected: boolean; onChoose: () => void }) {
  const w = useWords(contactWords)
  const share = inPersonShare(month)
  const said = share ? w.shareOf(Math.round(share.share * 100), share.base) : w.noShare
  return <tr className={selected ? 'vc-row vc-row--selected' : 'vc-row'}>
    <th scope="row">{name}</th>
    <td className="vc-figure"><Bar value={month.inPerson} most={most} /></td><td className="vc-figure"><Bar value={month.onScreen} most={most} quiet /></td>
    <td><button type="button" className="vc-open" aria-pressed={selected} aria-label={w.open(said, name)} onClick={onChoose}>
      {said}</button></td>
    <td className="vc-number">{month.missed}</td></tr>
}

const Bar = ({ value, most, quiet = false }: { value: number; most: number; quiet?: boolean }) =>
  <span className={quiet ? 'vc-bar vc-bar--quiet' : 'vc-bar'}><span className="vc-bar__track"><span style={{ width: `${100 * value / most}%` }} /></span>
    <span className="vc-bar__value">{value}</span></span>

/** The visits of a month as others see them. */
function Behind({ chosen: { community, month } }: { chosen: Chosen }) {
  const w = useWords(contactWords)
  const nameOf = useMonthName()
  const { data, error, refetch } = useMonthVisits(community.community, month)
  const self = useRef<HTMLElement>(null)
  // Below 1180 it stands under the tables: whoever asked for it is taken there.
  useEffect(() => { self.current?.scrollIntoView({ block: 'nearest' }); self.current?.focus({ preventScroll: true }) }, [community.community, month])
  return <aside ref={self} tabIndex={-1} className="vc-behind" aria-label={w.behind(community.name, nameOf(month))}>
    <SectionTitle aside={data ? w.times(data.items.length) : undefined}>{w.behind(community.name, nameOf(month))}</SectionTitle>
    <p className="lk-small">{w.behindLine}</p>
    {error && !data ? <ErrorNote title={w.failed} error={error}><Button onClick={() => void refetch()}>{w.again}</Button></ErrorNote>
      : !data ? <Skeleton repeat={5} /> : data.items.length === 0 ? <Empty title={w.behindNone} line={w.behindNoneLine} />
        : <ul>{data.items.map((visit, at) => <li key={at} className="vc-visit"><Visit visit={visit} /></li>)}</ul>}
  </aside>
}

function useHalf(): (visit: MonthVisit) => string {
  const w = useWords(contactWords)
  const { lang } = useSettings()
  const present = useNow()
  return ({ day, half }) => w.half(dayOf(Date.parse(`${day}T12:00:00+08:00`), present, lang), w[half])
}

function Visit({ visit }: { visit: MonthVisit }) {
  const w = useWords(contactWords)
  const say = useSay()
  const half = useHalf()
  return <><span>{half(visit)}</span><b>{visit.building}</b><span className="lk-second">{say(PURPOSE_SAID[visit.purpose])}</span>
    <span className="lk-second">{visit.met === 'met' && !visit.inPerson ? w.byPhone : say(MET_SAID[visit.met])}</span></>
}

function useExport(all: readonly CommunityContact[]): () => void {
  const w = useWords(contactWords)
  return () => {
    const rows = all.flatMap(({ name, months }) => months.map(({ month, inPerson, onScreen, missed }) => [name, month, inPerson, onScreen, missed]))
    void saveXlsx(w.title, [['', w.month, w.inPerson, w.onScreen, w.missed], ...rows])
  }
}
