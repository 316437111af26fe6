import { packed, saysNothing, tidy, withoutBrackets } from '../text.ts'
import type { RawCell } from '../types.ts'
import { nothing, type Read } from './reading.ts'

/** A number that forms tell people to write when they have none: 18999999999. */
const STAND_IN = /^1\d{2}(\d)\1{7}$/

/** A mobile or a landline as digits, with the area code where it was written; null for anything else. */
function numberOf(text: string): string | null {
  const digits = packed(text).replace(/^(?:\+|00)?86-?(?=1[3-9]\d|0\d)/, '').replace(/[-()·.]/g, '')
  if (/^1[3-9]\d{9}$/.test(digits)) return STAND_IN.test(digits) ? null : digits
  return /^0\d{9,11}$|^[2-8]\d{6,7}$/.test(digits) ? digits : null
}

const separators = /[;,、\n\r/|\\&]|；|，|\s+或\s*|或者?|以及|和|\s+/

function listed(text: string): string[] {
  const whole = numberOf(text)
  if (whole !== null) return [text]
  return text.split(/[;,、\n\r/|\\&]|；|，|或者?|以及|和/).flatMap((piece) => (numberOf(piece) !== null ? [piece] : piece.split(separators)))
    .map(tidy).filter((piece) => piece !== '')
}

/**
 * Reads the numbers of a cell: several by ;、/ or blanks, full width, with blanks and dashes inside, landlines. A number with somebody else named
 * beside it,
 * or one that is none, is told; what is offered is the cell with its good numbers alone. [RO14]
 */
export function readPhones(cell: RawCell): Read<readonly string[]> {
  if (saysNothing(cell.text)) return nothing
  const exact = cell.number !== undefined && Number.isInteger(cell.number) && /^\d+(?:\.0)?$|E\+/i.test(packed(cell.text)) ? String(cell.number)
    : null
  const { bare, said } = withoutBrackets(exact ?? cell.text)
  const area = numberOf(tidy(cell.text)) // '(0990)1234567' is one number, not a word in brackets
  if (area !== null) return { value: [area] }
  const parts = listed(bare.replace(/[:：]/g, ' '))
  const inside = said.filter((word) => !/^(?:本人|手机|座机|电话|微信同号|同微信|常用|备用|新|旧)$/.test(word))
  const good = parts.flatMap((part) => numberOf(part) ?? [])
  const odd = parts.some((part) => numberOf(part) === null && !/^(?:手机|电话|座机|本人|固话|tel)$/i.test(part)) || inside.length > 0
  const different = [...new Set(good)]
  if (odd || good.length === 0) return { value: [], amiss: { code: 'phone_odd', fix: different.join(';') } }
  return different.length > 1 ? { value: different, amiss: { code: 'phone_several' } } : { value: different }
}
