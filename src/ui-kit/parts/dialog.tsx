/** A window above the page, by the browser's own <dialog>: Esc closes it, the focus stays inside and goes back where it was. */
import { useEffect, useId, useRef, type MouseEvent, type ReactNode } from 'react'
import { useWords } from '../words.ts'
import { Icon } from './icon.tsx'
import { partWords } from './words.ts'

/**
 * Draw it while it is open: `{asking && <Dialog …/>}`. `foot` holds its buttons. `onClose` by Esc, the cross, or a press beside it. A field with
 * `data-focus` gets the focus.
 */
export function Dialog({ title, onClose, foot, wide = false, children }: { title: ReactNode; onClose: () => void; foot?: ReactNode;
  wide?: boolean; children: ReactNode }) {
  const w = useWords(partWords)
  const heading = useId()
  const self = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = self.current
    const before = document.activeElement
    if (dialog && !dialog.open) { dialog.showModal(); dialog.querySelector<HTMLElement>('[data-focus]')?.focus() }
    return () => { dialog?.close(); if (before instanceof HTMLElement && before.isConnected) before.focus() }
  }, [])
  const beside = (event: MouseEvent) => { if (event.target === self.current) onClose() }
  return <dialog ref={self} className={wide ? 'lk-dialog lk-dialog--wide' : 'lk-dialog'} aria-labelledby={heading} onMouseDown={beside}
    onCancel={(event) => { event.preventDefault(); onClose() }}>
    <div className="lk-dialog__inside">
      <header className="lk-dialog__head"><h2 id={heading}>{title}</h2>
        <button type="button" className="lk-icon-button" aria-label={w.close} onClick={onClose}><Icon name="cross" /></button></header>
      <div className="lk-dialog__body">{children}</div>
      {foot && <footer className="lk-dialog__foot">{foot}</footer>}
    </div>
  </dialog>
}
