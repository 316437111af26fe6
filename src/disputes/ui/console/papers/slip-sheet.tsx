/** The slip that asks one side: what mediation is, how to answer, its own code, and two boxes for a pen. */
import { QrCode } from '../../../../ui-kit/parts/qr.tsx'
import { now, wholeDay } from '../../../../ui-kit/index.ts'
import { ABOUT, KIND_WORDS, SIDE_WORDS, type DisputeKind, type SideName } from '../../../rules/index.ts'
import { PAPER } from './paper-words.ts'

type Props = { readonly side: SideName; readonly code: string; readonly number: string; readonly kind: DisputeKind; readonly place: string;
  readonly committee?: string }
export function SlipSheet({ side, code, number, kind, place, committee = '' }: Props) {
  const [org, printed] = PAPER.foot(committee, wholeDay(now(), 'zh'))
  return <article className="dc-sheet" lang="zh-CN" aria-label={`${PAPER.slip} ${SIDE_WORDS[side].zh}`}>
    <p className="dc-sheet__number">{PAPER.number(number)}（{SIDE_WORDS[side].zh}）</p>
    <h1>{PAPER.slip}</h1>
    <p>{PAPER.slipLine(KIND_WORDS[kind].zh, place)}</p>
    <h2>{PAPER.about}</h2>
    <ul>{ABOUT.map(({ code: one, say, source }) => <li key={one}>{say.zh}<span className="dc-sheet__small">（{source.article}）</span></li>)}</ul>
    <p className="dc-sheet__small">{PAPER.aboutBasis}</p>
    <h2>{PAPER.how}</h2>
    <div className="dc-sheet__code"><div><p>{PAPER.code}</p><b>{code.match(/.{1,4}/g)?.join(' ')}</b><p
      className="dc-sheet__small">{PAPER.codeHow(location.host)}</p></div>
      <QrCode text={`${location.origin}/mediation#${code}`} label={PAPER.code} /></div>
    <p>{PAPER.orPaper}</p>
    <p><i className="dc-box" />{PAPER.yes}　　　<i className="dc-box" />{PAPER.no}</p>
    <div className="dc-sheet__sign"><span>{PAPER.sign}</span><span>{PAPER.day}</span></div>
    <footer className="dc-sheet__foot"><span>{org}</span><span>{printed}</span></footer>
  </article>
}
