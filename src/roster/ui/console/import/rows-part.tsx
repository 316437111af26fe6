/** The rows of a file in review: by verdict and kind of problem, the raw cell beside the reading, one key to take a fix. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { Button, Chip, Empty, ErrorNote, Meta, SectionTitle, Skeleton, Tabs, useKeys, useSay, useWords, between } from '../../../../ui-kit/index.ts'
import type { ProblemCode } from '../../../rules/reading/types.ts'
import { useDecide, useRows, type Import, type RowLine, type Verdict } from './import-api.ts'
import { importWords } from './import-words.ts'
import { PROBLEM_SAID } from './problem-words.ts'
import { RowPane, sheetNo } from './row-pane.tsx'

const keyOf = ({ sheet, n }: { readonly sheet: number; readonly n: number }): string => `${sheet}.${n}`

export function RowsPart({ one }: { one: Import }) {
  const w = useWords(importWords)
  const { ok = 0, fixable = 0, cannot = 0 } = one.numbers
  const [verdict, setVerdict] = useState<Verdict>(fixable > 0 ? 'fixable' : cannot > 0 ? 'cannot' : 'ok')
  const [code, setCode] = useState<ProblemCode | null>(null)
  const rows = useRows(one.id, { verdict, code }, true)
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items) ?? [], [rows.data])
  const choose = (next: Verdict): void => { setVerdict(next); setCode(null) }
  return <section className="ri-rows">
    <Tabs label={w.verdicts} panel="ri-rows" current={verdict} onChange={choose} tabs={[{ key: 'fixable', word: w.fixable, count: fixable },
      { key: 'cannot', word: w.cannot, count: cannot }, { key: 'ok', word: w.ok, count: ok }]} />
    {verdict === 'fixable' && <Kinds one={one} verdict={verdict} code={code} onChoose={setCode} />}
    <div id="ri-rows" role="tabpanel" className="ri-split">
      {rows.error ? <ErrorNote title={w.failed} error={rows.error}><Button onClick={() => void rows.refetch()}>{w.again}</Button></ErrorNote>
        : rows.isPending ? <Skeleton repeat={6} />
          : <Lines key={`${verdict} ${code}`} one={one} items={items} more={rows.hasNextPage} onMore={() => void rows.fetchNextPage()} />}
    </div>
  </section>
}

/** The kinds of problem with how many rows have them; all fixes of one kind are taken at once. */
function Kinds({ one, verdict, code, onChoose }: { one: Import; verdict: Verdict; code: ProblemCode | null;
  onChoose: (code: ProblemCode | null) => void }) {
  const w = useWords(importWords)
  const say = useSay()
  const [took, setTook] = useState<number | null>(null)
  const decide = useDecide(one.id, ({ rows }) => setTook(rows))
  // the keys are codes of problems: the server's schema; whoever did not agree stands in the columns, and nobody can mend that here
  const kinds = (Object.entries(one.problems) as [ProblemCode, number][]).filter(([kind]) => kind in PROBLEM_SAID && kind !== 'no_consent').toSorted((a, b) => b[1] - a[1])
  const open = one.numbers['open'] ?? 0
  return <div className="ri-kinds">
    <div className="lk-chips" role="group" aria-label={w.kinds}>
      <Chip kind="radio" name="ri-kind" checked={code === null} onChange={() => onChoose(null)}>{w.all}</Chip>
      {kinds.map(([kind, count]) => <Chip key={kind} kind="radio" name="ri-kind" checked={code === kind} onChange={() => onChoose(kind)}>
        {say(PROBLEM_SAID[kind])}<span className="ri-count">{count}</span></Chip>)}</div>
    {(open > 0 || took !== null) && <div className="lk-moves">
      {open > 0 && <Button size="small" busy={decide.isPending} onClick={() => decide.mutate({ decision: 'take', code })}>
        {code === null ? w.takeAll : w.takeKind(say(PROBLEM_SAID[code]), one.problems[code] ?? 0)}</Button>}
      {took !== null && <span className="lk-second" role="status">{w.tookRows(took)}</span>}</div>}
  </div>
}

function Lines({ one, items, more, onMore }: { one: Import; items: readonly RowLine[]; more: boolean; onMore: () => void }) {
  const w = useWords(importWords)
  const [chosen, choose] = useState<string | null>(items[0] ? keyOf(items[0]) : null)
  const at = Math.max(0, items.findIndex((row) => keyOf(row) === chosen))
  const row = items[at]
  const step = (by: number): void => { const next = items[at + by]; if (next) choose(keyOf(next)); else if (by > 0 && more) onMore() }
  const decide = useDecide(one.id, () => step(1))
  const say = (decision: 'take' | 'leave'
    | 'open'): void => { if (row
    && !(decision === 'take' && row.verdict === 'cannot')) decide.mutate({ decision, row: { sheet: row.sheet, n: row.n } }) }
  useKeys({ j: () => step(1), k: () => step(-1), y: () => say('take'), l: () => say('leave') })
  const list = useRef<HTMLUListElement>(null)
  // Only the list itself is moved: the page stays where its reader is.
  useEffect(() => {
    const [box, line] = [list.current, list.current?.querySelector('[aria-current]')]
    if (!box || !line) return
    const [above, below] = [line.getBoundingClientRect().top - box.getBoundingClientRect().top,
      line.getBoundingClientRect().bottom - box.getBoundingClientRect().bottom]
    if (above < 0) box.scrollTop += above
    else if (below > 0) box.scrollTop += below
  }, [chosen])
  if (items.length === 0) return <Empty title={w.noRows} line={w.noRowsLine} />
  return <>
    <div className="ri-list"><ul ref={list}>
      {items.map((line) => <li key={keyOf(line)}><RowButton row={line} sheet={sheetNo(one, line)} selected={line === row}
        onChoose={() => choose(keyOf(line))} /></li>)}</ul>
      {more && <Button size="small" onClick={onMore}>{w.more}</Button>}<p className="lk-small ri-keys">{w.pickLine}</p></div>
    {row ? <RowPane one={one} row={row} onDecide={say} busy={decide.isPending} /> : <SectionTitle>{w.pick}</SectionTitle>}
  </>
}

function RowButton({ row, sheet, selected, onChoose }: { row: RowLine; sheet: number | null; selected: boolean; onChoose: () => void }) {
  const w = useWords(importWords)
  const say = useSay()
  const mark = row.decision === 'take' ? w.taken : row.decision === 'leave' ? w.left : null
  return <button type="button" className="ri-row" aria-current={selected || undefined} onClick={onChoose}>
    <span className="ri-row__no">{w.rowNo(row.n, null)}{sheet !== null && <span className="lk-small">{w.sheetNo(sheet, null)}</span>}</span>
    <span className="ri-row__who"><b>{row.who.join(between()) || row.home}</b>{row.who.length > 0 && <span className="lk-second">{row.home}</span>}
      <span className="lk-small"><Meta>{[...new Set(row.problems.map(({ code }) => code))].map((code) => <span key={code}>{say(PROBLEM_SAID[code])}</span>)}</Meta></span></span>
    {mark !== null && <span className={`ri-mark ri-mark--${row.decision}`}>{mark}</span>}</button>
}
