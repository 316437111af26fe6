import type { HeadRow } from '../rules/reading/index.ts'

/** The generator's mark (P30): in a workbook its property 'keywords', which survives being edited and saved; in a text table its first cell. */
export const MARK = 'linli-demo-roster'

/** Whether a file carries the mark of the demo's generator. */
export function isMarked(keywords: string, head: readonly HeadRow[] | undefined): boolean {
  return keywords.includes(MARK) || (head?.[0]?.cells['A'] ?? '').includes(MARK)
}
