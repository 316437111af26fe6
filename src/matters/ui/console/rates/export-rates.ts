/** The rates of a month as a spreadsheet: shares as numbers out of a hundred, nothing where there is no rate. */
import { useSay, useWords } from '../../../../ui-kit/index.ts'
import { saveXlsx, type Cell } from '../../../../ui-kit/xlsx.ts'
import type { Rate, RatesReply } from './rates-api.ts'
import { ratesWords } from './rates-words.ts'

/** Saves what is shown; a small base gives its interval and no figure. */
export function useRatesExport(rates: RatesReply | undefined): () => void {
  const w = useWords(ratesWords)
  const say = useSay()
  return () => {
    if (!rates) return
    const number = (permille: number | null): Cell => (permille === null ? null : permille / 10)
    const cells = (rate: Rate): Cell[] =>
      [rate.size === 'enough' ? number(rate.permille) : rate.size === 'small' ? w.few : w.none, number(rate.low), number(rate.high)]
    const head = [w.row, w.visits, w.reached, w.low, w.high, w.solved, w.low, w.high, w.satisfied, w.low, w.high, w.basically, w.unsatisfied,
      w.unable, w.explained,
      w.unreached, w.leftOut]
    const rows = [...rates.rows, { ...rates.total, name: { zh: '合计', en: 'All' } }].map(({ name, counts, rates: own }): Cell[] => [
      say(name), counts.visits, ...cells(own.reached), ...cells(own.solved), ...cells(own.satisfied), counts.basically, counts.unsatisfied,
        counts.unable,
      counts.explained, counts.unreached, counts.leftOut])
    const notes: Cell[][] = [[], [`${rates.period.first} — ${rates.period.last}`], [say(rates.pack.name)],
      ...rates.leftOut.map((one): Cell[] => [say(one.say), one.count])]
    saveXlsx(`${w.title} ${rates.place.name} ${rates.period.month}`.replace(/ {2,}/g, ' '), [head, ...rows, ...notes])
  }
}
