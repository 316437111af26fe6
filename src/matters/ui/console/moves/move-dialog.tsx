/** The window of a move: its fields, what follows from it, and one button that names it. */
import type { ReactNode } from 'react'
import { Button, Dialog, ErrorNote, problemOf, useWords } from '../../../../ui-kit/index.ts'
import type { MatterDetail, MatterParty } from '../../staff-api.ts'
import { moveWords } from './move-words.ts'

/** What the form of every move is given. `mine`: the part that the reader's organisation has in the matter. */
export type MoveFormProps = { readonly matter: MatterDetail; readonly mine: MatterParty | undefined; readonly onClose: () => void }

type MoveDialogProps = {
  readonly title: string; readonly onClose: () => void; readonly children?: ReactNode
  /** Who is told, and what else follows. */
  readonly tells: string
  readonly label: string; readonly busy: boolean; readonly error: unknown; readonly onSend: () => void
  /** What is missing before it can be sent. */
  readonly whyNot?: string | undefined
  readonly look?: 'primary' | 'decide'
  readonly wide?: boolean
}

export function MoveDialog({ title, onClose, children, tells, label, busy, error, onSend, whyNot, look = 'primary', wide = false }: MoveDialogProps) {
  const w = useWords(moveWords)
  const stale = error !== null && problemOf(error).status === 409
  return <Dialog title={title} onClose={onClose} wide={wide} foot={<>
    <p className="cs-foot-line">{tells}</p>
    <Button look="quiet" onClick={onClose}>{w.cancel}</Button>
    <Button look={look} busy={busy} whyNot={whyNot} onClick={onSend}>{label}</Button>
  </>}>
    {children}
    {error !== null && (stale ? <ErrorNote title={w.stale} what="" /> : <ErrorNote error={error} />)}
  </Dialog>
}
