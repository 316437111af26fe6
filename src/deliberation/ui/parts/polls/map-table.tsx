/** The same as the picture and the bars, as tables. */
import { SectionTitle, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { GroupMark } from './map-drawing.tsx'
import { signOf } from './map-marks.ts'
import type { Drawn } from './map-said.ts'
import { mapWords } from './map-words.ts'
import type { Shares } from './poll-api.ts'
import { percent, sayNumber } from './say.ts'

export function MapTable({ drawn: { map, words } }: { drawn: Drawn }) {
  const w = useWords(mapWords)
  const { lang } = useSettings()
  return <div className="pm-tables">
    <section className="pm-part"><SectionTitle aside={w.tableAside}>{w.tableTitle}</SectionTitle>
      <div className="pm-scroll" tabIndex={0} role="region" aria-label={w.tableTitle}><table className="lk-table pm-table">
        <thead><tr><th scope="col" className="lk-number">{w.no}</th><th scope="col">{w.statement}</th><th scope="col" className="lk-number">
          {w.answered}</th>
          <th scope="col" className="lk-number">{w.everyone}</th>
          {map.groups.length > 1 && map.groups.map(({ id, size }) => <th key={id} scope="col" className="lk-number"><span className="pm-table__group">
            <GroupMark group={id} />{w.groupOf(signOf(id, lang), size)}</span></th>)}</tr></thead>
        <tbody>{map.table.map(({ n, agree, disagree, pass, groups }) => {
          const seen = agree + disagree + pass
          return <tr key={n}><td className="lk-number">{n}</td><th scope="row">{words.get(n)}</th><td className="lk-number">{sayNumber(seen)}</td>
            <Cell shares={seen < 5 ? none : { agree: agree / seen, disagree: disagree / seen, pass: null }} />
            {map.groups.length > 1 && map.groups.map(({ id }, at) => <Cell key={id} shares={groups[at] ?? none} />)}</tr>
        })}</tbody></table></div></section>
    {map.missing && map.missing.buildings.length > 0 && <section className="pm-part"><SectionTitle aside={w.missingAside}>{w.tableMissing}
      </SectionTitle>
      <table className="lk-table pm-table pm-table--small">
        <thead><tr><th scope="col">{w.building}</th><th scope="col" className="lk-number">{w.homes}</th><th scope="col" className="lk-number">
          {w.came2}</th></tr></thead>
        <tbody>{map.missing.buildings.map(({ id, name, homes, answers }) => <tr key={id}><th scope="row">{name}</th><td className="lk-number">{homes}
          </td>
          <td className="lk-number">{answers}</td></tr>)}
          {map.missing.others && <tr><th scope="row">{w.otherBuildings}</th><td className="lk-number">{map.missing.others.homes}</td>
            <td className="lk-number">{map.missing.others.answers}</td></tr>}</tbody></table></section>}
    <p className="pm-caption">{w.caption}</p>
  </div>
}

const none: Shares = { agree: null, disagree: null, pass: null }

function Cell({ shares: { agree, disagree } }: { shares: Shares }) {
  const w = useWords(mapWords)
  return <td className="lk-number">{agree === null ? <span className="lk-second">{w.tooFew}</span> : `${percent(agree)} / ${percent(disagree ?? 0)}`}
    </td>
}
