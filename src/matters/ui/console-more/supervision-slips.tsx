/** The slips of supervision on paper: one sheet for each organisation that is late, with room to sign. Only printed. */
import { leftOrOver, moment, now, useSettings, useWords, wholeDay } from '../../../ui-kit/index.ts'
import { usePost } from '../staff-api.ts'
import type { SupervisedCard } from './supervision-api.ts'
import { supervisionWords } from './supervision-words.ts'

type Line = { readonly card: SupervisedCard; readonly by: string | null }

/** Matters by who is late, in the order in which they first appear. */
export function byLate(cards: readonly SupervisedCard[]): readonly (readonly [string, readonly Line[]])[] {
  const groups = new Map<string, Line[]>()
  for (const card of cards) for (const { name, by } of card.late) groups.set(name, [...groups.get(name) ?? [], { card, by }])
  return [...groups]
}

export function SupervisionSlips({ cards }: { cards: readonly SupervisedCard[] }) {
  return <div className="cm-slips" aria-hidden="true">{byLate(cards).map(([name, lines]) => <Slip key={name} to={name} lines={lines} />)}</div>
}

function Slip({ to, lines }: { to: string; lines: readonly Line[] }) {
  const w = useWords(supervisionWords)
  const { lang } = useSettings()
  const post = usePost()
  const at = now()
  return <section className="cm-order">
    <header><h1>{post?.audience === 'street' ? w.slipTitle(post.orgName) : w.slipTitleOwn}</h1><p>{wholeDay(at, lang)}</p></header>
    <p className="cm-order__to">{w.slipTo(to)}</p>
    <p className="cm-order__ask">{w.slipAsk(lines.length)}</p>
    <table><thead><tr><th>{w.number}</th><th>{w.matter}</th><th>{w.stage}</th><th>{w.dueWas}</th><th>{w.over}</th><th>{w.slipWho}</th></tr></thead>
      <tbody>{lines.map(({ card, by }) => <tr key={card.id}>
        <td className="lk-nowrap">{card.number}</td><td>{card.title}</td><td className="lk-nowrap">{card.dueKind && w[card.dueKind]}</td>
        <td className="lk-nowrap">{by && moment(Date.parse(by), at, lang)}</td><td className="lk-nowrap">{by
          && leftOrOver(Date.parse(by), at, lang)}</td><td className="cm-order__room" />
      </tr>)}</tbody></table>
    <p className="cm-order__sign"><span>{w.slipSigned}</span><span>{w.slipDay}</span></p>
    <footer>{w.slipFoot(moment(at, at + 86_400_000 * 400, lang), location.host)}</footer>
  </section>
}
