/** Thousandths as people read them, and what a rate says where there is too little. */
import { useWords } from '../../../../ui-kit/index.ts'
import type { Figures, Measure, Rate, RatesReply } from './rates-api.ts'
import { ratesWords } from './rates-words.ts'

/** 874 as '87.4', 1000 as '100.0'. */
export const percent = (permille: number): string => `${Math.floor(permille / 10)}.${permille % 10}`

/** A factor or weight out of thousandths: 900 as '0.9'. */
export const factor = (permille: number): string => String(permille / 1000)

/** A rate in words: '87.4%', 样本少, or 没有回访，不算. */
export function useRateWord(): (rate: Rate) => string {
  const w = useWords(ratesWords)
  return (rate) => (rate.size === 'none' || rate.permille === null ? w.none : rate.size === 'small' ? w.few : `${percent(rate.permille)}%`)
}

type Props = { readonly total: Figures; readonly pack: RatesReply['pack']; readonly current: Measure | null;
  readonly onOpen: (measure: Measure) => void }

/** The three big figures: each a button that opens the visits behind it. */
export function BigFigures({ total, pack, current, onOpen }: Props) {
  const w = useWords(ratesWords)
  const { counts, rates } = total
  const asks = { reached: w.reachedAsk, solved: w.solvedAsk, satisfied: w.satisfiedAsk(factor(pack.basicallyPermille)) }
  const notes = { reached: w.reachedNote(counts.reached), solved: w.solvedNote(counts.solved), satisfied: w.satisfiedNote(counts.satisfied,
    counts.basically) }
  return <div className="rt-figures">{(['reached', 'solved', 'satisfied'] as const).map((measure) =>
    <button key={measure} type="button" className="rt-figure" aria-pressed={current === measure} onClick={() => onOpen(measure)}>
      <span className="rt-figure__ask">{w[measure]}<span>{asks[measure]}</span></span>
      <BigFigure rate={rates[measure]} minBase={pack.minBase} note={notes[measure]} />
    </button>)}</div>
}

function BigFigure({ rate, minBase, note }: { rate: Rate; minBase: number; note: string }) {
  const w = useWords(ratesWords)
  if (rate.permille === null || rate.low === null || rate.high === null) return <span className="rt-figure__none">{w.none}</span>
  const range = (rate.approximate ? w.roughly : w.between)(percent(rate.low), percent(rate.high))
  return <>
    {rate.size === 'enough' ? <span className="rt-figure__value">{percent(rate.permille)}<small>%</small></span>
      : <span className="rt-figure__none">{w.few}</span>}
    <span className="rt-figure__note">{rate.size === 'enough' && <span>{note}</span>}<span>{range}</span>
      {rate.size === 'small' && <span className="rt-quiet">{w.fewLong(minBase)}</span>}</span>
  </>
}
