import { randomBytes, randomInt } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import type { Db } from '../../kit/db.ts'
import { newId, randomCode, readCode } from '../../kit/ids.ts'
import { keyedHash } from '../crypto/cipher.ts'
import { keysInUse } from '../crypto/keys.ts'
import { addAccount, addPassword } from '../store/account.ts'
import { addCard, revokeCards } from '../store/card.ts'

/** A sign-in name as it is compared. */
export const nameKey = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase()

/** The keyed hash under which a card is found. */
export const cardHash = (token: string): Buffer => keyedHash(keysInUse().card, 'token', readCode(token))

/** The keyed hash of a card and its PIN. */
export const pinHash = (token: string, pin: string): Buffer => keyedHash(keysInUse().card, 'pin', readCode(token), pin.normalize('NFKC').trim())

/**
 * Makes an account for a person who holds posts; answers the account's id. Without a password it opens by card, or in a demo by one press.
 * Throws PostgreSQL's 23505 when the sign-in name is taken. Only a password costs time (it is hashed with scrypt).
 */
export async function createAccount(
  auth: Db, { person, district, username, password }:
  { readonly person: string; readonly district: string; readonly username: string; readonly password?: string },
): Promise<string> {
  const id = newId()
  const at = new Date()
  await addAccount(auth, { id, name: nameKey(username), shown: username, email: `${id}@staff.invalid`, district, person, at })
  if (password !== undefined) await addPassword(auth, { id: newId(), user: id, hash: await hashPassword(password), at })
  return id
}

/**
 * Makes a card for an account and revokes its earlier ones. `token` (26 characters, 130 random bits) goes into the QR code, `pin` is six digits
 * and told apart from it; neither can be read again.
 */
export async function issueCard(auth: Db, user: string): Promise<{ readonly token: string; readonly pin: string }> {
  const token = randomCode(26)
  const pin = randomInt(1_000_000).toString().padStart(6, '0')
  const at = new Date()
  await revokeCards(auth, { user, at })
  await addCard(auth, { id: newId(), token: cardHash(token), user, pin: pinHash(token, pin), at })
  return { token, pin }
}

/** A hash of a password that nobody knows: what a wrong name is compared with, so that it takes as long as a wrong password. */
export const hashOfNobody = `${randomBytes(16).toString('hex')}:${randomBytes(64).toString('hex')}`
