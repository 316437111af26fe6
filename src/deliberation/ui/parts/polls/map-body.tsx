/** An opinion map, in words first: what every group accepts, where views part, what few said; then the picture and who is missing. [OM6] [OM9] */
import { Fragment } from 'react'
import { SectionTitle, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { GroupMark, MapDrawing } from './map-drawing.tsx'
import { signOf } from './map-marks.ts'
import { MapMissing } from './map-missing.tsx'
import { accepted, rejected, widestApart, type Drawn } from './map-said.ts'
import { MapTable } from './map-table.tsx'
import { mapWords } from './map-words.ts'
import type { PollMap } from './poll-api.ts'
import { percent, sayNumber } from './say.ts'
import './map.css'

/** As it stands inside quotes: no full stop, and quotes of its own are single ones. */
const quoted = (words: string): string => words.replace(/[。.]$/, '').replaceAll('“', '‘').replaceAll('”', '’')

/** The one sentence above everything. */
export function useMapSaid({ map, words }: Drawn): string {
  const w = useWords(mapWords)
  const [g, n] = [map.groups.length, accepted(map).length]
  const apart = words.get(widestApart(map) ?? -1)
  if (g < 2) return n > 0 ? w.headOne(n) : w.headNone
  if (n > 0) return apart ? w.headBoth(g, n, quoted(apart)) : w.headCommon(g, n)
  return apart ? w.headApart(g, quoted(apart)) : w.headNone
}

/** The whole map below its title; `table` shows the same as tables. `under` stands below the common ground. */
export function MapBody({ drawn, table, under }: { drawn: Drawn; table: boolean; under?: React.ReactNode }) {
  if (table) return <MapTable drawn={drawn} />
  return <div className="pm-columns">
    <div className="pm-words"><Common drawn={drawn} under={under} /><Apart drawn={drawn} /><Undecided drawn={drawn} /><Few drawn={drawn} /></div>
    <div className="pm-side"><Picture drawn={drawn} />{drawn.map.missing && <MapMissing missing={drawn.map.missing} over={drawn.map.final} />}</div>
  </div>
}

function Common({ drawn, under }: { drawn: Drawn; under?: React.ReactNode }) {
  const w = useWords(mapWords)
  const { map } = drawn
  const [yes, no, g] = [accepted(map), rejected(map), map.groups.length]
  return <>
    <section className="pm-part"><SectionTitle aside={g > 1 ? w.shares : w.share}>{w.common(g)}</SectionTitle>
      {yes.length === 0 ? <p className="pm-none">{w.noCommon}<span className="lk-second">{w.noCommonLine}</span></p>
        : <ul>{yes.map((one) => <CommonRow key={one.n} drawn={drawn} n={one.n} shares={one.shares} />)}</ul>}
      {yes.length > 0 && <div className="pm-under"><p>{w.proposal(yes.length)}</p>{under}</div>}</section>
    {no.length > 0 && <section className="pm-part"><SectionTitle aside={g > 1 ? w.sharesAgainst : w.shareAgainst}>{w.against(g)}</SectionTitle>
      <ul>{no.map((one) => <CommonRow key={one.n} drawn={drawn} n={one.n} shares={one.shares} />)}</ul></section>}
  </>
}

function CommonRow({ drawn: { map, words }, n, shares }: { drawn: Drawn; n: number; shares: readonly (number | null)[] }) {
  return <li className="pm-row"><p>{words.get(n)}</p><Bars map={map} shares={shares} /></li>
}

/** One bar a group, all on the same scale from 0 to 100. */
function Bars({ map, shares }: { map: PollMap; shares: readonly (number | null)[] }) {
  const w = useWords(mapWords)
  const { lang } = useSettings()
  return <ul className="pm-bars">{map.groups.map(({ id }, at) => {
    const share = shares[at] ?? null
    const sign = map.groups.length > 1 ? signOf(id, lang) : w.everyone
    return <li key={id}><span>{share === null ? `${sign} ${w.tooFew}` : w.bar(sign, percent(share))}</span>
      <span className={share === null ? 'pm-track is-few' : 'pm-track'} aria-hidden="true">{share !== null
        && <span style={{ width: `${percent(share)}%` }} />}</span></li>
  })}</ul>
}

function Apart({ drawn: { map, words } }: { drawn: Drawn }) {
  const w = useWords(mapWords)
  const { lang } = useSettings()
  if (map.groups.length < 2) return null
  return <section className="pm-part"><SectionTitle aside={w.apartAside}>{w.apart}</SectionTitle>
    <div className="pm-groups">{map.groups.map(({ id, size, holds }) => <section key={id}>
      <h3><GroupMark group={id} />{w.group(signOf(id, lang), sayNumber(size))}</h3>
      {holds.length === 0 && <p>{w.holdsNothing}</p>}
      {holds.slice(0, 3).map(({ n, side, share, others }) => <p key={n}><Held said={w.holds(side === 'agree', quoted(words.get(n) ?? ''))} />
        {share !== null && others !== null && <span className="lk-second">{w.against2(percent(share), percent(others))}</span>}</p>)}
    </section>)}</div></section>
}

const Held = ({ said }: { said: string }) => <>{said.split('|').map((part, n) => (n % 2 === 1 ? <b key={n}>{part}</b> : <Fragment key={n}>{part}
  </Fragment>))}</>

function Undecided({ drawn }: { drawn: Drawn }) {
  const w = useWords(mapWords)
  const { undecided, groups } = drawn.map
  if (undecided.length === 0) return null
  return <section className="pm-part"><SectionTitle aside={groups.length > 1 ? w.shares : w.share}>{w.undecided}</SectionTitle>
    <ul>{undecided.map(({ n, shares }) => <CommonRow key={n} drawn={drawn} n={n} shares={shares.map(({ agree }) => agree)} />)}</ul></section>
}

/** What few agree to stays on the page, each with how many. [OM6] */
function Few({ drawn: { map, words } }: { drawn: Drawn }) {
  const w = useWords(mapWords)
  if (map.minority.length === 0) return null
  return <section className="pm-part pm-few"><h2>{w.few}</h2>
    <ul>{map.minority.map(({ n, agree }) => <li key={n}><span className="pm-quote">“{quoted(words.get(n) ?? '')}”</span><span className="lk-second">
      {w.fewAside(sayNumber(agree))}</span></li>)}</ul></section>
}

function Picture({ drawn }: { drawn: Drawn }) {
  const w = useWords(mapWords)
  const said = useMapSaid(drawn)
  return <section className="pm-part"><SectionTitle aside={w.drawingAside}>{w.drawing}</SectionTitle>
    <MapDrawing groups={drawn.map.groups} said={w.drawingSaid(said)} /><p className="pm-caption">{w.caption}</p></section>
}
