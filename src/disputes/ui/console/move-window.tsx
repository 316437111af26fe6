/** What every move's window has: its fields, what follows from it, and one button that names it. */
import type { ReactNode } from 'react'
import { Button, Dialog, ErrorNote, problemOf, useWords } from '../../../ui-kit/index.ts'
import type { Dispute, useDisputeMove } from '../api.ts'
import { moveWords } from './move-words.ts'

export type FormProps = { readonly dispute: Dispute; readonly onClose: () => void }
type WindowProps = {
  readonly title: string; readonly tells: string; readonly label: string; readonly act: ReturnType<typeof useDisputeMove>; readonly body: object
  readonly onClose: () => void; readonly whyNot?: string | undefined; readonly wide?: boolean; readonly children?: ReactNode
}

export function MoveWindow({ title, tells, label, act, body, onClose, whyNot, wide = false, children }: WindowProps) {
  const w = useWords(moveWords)
  const stale = act.error !== null && problemOf(act.error).status === 409
  return <Dialog title={title} onClose={onClose} wide={wide} foot={<><p className="dc-foot-line">{tells}</p><Button look="quiet"
    onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={act.isPending} whyNot={whyNot} onClick={() => act.mutate(body)}>{label}</Button></>}>
    <div className="dc-form">{children}{act.error !== null && (stale ? <ErrorNote title={w.stale} /> : <ErrorNote error={act.error} />)}</div>
  </Dialog>
}
