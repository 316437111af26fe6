const DIGITS: Readonly<Record<string, number>> = {
  〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}

const TENS = /^([一二两三四五六七八九])?十([一二三四五六七八九])?$/

/** Characters that a Chinese numeral of this module may hold. */
export const CHINESE_NUMERAL = '〇零一二两三四五六七八九十'

/** Reads a Chinese numeral from 1 to 99 ('七', '十二', '二十', '九十九'); null for anything else. [P6] */
export function chineseNumber(text: string): number | null {
  const single = DIGITS[text]
  if (single !== undefined) return single === 0 ? null : single
  const found = TENS.exec(text)
  if (found === null) return null
  return (DIGITS[found[1] ?? '一'] ?? 1) * 10 + (DIGITS[found[2] ?? '零'] ?? 0)
}

/** Reads a room number that is spoken digit by digit ('一二〇一' is '1201'), three to five digits; null otherwise. [P6] */
export function spokenDigits(text: string): string | null {
  if (!/^[〇零一二两三四五六七八九]{3,5}$/.test(text)) return null
  return [...text].map((digit) => String(DIGITS[digit] ?? '')).join('')
}

/** Writes 1 to 99 as a Chinese numeral: the inverse of `chineseNumber`. */
export function chineseNumeral(value: number): string {
  const ones = value % 10
  const tens = Math.floor(value / 10)
  const digit = (n: number): string => '〇一二三四五六七八九'.charAt(n)
  return (tens === 0 ? '' : `${tens === 1 ? '' : digit(tens)}十`) + (ones === 0 ? '' : digit(ones))
}

/** Full-width digits, letters, signs and blanks as their plain forms; several kinds of dash as '-'. [P6] */
export function plainText(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .replace(/[‐-―−﹣]/g, '-')
    .trim()
}
