import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { newId, sha256 } from '../kit/ids.ts'

/** Who signs tree heads. Ed25519 today; SM2 from a certified module fits behind the same three things. */
export type Signer = {
  readonly algorithm: string
  /** Algorithm and the first 16 hexadecimal digits of SHA-256 of `publicKey`, as 'ed25519:0123456789abcdef'. */
  readonly key: string
  /** DER SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array
  readonly sign: (text: string) => Promise<Uint8Array>
}

/** Name of a public key (DER SubjectPublicKeyInfo). */
export const keyName = (algorithm: string, publicKey: Uint8Array): string => `${algorithm}:${sha256(publicKey).toString('hex').slice(0, 16)}`

/** A signer with an Ed25519 private key that Node holds. */
export function ed25519Signer(privateKey: KeyObject): Signer {
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('the key that signs the record must be an Ed25519 key')
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  return {
    algorithm: 'ed25519', key: keyName('ed25519', publicKey), publicKey,
    sign: async text => sign(null, Buffer.from(text, 'utf8'), privateKey),
  }
}

/** Says whether `signature` is that of `text` under this public key; false for an algorithm that is not known here. */
export function signed(algorithm: string, publicKey: Uint8Array, text: string, signature: Uint8Array): boolean {
  if (algorithm !== 'ed25519') return false
  const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' })
  return key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(text, 'utf8'), key, signature)
}

/** Puts a new key in place, whole or not at all; when another process was first, its key stays. */
async function makeKey(file: string): Promise<void> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const draft = `${file}.${newId()}`
  await writeFile(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft)
}

/**
 * Opens the key that seals the record, `<dataDir>/keys/record.pem`, made at first use (mode 600); its public half is written beside it
 * as `record.pub.pem` for publishing. Losing the file loses no record: a new key signs from then on, old heads stay checkable.
 */
export async function openSigner(dataDir: string): Promise<Signer> {
  const dir = path.join(dataDir, 'keys')
  const file = path.join(dir, 'record.pem')
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const pem = await readFile(file, 'utf8').catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    await makeKey(file)
    return readFile(file, 'utf8')
  })
  await chmod(file, 0o600)
  const privateKey = createPrivateKey(pem)
  await writeFile(path.join(dir, 'record.pub.pem'), createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }))
  return ed25519Signer(privateKey)
}
