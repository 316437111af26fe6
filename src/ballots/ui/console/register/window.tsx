import type { ReactNode } from 'react'
import { Button, Dialog, ErrorNote, useWords } from '../../../../ui-kit/index.ts'
import { headWords } from './head-words.ts'

/** A window with one way out and one thing to do. */
export function Window({ title, onClose, error, children, act }: { title: string; onClose: () =>
  void; error: unknown; children: ReactNode; act: ReactNode }) {
  const w = useWords(headWords)
  return <Dialog title={title} onClose={onClose} foot={<><Button look="quiet" onClick={onClose}>{w.cancel}</Button>{act}</>}>
    <div className="vr-form">{children}{error !== null && error !== undefined && <ErrorNote error={error} />}</div></Dialog>
}
