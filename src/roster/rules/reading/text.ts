import { plainText } from '../../../places/rules/index.ts'

const SAID = '无|没有|暂无|不详|未知|不知|不清楚|未提供|未登记|待核|待定|待查|待补|空'
const SIGNS = 'null|nil|none|n\\/?a|#n\\/a|#ref!|#value!|#name\\?|#null!|#div\\/0!|-+|—+|\\/+|\\\\+|\\.+|\\*+|x{2,}|_+'
const NOTHING = new RegExp(`^(?:${SAID}|${SIGNS})$`, 'i')

/** Nothing to make plain: no blanks, nothing full-width, no dash of another kind. Most cells are so. */
const PLAIN = /^(?!')[\x21-\x7e\u3007\u3400-\u9fff]*$/
const LONGEST_NOTHING = 8

/**
 * A cell as it is compared and read: full-width signs made plain, one blank for many, none at the ends. A leading apostrophe is Excel's, not the
 * writer's.
 */
export function tidy(text: string): string {
  if (PLAIN.test(text)) return text
  return plainText(text).replace(/[\s\u00a0\u200b-\u200d\ufeff]+/g, ' ').replace(/^'+/, '').trim()
}

/** What the Chinese words for nothing begin with. */
const BEGINNINGS = new Set('无没暂不未待空')

/** Whether a text begins as no word for nothing does: with a figure or with another Chinese character. Most cells that say something do. */
function begins(text: string): boolean {
  const first = text.charCodeAt(0)
  return first >= 0x30 && first <= 0x39 || first >= 0x4e00 && first <= 0x9fff && !BEGINNINGS.has(text.charAt(0))
}

/** Whether a cell says nothing: blank, '无', '/', '不详', '#N/A' and the like. */
export function saysNothing(text: string): boolean {
  if (begins(text)) return false
  const plain = tidy(text)
  if (plain.length > LONGEST_NOTHING && !/^[-—/\\.*x_]+$/i.test(plain)) return false
  return plain === '' || NOTHING.test(plain)
}

/** Without any blank, for words and numbers in which blanks mean nothing. */
export const packed = (text: string): string => tidy(text).replaceAll(' ', '')

const SEPARATORS = /[;,、\n\r/|\\+&]|；|，|和(?=\S)/

/** The pieces of a cell that lists several things, in order, none blank. */
export function pieces(text: string): string[] {
  return text.split(SEPARATORS).map(tidy).filter((piece) => piece !== '')
}

/** What a bracket after a word says: '张三(已故)' is '张三' and ['已故']. Any bracket of either width. */
export function withoutBrackets(text: string): { readonly bare: string; readonly said: readonly string[] } {
  const said: string[] = []
  const bare = tidy(text).replace(/[([{【〔（]([^)\]}】〕）]*)[)\]}】〕）]?/g, (_all, inside: string) => {
    said.push(inside.trim())
    return ' '
  })
  return { bare: bare.replace(/ +/g, ' ').trim(), said: said.filter((word) => word !== '') }
}

const REMEMBERED = 256

/** A reader that remembers the last words it read: columns of sex, relation, kind, building or unit say the same few words down the whole sheet. */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const found = read(text)
    if (known.size >= REMEMBERED) known.clear()
    known.set(text, found)
    return found
  }
}

/** A year and perhaps month and day as the roster writes dates: '1985', '1985-03', '1985-03-04'. */
export function dateText(year: number, month?: number, day?: number): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  return String(year).padStart(4, '0') + (month === undefined ? '' : `-${two(month)}`) + (day === undefined ? '' : `-${two(day)}`)
}

/** Days in a month of the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Whether a day exists. */
export const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
