/** What is missing in a community, before anything else: where, since when, and with whom it is meanwhile. */
import { Go, SectionTitle, useSettings, useWords } from '../../../ui-kit/index.ts'
import type { Vacancy } from '../parts/offices.ts'
import { chainWords } from './chain-words.ts'
import { sayDay } from '../parts/day.ts'
import { namedAt } from './held.tsx'

export function Vacancies({ vacancies, on }: { vacancies: readonly Vacancy[]; on: string | undefined }) {
  const w = useWords(chainWords)
  const { lang } = useSettings()
  return <section className="oc-gaps">
    <SectionTitle>{w.gaps}</SectionTitle>
    {vacancies.length === 0 ? <p className="lk-second oc-gaps__none">{w.noGaps}</p>
      : <ul>{vacancies.map((gap) => <li key={`${gap.place}-${gap.why}-${gap.post ?? gap.title}`} className="oc-gap">
        <div><Go className="oc-gap__where" href={`/console/chain/${gap.place}${on ? `?on=${on}` : ''}`}><b>{namedAt(gap.placeName,
          gap.title)}</b></Go>
          <span className="oc-empty">{w[gap.why]}</span></div>
        <span className="lk-second">{gap.since === null ? w.sinceUnknown : w.since(sayDay(gap.since, lang))}</span>
        <span>{gap.fallsTo === null ? w.fallsToNobody : w.fallsTo(gap.fallsTo.name, gap.fallsTo.title)}</span>
      </li>)}</ul>}
  </section>
}
