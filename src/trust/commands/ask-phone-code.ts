import { randomBytes } from 'node:crypto'
import { withScope, type Db, type Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { ok, refuse, type Refusal, type Result } from '../../kit/pure.ts'
import { keyedHash, sameSecret } from '../crypto/cipher.ts'
import { keysInUse } from '../crypto/keys.ts'
import { codeLife, publicActor, waitForCode } from '../rules/index.ts'
import { addCode, askedForPhone, askedForSubject, oneAtATime, tryCode, useCode } from '../store/phone-code.ts'
import { hasPhone, hashFor } from './keep-person.ts'

/** What a code opens. For something that doesn't exist use `standInSubject`, so that both ask the same of the database. */
export type CodeSubject = { readonly kind: string; readonly id: string }

const nobody = '00000000-0000-0000-0000-000000000000'

const later = (at: Date, seconds: number): Refusal => ({
  code: 'too_many', rule: 'T6', from: new Date(at.getTime() + seconds * 1000).toISOString(),
  explain: { zh: `刚发过验证码，请 ${seconds} 秒后再试。`, en: `A code was sent a moment ago: please wait ${seconds} seconds.` },
})

const wrong: Refusal = {
  code: 'wrong_code', rule: 'T6',
  explain: { zh: '验证码不对，或者已经过期。可以重新获取。', en: 'The code is wrong or has ended. You can ask for another.' },
}

/**
 * A stand-in id for something that was asked for and doesn't exist: always the same for the same text, so that limits of rate hold for it too.
 * [T6]
 */
export function standInSubject(kind: string, text: string): CodeSubject {
  const hex = keyedHash(keysInUse().code, 'stand-in', kind, text).toString('hex')
  return { kind, id: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` }
}

/** The six digits of a code, worked out from its id: nothing that waits to be sent holds them. For the sender of messages only. */
export const digitsOf = (id: string): string => (keyedHash(keysInUse().code, 'digits', id).readUInt32BE() % 1_000_000).toString().padStart(6, '0')

const codeHash = (id: string, digits: string): Buffer => keyedHash(keysInUse().code, 'code', id, digits)

/**
 * Asks for a one-time code. `person` is whoever the subject belongs to, null when there is nobody or no such subject. The page's answer is the
 * same whether the phone is theirs or not; only when it is, `send` names the code and the person for the outbox. `known`: the caller has found
 * that it is theirs where trust keeps no phone of them, as in the roster. Refuses by rate alone. [T6]
 */
export async function askPhoneCode(
  tx: Tx, { district, subject, phone, person, known, at }:
  { readonly district: string; readonly subject: CodeSubject; readonly phone: string; readonly person: string | null; readonly known?: boolean
    readonly at: Date },
): Promise<Result<{ readonly send: { readonly code: string; readonly person: string } | null }>> {
  const hash = hashFor(district, 'phone', phone)
  await oneAtATime(tx, [`${district} phone ${hash.toString('hex')}`, `${district} ${subject.kind} ${subject.id}`])
  const since = new Date(at.getTime() - 86_400_000)
  const ofPhone = await askedForPhone(tx, { district, phone: hash, since })
  const ofSubject = await askedForSubject(tx, { district, kind: subject.kind, subject: subject.id, since })
  const wait = Math.max(...[ofPhone, ofSubject].map(rows => waitForCode(rows.map(row => row.asked_at.getTime()), at.getTime())))
  if (wait > 0) return refuse(later(at, wait))
  const theirs = known ?? await hasPhone(tx, district, person ?? nobody, phone)
  const id = newId()
  const real = codeHash(id, digitsOf(id))
  await addCode(tx, {
    district, id, phone: hash, kind: subject.kind, subject: subject.id, code: theirs ? real : randomBytes(32), at,
    expires: new Date(at.getTime() + codeLife.seconds * 1000),
  })
  return ok({ send: theirs && person ? { code: id, person } : null })
}

/**
 * Checks a one-time code and uses it up. Opens a transaction of its own, because a wrong try has to be counted even though it is refused.
 * Wrong code, wrong phone, unknown subject, used, ended and tried too often are one and the same answer. [T6]
 */
export async function checkPhoneCode(
  db: Db, { district, subject, phone, code, at }:
  { readonly district: string; readonly subject: CodeSubject; readonly phone: string; readonly code: string; readonly at: Date },
): Promise<Result<true>> {
  const about = { district, phone: hashFor(district, 'phone', phone), kind: subject.kind, subject: subject.id }
  return withScope(db, publicActor(district), async tx => {
    const [row] = await tryCode(tx, { ...about, at, tries: codeLife.tries })
    const right = sameSecret(codeHash(row?.id ?? nobody, code.normalize('NFKC').trim()), row?.code_hash ?? Buffer.alloc(32))
    if (!row || !right) return refuse(wrong)
    const used = await useCode(tx, { district, id: row.id, at })
    return used.length === 1 ? ok(true as const) : refuse(wrong)
  })
}
