import type { Tx } from '../../kit/db.ts'
import { keyedHash } from '../crypto/cipher.ts'
import { keysInUse } from '../crypto/keys.ts'
import { makePersonKey, openKeyOf, type FieldKey } from '../crypto/person-key.ts'
import { normalisePhone } from '../phone.ts'
import { maskValue, type PersonField } from '../rules/index.ts'
import { addKey, addPerson, hashOfField, keyOfPerson, maskedOfPerson, personsByHash, putField } from '../store/person.ts'

/** What is to be kept: the value in clear and, as a code, what it was collected for. */
export type Kept = { readonly field: PersonField; readonly value: string; readonly purpose: string }

/** The text under which a value is looked up: a phone as E.164, all else without spaces and in upper case. */
const normalise = (field: PersonField, value: string): string =>
  (field === 'phone' ? normalisePhone(value) : null) ?? value.normalize('NFKC').replace(/\s/g, '').toUpperCase()

/** The keyed hash under which a value of a field is found. */
export const hashFor = (district: string, field: PersonField, value: string): Buffer =>
  keyedHash(keysInUse().lookup, district, field, normalise(field, value))

type Owner = { readonly district: string; readonly person: string; readonly at: Date }

function put(tx: Tx, key: FieldKey, { district, person, at }: Owner, { field, value, purpose }: Kept): Promise<unknown> {
  const clear = value.trim()
  const cipher = key.seal(field, clear)
  return putField(tx, { district, person, field, purpose, at, masked: maskValue(field, clear), hash: hashFor(district, field, clear), cipher })
}

/** Makes a person with a key of their own and keeps these fields encrypted. Answers the person's id. [T5] */
export async function addPersonWith(
  tx: Tx,
  { district, kind, fields, at }: {
    readonly district: string; readonly kind: 'staff' | 'resident'; readonly fields: readonly Kept[]; readonly at: Date
  },
): Promise<string> {
  const key = makePersonKey(district)
  const { person, wrapped, alg } = key
  await addPerson(tx, { district, person, kind, at })
  await addKey(tx, { district, person, wrapped, alg })
  for (const field of fields) await put(tx, key, { district, person, at }, field)
  return person
}

/** The key of a person, to seal and open values that stand elsewhere; null once the person was erased, and in another district. [T5] */
export async function personKey(tx: Tx, district: string, person: string): Promise<FieldKey | null> {
  const [row] = await keyOfPerson(tx, { district, person })
  return row ? openKeyOf(row.wrapped, row.alg, district, person) : null
}

/** Keeps one field of a person encrypted, in the place of an earlier value. Throws when the person was erased or isn't in this district. [T5] */
export async function keepField(tx: Tx, given: Owner & Kept): Promise<void> {
  const key = await personKey(tx, given.district, given.person)
  if (!key) throw new Error('this person has no key: erased, or of another district')
  await put(tx, key, given, given)
}

/** The persons of the district with this phone, newest first: none, one, or several who share it. */
export async function personsByPhone(tx: Tx, district: string, phone: string): Promise<readonly string[]> {
  const rows = await personsByHash(tx, { district, field: 'phone', hash: hashFor(district, 'phone', phone) })
  return rows.map(row => row.person)
}

/** Whether the person's phone is this one; also false when they have none. */
export async function hasPhone(tx: Tx, district: string, person: string, phone: string): Promise<boolean> {
  const [row] = await hashOfField(tx, { district, person, field: 'phone' })
  return row !== undefined && row.keyed_hash.equals(hashFor(district, 'phone', phone))
}

/** What screens may show of a person: field → masked text, as { phone: '138****2046' }. [T5] */
export async function maskedFields(tx: Tx, district: string, person: string): Promise<Readonly<Record<string, string>>> {
  const rows = await maskedOfPerson(tx, { district, person })
  return Object.fromEntries(rows.map(row => [row.field, row.masked]))
}
