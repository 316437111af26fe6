/** The keys of an installation: made at first start, kept outside the database. Whoever has only the database can read nobody. */
import { createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { cipherNames, isCipherName, type CipherName } from './ciphers.ts'
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

/** Reads a key of 32 bytes from `file`, or makes it (mode 0600). Two processes that start at once end with the same key. */
function keyIn(file: string): Buffer {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const mine = `${file}.${randomBytes(6).toString('hex')}`
  try {
    return readHex(readFileSync(file, 'utf8'), file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  writeFileSync(mine, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(mine, file) // fails when another process was first: then theirs counts
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(mine)
  }
  return readHex(readFileSync(file, 'utf8'), file)
}

function readHex(text: string, name: string): Buffer {
  if (!/^[0-9a-f]{64}$/i.test(text.trim())) throw new Error(`${name} should hold 64 hexadecimal digits (32 bytes)`)
  return Buffer.from(text.trim(), 'hex')
}

export type KeySettings = { readonly LINLI_KEY?: string | undefined; readonly LINLI_CIPHER?: string | undefined }

function cipherIn({ LINLI_CIPHER: given }: KeySettings): CipherName {
  if (!given) return cipherNames[0]
  if (!isCipherName(given)) throw new Error(`LINLI_CIPHER is one of ${cipherNames.join(', ')}, not '${given}'`)
  return given
}

/**
 * Opens the keys of the installation: `master`, `session` and `confidential` in `<dataDir>/keys`, made if missing. With LINLI_KEY (64 hexadecimal
 * digits) nothing is read or written and all keys come from it, so that several machines share them. Throws when a key isn't well formed.
 */
export function openKeys(dataDir: string, env: KeySettings = {}): Keys {
  const given = env.LINLI_KEY ? readHex(env.LINLI_KEY, 'LINLI_KEY') : undefined
  const master = given ?? keyIn(path.join(dataDir, 'keys', 'master'))
  const session = given ? derive(given, 'session') : keyIn(path.join(dataDir, 'keys', 'session'))
  const line = given ? derive(given, 'confidential') : keyIn(path.join(dataDir, 'keys', 'confidential'))
  const key = (purpose: string): KeyObject => createSecretKey(derive(master, purpose))
  return {
    wrapping: wrapBy(master), cipher: cipherIn(env), lookup: key('lookup'), follow: key('follow'), code: key('code'), card: key('card'), confidential: createSecretKey(line),
    session: session.toString('base64url'),
  }
}

const derive = (master: Buffer, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', master, 'linli', `linli ${purpose} v1`, 32))

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
