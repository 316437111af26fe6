/** Shares of whole numbers, compared by multiplying crosswise: no division, no float. */
import type { Said } from '../../kit/pure.ts'

/** So many of so many parts. `more`: it has to be exceeded (过半); otherwise reaching it is enough (以上). Source: 民法典第一千二百五十九条. */
export type Share = { readonly of: readonly [part: number, whole: number]; readonly more: boolean }

export const share = (part: number, whole: number): Share => ({ of: [part, whole], more: false })
export const moreThan = (part: number, whole: number): Share => ({ of: [part, whole], more: true })

/** Throws RangeError for a number that cannot be counted exactly. */
function exact(n: number): bigint {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`${String(n)} is not a whole number that can be counted`)
  return BigInt(n)
}

/** [B2] Whether `part` of `whole` reaches a share. Throws RangeError for anything but whole numbers from 0. */
export function reaches(part: number, whole: number, { of: [numerator, denominator], more }: Share): boolean {
  const left = exact(part) * BigInt(denominator)
  const right = exact(whole) * BigInt(numerator)
  return more ? left > right : left >= right
}

/** [B2] The least whole number that reaches a share of `whole`: 2/3 of 846 is 564, more than half of 600 is 301. */
export function leastOf(whole: number, { of: [numerator, denominator], more }: Share): number {
  const right = exact(whole) * BigInt(numerator)
  const by = BigInt(denominator)
  return Number(more ? right / by + 1n : (right + by - 1n) / by)
}

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const digit = (n: number): string => DIGITS[n] ?? String(n)

/** A share in words, as the law says it: '三分之二以上', '过半数'. */
export function saidShare({ of: [part, whole], more }: Share): Said {
  if (part === 1 && whole === 2) return more ? { zh: '过半数', en: 'more than half' } : { zh: '半数以上', en: 'at least half' }
  const zh = whole === 100 ? `${part}%` : `${digit(whole)}分之${digit(part)}`
  const en = whole === 100 ? `${part}%` : `${part}/${whole}`
  return more ? { zh: `超过${zh}`, en: `more than ${en}` } : { zh: `${zh}以上`, en: `at least ${en}` }
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** A whole number with its thousands apart: '2,140'. */
export const saidCount = (n: number): string => grouped(String(n))

/** An area of 0.01 m² as people write it, without float: 214055 is '2,140.55'. */
export const saidArea = (area: number): string => `${grouped(String(Math.trunc(area / 100)))}.${String(area % 100).padStart(2, '0')}`

/** `part` of `whole` in hundredths of a percent, rounded half up as papers do: '54.65%'. Never compared with anything: shares are, crosswise. */
export function saidPercent(part: number, whole: number): string {
  if (whole === 0) return '—'
  const bp = (exact(part) * 20_000n + exact(whole)) / (exact(whole) * 2n)
  return `${String(bp / 100n)}.${String(bp % 100n).padStart(2, '0')}%`
}
