import { verifyPassword } from 'better-auth/crypto'
import type { Db } from '../../kit/db.ts'
import { ok, refuse, type Refusal, type Result } from '../../kit/pure.ts'
import { keyedHash } from '../crypto/cipher.ts'
import { keysInUse } from '../crypto/keys.ts'
import { perAccount, perAddress } from '../rules/index.ts'
import { accountByName } from '../store/account.ts'
import { clearTries, letTry } from '../store/attempt.ts'
import { openCard } from '../store/card.ts'
import { cardHash, hashOfNobody, nameKey, pinHash } from './create-account.ts'

const wrong: Refusal = {
  code: 'wrong_sign_in', rule: 'T3', explain: { zh: '名字或密码不对。', en: 'The name or the password is wrong.' },
}

const wrongCard: Refusal = {
  code: 'wrong_sign_in', rule: 'T3',
  explain: { zh: '卡或数字密码不对。卡丢了请到社区换一张。', en: 'The card or its PIN is wrong. If the card is lost, the community gives you another.' },
}

const tooMany = (at: Date, seconds: number): Refusal => ({
  code: 'too_many', rule: 'T3', from: new Date(at.getTime() + seconds * 1000).toISOString(),
  explain: { zh: `试的次数太多了，请 ${seconds} 秒后再试。`, en: `Too many tries: please wait ${seconds} seconds.` },
})

/** An address as it is counted: IPv6 by its first 64 bits, because one home holds them all. */
function addressKey(address: string): Buffer {
  const [, four] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? []
  const counted = four ?? (address.includes(':') ? address.split('::')[0]?.split(':').slice(0, 4).join(':') ?? '' : address)
  return keyedHash(keysInUse().card, 'address', counted)
}

/**
 * Whose account a name and a password open. An unknown name, an account without password and a wrong password are one answer and take the same
 * time; tries are counted by name and by network address. `at` is the wall clock. [T3]
 */
export async function signInByName(
  auth: Db, { name, password, address, at }: { readonly name: string; readonly password: string; readonly address: string; readonly at: Date },
): Promise<Result<string>> {
  const byName = keyedHash(keysInUse().card, 'name', nameKey(name))
  const byAddress = addressKey(address)
  const wait = await letTry(auth, [{ key: byName, rule: perAccount }, { key: byAddress, rule: perAddress }], at)
  if (wait > 0) return refuse(tooMany(at, wait))
  const [account] = await accountByName(auth, { name: nameKey(name) })
  const right = await verifyPassword({ hash: account?.password ?? hashOfNobody, password })
  if (!account?.password || !right) return refuse(wrong)
  await clearTries(auth, byName, byAddress)
  return ok(account.id)
}

/** Whose account a card and its PIN open. Wrong PINs are counted on the card, unknown cards by network address. `at` is the wall clock. [T3] */
export async function signInByCard(
  auth: Db, { card, pin, address, at }: { readonly card: string; readonly pin: string; readonly address: string; readonly at: Date },
): Promise<Result<string>> {
  const byAddress = addressKey(address)
  const waitHere = await letTry(auth, [{ key: byAddress, rule: perAddress }], at)
  if (waitHere > 0) return refuse(tooMany(at, waitHere))
  const { user, wait } = await openCard(auth, cardHash(card), pinHash(card, pin), at)
  if (wait > 0) return refuse(tooMany(at, wait))
  if (user === null) return refuse(wrongCard)
  await clearTries(auth, null, byAddress)
  return ok(user)
}
