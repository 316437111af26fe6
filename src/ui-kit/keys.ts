/** Letters that act: one way to bind them, quiet while somebody is typing. */
import { useLayoutEffect, useRef } from 'react'

/** Whether a pressed key belongs to a field that is being filled in. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)) &&
  !(target instanceof HTMLInputElement && ['checkbox', 'radio', 'button'].includes(target.type))

/** The name of a key press as bound here: 'j', '/', '?', 'Escape', 'mod+k' (⌘ or Ctrl). Letters are lower case. */
export function keyName(event: { key: string; metaKey: boolean; ctrlKey: boolean; altKey: boolean }): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return `${event.metaKey || event.ctrlKey ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${key}`
}

/**
 * Binds keys while the part is on the screen. Plain letters rest while somebody types or composes Chinese; with `mod+` they act anywhere
 * outside a field. While a dialog is open only keys bound `inside` it act. A key whose press was already taken is left alone.
 */
export function useKeys(bound: Readonly<Record<string, (event: KeyboardEvent) => void>>, inside = false): void {
  const latest = useRef(bound)
  useLayoutEffect(() => { latest.current = bound }) // with the picture, so that no press is lost or meets what was shown before
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return
      if (!inside && document.querySelector('dialog[open]')) return
      const act = latest.current[keyName(event)]
      if (act) { event.preventDefault(); act(event) }
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [inside])
}
