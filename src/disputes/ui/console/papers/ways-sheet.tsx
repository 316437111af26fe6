/** The ways on, in writing, for both sides: court, arbitration, the authority, legal aid. */
import { now, wholeDay } from '../../../../ui-kit/index.ts'
import { KIND_WORDS, WAYS, type DisputeKind } from '../../../rules/index.ts'
import { PAPER } from './paper-words.ts'

export function WaysSheet({ number, kind, place, committee }: { number: string; kind: DisputeKind; place: string; committee: string }) {
  const [org, printed] = PAPER.foot(committee, wholeDay(now(), 'zh'))
  return <article className="dc-sheet" lang="zh-CN" aria-label={PAPER.ways}>
    <p className="dc-sheet__over">{committee}</p>
    <h1>{PAPER.ways}</h1>
    <p className="dc-sheet__number">{PAPER.number(number)}</p>
    <p>{PAPER.waysLine(KIND_WORDS[kind].zh, place)}</p>
    <ol>{WAYS.map(({ code, name, say }) => <li key={code}><b>{name.zh}</b><br />{say.zh}</li>)}</ol>
    <p className="dc-sheet__small">{PAPER.waysBasis}</p>
    <div className="dc-sheet__sign"><span>{PAPER.received}</span><span>{PAPER.day}</span></div>
    <footer className="dc-sheet__foot"><span>{org}</span><span>{printed}</span></footer>
  </article>
}
