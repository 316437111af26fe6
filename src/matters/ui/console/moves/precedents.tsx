/** What was ruled before on such matters, beside the form in which it helps; nothing where nothing was ruled. */
import { DateText, Dot, useWords } from '../../../../ui-kit/index.ts'
import { usePrecedents, type Precedent } from '../../course-api.ts'
import { courseWords } from './course-words.ts'
import '../course-parts.css'

export function Precedents({ matter, onUse }: { matter: string; onUse?: (precedent: Precedent) => void }) {
  const w = useWords(courseWords)
  const list = usePrecedents(matter).data ?? []
  if (list.length === 0) return null
  return <section className="cs-precedents" aria-label={w.before}>
    <h3 className="lk-caption">{w.before}</h3>
    <ul>{list.map((one) => <li key={one.id}>
      <p><b>{w.beforeOne(one.owner)}</b>
        <span className="cs-small"> <DateText at={Date.parse(one.at)} look="day" />{one.sameType && <><Dot />{w.sameType}</>}</span></p>
      <p>{one.why}</p>
      <p className="cs-small">{w.rests(one.basis)}{onUse && <> <button type="button" className="lk-link"
        onClick={() => onUse(one)}>{w.useIt}</button></>}</p>
    </li>)}</ul>
  </section>
}
