/** What a community and its grids measure, each number beside its norm; then staff and captains in words. */
import { Go, SectionTitle, useWords } from '../../../../ui-kit/index.ts'
import type { Norm } from '../../../rules/sizing/index.ts'
import type { Area, Sizing } from './sizing-api.ts'
import { count } from '../../../../ui-kit/when.ts'
import { sizingWords } from './sizing-words.ts'

export function AreasPart({ sizing }: { sizing: Sizing }) {
  const w = useWords(sizingWords)
  const widest = Math.max(...sizing.areas.filter(({ kind }) => kind !== 'community').flatMap((area) => [area.homes,
    normFor(sizing, area)?.most ?? 0]), 1)
  return <section className="rs-section"><SectionTitle>{w.areas}</SectionTitle>
    <table className="lk-table rs-areas"><thead><tr><th scope="col">{w.name}</th><th scope="col" className="rs-number">{w.homesHead}</th>
      <th scope="col">{w.against}</th>
      <th scope="col" className="rs-number">{w.peopleHead}</th><th scope="col" className="rs-number">{w.staffHead}</th>
        <th scope="col" className="rs-number">{w.captainsHead}</th></tr></thead>
      <tbody>{sizing.areas.map((area) => <AreaRow key={area.id} area={area} norm={normFor(sizing, area)} widest={area.kind === 'community'
        ? Math.max(area.homes, normFor(sizing, area)?.most ?? 1) : widest} />)}</tbody></table>
  </section>
}

const normFor = (sizing: Sizing, area: Area): Norm | undefined => sizing.norms.find(({ kind }) => kind === area.kind)

function AreaRow({ area, norm, widest }: { area: Area; norm: Norm | undefined; widest: number }) {
  const w = useWords(sizingWords)
  return <tr className={area.kind === 'community' ? 'rs-areas__whole' : undefined}>
    <th scope="row">{area.kind === 'community' ? <b>{area.name}</b> : <Go className="lk-link" href={`/console/chain/${area.id}`}>
      <b>{area.name}</b></Go>}{area.area && <span className="lk-small">{area.area}</span>}</th>
    <td className="rs-number" data-head={w.homesHead}>{count(area.homes)}</td>
    <td><Against area={area} norm={norm} widest={widest} /></td>
    <td className="rs-number" data-head={w.peopleHead}>
      {area.people === null ? <span className="lk-second">{w.notKnown}</span> : w.peopleOf(area.people, area.known, area.homes)}</td>
    <td className="rs-number" data-head={w.staffHead}>{w.staffOf(area.staff)}</td>
    <td className="rs-number" data-head={w.captainsHead}>{w.captainsOf(area.captainsThere, area.captains)}</td>
  </tr>
}

/** A bar on its track with the norm as a line of ink, and the word that says the same. */
function Against({ area, norm, widest }: { area: Area; norm: Norm | undefined; widest: number }) {
  const w = useWords(sizingWords)
  if (!norm) return <span className="lk-second">{w.none}</span>
  const word = area.fit === 'over' ? w.overBy(area.homes - norm.most) : area.fit === 'under' ? w.underBy((norm.least ?? 0) - area.homes) : w.fits
  const share = (count: number): string => `${Math.min(100, (100 * count) / (widest * 1.04))}%`
  return <span className="rs-against">
    <span className="rs-bar" aria-hidden="true">
      <span style={{ width: share(area.homes) }} className={area.fit === 'over' ? 'rs-bar__over' : undefined} />
      <i style={{ left: share(norm.most) }} /></span>
    <span className={area.fit === 'fits' ? 'lk-second' : 'rs-off'}>{word}</span>
  </span>
}

export function StaffPart({ sizing: { staff, captains, norms } }: { sizing: Sizing }) {
  const w = useWords(sizingWords)
  const [perStaff, perCaptain] = [norms.find(({ kind }) => kind === 'staff'), norms.find(({ kind }) => kind === 'captain')]
  const over = captains.filter(({ fit }) => fit === 'over')
  return <section className="rs-section"><SectionTitle>{w.staffing}</SectionTitle>
    <p className="rs-said">{staff.people === null || staff.perStaff === null ? w.staffOnly(staff.count) : w.staffSaid(staff.count, staff.people,
      staff.perStaff)}
      {perStaff && ` ${w.staffNorm(perStaff.most)}`}
        {staff.fit !== 'none' && staff.fit !== 'unknown'
        && <b className={staff.fit === 'over' ? 'rs-off' : 'lk-second'}> {w[staff.fit === 'over' ? 'tooMany' : 'enough']}</b>}</p>
    {perCaptain && <p className="rs-said">
      {over.length === 0 ? w.captainsFit(captains.length, perCaptain.most) : w.captainsOver(over.length, perCaptain.most)}</p>}
    {over.length > 0 && <ul className="rs-captains">
      {over.map((one) => <li key={one.post}><Go className="lk-link" href={`/console/chain/${one.place}`}>{one.placeName} {one.title}</Go>
      <span className="lk-second">{w.homes(one.homes)}</span></li>)}</ul>}
  </section>
}
