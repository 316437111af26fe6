/** What could not be done, with the reason as it was given. */
import { SectionTitle, useWords } from '../../../ui-kit/index.ts'
import type { BoardItem } from '../resident-api.ts'
import { boardWords } from './board-words.ts'

export function BoardUnable({ items, year }: { items: readonly BoardItem[]; year: number }) {
  const w = useWords(boardWords)
  return <section className="mb-unable">
    <SectionTitle aside={year > 0 ? w.unableCount(year) : undefined}>{w.unable}</SectionTitle>
    {items.length === 0 ? <p className="lk-second mb-unable__item">{w.unableNone}</p>
      : items.map((item) => <p key={item.number} className="mb-unable__item"><b>{item.title}</b>{item.answer}{item.unverified && <span className="lk-small"> {w.unverified}</span>}</p>)}
  </section>
}
