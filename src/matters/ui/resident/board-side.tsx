/** Who answers here, and how this month has been: in words. */
import { Dot, isDemo, SectionTitle, useSay, useWords } from '../../../ui-kit/index.ts'
import type { Board, BoardShare, PublicPerson } from '../resident-api.ts'
import { boardWords } from './board-words.ts'

export function BoardPeople({ people }: { people: readonly PublicPerson[] }) {
  const w = useWords(boardWords)
  const say = useSay()
  return <section id="people"><SectionTitle>{w.people}</SectionTitle>
    <dl className="mb-facts">{people.map(({ role, held, name, phone }, i) => <div key={i}><dt>{say(role)}</dt>
      <dd>{name ?? (held ? w.notPublic : w.vacant)}{phone && <><Dot />{isDemo() ? <span className="lk-nowrap">{phone}</span> : <a
        className="lk-link lk-nowrap" href={`tel:${phone}`}>{phone}</a>}</>}</dd></div>)}</dl>
  </section>
}

/** How much of what each party ended was only explained, with its base: 'explained' cleans a desk, so its share is public. [R10] */
export function BoardExplained({ explained }: { explained: Board['explained'] }) {
  const w = useWords(boardWords)
  if (explained === null || explained.parties.length === 0) return null
  const value = (share: BoardShare): string => (share.size === 'enough' ? w.shareOf(share.permille, share.explained, share.base)
    : share.size === 'small' ? w.shareSmall : w.shareNone)
  return <section><SectionTitle>{w.share}</SectionTitle>
    <dl className="mb-facts mb-facts--share">{explained.parties.map((one) => <div key={one.name}><dt>{one.name}</dt>
      <dd className={one.size === 'enough' ? undefined : 'mb-facts__none'}>{value(one)}</dd></div>)}</dl>
    <p className="mb-facts__note">{w.shareNote(explained.months)}</p>
  </section>
}

export function BoardMonth({ tally }: { tally: Board['tally'] }) {
  const w = useWords(boardWords)
  const facts = [
    [w.monthDone, tally.done === 0 ? w.monthDoneNone : w.matters(tally.done)],
    [w.monthSolved, tally.judged === 0 ? w.monthSolvedNone : w.monthSolvedOf(tally.solved, tally.judged)],
    [w.monthLate, tally.late === 0 ? w.monthLateNone : w.matters(tally.late)],
  ] as const
  return <section><SectionTitle>{w.month}</SectionTitle>
    <dl className="mb-facts mb-facts--month">{facts.map(([word, value]) => <div key={word}><dt>{word}</dt><dd>{value}</dd></div>)}</dl>
  </section>
}
