/** The rows of the rates: dots with intervals in the order of the board, or the same as a table of numbers. Every figure opens what is behind it. */
import { PartyBadge, useSay, useWords } from '../../../../ui-kit/index.ts'
import { percent, useRateWord } from './figures.tsx'
import { RateDot, SCALE } from './rate-dot.tsx'
import type { Measure, Rate, RateRow, RatesReply } from './rates-api.ts'
import { ratesWords } from './rates-words.ts'

const MEASURES: readonly Measure[] = ['reached', 'solved', 'satisfied']
type Open = (key: string, measure: Measure | null) => void
type Opened = { readonly key: string | undefined; readonly measure: Measure | null }

/** What is open carries a frame; `measure` alone is shown on a phone. */
export function RateRows({ rates, opened, measure, onOpen }: { rates: RatesReply; opened: Opened; measure: Measure; onOpen: Open }) {
  const w = useWords(ratesWords)
  const silent = silentRows(rates.rows)
  const shown = rates.rows.filter((row) => !silent.includes(row))
  return <><table className="rt-rows" data-measure={measure}>
    <thead>
      <tr className="rt-rows__names"><td /><td />{MEASURES.map((one) => <th key={one} scope="col" data-m={one}>{w[one]}</th>)}</tr>
      <tr><th scope="col">{rates.by === 'category' ? w.orderTree : w.orderNote}</th><th scope="col" className="rt-num">{w.visits}</th>
        {MEASURES.map((one) => <td key={one} data-m={one} aria-hidden="true"><span className="rt-scale">
          <span className="rt-scale__lines">{SCALE.lines.map((line) => <i key={line}
            style={{ left: `${(100 * (line - SCALE.from)) / (SCALE.to - SCALE.from)}%` }}>{line / 10}</i>)}</span><span>%</span></span></td>)}</tr>
    </thead>
    <tbody>{shown.map((row) => <RowLine key={row.key} row={row} opened={opened} onOpen={onOpen} />)}</tbody>
  </table><Silent rows={silent} /></>
}

/** Rows without a visit: a few stand among the others, many are named together at the end. */
const silentRows = (rows: readonly RateRow[]): readonly RateRow[] => {
  const silent = rows.filter(({ counts }) => counts.visits === 0)
  return silent.length > 3 && rows.length > 8 ? silent : []
}

function Silent({ rows }: { rows: readonly RateRow[] }) {
  const w = useWords(ratesWords)
  const say = useSay()
  return rows.length === 0 ? null : <details className="rt-silent"><summary>{w.silent(rows.length)}</summary>
    <ul>{rows.map((row) => <li key={row.key}>{row.badge === null ? say(row.name) : <PartyBadge kind={row.kind}
      name={say(row.name)} />}</li>)}</ul></details>
}

function RowName({ row }: { row: RateRow }) {
  const name = useSay()(row.name)
  return row.badge === null ? <span className="rt-name">{name}</span> : <PartyBadge kind={row.kind} name={name} />
}

function RowLine({ row, opened, onOpen }: { row: RateRow; opened: Opened; onOpen: Open }) {
  const w = useWords(ratesWords)
  const say = useSay()
  const word = useRateWord()
  const name = say(row.name)
  const none = row.counts.visits === 0
  const isOpen = (measure: Measure | null): boolean => opened.key === row.key && opened.measure === measure
  return <tr>
    <th scope="row"><RowName row={row} /></th>
    <td className="rt-num">{none ? <span className="rt-quiet">{w.noneCount}</span> : <button type="button" className="rt-count"
      aria-pressed={isOpen(null)}
      aria-label={w.openCount(name, row.counts.visits)} onClick={() => onOpen(row.key, null)}>{row.counts.visits}</button>}</td>
    {MEASURES.map((measure) => <td key={measure} data-m={measure}>{none ? <span className="rt-cell rt-cell--none"><RateDot
      rate={row.rates[measure]} />
      <span className="rt-cell__none">{w.none}</span></span>
      : <button type="button" className="rt-cell" aria-pressed={isOpen(measure)} aria-label={w.openCell(w[measure], name, word(row.rates[measure]))}
        onClick={() => onOpen(row.key, measure)}><RateDot rate={row.rates[measure]} /><CellWord rate={row.rates[measure]} /></button>}</td>)}
  </tr>
}

function CellWord({ rate }: { rate: Rate }) {
  const w = useWords(ratesWords)
  return rate.size === 'enough' && rate.permille !== null ? <span className="rt-cell__value">{percent(rate.permille)}</span>
    : <span className="rt-cell__value rt-quiet">{w.few}</span>
}

/** The same in numbers. */
export function RateNumbers({ rates }: { rates: RatesReply }) {
  const w = useWords(ratesWords)
  const heads = [w.row, w.visits, w.reached, w.interval, w.solved, w.interval, w.satisfied, w.interval, w.basically, w.unsatisfied, w.unable,
    w.explained,
    w.unreached, w.leftOut]
  return <div className="rt-numbers" tabIndex={0} role="group" aria-label={w.asTable}><table className="lk-table">
    <thead><tr>{heads.map((head, i) => <th key={i} scope="col" className={i > 0 ? 'rt-num' : ''}>{head}</th>)}</tr></thead>
    <tbody>{[...rates.rows, { ...rates.total, key: 'total', name: { zh: '合计', en: 'All' } }].map((row) => <NumberLine key={row.key}
      row={row} />)}</tbody>
  </table></div>
}

function NumberLine({ row }: { row: Pick<RateRow, 'name' | 'counts' | 'rates'> }) {
  const say = useSay()
  const word = useRateWord()
  const range = ({ low, high }: Rate): string => (low === null || high === null ? '' : `${percent(low)}–${percent(high)}`)
  const { counts, rates } = row
  return <tr><th scope="row">{say(row.name)}</th><td className="rt-num">{counts.visits}</td>
    {MEASURES.map((measure) => [<td key={measure} className="rt-num">{word(rates[measure])}</td>,
      <td key={`${measure}-range`} className="rt-num">{range(rates[measure])}</td>])}
    {[counts.basically, counts.unsatisfied, counts.unable, counts.explained, counts.unreached, counts.leftOut].map((n, i) =>
      <td key={i} className="rt-num">{n}</td>)}</tr>
}
