/** The agreement being written: facts, and clause by clause who does what until when, and for how much. */
import { useState } from 'react'
import { Button, Choices, Field, Select, TextArea, useSay, useWords } from '../../../ui-kit/index.ts'
import { MONEY_BASES, SIDE_WORDS, SIDES, type SideName } from '../../rules/index.ts'
import { useDisputeMove } from '../api.ts'
import { fenOf } from '../parts/yuan.ts'
import { moveWords } from './move-words.ts'
import { MoveWindow, type FormProps } from './move-window.tsx'

type Line = { readonly by: SideName | 'both'; readonly what: string; readonly until: string; readonly money: string; readonly basis: string }
const blank: Line = { by: 'a', what: '', until: '', money: '', basis: '' }
const wrongMoney = ({ money }: Line): boolean => money.trim() !== '' && fenOf(money) === null
/** The word for the first thing that is still missing, so that nobody looks for it. */
function missing(facts: string, lines: readonly Line[]): 'factsMissing' | 'draftMissing' | 'moneyWrong' | 'basisMissing' | undefined {
  if (facts.trim().length <= 3) return 'factsMissing'
  if (lines.some(({ what, until }) => what.trim().length <= 1 || until === '')) return 'draftMissing'
  if (lines.some(wrongMoney)) return 'moneyWrong'
  return lines.some(({ money, basis }) => money.trim() !== '' && basis === '') ? 'basisMissing' : undefined
}

export function DraftForm({ dispute, onClose }: FormProps) {
  const w = useWords(moveWords)
  const [facts, write] = useState(dispute.agreement?.facts ?? '')
  const [lines, set] = useState<readonly Line[]>(dispute.clauses.length === 0 ? [blank]
    : dispute.clauses.map(({ by, what, until, fen, basis }) => ({ by, what, until, money: fen === null ? '' : String(fen / 100),
      basis: basis ?? '' })))
  const act = useDisputeMove(dispute.id, 'draft', onClose)
  const lacks = missing(facts, lines)
  const change = (at: number, part: Partial<Line>) => set(lines.map((line, i) => (i === at ? { ...line, ...part } : line)))
  const clauses = lines.map(({ by, what, until, money, basis }) => ({ by, what: what.trim(), until, fen: fenOf(money),
    basis: money.trim() === '' ? null : basis }))
  return <MoveWindow title={w.draftTitle} tells={w.draftTells} label={w.draftDo} act={act} onClose={onClose} wide
    whyNot={lacks && w[lacks]} body={{ version: dispute.version, facts: facts.trim(), clauses }}>
    <TextArea label={w.facts} hint={w.factsHint} rows={3} most={2000} value={facts} onChange={(e) => write(e.target.value)} data-focus />
    {lines.map((line, at) => <ClauseEdit key={at} n={at + 1} line={line} onChange={(part) => change(at, part)}
      onRemove={lines.length > 1 ? () => set(lines.filter((_, i) => i !== at)) : undefined} />)}
    {lines.length < 20 && <Button icon="plus" onClick={() => set([...lines, blank])}>{w.addClause}</Button>}
  </MoveWindow>
}

function ClauseEdit({ n, line, onChange, onRemove }: { n: number; line: Line; onChange: (part: Partial<Line>) => void;
  onRemove: (() => void) | undefined }) {
  const w = useWords(moveWords)
  const say = useSay()
  return <section className="dc-edit" aria-label={w.clause(n)}>
    <div className="dc-edit__head"><span>{w.clause(n)}</span>{onRemove && <Button look="quiet" size="small"
      onClick={onRemove}>{w.removeClause(n)}</Button>}</div>
    <Choices legend={w.who} value={line.by} onChange={(by) => onChange({ by })}
      options={[...SIDES.map((side) => ({ value: side, word: say(SIDE_WORDS[side]) })), { value: 'both', word: w.both }]} />
    <TextArea label={w.what} rows={2} most={300} value={line.what} onChange={(e) => onChange({ what: e.target.value })} />
    <div className="dc-edit__row">
      <Field label={w.until} type="date" value={line.until} onChange={(e) => onChange({ until: e.target.value })} />
      <Field label={w.money} optional inputMode="decimal" maxLength={12} value={line.money} error={wrongMoney(line) ? w.moneyWrong : undefined}
        onChange={(e) => onChange({ money: e.target.value })} />
      {line.money.trim() !== '' && <Select label={w.basis} empty={w.basisNone} value={line.basis}
        onChange={(e) => onChange({ basis: e.target.value })}
        options={MONEY_BASES.map(({ code, say: word }) => ({ value: code, word: say(word) }))} />}
    </div>
  </section>
}
