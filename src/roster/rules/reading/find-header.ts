import { outcomeOf } from './headers.ts'
import { headerForm } from './refused.ts'
import { tidy } from './text.ts'
import type { Letter } from './types.ts'

/** A first row of a sheet as it is seen while its header is looked for; merged cells are filled in both directions. Never kept. */
export type HeadRow = { readonly n: number; readonly cells: Readonly<Record<Letter, string>> }

/** A column's header; `group` is what stands above it, where there are two header rows. */
export type Header = { readonly letter: Letter; readonly text: string; readonly group?: string }

/** Where the header is: people begin in row `from`; `above` are the title rows over it. */
export type FoundHeader = { readonly from: number; readonly headers: readonly Header[]; readonly above: readonly string[] }

const MOST_ROWS = 25
const COMMENT = /必填|选填|可空|可不填|格式|例如|示例|样例|填写|填报|多个|分隔|YYYY|yyyy|下拉|选择|不超过|位数|要求|说明|(?:^|[^0-9])[0-9]\s*[=:：、.-]?\s*(?:是|否|男|女|常住|人)|[:：].*[;；,，]/

/** Column number of a letter, from 1. */
const columnNumber = (letter: Letter): number => [...letter].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0)

/** Letters in the order of a sheet: Z before AA. */
export const byColumn = (a: Letter, b: Letter): number => columnNumber(a) - columnNumber(b)

type Known = { readonly fields: number; readonly known: number; readonly filled: number; readonly different: number }

function known(row: HeadRow): Known {
  const texts = Object.values(row.cells).map(tidy).filter((text) => text !== '')
  const outcomes = texts.map((text) => (text.length > 40 ? { outcome: 'unknown' as const } : outcomeOf(text)))
  const fields = new Set(outcomes.flatMap((found) => ('field' in found && found.field !== undefined ? [found.field] : [])))
  return { fields: fields.size, known: outcomes.filter(({ outcome }) => outcome !== 'unknown').length, filled: texts.length,
    different: new Set(texts).size }
}

/** A row of headers knows at least two columns, one of which the roster reads, and most of its cells are words. */
function isHeaderRow(row: HeadRow): boolean {
  const { fields, known: some, filled, different } = known(row)
  const numbers = Object.values(row.cells).filter((text) => /\d{4,}|^\d+$/.test(tidy(text))).length
  return fields >= 1 && some >= 2 && different >= 2 && some * 3 >= filled && numbers * 3 <= filled
}

/** A second header row: its words are headers, and it says more than the first repeated by merging. */
function isSecond(first: HeadRow, second: HeadRow): boolean {
  const fresh = Object.entries(second.cells).filter(([letter, text]) => tidy(text) !== ''
    && headerForm(text) !== headerForm(first.cells[letter] ?? ''))
  if (fresh.length < 2) return false
  const words = fresh.filter(([letter, text]) => {
    const group = first.cells[letter] ?? ''
    return text.length <= 20 && (outcomeOf(text).outcome !== 'unknown' || outcomeOf(group + text).outcome !== 'unknown')
  })
  const above = Object.values(first.cells).filter((text) => tidy(text) !== '').length
  return words.length >= 2 && words.length * 2 >= fresh.length && isHeaderRow(second) || words.length === fresh.length && above > fresh.length
}

function isComment(row: HeadRow, headers: readonly Header[]): boolean {
  const texts = headers.map(({ letter }) => tidy(row.cells[letter] ?? '')).filter((text) => text !== '')
  if (texts.length === 0) return false
  const told = texts.filter((text) => COMMENT.test(text) || text.length > 24)
  return told.length >= 2 && told.length * 3 >= texts.length || /^(?:示例|例|样例|填写说明|说明)/.test(texts[0] ?? '')
}

function headersOf(first: HeadRow, second: HeadRow | null): Header[] {
  const letters = [...new Set([...Object.keys(first.cells), ...Object.keys(second?.cells ?? {})])].toSorted(byColumn)
  let group = ''
  return letters.flatMap((letter): Header[] => {
    const [above, below] = [tidy(first.cells[letter] ?? ''), tidy(second?.cells[letter] ?? '')]
    if (above !== '') group = below === '' || below === above ? '' : above
    const text = below === '' ? above : below
    if (text === '') return []
    return [below !== '' && group !== '' && below !== above ? { letter, text, group } : { letter, text }]
  })
}

/**
 * Finds the header among the first rows of a sheet: under titles, in one row or two, with a row of comments below it. Null where no row is one.
 * [RO10]
 */
export function findHeader(rows: readonly HeadRow[]): FoundHeader | null {
  const first = rows.slice(0, MOST_ROWS)
  const at = first.findIndex(isHeaderRow)
  const top = first[at]
  if (top === undefined) return null
  const before = first[at - 1]
  // A row of groups knows no column by itself: '基本信息', '户主信息'.
  const grouped = before !== undefined && isGroups(before, top) ? before : null
  const below = first[at + 1]
  const second = grouped === null && below !== undefined && isSecond(top, below) ? below : null
  const headers = grouped === null ? headersOf(top, second) : headersOf(grouped, top)
  let next = at + (second === null ? 1 : 2)
  while (first[next] !== undefined && isComment(first[next] ?? top, headers)) next += 1
  const above = first.slice(0, grouped === null ? at : at - 1).flatMap((row) => [...new Set(Object.values(row.cells).map(tidy))].filter((text) =>
    text !== ''))
  return { from: first[next]?.n ?? (first[next - 1]?.n ?? top.n) + 1, headers, above }
}

function isGroups(row: HeadRow, below: HeadRow): boolean {
  const texts = Object.values(row.cells).map(tidy).filter((text) => text !== '')
  const width = Object.values(below.cells).filter((text) => tidy(text) !== '').length
  return new Set(texts).size >= 2 && texts.length * 2 >= width && texts.every((text) => text.length <= 12) || new Set(texts).size >= 2
    && texts.every((text) => /信息|情况|资料|户主|业主|租客|租户|房屋|人员|户籍|居住|家庭|地址/.test(text) && text.length <= 12)
}
