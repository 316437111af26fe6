/** A return visit that reached nobody, and what an outcome rests on. */
import { useState } from 'react'
import { Choices, Field, sourceLine, TextArea, useWords } from '../../../../ui-kit/index.ts'
import type { Source } from '../../../../kit/pure.ts'
import { MOST_TRIES } from '../../../rules/index.ts'
import type { BasisKind } from '../../course-api.ts'
import { useMove } from '../../staff-api.ts'
import { courseWords } from './course-words.ts'
import { MoveDialog, type MoveFormProps } from './move-dialog.tsx'

export function VisitTriedForm({ matter, onClose }: Pick<MoveFormProps, 'onClose'> & { matter: { id: string; version: number; tried: number } }) {
  const w = useWords(courseWords)
  const [note, write] = useState('')
  const move = useMove(matter.id, 'visit-tried', onClose)
  const nth = matter.tried + 1
  return <MoveDialog title={w.triedTitle} onClose={onClose} tells={w.triedTells} label={w.triedDo} busy={move.isPending} error={move.error}
    onSend={() => move.mutate({ version: matter.version, ...(note.trim() === '' ? {} : { note: note.trim() }) })}>
    <p>{nth >= MOST_TRIES ? w.triedLast : w.triedSay(nth, MOST_TRIES)}</p>
    <TextArea label={w.triedNote} optional value={note} most={500} rows={2} onChange={(e) => write(e.target.value)} />
  </MoveDialog>
}

/** What is chosen of a basis; a text that is left out stands for the item of the duty list. */
export function useBasis() {
  const [kind, choose] = useState<BasisKind>('list')
  const [text, write] = useState('')
  const given = [...text.trim()].length >= 2
  return { kind, choose, text, write, missing: kind !== 'list' && !given, sent: given ? { basis: { kind, text: text.trim() } } : {} }
}

export function BasisFields({ basis, usual }: { basis: ReturnType<typeof useBasis>; usual: Source }) {
  const w = useWords(courseWords)
  return <div className="lk-stack lk-stack--tight">
    <Choices legend={w.basisKind} shown value={basis.kind} onChange={basis.choose} options={[{ value: 'list', word: w.byList }, { value: 'law',
      word: w.byLaw },
      { value: 'contract', word: w.byContract }, { value: 'agreement', word: w.byAgreement }]} />
    <Field label={w.basisText} optional={basis.kind === 'list'} hint={basis.kind === 'list' ? w.basisUsual(sourceLine(usual)) : w.basisHint}
      value={basis.text}
      maxLength={200} onChange={(e) => basis.write(e.target.value)} />
  </div>
}
