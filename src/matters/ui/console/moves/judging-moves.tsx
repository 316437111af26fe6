/** Moves that say how it went: finish, verify, and the three answers at the door. */
import { useState } from 'react'
import { Choices, PhotoPicker, RadioCards, Select, TextArea, useSay, useWords } from '../../../../ui-kit/index.ts'
import { QUESTIONS, REJECT_REASONS, reasonOf, reasonStands, UNABLE_REASONS, type Outcome, type Satisfied } from '../../../rules/index.ts'
import { useMove } from '../../staff-api.ts'
import { MoveDialog, type MoveFormProps } from './move-dialog.tsx'
import { moveWords } from './move-words.ts'
import { ViaChoice } from './ruling-moves.tsx'
import { usePhotos } from './use-photos.ts'
import { BasisFields, useBasis } from './visit-moves.tsx'
import { courseWords } from './course-words.ts'

export function FinishForm({ matter, mine, onClose }: MoveFormProps) {
  const w = useWords(moveWords)
  const c = useWords(courseWords)
  const say = useSay()
  const basis = useBasis()
  const [outcome, choose] = useState<Outcome>('solved')
  const [reason, pick] = useState('')
  const [note, write] = useState('')
  const photos = usePhotos()
  const move = useMove(matter.id, 'finish', onClose)
  const support = mine?.role === 'support'
  const unable = outcome === 'unable' && !support
  const needs = unable ? reasonOf('unable', reason)?.needs : null
  const label = support ? w.ownPartDo : { solved: w.finishDo, unable: w.unableDo, explained: w.explainedDo }[outcome]
  const missing = unable && !reason ? w.reasonNeeded : unable && !reasonStands('unable', reason, note) && needs ? w.reasonNote(say(needs)) :
    note.trim() === '' ? w.noteNeeded : !support && basis.missing ? c.basisNeeded : photos.waiting ? w.photosWait : undefined
  return <MoveDialog title={w.finishTitle} onClose={onClose} wide tells={support ? w.ownPartTells : w.finishTells(matter.accountable)} label={label}
    busy={move.isPending} error={move.error} whyNot={missing}
    onSend={() => move.mutate({ version: matter.version, note: note.trim(), outcome: support ? 'solved' : outcome, ...(unable ? { reason } : {}),
      ...(support ? {} : basis.sent), ...photos.sent })}>
    {support ? <p>{w.ownPart}</p> : <RadioCards legend={w.finishTitle} value={outcome} onChange={choose} options={[
      { value: 'solved', word: w.solved, note: w.solvedNote }, { value: 'unable', word: w.unable, note: w.unableNote }, { value: 'explained',
        word: w.explained, note: w.explainedNote }]} />}
    {unable && <Select label={w.reason} empty={w.reasonNeeded} value={reason} onChange={(e) => pick(e.target.value)}
      options={UNABLE_REASONS.map((r) => ({ value: r.code, word: say(r.say) }))}
      hint={needs ? say(needs) : undefined} />}
    <TextArea label={outcome === 'solved' || support ? w.finishNote : w.unableText} hint={unable ? w.unableHint : undefined} value={note} most={2000}
      rows={4} onChange={(e) => write(e.target.value)} />
    {!support && <BasisFields basis={basis} usual={matter.duty.source} />}
    <PhotoPicker {...photos.picker} />
  </MoveDialog>
}

export function VerifyForm({ matter, onClose }: MoveFormProps) {
  const w = useWords(moveWords)
  const say = useSay()
  const [seen, choose] = useState<'pass' | 'fail'>()
  const [reason, pick] = useState('')
  const [note, write] = useState('')
  const photos = usePhotos()
  const move = useMove(matter.id, 'verify', onClose)
  const failed = seen === 'fail'
  const needs = failed ? reasonOf('reject', reason)?.needs : null
  const done = matter.story.find((e) => e.kind === 'finish')
  const missing = seen === undefined ? w.verifyChoose : failed && !reason ? w.reasonNeeded : failed && !reasonStands('reject', reason, note) &&
    needs ? say(needs) : photos.waiting ? w.photosWait : undefined
  return <MoveDialog title={w.verifyTitle} onClose={onClose} wide tells={failed ? w.failTells : w.verifyTells} label={failed ? w.failDo : w.verifyDo}
    busy={move.isPending} error={move.error} whyNot={missing}
    onSend={() => move.mutate({ version: matter.version, pass: !failed, note: note.trim(), ...(failed ? { reason } : {}), ...photos.sent })}>
    {done?.said && <div><p className="lk-caption">{w.saidDone}</p><p>{done.said}</p></div>}
    <RadioCards legend={w.verifyAsk} value={seen} onChange={choose} options={[{ value: 'pass', word: w.pass, note: w.passNote }, { value: 'fail',
      word: w.fail, note: w.failNote }]} />
    {failed && <Select label={w.reason} empty={w.reasonNeeded} value={reason} onChange={(e) => pick(e.target.value)}
      options={REJECT_REASONS.map((r) => ({ value: r.code, word: say(r.say) }))}
      hint={needs ? say(needs) : undefined} />}
    <TextArea label={w.note} optional={!needs} value={note} rows={3} onChange={(e) => write(e.target.value)} />
    <PhotoPicker {...photos.picker} />
  </MoveDialog>
}

/** `by`: how the reporter is being asked, where that is known. */
export function VerdictForm({ matter, onClose, by = 'door' }: Pick<MoveFormProps, 'onClose'> & { matter: { id: string; version: number };
  by?: 'door' | 'phone' }) {
  const w = useWords(moveWords)
  const say = useSay()
  const [answers, answer] = useState<Readonly<Record<string, boolean | Satisfied>>>({})
  const [said, write] = useState('')
  const [via, choose] = useState(by)
  const move = useMove(matter.id, 'verdict', onClose)
  const { reached, solved, satisfied } = answers
  const given = typeof reached === 'boolean' && typeof solved === 'boolean' && typeof satisfied === 'string' ? { reached, solved, satisfied } : null
  return <MoveDialog title={w.verdictTitle} onClose={onClose} tells={w.verdictTells} label={w.verdictDo} busy={move.isPending} error={move.error}
    whyNot={given ? undefined : w.verdictNeeded}
    onSend={() => { if (given) move.mutate({ version: matter.version, ...given, said: said.trim(), via }) }}>
    <p className="lk-second">{w.notHome}</p>
    <ViaChoice value={via} onChange={choose} />
    {QUESTIONS.map((question) => <Choices key={question.key} legend={say(question.ask)} shown look="answer" columns={question.answers.length === 3 ?
      3 : 2}
      value={answers[question.key] === undefined ? undefined : String(answers[question.key])}
        options={question.answers.map((a) => ({ value: String(a.value), word: say(a.say) }))}
      onChange={(value) => answer((before) => ({ ...before,
        [question.key]: question.answers.find((a) => String(a.value) === value)?.value ?? false }))} />)}
    <TextArea label={w.said} optional value={said} most={500} rows={2} onChange={(e) => write(e.target.value)} />
  </MoveDialog>
}
