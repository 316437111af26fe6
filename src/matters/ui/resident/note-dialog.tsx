/** One more word from the reporter, seen by those who handle it. */
import { useState } from 'react'
import { Button, Dialog, TextArea, useWords } from '../../../ui-kit/index.ts'
import { useFollowedAct, type Followed } from '../resident-api.ts'
import { followWords } from './follow-words.ts'
import { StaleNote } from './stale-note.tsx'

const kept = new Map<string, string>()

export function NoteDialog({ matter, onClose }: { matter: Followed; onClose: () => void }) {
  const w = useWords(followWords)
  const [note, setNote] = useState(kept.get(matter.id) ?? '')
  const act = useFollowedAct<{ version: number; note: string }>('note', () => { kept.delete(matter.id); onClose() })
  const type = (value: string) => { setNote(value); kept.set(matter.id, value) }
  const empty = note.trim() === ''
  return <Dialog title={w.noteTitle} onClose={onClose} foot={<Button look="primary" busy={act.isPending} whyNot={empty ? w.noteFirst : undefined}
    onClick={() => act.mutate({ version: matter.version, note: note.trim() })}>{w.noteSend}</Button>}>
    <TextArea label={w.noteLabel} value={note} most={2000} rows={4} data-focus onChange={(event) => type(event.target.value)} />
    {act.error && <StaleNote error={act.error} />}
  </Dialog>
}
