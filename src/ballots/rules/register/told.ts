/** What may be written down of an owner. Pure. */
import { ok, refuse, type Result } from '../../../kit/pure.ts'

/** A telephone as people write it, without blanks and hyphens; foreign and landline numbers too. */
export const phoneShape = /^\+?\d{7,15}$/

/** [B83] Whether a name and a telephone may be entered: a name without digits, a telephone that can be one. */
export function mayTell(name: string, phone: string | null): Result<true> {
  if (name.trim().length < 2 || /\d/.test(name)) {
    return refuse({ code: 'no_name', rule: 'B83', explain: { zh: '姓名照不动产权证上的写，至少两个字，不带数字。',
      en: 'Write the name as on the title deed: two letters at least, no digits.' } })
  }
  if (phone !== null && !phoneShape.test(phone.replace(/[\s()-]/g, ''))) {
    return refuse({ code: 'no_phone', rule: 'B83', explain: { zh: '电话位数不对，再看一眼。', en: 'That cannot be a telephone number: look again.' } })
  }
  return ok(true as const)
}
