/** The minutes under the items of the agenda, and the box in which the next line is written. [DM42] */
import { Fragment, useEffect, useRef, useState } from 'react'
import { Button, Empty, ErrorNote, Icon, SectionTitle, useSay, useWords } from '../../../../../ui-kit/index.ts'
import type { StaffMeeting } from '../../../meeting-api.ts'
import { meetingWords } from '../meeting-words.ts'
import { may, moveOf } from '../moves.ts'
import type { Kept } from './ledger.ts'
import { LineBox, type Written } from './line-box.tsx'
import { LineRow } from './line-row.tsx'
import { useLines, type Lines } from './use-lines.ts'
import { newId } from './new-id.ts'

type Props = { readonly meeting: StaffMeeting; readonly who: string; readonly item: number | null; readonly onItem: (item: number) => void
  readonly speaker: { readonly label: string; readonly at: number } | undefined }

export function MinutesColumn({ meeting, who, item, onItem, speaker }: Props) {
  const w = useWords(meetingWords)
  const say = useSay()
  const writes = meeting.mine && may(meeting, 'write')
  const barred = meeting.mine ? moveOf(meeting, 'write')?.why : null
  const slot = `${who} ${meeting.id}`
  const lines = useLines(meeting.id, slot, meeting.lines, writes)
  const [editing, edit] = useState<Kept>()
  const keep = ({ kind, label, words }: Written) => {
    if (editing) { lines.write({ ...editing, kind, label, words }); edit(undefined) } else lines.write({ id: newId(), agenda: item, kind, label,
      words, struck: false })
  }
  const turn = (by: 1 | -1) => {
    const next = meeting.agenda[meeting.agenda.findIndex(({ n }) => n === item) + by]
    if (next) onItem(next.n)
  }
  const last = lines.lines.filter(({ struck }) => !struck).at(-1)
  const names = [...new Set([...meeting.attendance.filter(({ present }) => present).map(({ label }) => label),
    ...lines.lines.map(({ label }) => label)])].filter(Boolean)
  return <section className="me-minutes">
    <SectionTitle aside={writes ? <SaveState lines={lines} /> : undefined}>{writes ? w.writing : w.readMinutes}</SectionTitle>
    {lines.problem !== null && <ErrorNote title={w.lineRefused} error={lines.problem}><Button onClick={lines.again}>{w.again}</Button></ErrorNote>}
    <Story meeting={meeting} lines={lines} writes={writes} editing={editing?.id} onEdit={edit} onItem={onItem} />
    {!writes && barred && <p className="lk-second">{say(barred)}</p>}
    {writes && <LineBox slot={slot} names={names} speaker={speaker} editing={editing} onKeep={keep} onTurn={turn} onStop={() => edit(undefined)}
      onLast={() => { if (last) edit(last) }} item={meeting.agenda.find(({ n }) => n === item)?.title ?? w.noItem} />}
  </section>
}

/** In plain words whether everything is kept. */
function SaveState({ lines: { state, waiting } }: { lines: Lines }) {
  const w = useWords(meetingWords)
  const word = { kept: w.saved, sending: w.sending, waiting: w.waits(waiting), asks: w.asks, refused: w.lineRefused }[state]
  return <span className={`me-save me-save--${state}`} role="status"><Icon
    name={state === 'kept' ? 'check' : state === 'waiting' ? 'offline' : 'send'} size={14} />{word}</span>
}

type Group = { readonly n: number | null; readonly title: string; readonly lines: readonly Kept[] }
function Story({ meeting, lines, writes, editing, onEdit, onItem }:
  { meeting: StaffMeeting; lines: Lines; writes: boolean; editing: string | undefined; onEdit: (line: Kept) => void; onItem: (item: number) => void }) {
  const w = useWords(meetingWords)
  const end = useRef<HTMLLIElement>(null)
  const count = lines.lines.length
  const first = useRef(count)
  // what was just kept is to be seen; a page that opens shows its beginning
  useEffect(() => { if (count > first.current) end.current?.scrollIntoView({ block: 'nearest' }); first.current = count }, [count])
  if (count === 0) return <Empty title={writes ? w.noLines : w.noneWritten} />
  const titles = new Map(meeting.agenda.map(({ n, title }) => [n, title]))
  const groups: readonly Group[] = [...meeting.agenda.map(({ n, title }) => ({ n, title, lines: lines.lines.filter(({ agenda }) => agenda === n) })),
    { n: null, title: '', lines: lines.lines.filter(({ agenda }) => agenda === null ||
      !titles.has(agenda)) }].filter((group) => group.lines.length > 0)
  const newest = lines.lines.at(-1)?.id
  return <ol className="me-lines">{groups.map((group) => <Fragment key={group.n ?? 0}>
    {group.n !== null && <li className="me-lines__item"><button type="button" disabled={!writes}
      onClick={() => { if (group.n !== null) onItem(group.n) }}><span className="me-n">{group.n}</span>{group.title}</button></li>}
    {group.lines.map((line) => <li key={line.id} ref={line.id === newest ? end : undefined}
      className={line.id === editing ? 'is-editing' : undefined}>
      <LineRow line={line} writes={writes} onEdit={() => onEdit(line)} onStrike={() => lines.write({ ...line, struck: !line.struck })}
        onChoose={(which) => lines.choose(line.id, which)} /></li>)}
  </Fragment>)}</ol>
}
