/** The keys of an installation: made at first start, kept outside the database. Whoever has only the database can read nobody. */
import { createSecretKey, type KeyObject } from 'node:crypto'
import path from 'node:path'
import { cipherNames, type CipherName } from '../../kit/config.ts'
import { derive } from './derive.ts'
import { keyIn, readHex } from './key-file.ts'
import { lastingKey, mastersIn, type LastingKey } from './master-files.ts'
import { wrapBy, type Wrapping } from './wrapping.ts'

/** One key per purpose, so that a text signed for one is worthless for another. */
export type Keys = {
  /** Wraps the keys of persons and imports. */
  readonly wrapping: Wrapping
  /** What new keys are for; those that stand keep their own. */
  readonly cipher: CipherName
  /** Keyed hashes by which a phone is found. */
  readonly lookup: KeyObject
  /** Follow tokens. */
  readonly follow: KeyObject
  /** One-time codes. */
  readonly code: KeyObject
  /** Cards and their PINs, and the names and addresses that failed to sign in. */
  readonly card: KeyObject
  /** The confidential line's own; of its own file, so that it can be kept and destroyed apart from all others. */
  readonly confidential: KeyObject
  /** Signs the session cookie; a text, as the library takes it. */
  readonly session: string
}

export type KeySettings = { readonly LINLI_KEY?: string | undefined; readonly LINLI_CIPHER?: string | undefined }

function cipherIn({ LINLI_CIPHER: given }: KeySettings): CipherName {
  const known = cipherNames.find((name) => name === (given || cipherNames[0]))
  if (known === undefined) throw new Error(`LINLI_CIPHER is one of ${cipherNames.join(', ')}, not '${given}'`)
  return known
}

/** All keys from one, which is given and never changes here. */
function keysFrom(given: Buffer, cipher: CipherName): Keys {
  const key = (purpose: string): KeyObject => createSecretKey(derive(given, purpose))
  return {
    wrapping: wrapBy({ stamp: () => '', read: () => ({ inUse: given }) }), cipher, lookup: key('lookup'), follow: key('follow'), code: key('code'),
    card: key('card'), confidential: key('confidential'), session: derive(given, 'session').toString('base64url'),
  }
}

/**
 * Opens the keys of the installation: `master`, `session` and `confidential` in `<dataDir>/keys`, made if missing, and what was derived from the
 * first master once it was changed. With LINLI_KEY (64 hexadecimal digits) nothing is read or written and all keys come from it, so that several
 * machines share them. Throws when a key isn't well formed.
 */
export function openKeys(dataDir: string, env: KeySettings = {}): Keys {
  const cipher = cipherIn(env)
  if (env.LINLI_KEY) return keysFrom(readHex(env.LINLI_KEY, 'LINLI_KEY'), cipher)
  const masters = mastersIn(dataDir)
  const { inUse: master } = masters.read()
  const lasting = (name: LastingKey): KeyObject => createSecretKey(lastingKey(dataDir, name, master))
  const own = (name: string): Buffer => keyIn(path.join(dataDir, 'keys', name))
  return {
    wrapping: wrapBy(masters), cipher, lookup: lasting('lookup'), follow: lasting('follow'), code: lasting('code'), card: lasting('card'),
    confidential: createSecretKey(own('confidential')), session: own('session').toString('base64url'),
  }
}

let inUse: Keys | undefined

/** Sets the keys that this process works with; called once at start, and by tests. */
export function useKeys(keys: Keys): void {
  inUse = keys
}

/** The keys of this process. Throws an Error when none were set: that is a mistake in the program. */
export function keysInUse(): Keys {
  if (!inUse) throw new Error('useKeys was not called')
  return inUse
}
