/** Beside a matter: the way to the money while it is put aside, whose it was ruled to be, who verifies, who confirmed, what the outcome rests on. */
import './course-parts.css'
import { useWords } from '../../../ui-kit/index.ts'
import { isOpen } from '../../rules/index.ts'
import { MoneyWay, useBasisWord, useConfirmed } from '../parts/rests-on.tsx'
import type { MatterDetail } from '../staff-api.ts'
import { courseFacts } from './course-facts.ts'
import { Precedents } from './moves/precedents.tsx'

/** Stands below the moves while a matter is put aside. */
export function AsideNote({ matter }: { matter: MatterDetail }) {
  const w = useWords(courseFacts)
  if (!matter.suspended) return null
  return <section className="cs-aside-note" aria-label={w.aside}>
    <MoneyWay code={matter.moneyPath} reviewOn={matter.reviewOn} />
  </section>
}

/** Lines of the rail; empty while there is nothing to say. */
export function useCourseLines(): (matter: MatterDetail) => readonly (readonly [string, string])[] {
  const w = useWords(courseFacts)
  const confirmed = useConfirmed()
  const basis = useBasisWord()
  return (matter) => {
    const looked = confirmed(matter.verified)
    const rests = basis(matter.basis)
    return [
      ...(matter.ruledTo ? [[w.ruled, matter.ruledTo] as const] : []),
      ...(matter.extension ? [[w.waits, w.moreTime(matter.extension.org, matter.extension.days)] as const] : []),
      ...(matter.state === 'finished' && matter.verifier ? [[w.verifier, matter.verifier] as const] : []),
      ...(looked && matter.state !== 'finished' ? [[w.confirmed, looked] as const] : []),
      ...(rests && (matter.outcome !== null || !isOpen(matter.state)) ? [[w.rests, rests] as const] : []),
      ...(matter.state === 'answered' && matter.tried > 0 ? [[w.tried, w.times(matter.tried)] as const] : []),
    ]
  }
}

/** What was ruled before on such matters, for whoever may send it on. */
export function PrecedentsHere({ matter }: { matter: MatterDetail }) {
  const helps = matter.moves.some((move) => move === 'assign' || move === 'whistle' || move === 'object')
  return helps ? <Precedents matter={matter.id} /> : null
}
