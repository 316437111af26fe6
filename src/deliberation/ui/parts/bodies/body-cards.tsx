/** The bodies of a place as a list: what each is, how full, when it meets, what waits. */
import { Go, Meta, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { bodyKindWords } from '../../../rules/bodies/index.ts'
import type { BodyCard } from '../../body-api.ts'
import { bodyWords } from '../../body-words.ts'
import { sayDay, sayDayOf } from '../meetings/day.ts'
import './bodies.css'

export function BodyCards({ items, at }: { items: readonly BodyCard[]; at: (id: string) => string }) {
  const w = useWords(bodyWords)
  const say = useSay()
  const { lang } = useSettings()
  return <div className="bo-cards">{items.map((card) => <Go key={card.id} href={at(card.id)} className="bo-card" data-row>
    <span><b>{card.name}</b><Meta>{[say(bodyKindWords[card.kind]), card.place.name, w.taken(card.taken, card.seats), card.open > 0 ? w.waiting(card.open) : '',
      card.lateAnswers > 0 ? <span key="answers" className="bo-late">{w.lateAnswers(card.lateAnswers)}</span> : '',
      card.lateEvaluations > 0 ? <span key="evaluations" className="bo-late">{w.lateEvaluations(card.lateEvaluations)}</span> : '']}</Meta></span>
    <span>{card.endedOn !== null ? w.ended(sayDay(card.endedOn, lang)) : card.next ? w.next(sayDayOf(card.next.startsAt, lang))
      : card.rhythm.late > 0 ? <span className="bo-late">{w.late(card.rhythm.late)}</span> : w.due(sayDay(card.rhythm.due, lang))}</span></Go>)}</div>
}
