/** J and K on every page with rows: the next and the one before, for pages that bind nothing of their own. */
import { useEffect } from 'react'
import { isTyping, keyName } from '../keys.ts'

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')].filter((row) => row.offsetParent !== null)

/** Whether the page that is open has rows to walk along. */
export const hasRows = (): boolean => rows().length > 0

/** The row to go to from where one is: the one after or before it, or the first or open one when none is chosen yet. */
function rowAt(by: 1 | -1): HTMLElement | undefined {
  const all = rows()
  const focused = all.findIndex((row) => row === document.activeElement)
  const open = all.findIndex((row) => row.getAttribute('aria-current') === 'true')
  const from = focused === -1 ? open : focused
  return from === -1 ? all[0] : all[Math.min(all.length - 1, Math.max(0, from + by))]
}

/**
 * J and K move the focus from row to row (`data-row`), so that Enter opens as on any link; Esc in what is open goes back to its row. Bound
 * to the window: a page's own keys, which listen to the document, come first.
 */
export function useRowKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const name = keyName(event)
      if (!['j', 'k', 'Escape'].includes(name) || event.defaultPrevented || event.isComposing || isTyping(event.target)) return
      if (document.querySelector('dialog[open]')) return
      const row = name === 'Escape' ? rows().find((one) => one.getAttribute('aria-current') === 'true') : rowAt(name === 'j' ? 1 : -1)
      if (!row) return
      event.preventDefault()
      row.focus()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
