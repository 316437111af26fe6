/** How each column is read. Of a refused one its letter alone is known. Unknown ones are named by a person, and the file is read once more. */
import { useState } from 'react'
import { Button, Dialog, ErrorNote, Select, useNavigate, useSay, useWords, between } from '../../../../ui-kit/index.ts'
import { isOpened } from '../../../rules/reading/opened.ts'
import type { ImportField } from '../../../rules/reading/types.ts'
import { DropZone, fileOf, useSendFile } from './drop-zone.tsx'
import { useMapColumn, useMove, type Column, type Import, type Sheet } from './import-api.ts'
import { importWords } from './import-words.ts'
import { IMPORTS } from './imports-page.tsx'
import { FIELD_SAID, FIELDS_OFFERED } from './problem-words.ts'

const people = (sheets: readonly Sheet[]): readonly Column[] => sheets.filter(({ held }) => held === 'people').flatMap(({ columns }) => columns)
const of = (columns: readonly Column[], outcome: Column['outcome']): readonly Column[] => columns.filter((column) => column.outcome === outcome)

export function ColumnsPart({ one }: { one: Import }) {
  const w = useWords(importWords)
  const [again, setAgain] = useState(false)
  const columns = people(one.sheets)
  const [read, unknown] = [of(columns, 'field').length, of(columns, 'unknown').length]
  return <details className="ri-columns">
    <summary><b>{w.columns}</b><span className="lk-second">{w.columnsRead(read, columns.length - read)}</span>
      {one.refused.length > 0 && <span className="lk-second">{w.refusedNote(one.refused.length)}</span>}
      {unknown > 0 && <span className="ri-unknown">{w.unknownColumns(unknown)}</span>}</summary>
    {one.sheets.map((sheet) => <SheetColumns key={sheet.sheet} one={one} sheet={sheet} onAgain={() => setAgain(true)}
      alone={one.sheets.length === 1} />)}
    {again && <ReadAgain one={one} />}
  </details>
}

function SheetColumns({ one, sheet, alone, onAgain }: { one: Import; sheet: Sheet; alone: boolean; onAgain: () => void }) {
  const w = useWords(importWords)
  const [more, setMore] = useState(false)
  const { columns, held } = sheet
  const [refused, locked, ignored] = [of(columns, 'refused'), of(columns, 'locked').filter(({ opens }) => opens === null), of(columns, 'ignored')]
  const shown = columns.filter(({ outcome, opens }) => outcome === 'field' || outcome === 'unknown' || opens !== null
    || (more && outcome === 'ignored'))
  return <div className="ri-sheet">
    {!alone && <h3>{w.sheetNo(sheet.sheet, sheet.building)}</h3>}
    {held === 'nothing' ? <p className="lk-second">{w.noPeople}</p> : <>
      <table className="ri-table ri-table--columns">
        <thead><tr><th scope="col">{w.column}</th><th scope="col">{w.header}</th><th scope="col">{w.readAs}</th></tr></thead>
        <tbody>{shown.map((column) => <ColumnLine key={column.letter} one={one} sheet={sheet.sheet} column={column}
          onAgain={onAgain} />)}</tbody></table>
      <ul className="ri-off">
        {refused.length > 0 && <li>{w.refusedColumns(refused.map(({ letter }) => letter))}</li>}
        {locked.length > 0 && <li>
          <b>{locked.map(({ letter, head }) => `${letter} ${head ?? ''}`).join(between())}</b> {w.locked} <a href="/console/roster/law">{w.assess}</a></li>}
        {columns.some(({ field }) => isOpened(field ?? undefined)) && <li>{w.consented}</li>}
        {ignored.length > 0 && !more && <li><span>{ignored.map(({ letter, head }) => `${letter} ${head ?? ''}`).join(between())}</span> {w.ignored}
          {one.moves.includes('map') && <> <Button size="small" look="quiet" onClick={() => setMore(true)}>{w.readThem}</Button></>}</li>}
      </ul></>}
  </div>
}

function ColumnLine({ one, sheet, column: { letter, outcome, field, head, opens }, onAgain }: { one: Import; sheet: number; column: Column;
  onAgain: () => void }) {
  const w = useWords(importWords)
  const say = useSay()
  const map = useMapColumn(one.id, ({ again }) => { if (again) onAgain() })
  const offered = opens !== null ? [opens] : isOpened(field ?? undefined) && field ? [field] : FIELDS_OFFERED
  const words = [{ value: 'ignored', word: w.ignored }, ...offered.map((value) => ({ value, word: say(FIELD_SAID[value]) }))]
  const mayMap = one.moves.includes('map')
  const value = map.variables?.letter === letter && map.isPending ? map.variables.as
    : outcome === 'field' ? field ?? '' : outcome === 'ignored' ? 'ignored' : ''
  return <tr className={outcome === 'field' ? '' : 'ri-column--off'}><th scope="row">{letter}</th><td>{head}</td>
    <td>{mayMap ? <><Select label={`${w.readAs} ${letter}`} quietLabel value={value} options={words}
      {...(outcome === 'unknown' ? { empty: w.unknown } : outcome === 'locked' ? { empty: w.lockedShort } : {})}
      // the options are these words alone
      onChange={({ target }) => { if (target.value !== '') map.mutate({ sheet, letter, as: target.value as ImportField | 'ignored' }) }} />
    {map.error && <ErrorNote title={w.notDone} error={map.error} />}</> : outcome === 'field' && field ? say(FIELD_SAID[field])
      : outcome === 'ignored' ? w.ignored : outcome === 'locked' ? w.lockedShort : w.unknown}</td></tr>
}

/** A column that was unknown was never read: its cells are only in the file, which this page may still hold. */
function ReadAgain({ one }: { one: Import }) {
  const w = useWords(importWords)
  const go = useNavigate()
  const drop = useMove(one.id)
  const [asking, ask] = useState(false)
  const { send, share, error, clear } = useSendFile(({ id }) => { drop.mutate('drop'); go(`${IMPORTS}/${id}`) })
  const held = fileOf(one.id)
  const start = (): void => { if (held) void send(held.file, one.community, held.seenOn); else ask(true) }
  return <div className="ri-again"><Button look="primary" busy={share !== null} onClick={start}>{w.readAgain}</Button>
    {error !== null && <ErrorNote title={w.notDone} error={error} />}
    {asking && <Dialog title={w.needFile} onClose={() => ask(false)}>
      <DropZone onFile={(file) => void send(file, one.community, one.seenOn)} share={share} error={error} onAgain={clear} /></Dialog>}</div>
}
