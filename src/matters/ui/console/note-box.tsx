/** A line into the story, at the foot of a matter: for the reporter or for colleagues. What was typed stays until it is there. */
import { useRef, useState } from 'react'
import { Button, ErrorNote, useKeys, useWords } from '../../../ui-kit/index.ts'
import { useMove, type MatterDetail } from '../staff-api.ts'
import { matterWords } from './matter-words.ts'

export function NoteBox({ matter }: { matter: MatterDetail }) {
  const w = useWords(matterWords)
  const [note, write] = useState('')
  const [seenBy, choose] = useState<'reporter' | 'staff'>('staff')
  const input = useRef<HTMLTextAreaElement>(null)
  const send = useMove(matter.id, 'note', () => write(''))
  useKeys({ n: () => input.current?.focus() })
  const go = () => { if (note.trim()) send.mutate({ version: matter.version, note: note.trim(), seenBy }) }
  return <form className="cs-note" onSubmit={(event) => { event.preventDefault(); go() }}>
    <label className="cs-note__text"><span className="lk-hidden">{w.noteLabel}</span>
      <textarea ref={input} rows={1} placeholder={w.noteLabel} value={note} aria-keyshortcuts="N" onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => { if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) { event.preventDefault();
          go() } if (event.key === 'Escape') event.currentTarget.blur() }} /></label>
    <fieldset className="cs-radios"><legend className="lk-hidden">{w.noteWho}</legend>
      {(['reporter', 'staff'] as const).map((who) => <label key={who}><input type="radio" name="seenBy" checked={seenBy === who}
        onChange={() => choose(who)} />
        {who === 'reporter' ? w.toReporter : w.toStaff}</label>)}</fieldset>
    <Button busy={send.isPending} type="submit">{w.noteSend}</Button>
    <span className="lk-hidden" role="status">{send.isSuccess ? w.noteDone : ''}</span>
    {send.error && <div className="cs-note__error"><ErrorNote error={send.error} /></div>}
  </form>
}
