/** 代录: what the paper of a party says is typed in, in its own words, and marked so. */
import { useState } from 'react'
import { Choices, Field, PhotoPicker, Select, TextArea, useSay, useWords } from '../../../../ui-kit/index.ts'
import { OBJECTION_GROUNDS, reasonStands, UNABLE_REASONS, type AnswerName } from '../../../rules/index.ts'
import type { MatterDetail } from '../../staff-api.ts'
import { useTypeIn, type WaitedFor } from '../../whistle-api.ts'
import { MoveDialog } from '../moves/move-dialog.tsx'
import { usePhotos } from '../moves/use-photos.ts'
import { courseWords } from './course-words.ts'

type Outcome = 'solved' | 'unable' | 'explained'

export function TypeInDialog({ matter, party, onClose }: { matter: MatterDetail; party: WaitedFor; onClose: () => void }) {
  const w = useWords(courseWords)
  const say = useSay()
  const [what, choose] = useState<AnswerName | undefined>(party.may[0])
  const [note, write] = useState('')
  const [outcome, end] = useState<Outcome>('solved')
  const [reason, because] = useState('')
  const [ground, objectBy] = useState('')
  const [number, enter] = useState('')
  const photos = usePhotos()
  const typed = useTypeIn(matter.id, onClose)
  const ends = what === 'finish' && matter.parties.find((p) => p.org === party.org)?.role !== 'support'
  const missing = what === 'number' ? (number.trim() === '' ? w.numberFirst : undefined) : note.trim() === '' ? w.wordsFirst
    : ends && outcome === 'unable' && reason === '' ? w.reasonFirst : what !== 'object' ? undefined
      : ground === '' ? w.groundFirst : reasonStands('object', ground, note) ? undefined : w.evidenceFirst
  const send = () => {
    if (!what || missing !== undefined) return
    typed.mutate({ version: matter.version, org: party.org, what, note: note.trim(), ...(ends ? { outcome } : {}), ...(ends && outcome === 'unable'
      ? { reason } : {}), ...(what === 'object' ? { reason: ground } : {}),
      ...(number.trim() === '' ? {} : { outsideNumber: number.trim() }), ...photos.sent })
  }
  return <MoveDialog title={w.typeTitle(party.name)} onClose={onClose} tells={w.typeTells} label={w.typeDo} busy={typed.isPending} error={typed.error}
    whyNot={missing} onSend={send}>
    <Choices legend={w.what} shown value={what} onChange={choose} options={party.may.map((value) => ({ value, word: w[`t_${value}`] }))} />
    {ends && <Choices legend={w.outcome} shown value={outcome} onChange={end} options={(['solved', 'unable',
      'explained'] as const).map((value) => ({ value, word: w[value] }))} />}
    {ends && outcome === 'unable' && <Select label={w.reason} empty={w.choose} value={reason} onChange={(event) => because(event.target.value)}
      options={UNABLE_REASONS.map((one) => ({ value: one.code, word: say(one.say) }))} />}
    {what === 'object' && <Select label={w.ground} empty={w.choose} value={ground} onChange={(event) => objectBy(event.target.value)}
      options={OBJECTION_GROUNDS.map((one) => ({ value: one.code, word: say(one.say) }))} />}
    {what !== 'number' && <TextArea label={w.paper} hint={w.paperHint} value={note} most={2000}
      onChange={(event) => write(event.target.value)} data-focus />}
    <Field label={w.theirNumber} optional={what !== 'number'} value={number} maxLength={60} onChange={(event) => enter(event.target.value)} />
    {what !== 'number' && <PhotoPicker {...photos.picker} />}
  </MoveDialog>
}
