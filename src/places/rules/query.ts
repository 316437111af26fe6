import { parseCode, parseDoorCode, type PlaceCode } from './codes.ts'
import { readAddress, type Address } from './address.ts'
import { plainText } from './numerals.ts'

/** One way to understand what was typed into the look-up box. Letters are small and without blanks in `pinyin`. */
export type PlaceQuery =
  | { readonly as: 'code'; readonly code: PlaceCode }
  | { readonly as: 'door'; readonly doorCode: string }
  | { readonly as: 'address'; readonly address: Address; readonly name?: string; readonly pinyin?: string; readonly rest?: string }
  | { readonly as: 'name'; readonly name: string }
  | { readonly as: 'pinyin'; readonly pinyin: string }

const LONGEST = 60

const asPinyin = (text: string): string | null => (/^[a-zA-Z][a-zA-Z'\s]*$/.test(text) ? text.toLowerCase().replace(/['\s]/g, '') : null)

function asAddress(text: string): PlaceQuery | null {
  const read = readAddress(text)
  if (read === null) return null
  const { before, after, ...address } = read
  const name = before.replace(/[\s,，、。·-]+$/, '')
  const rest = after === '' ? {} : { rest: after }
  if (name === '') return { as: 'address', address, ...rest }
  const pinyin = asPinyin(name)
  return pinyin === null ? { as: 'address', address, name, ...rest } : { as: 'address', address, pinyin, ...rest }
}

/**
 * Understands what a person typed into the one look-up box: a code, a door code, pinyin initials or pinyin, an address with or
 * without the compound's name, or a name. Answers every way it may be meant, likeliest first; none for an empty text. [P5]
 */
export function parsePlaceQuery(text: string): PlaceQuery[] {
  const plain = plainText(text.slice(0, LONGEST)).replace(/\s+/g, ' ')
  if (plain === '') return []
  const code = parseCode(plain.replace(/\s/g, ''))
  if (code !== null) return [{ as: 'code', code }]
  const address = asAddress(plain)
  const pinyin = asPinyin(plain)
  const doorCode = parseDoorCode(plain)
  const found: PlaceQuery[] = []
  if (doorCode !== null && /\d/.test(doorCode)) found.push({ as: 'door', doorCode })
  if (address !== null) found.push(address)
  if (pinyin !== null) found.push({ as: 'pinyin', pinyin })
  found.push({ as: 'name', name: plain })
  return found
}
