import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** A phone number as it is compared: E.164, mainland numbers without prefix understood (+8613812342046). Null when it can't be one. */
export function normalisePhone(typed: string): string | null {
  const parsed = parsePhoneNumberFromString(typed.normalize('NFKC').trim(), 'CN')
  return parsed?.isValid() ? parsed.number : null
}
