import { normalisePhone } from '../phone.ts'
import { keyedHash } from './cipher.ts'
import { keysInUse } from './keys.ts'

/**
 * By what somebody or something of the roster is found. `owner_phone` is the voting register's and `speaker` that of who speaks in public: the same
 * telephone has another hash there, so that the rooms can't be laid side by side (P19).
 */
export type LookupKind = 'name' | 'surname' | 'initials' | 'phone' | 'phone_end' | 'id_number' | 'file' | 'headers' | 'owner_phone' | 'project_slip' | 'speaker' | 'poll' | 'signature'

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
/** The dot in a name has several signs (NFKC turns none into another): 阿依古丽·买买提, 阿依古丽•买买提. */
const nameKey = (text: string): string => plain(text).replace(/[·•‧∙⋅・.]/g, '·')
/** Mainland mobiles, which are nearly all, without asking the library: it takes longer than everything else here. */
const phoneKey = (text: string): string => {
  const digits = plain(text).replace(/[-()]/g, '')
  return /^1[3-9]\d{9}$/.test(digits) ? `+86${digits}` : normalisePhone(text) ?? digits
}

const normal: Readonly<Record<LookupKind, (text: string) => string>> = {
  name: nameKey, surname: nameKey, initials: plain, phone: phoneKey, owner_phone: phoneKey, speaker: phoneKey, phone_end: plain, id_number: plain,
  project_slip: (text) => text, poll: (text) => text, signature: (text) => text, file: (text) => text, headers: (text) => text,
}

/**
 * The keyed hash under which the roster finds a value: first 16 bytes of HMAC-SHA-256 of district, kind and normalised text with the look-up key.
 * Width of signs, spaces and case make no difference; a phone is taken as E.164. For a file give its SHA-256 as hexadecimal text. About 3 µs. [T5]
 */
export const lookupHash = (district: string, kind: LookupKind, text: string): Buffer =>
  Buffer.from(keyedHash(keysInUse().lookup, 'roster', district, kind, normal[kind](text)).subarray(0, 16))
