/** One item of the list of what may be whistled: who leads, opened to what each does, how it counts as done, and why it was amended. */
import type { ReactNode } from 'react'
import { Facts, Icon, sourceLine, useSay, useSettings, useWords } from '../../../ui-kit/index.ts'
import { STATION_KINDS, type StationKind } from '../../../offices/rules/index.ts'
import type { ListedItem } from '../whistle-list-api.ts'
import { listWords } from './list-words.ts'

/** What a kind of station is called. */
export function useStationWord(): (kind: string) => string {
  const w = useWords(listWords)
  const known: Readonly<Record<StationKind, string>> = { enforcement: w.k_enforcement, police: w.k_police, market: w.k_market, justice: w.k_justice,
    fire: w.k_fire, ecology: w.k_ecology, housing: w.k_housing, rental_housing: w.k_rental_housing }
  return (kind) => known[STATION_KINDS.find((one) => one === kind) ?? 'enforcement']
}

export function ListItemView({ item, children }: { item: ListedItem; children?: ReactNode }) {
  const w = useWords(listWords)
  const say = useSay()
  const { lang } = useSettings()
  const station = useStationWord()
  const facts = [item.lead, ...item.supports].map((kind) => {
    const does = item.does[kind]
    return [station(kind), does ? say(does) : ''] as const
  })
  return <li><details className="mw-item">
    <summary><b>{say(item.name)}</b><span>{[w.leads(station(item.lead)), ...item.supports.map(station)].join(lang === 'zh'
      ? '、' : ', ')}</span><Icon name="down" size={18} /></summary>
    <div className="mw-item__inside">
      <Facts facts={[...facts, [w.doneWhen, say(item.done)] as const, ...(item.also ? [[w.also, say(item.also)] as const] : [])]} />
      <p className="lk-second">{w.basis(sourceLine(item.source))}</p>
      {item.reason && item.fromNumber && <p className="lk-second">{w.amended(item.validFrom, item.fromNumber)}{lang === 'zh'
        ? '：' : ': '}{item.reason}</p>}
      {children}
    </div>
  </details></li>
}
