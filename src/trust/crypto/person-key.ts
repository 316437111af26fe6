/** Keys of persons and of imports, without a database: whoever writes many rows makes keys here and inserts them in bulk. */
import { newId } from '../../kit/ids.ts'
import type { CipherName } from '../../kit/config.ts'
import type { CipherKey } from './ciphers.ts'
import { keysInUse } from './keys.ts'

/** What a sealed text of a person is bound to: it opens for no other person, district or field. */
export const boundTo = (district: string, person: string, field = 'key'): string => `${district}/${person}/${field}`

/** Seals and opens what belongs to one person or one import; each text is bound to its field. */
export type FieldKey = {
  /** Encrypts one value: cipher bytes for the database, bound to district, person and field. */
  readonly seal: (field: string, clear: string) => Buffer
  /** Decrypts one value. Throws when it was sealed for somebody else or for another field. */
  readonly open: (field: string, cipher: Uint8Array) => string
}

/** A key as its row stands in person_key or roster_import_key. */
export type WrappedKey = { readonly wrapped: Buffer; readonly alg: CipherName }

const fieldKey = (key: CipherKey, district: string, owner: string): FieldKey => ({
  seal: (field, clear) => key.seal(Buffer.from(clear), boundTo(district, owner, field)),
  open: (field, cipher) => key.open(cipher, boundTo(district, owner, field)).toString(),
})

/** A new key for the person `person`. Writes nothing. */
export function newKeyOf(district: string, person: string): FieldKey & WrappedKey {
  const { wrapping, cipher } = keysInUse()
  const { key, wrapped } = wrapping.make(cipher, boundTo(district, person))
  return { ...fieldKey(key, district, person), wrapped, alg: cipher }
}

/**
 * A new person: id, key and wrapped key. Writes nothing: the caller inserts `person` (district, id, kind, created_at) and `person_key` (district,
 * person, wrapped, alg) in the same transaction in which it called this, so that a change of the master key misses no row. About 15 µs. [T5]
 */
export function makePersonKey(district: string): FieldKey & WrappedKey & { readonly person: string } {
  const person = newId()
  return { person, ...newKeyOf(district, person) }
}

/** The key of a person out of their row of person_key. Throws when another master key wrapped it. [T5] */
export const openKeyOf = (wrapped: Uint8Array, alg: string, district: string, person: string): FieldKey =>
  fieldKey(keysInUse().wrapping.open(alg, wrapped, boundTo(district, person)), district, person)

/** What staging belongs to: never the same as a person's. */
export const importOf = (id: string): string => `import ${id}`

/**
 * A new key for the staging of the import `id`: what was staged can be read only while its row of roster_import_key (district, import, wrapped,
 * alg) lives. Writes nothing; insert it in the transaction in which it was made. `field` is any text that tells sealed cells apart, as '3/17'.
 */
export function stagingKey(district: string, id: string): FieldKey & WrappedKey {
  return newKeyOf(district, importOf(id))
}

/** The key of an import's staging out of its row. Throws when another master key wrapped it. */
export const openStagingKey = (wrapped: Uint8Array, alg: string, district: string, id: string): FieldKey =>
  openKeyOf(wrapped, alg, district, importOf(id))
