/** Moves that bring it to somebody else: hand over, assign, a contact slip and the answer to it. */
import { useState } from 'react'
import { Button, Choices, ErrorNote, Field, moment, Select, Skeleton, Switch, TextArea, useNow, useSay, useSettings,
  useWords } from '../../../../ui-kit/index.ts'
import { HAND_OVER_REASONS, reasonOf, reasonStands } from '../../../rules/index.ts'
import { useCounting } from '../../parts/counting.ts'
import { paceWord } from '../../parts/pace-word.ts'
import { receivers } from '../../parts/receivers.ts'
import { useMove, useParties, type HandOverTo, type PlaceParty } from '../../staff-api.ts'
import { MoveDialog, type MoveFormProps } from './move-dialog.tsx'
import { moveWords } from './move-words.ts'
import { Precedents } from './precedents.tsx'

export function HandOverForm({ matter, onClose }: MoveFormProps) {
  const w = useWords(moveWords)
  const say = useSay()
  const [to, choose] = useState<HandOverTo>()
  const [reason, pick] = useState('')
  const [note, write] = useState('')
  const move = useMove(matter.id, 'hand-over', onClose)
  const needs = reasonOf('hand_over', reason)?.needs
  const firm = useParties(matter.id).data?.some((party) => party.kind === 'firm') ?? false
  const open = receivers(matter, null, firm)
  const missing = !to ? w.handToNeeded : !reason ? w.reasonNeeded : !reasonStands('hand_over', reason, note) && needs ? say(needs) : undefined
  return <MoveDialog title={w.handTitle} onClose={onClose} tells={w.handTells(matter.handovers + 1)} label={to ? w.handDo(w[to]) : w.handTitle}
    busy={move.isPending} error={move.error} whyNot={missing}
    onSend={() => { if (to) move.mutate({ version: matter.version, to, reason, note: note.trim() }) }}>
    <Choices legend={w.handTo} shown value={to} onChange={choose} options={open.map((value) => ({ value, word: w[value] }))} />
    <Select label={w.reason} empty={w.reasonNeeded} value={reason} onChange={(e) => pick(e.target.value)}
      options={HAND_OVER_REASONS.map((r) => ({ value: r.code, word: say(r.say) }))} />
    <TextArea label={w.note} optional={!needs} hint={needs ? say(needs) : undefined} value={note} rows={3} onChange={(e) => write(e.target.value)} />
  </MoveDialog>
}

/** Working days that an assignment may give. */
const DAYS = [1, 3, 5, 7, 12, 20] as const

/** One of the parties of the place that a move can go to. */
function PartyChoice({ label, empty, list, chosen, onChoose }: { label: string; empty: string; list: ReturnType<typeof useParties>;
  chosen: PlaceParty | undefined; onChoose: (org: string) => void }) {
  const w = useWords(moveWords)
  if (list.error) return <ErrorNote title={w.partiesFailed} error={list.error}><Button look="primary"
    onClick={() => void list.refetch()}>{w.again}</Button></ErrorNote>
  if (list.isPending) return <Skeleton lines={[40, 100]} />
  if (list.data.length === 0) return <p>{empty}</p>
  return <Select data-focus label={label} empty={w.partyNeeded} value={chosen?.org ?? ''} onChange={(e) => onChoose(e.target.value)}
    options={list.data.map((p) => ({ value: p.org, word: p.firstInLine ? `${p.name}（${w.firstInLine}）` : p.name }))} />
}

/** The parties of a matter's place that `move` reaches, and the one that is chosen; the first in line is chosen at the start. */
function useChoice(id: string, move: PlaceParty['move']) {
  const list = useParties(id)
  const [org, choose] = useState<string>()
  const fit = list.data?.filter((p) => p.move === move) ?? []
  const usual = fit.find((p) => p.firstInLine) ?? (fit.length === 1 ? fit[0] : undefined)
  return { list: { ...list, data: list.data && fit } as typeof list, chosen: org === undefined ? usual : fit.find((p) => p.org === org),
    choose } // the same query with fewer rows
}

export function AssignForm({ matter, onClose }: MoveFormProps) {
  const w = useWords(moveWords)
  const now = useNow()
  const { lang } = useSettings()
  const { list, chosen, choose } = useChoice(matter.id, 'assign')
  const [note, write] = useState('')
  const [days, setDays] = useState<(typeof DAYS)[number]>(5)
  const move = useMove(matter.id, 'assign', onClose)
  const finish = { amount: days, unit: 'working_day' as const }
  const due = useCounting()(finish, chosen?.org ?? null, now).due ?? now
  return <MoveDialog title={w.assignTitle} onClose={onClose} tells={w.assignTells} label={chosen ? w.assignDo(chosen.name) : w.assignPlain}
    busy={move.isPending} error={move.error}
    whyNot={!chosen ? w.partyNeeded : note.trim() === '' ? w.noteNeeded : undefined}
      onSend={() => { if (chosen) move.mutate({ version: matter.version, org: chosen.org, note: note.trim(), finish }) }}>
    <PartyChoice label={w.assignTo} empty={w.assignNone} list={list} chosen={chosen} onChoose={choose} />
    <Precedents matter={matter.id} />
    <TextArea label={w.assignTask} value={note} rows={3} onChange={(e) => write(e.target.value)} />
    <div><Choices legend={w.assignHours} shown value={String(days)} onChange={(value) => setDays(DAYS.find((d) => String(d) === value) ?? 5)}
      options={DAYS.map((d) => ({ value: String(d), word: paceWord({ amount: d, unit: 'working_day' }, lang) }))} />
      <p className="cs-small cs-due">{w.assignDue(moment(due, now, lang))}</p></div>
  </MoveDialog>
}

export function SlipForm({ matter, onClose }: MoveFormProps) {
  const w = useWords(moveWords)
  const { list, chosen, choose } = useChoice(matter.id, 'slip')
  const [note, write] = useState('')
  const [urgent, setUrgent] = useState(false)
  const move = useMove(matter.id, 'slip', onClose)
  const first = chosen?.urgentByPhone && chosen.phone ? w.phoneFirst(chosen.phone) : null
  return <MoveDialog title={w.slipTitle} onClose={onClose} tells={w.slipTells} label={chosen ? w.slipDo(chosen.name) : w.slipPlain}
    busy={move.isPending} error={move.error}
    whyNot={!chosen ? w.partyNeeded : note.trim() === '' ? w.noteNeeded : undefined}
      onSend={() => { if (chosen) move.mutate({ version: matter.version, org: chosen.org, note: note.trim(), urgent }) }}>
    <div><PartyChoice label={w.slipTo} empty={w.slipNone} list={list} chosen={chosen} onChoose={choose} />
      {chosen && <p className={first ? 'cs-due' : 'cs-small cs-due'}>{first ? <b>{first}</b> : chosen.phone && w.phone(chosen.phone)}{chosen.hours &&
        <span className="cs-small"> {w.hours(chosen.hours)}</span>}</p>}</div>
    <TextArea label={w.slipNote} value={note} rows={3} onChange={(e) => write(e.target.value)} />
    <Switch label={w.urgent} note={w.urgentNote} checked={urgent} onChange={setUrgent} />
  </MoveDialog>
}

export function SlipAnswerForm({ matter, onClose }: MoveFormProps) {
  const w = useWords(moveWords)
  const slips = matter.parties.filter((p) => p.role === 'slip')
  const [org, choose] = useState(slips.length === 1 ? slips[0]?.org : undefined)
  const [note, write] = useState('')
  const [number, writeNumber] = useState('')
  const move = useMove(matter.id, 'slip-answer', onClose)
  return <MoveDialog title={w.answerTitle} onClose={onClose} tells={w.answerTells} label={w.answerDo} busy={move.isPending} error={move.error}
    whyNot={!org ? w.partyNeeded : note.trim() === '' ? w.noteNeeded : undefined}
    onSend={() => { if (org) move.mutate({ version: matter.version, org, note: note.trim(), ...(number.trim() ? { outsideNumber: number.trim() } :
      {}) }) }}>
    {slips.length > 1 && <Choices legend={w.answerFrom} shown value={org} onChange={choose} options={slips.map((p) => ({ value: p.org,
      word: p.name }))} />}
    <TextArea data-focus label={w.answerNote} value={note} rows={3} onChange={(e) => write(e.target.value)} />
    <Field label={w.answerNumber} hint={w.answerNumberHint} optional value={number} maxLength={60} onChange={(e) => writeNumber(e.target.value)} />
  </MoveDialog>
}
