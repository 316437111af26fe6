/** One row of the file: what stands in each cell beside what was read, what is amiss, and the cell mended by hand. */
import { useState } from 'react'
import { Button, ErrorNote, Field, Skeleton, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { useRow, useType, type Import, type Reading, type RowLine, type RowView } from './import-api.ts'
import { STOPS } from '../../../rules/reading/stops.ts'
import type { ProblemCode } from '../../../rules/reading/types.ts'
import { importWords } from './import-words.ts'
import { isOpened } from '../../../rules/reading/opened.ts'
import { CODE_SAID, FIELD_SAID, PROBLEM_SAID } from './problem-words.ts'

/** Whether this is what keeps a row out: the cell that is opened for mending. */
const stopping = ({ code, fix }: { readonly code: ProblemCode; readonly fix: string | null }): boolean =>
  fix === null && (code === 'no_such_home' || STOPS.includes(code))

/** Which sheet a row stands on, where the file has several: row numbers begin anew on each. */
export const sheetNo = (one: Import, row: { readonly sheet: number }): number | null => (one.sheets.length > 1 ? row.sheet : null)

type Decide = (decision: 'take' | 'leave' | 'open') => void

export function RowPane({ one, row, onDecide, busy }: { one: Import; row: RowLine; onDecide: Decide; busy: boolean }) {
  const w = useWords(importWords)
  const { data, error, refetch } = useRow(one.id, row)
  if (error && !data) return <ErrorNote title={w.failed} error={error}><Button onClick={() => void refetch()}>{w.again}</Button></ErrorNote>
  if (!data) return <div className="ri-pane"><Skeleton repeat={5} /></div>
  return <Opened key={`${data.sheet}.${data.n}`} one={one} row={data} onDecide={onDecide} busy={busy} />
}

function Opened({ one, row, onDecide, busy }: { one: Import; row: RowView; onDecide: Decide; busy: boolean }) {
  const w = useWords(importWords)
  const sheet = one.sheets.find((each) => each.sheet === row.sheet)
  const amiss = (letter: string): boolean => row.problems.some((problem) => problem.letter === letter)
  const cells = [...row.cells.filter(({ letter }) => amiss(letter)),
    ...row.cells.filter(({ letter, raw, typed }) => !amiss(letter) && (raw !== '' || typed !== null)),
    ...row.cells.filter(({ letter, raw, typed }) => !amiss(letter) && raw === '' && typed === null)]
  const [mending, mend] = useState<string | null>(row.verdict === 'cannot' ? row.problems.find(stopping)?.letter ?? null : null)
  return <article className="ri-pane" aria-label={w.rowNo(row.n, sheetNo(one, row))}>
    <header className="ri-pane__head"><h3>{w.rowNo(row.n, sheetNo(one, row))}{row.home !== null && <span className="lk-second"> {row.home}</span>}</h3>
      {row.decision !== 'open' && <Button size="small" look="quiet" onClick={() => onDecide('open')}>{w.reopen}</Button>}</header>
    <People people={row.people} />
    <div className="lk-moves">
      {row.verdict === 'fixable' && row.decision !== 'take' && <Button look="primary" kbd="Y" busy={busy} onClick={() => onDecide('take')}>
        {w.take}</Button>}
      {row.decision !== 'leave' && <Button kbd="L" busy={busy} onClick={() => onDecide('leave')}>{w.leave}</Button>}</div>
    <table className="ri-table ri-cells">
      <thead><tr><th scope="col">{w.column}</th><th scope="col">{w.raw}</th><th scope="col">{w.reading2}</th></tr></thead>
      <tbody>{cells.map((cell) => <Cell key={cell.letter} one={one} row={row} cell={cell}
        column={sheet?.columns.find(({ letter }) => letter === cell.letter) ?? null}
        mending={mending === cell.letter} onMend={(on) => mend(on ? cell.letter : null)} />)}</tbody></table>
  </article>
}

/** What the row comes to: each person in one line. */
function People({ people }: { people: readonly Reading[] }) {
  const w = useWords(importWords)
  const say = useSay()
  const { lang } = useSettings()
  const word = (code: string | null): string => (code === null ? '' : CODE_SAID[code] ? say(CODE_SAID[code]) : code)
  return <ul className="ri-people">{people.map((one, at) => <li key={at}><b>{one.name}</b>
    <span className="lk-second">
      {[word(one.relation), word(one.sex), one.born, one.idNumber, one.phones.join('、'), one.ties.map(word).join(lang === 'zh' ? '、' : ', '),
      word(one.whyUntil), one.until !== null ? w.until(one.until) : one.whyUntil === null ? '' : w.unsaid].filter(Boolean).join(' · ')}</span></li>)}</ul>
}

type CellProps = { one: Import; row: RowView; cell: RowView['cells'][number]; column: Import['sheets'][number]['columns'][number] | null;
  mending: boolean; onMend: (on: boolean) => void }

function Cell({ one, row, cell: { letter, raw, typed }, column, mending, onMend }: CellProps) {
  const w = useWords(importWords)
  const say = useSay()
  const type = useType(one.id, () => onMend(false))
  const amiss = row.problems.filter((problem) => problem.letter === letter)
  const send = (text: string): void => type.mutate({ sheet: row.sheet, n: row.n, letter, text })
  return <tr className={amiss.length > 0 ? 'ri-cell ri-cell--amiss' : 'ri-cell'}>
    <th scope="row">{letter}<span className="lk-small">{column?.field ? say(FIELD_SAID[column.field]) : ''}</span></th>
    <td className="ri-cell__raw">{raw === '' ? <span className="lk-small">{w.empty}</span> : raw}</td>
    <td>{typed !== null && <p>{typed} <span className="lk-small">{w.typed}</span> <Button size="small" look="quiet" onClick={() => send('')}>
      {w.giveBack}</Button></p>}
      {amiss.map(({ code, fix }) => <p key={code} className="ri-amiss"><b>{say(PROBLEM_SAID[code])}</b>
        {fix !== null && <span>{code === 'colour_unclear' ? w.fixColour : w.fixSaid(fix)}</span>}</p>)}
      {mending ? <Mend first={typed ?? (amiss.find(({ fix }) => fix !== null)?.fix || raw)} label={w.mend} busy={type.isPending} onSend={send} />
        : one.moves.includes('fix') && !isOpened(column?.field ?? undefined)
          && <Button size="small" look={amiss.length > 0 ? 'plain' : 'quiet'} aria-label={`${w.mend} ${letter}`} onClick={() => onMend(true)}>
          {amiss.length > 0 ? w.mend : w.mendShort}</Button>}
      {type.error && <ErrorNote title={w.notDone} error={type.error} />}</td></tr>
}

function Mend({ first, label, busy, onSend }: { first: string; label: string; busy: boolean; onSend: (text: string) => void }) {
  const w = useWords(importWords)
  const [text, setText] = useState(first)
  return <form className="ri-mend" onSubmit={(event) => { event.preventDefault(); if (text.trim() !== '') onSend(text.trim()) }}>
    <Field label={label} quietLabel value={text} maxLength={300} autoFocus onChange={({ target }) => setText(target.value)} />
    <Button size="small" look="primary" busy={busy} onClick={() => { if (text.trim() !== '') onSend(text.trim()) }}>{w.put}</Button></form>
}
