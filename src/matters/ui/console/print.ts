/** Prints one part of a screen: the list, a whistle slip, or the usual text. */

/** The part that print styles show: `html[data-print=list]`. It is taken back once the printing is over. */
export function printOnly(part: 'list' | 'slip' | 'text'): void {
  const root = document.documentElement
  root.dataset.print = part
  addEventListener('afterprint', () => { delete root.dataset.print }, { once: true })
  window.print()
}
