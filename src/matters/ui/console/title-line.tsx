/** The public title, with the way to change and approve it; a title that could point at somebody is refused before it is sent. */
import { useState } from 'react'
import { Button, Dialog, ErrorNote, Field, useWords } from '../../../ui-kit/index.ts'
import { useMove, type MatterDetail } from '../staff-api.ts'
import { matterWords } from './matter-words.ts'
import { moveWords } from './moves/move-words.ts'

export function TitleLine({ matter }: { matter: MatterDetail }) {
  const w = useWords(matterWords)
  const [editing, edit] = useState(false)
  return <>
    <h1 className="lk-title">{matter.title}</h1>
    {matter.moves.includes('title') && <p className="cs-small cs-title-state">
      {matter.titleFrom === 'approved' ? w.titleApproved : w.titleFrom} <button type="button" className="lk-link"
        onClick={() => edit(true)}>{w.titleEdit}</button></p>}
    {editing && <TitleDialog matter={matter} onClose={() => edit(false)} />}
  </>
}

function TitleDialog({ matter, onClose }: { matter: MatterDetail; onClose: () => void }) {
  const w = useWords(matterWords)
  const m = useWords(moveWords)
  const [title, write] = useState(matter.title)
  const save = useMove(matter.id, 'title', onClose)
  const short = [...title.trim()].length < 4
  return <Dialog title={w.titleEdit} onClose={onClose} foot={<><p className="cs-foot-line">{m.tellsTitle}</p>
    <Button look="primary" busy={save.isPending} whyNot={short ? m.titleShort : undefined} onClick={() => save.mutate({ version: matter.version,
      title: title.trim() })}>{w.titleSave}</Button></>}>
    <Field label={w.titleField} hint={w.titleHint} value={title} maxLength={60} data-focus onChange={(event) => write(event.target.value)} />
    <div><p className="lk-caption">{w.words}</p><p className="lk-second">{matter.words}</p></div>
    {save.error && <ErrorNote error={save.error} />}
  </Dialog>
}
