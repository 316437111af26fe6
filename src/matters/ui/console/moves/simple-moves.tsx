/** Moves that take no more than a sentence: take, log, remind, supervise, report in. */
import { useState } from 'react'
import { Choices, moment, PhotoPicker, TextArea, useNow, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { REPORT_IN_NOTES, reasonOf, reasonStands } from '../../../rules/index.ts'
import { mainClock } from '../../parts/main-clock.ts'
import { useMove } from '../../staff-api.ts'
import { holderWord } from '../card-row.tsx'
import { MoveDialog, type MoveFormProps } from './move-dialog.tsx'
import { moveWords } from './move-words.ts'
import { usePhotos } from './use-photos.ts'

export function TakeForm({ matter, onClose }: MoveFormProps) {
  const w = useWords(moveWords)
  const now = useNow()
  const { lang } = useSettings()
  const move = useMove(matter.id, 'take', onClose)
  const finish = mainClock(matter.clocks, 'finish', matter.holder.org)
  const due = finish?.state === 'running' ? moment(Date.parse(finish.due), now, lang) : ''
  return <MoveDialog title={w.takeTitle} onClose={onClose} tells={w.takeTells} label={w.takeDo} busy={move.isPending} error={move.error}
    onSend={() => move.mutate({ version: matter.version })}>
    <p>{w.takeSay(due)}</p></MoveDialog>
}

/** How the reporter was reached: what is likely stands there already, so that two presses are enough. */
export function ContactForm({ matter, onClose }: MoveFormProps) {
  const w = useWords(moveWords)
  const [via, choose] = useState<'phone' | 'door' | 'page'>(matter.reporter?.['phone'] ? 'phone' : 'door')
  const [note, write] = useState('')
  const move = useMove(matter.id, 'contact', onClose)
  return <MoveDialog title={w.contactTitle} onClose={onClose} tells={w.contactTells} label={w.contactDo} busy={move.isPending} error={move.error}
    whyNot={via === 'page' && note.trim() === '' ? w.noteNeeded : undefined}
    onSend={() => move.mutate({ version: matter.version, via, note: note.trim() })}>
    <Choices legend={w.contactHow} shown value={via} onChange={choose} options={[{ value: 'phone', word: w.viaPhone }, { value: 'door', word: w.viaDoor },
      { value: 'page', word: w.viaPage }]} />
    <TextArea label={via === 'page' ? w.contactWord : w.contactNote} optional={via !== 'page'} value={note} most={2000} rows={3}
      onChange={(e) => write(e.target.value)} />
  </MoveDialog>
}

export function LogForm({ matter, onClose }: MoveFormProps) {
  const w = useWords(moveWords)
  const [note, write] = useState('')
  const photos = usePhotos()
  const move = useMove(matter.id, 'log', onClose)
  return <MoveDialog title={w.logTitle} onClose={onClose} tells={w.logTells} label={w.logDo} busy={move.isPending} error={move.error}
    whyNot={note.trim() === '' ? w.noteNeeded : photos.waiting ? w.photosWait : undefined} onSend={() => move.mutate({ version: matter.version,
      note: note.trim(), ...photos.sent })}>
    <TextArea label={w.logNote} value={note} most={2000} onChange={(e) => write(e.target.value)} data-focus />
    <PhotoPicker {...photos.picker} />
  </MoveDialog>
}

export function RemindForm({ matter, onClose }: MoveFormProps) {
  const w = useWords(moveWords)
  const move = useMove(matter.id, 'remind', onClose)
  return <MoveDialog title={w.remindTitle} onClose={onClose} tells={w.remindTells} label={w.remindDo} busy={move.isPending} error={move.error}
    onSend={() => move.mutate({ version: matter.version })}>
    <p>{w.remindSay(holderWord(matter.holder))}</p></MoveDialog>
}

export function SuperviseForm({ matter, onClose }: MoveFormProps) {
  const w = useWords(moveWords)
  const move = useMove(matter.id, 'supervise', onClose)
  return <MoveDialog title={w.superviseTitle} onClose={onClose} tells={w.superviseTells} label={w.superviseDo} busy={move.isPending}
    error={move.error} onSend={() => move.mutate({ version: matter.version })}>
    <p>{w.superviseSay}</p></MoveDialog>
}

export function ReportInForm({ matter, onClose }: MoveFormProps) {
  const w = useWords(moveWords)
  const say = useSay()
  const [how, choose] = useState<string>('on_site')
  const [note, write] = useState('')
  const photos = usePhotos()
  const move = useMove(matter.id, 'report-in', onClose)
  const chosen = reasonOf('report_in', how)
  const words = [chosen?.say.zh ?? '', note.trim()].filter(Boolean).join('，')
  const missing = !reasonStands('report_in', how, note) && chosen?.needs ? say(chosen.needs) : undefined
  return <MoveDialog title={w.reportTitle} onClose={onClose} tells={w.reportTells} label={w.reportDo} look="decide" busy={move.isPending}
    error={move.error}
    whyNot={missing ?? (photos.waiting ? w.photosWait : undefined)} onSend={() => move.mutate({ version: matter.version, note: words,
      ...photos.sent })}>
    <Choices legend={w.reportHow} shown value={how} onChange={choose} options={REPORT_IN_NOTES.map((r) => ({ value: r.code, word: say(r.say) }))} />
    <TextArea label={w.note} optional={!chosen?.needs} hint={chosen?.needs ? say(chosen.needs) : undefined} value={note}
      onChange={(e) => write(e.target.value)} rows={2} />
    <PhotoPicker {...photos.picker} />
  </MoveDialog>
}
