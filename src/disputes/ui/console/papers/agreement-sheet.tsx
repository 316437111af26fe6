/** The agreement on A4, after the form that people's mediation committees use. Names stand masked until the mediator has them shown. */
import { now, wholeDay } from '../../../../ui-kit/index.ts'
import { MONEY_BASES, SIDE_WORDS } from '../../../rules/index.ts'
import type { Dispute, FullNames, SidePerson } from '../../api.ts'
import { noon } from '../../parts/clauses.tsx'
import { yuan } from '../../parts/yuan.ts'
import { PAPER } from './paper-words.ts'

const dayZh = (day: string): string => wholeDay(noon(day), 'zh').split(' ')[0] ?? day

export function AgreementSheet({ dispute, names }: { dispute: Dispute; names: FullNames | null }) {
  const personsOf = (side: string): readonly SidePerson[] =>
    names?.sides.find((one) => one.side === side)?.persons ?? dispute.sides.find((one) => one.side === side)?.persons ?? []
  const [org, printed] = PAPER.foot(dispute.committee, wholeDay(now(), 'zh'))
  return <article className="dc-sheet" lang="zh-CN" aria-label={PAPER.agreement}>
    <p className="dc-sheet__over">{dispute.committee}</p>
    <h1>{PAPER.agreement}</h1>
    <p className="dc-sheet__number">{PAPER.number(dispute.number)}</p>
    <table><tbody>{dispute.sides.map((side) => <tr key={side.side}><th scope="row">{SIDE_WORDS[side.side].zh}</th>
      <td>{side.org && <p>{side.org}</p>}{personsOf(side.side).map((person, i) => <p
        key={i}>{[person.name, person.phone, person.address].filter((part) => part &&
        !/^[＊*]{2,}$/.test(part)).join('　')}</p>)}</td></tr>)}</tbody></table>
    <h2>{PAPER.facts}</h2>
    <p style={{ whiteSpace: 'pre-wrap' }}>{dispute.agreement?.facts}</p>
    <h2>{PAPER.terms}</h2>
    <ol>{dispute.clauses.map((clause) => <li key={clause.n}>{PAPER.by(clause.by === 'both' ? PAPER.both : SIDE_WORDS[clause.by].zh, clause.what,
      dayZh(clause.until))}
      {clause.fen !== null && PAPER.amount(yuan(clause.fen), MONEY_BASES.find(({ code }) => code === clause.basis)?.say.zh ?? '')}</li>)}</ol>
    <p className="dc-sheet__small">{PAPER.copies}{PAPER.confirm(dispute.confirmBy ? dayZh(dispute.confirmBy) : null)}</p>
    <div className="dc-sheet__sign"><span>{PAPER.signA}</span><span>{PAPER.signB}</span><span>{PAPER.mediator}</span><span>{PAPER.seal}</span></div>
    <footer className="dc-sheet__foot"><span>{org}</span><span>{printed}</span></footer>
  </article>
}
