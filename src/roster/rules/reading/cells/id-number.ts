import { isDay, packed, saysNothing, dateText } from '../text.ts'
import type { Sex } from '../../fields.ts'
import type { RawCell } from '../types.ts'
import { amiss, nothing, type Read } from './reading.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The check character of the first 17 digits of an ID number. *Source: GB 11643, ISO 7064 MOD 11-2.* */
export function checkOf(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0)
  return '10X98765432'.charAt(sum % 11)
}

/** An ID number with what it says of its holder. 81, 82 and 83 at its head are residence permits, which are built the same. */
export type IdNumber = { readonly text: string; readonly born: string; readonly sex: Sex }

function said(text: string): IdNumber | null {
  const [year, month, day] = [Number(text.slice(6, 10)), Number(text.slice(10, 12)), Number(text.slice(12, 14))]
  if (year < 1880 || year > 2100 || !isDay(year, month, day)) return null
  return { text, born: dateText(year, month, day), sex: Number(text[16]) % 2 === 1 ? 'male' : 'female' }
}

/**
 * Reads an ID number: full width, small x, blanks and dashes, 15 digits made 18. One that a number format ruined (1.10101E+17, or its end become
 * 000) is told;
 * an unknown or abolished county is none of our business. [RO13] *Source: GB 11643.*
 */
export function readIdNumber(cell: RawCell): Read<IdNumber> {
  if (saysNothing(cell.text)) return nothing
  const text = packed(cell.text).replace(/[-'"`]/g, '').replace(/\.0$/, '').toUpperCase()
  if (/^\d(?:\.\d+)?E\+?1[4-9]$/.test(text)) return amiss('id_ruined', '')
  const long = /^\d{18}$/.test(text)
  if (long && (cell.number !== undefined || /0{3}$/.test(text))) return amiss('id_ruined', '')
  if (/^\d{15}$/.test(text)) {
    const first = `${text.slice(0, 6)}19${text.slice(6)}`
    const old = said(first + checkOf(first))
    return old === null ? amiss('id_check', '') : { value: old }
  }
  if (!/^\d{17}[\dX]$/.test(text)) return amiss('id_length', '')
  const read = checkOf(text) === text[17] ? said(text) : null
  return read === null ? amiss('id_check', '') : { value: read }
}
