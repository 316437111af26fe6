/** Beside the people of a home: who is responsible, what is open, when somebody was there last, what is to be checked. */
import { Go, Row, SectionTitle, useSay, useWords } from '../../../../ui-kit/index.ts'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import type { HomeFile } from '../../home-api.ts'
import { DOUBT_SAID } from '../../parts/home-words.ts'
import { useDay } from './people.tsx'
import { homeWords } from './words.ts'

export function HomeRail({ file }: { file: HomeFile }) {
  const w = useWords(homeWords)
  const say = useSay()
  const day = useDay()
  const visit = file.lastVisit
  const keepsLaw = usePost()?.audience === 'community'
  return <aside className="rh-rail">
    {file.doubts.length > 0 && <section><SectionTitle rule="hair">{w.doubts}</SectionTitle>
      <ul className="rh-doubts">{file.doubts.map((code) => <li key={code}>{say(DOUBT_SAID[code] ?? { zh: code, en: code })}</li>)}</ul>
      {file.doubts.some((code) => code === 'conflict' || code === 'same_person')
        && <Go className="lk-link lk-small lk-no-print" href="/console/roster/decide">
        {w.decide}</Go>}</section>}
    <section><SectionTitle rule="hair">{w.matters}</SectionTitle>
      {file.matters.length === 0 ? <p className="lk-small rh-none">{w.noMatters}</p>
        : file.matters.map((matter) =>
          <Row key={matter.id} href={`/console/m/${matter.id}`} title={matter.title} meta={say(matter.state)} />)}</section>
    <section><SectionTitle rule="hair">{w.visit}</SectionTitle>
      <p className="rh-none">{visit ? `${day(visit.day)}${w[visit.half]} ${visit.met === 'met' ? w.met : w.nobodyMet}` : w.noVisit}</p>
      <p className="lk-small">{w.visitLine}</p></section>
    <section><SectionTitle rule="hair">{w.who}</SectionTitle>
      <dl className="rh-chain">{file.chain.map((level) => <div key={level.level}><dt>{say(level.said)}</dt>
        <dd>{level.name ?? <>{w.nobodyIn}{level.fallsTo && <span className="lk-small"> {w.falls(level.fallsTo.name)}</span>}</>}</dd></div>)}</dl>
      <Go className="lk-link lk-small lk-no-print" href={`/console/chain/${file.home.id}`}>{w.wholeChain}</Go></section>
    <div className="rh-privacy"><p className="lk-small">{w.privacy}</p>
      {keepsLaw && <Go className="lk-link lk-small lk-no-print" href={`/console/roster/homes/${file.home.id}/consents`}>{w.consents}</Go>}</div>
  </aside>
}
