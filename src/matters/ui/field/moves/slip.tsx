/** 发联系单 and 记下答复: to the companies of water, power and gas, phone first where they ask for it. */
import { Choices, Empty, Field, RadioCards, Switch, useWords } from '../../../../ui-kit/index.ts'
import { useParties, type MatterDetail } from '../../staff-api.ts'
import { Dial } from '../danger-card.tsx'
import { useDraft } from '../../../../trust/ui/parts/draft.ts'
import { MoveForm, Part, useFormMove, Words } from '../move-form.tsx'
import { moveWords } from '../move-words.ts'

const empty = { org: '', note: '', urgent: false }

export function SlipForm({ matter, demo }: { matter: MatterDetail; demo: boolean }) {
  const w = useWords(moveWords)
  const { draft, change, clear } = useDraft(`slip.${matter.id}`, empty)
  const { send, busy, error } = useFormMove(matter, 'slip', clear)
  const { data } = useParties(matter.id)
  const utilities = (data ?? []).filter((party) => party.move === 'slip')
  const chosen = utilities.find((party) => party.org === draft.org)
  const missing = !chosen ? w.chooseWho : draft.note.trim() === '' ? w.writeSomething : undefined
  return <MoveForm matter={matter} title={w.slip} send={chosen ? w.sendSlip(chosen.name) : w.sendSlipPlain} after={w.afterSlip} whyNot={missing}
    busy={busy} error={error} onSend={() => send(draft, w.slipDone)}>
    {data && utilities.length === 0 && <Empty title={w.slipNobody} line={w.slipNobodyLine} />}
    <Part title={w.slipTo}><RadioCards legend={w.slipTo} value={draft.org} onChange={(org) => change({ org })}
      options={utilities.map((party) => ({ value: party.org, word: party.name, ...(party.urgentByPhone ? { note: w.phoneFirst } : {}) }))} /></Part>
    {chosen?.phone && <Dial number={chosen.phone} word={chosen.urgentByPhone ? w.phoneFirst : chosen.name} demo={demo} />}
    <Switch label={w.slipUrgent} note={w.slipUrgentNote} checked={draft.urgent} onChange={(urgent) => change({ urgent })} />
    <Words label={w.slipSaid} value={draft.note} onChange={(event) => change({ note: event.target.value })} />
  </MoveForm>
}

export function SlipAnswerForm({ matter }: { matter: MatterDetail }) {
  const w = useWords(moveWords)
  const waiting = matter.parties.filter((party) => party.role === 'slip' && party.state === 'asked')
  const { draft, change, clear } = useDraft(`slip_answer.${matter.id}`, { org: '', note: '', outsideNumber: '' })
  const { send, busy, error } = useFormMove(matter, 'slip-answer', clear)
  const org = draft.org || (waiting.length === 1 ? waiting[0]?.org ?? '' : '')
  const missing = org === '' ? w.chooseWho : draft.note.trim() === '' ? w.writeSomething : undefined
  const number = draft.outsideNumber.trim()
  return <MoveForm matter={matter} title={w.slip_answer} send={w.sendAnswer} whyNot={missing} busy={busy} error={error}
    onSend={() => send({ org, note: draft.note, ...(number ? { outsideNumber: number } : {}) }, w.answerDone)}>
    <Part title={w.answerFrom}><Choices legend={w.answerFrom} look="answer" value={org} onChange={(chosen) => change({ org: chosen })}
      options={waiting.map((party) => ({ value: party.org, word: party.name }))} /></Part>
    <Words label={w.answerSaid} value={draft.note} onChange={(event) => change({ note: event.target.value })} />
    <Field label={w.answerNumber} optional value={draft.outsideNumber} maxLength={60}
      onChange={(event) => change({ outsideNumber: event.target.value })} />
  </MoveForm>
}
