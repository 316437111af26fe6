import type { Kysely } from 'kysely'
import type { DB } from '../../kit/tables.gen.ts'
import { headText, type Head } from '../rules/head.ts'
import type { Signer } from '../signer.ts'

/** A signed head as it is given out in JSON: `root` hexadecimal, `at` milliseconds UTC, `publicKey` and `signature` base64. */
export type SignedHead = Head & { readonly algorithm: string; readonly publicKey: string; readonly signature: string }

type HeadRow = { size: string; root: Buffer; at: Date; signature: Buffer; key_id: string; algorithm: string; public_key: Buffer }

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

function headOf(district: string, row: HeadRow): SignedHead {
  return {
    district, size: Number(row.size), root: row.root.toString('hex'), at: row.at.getTime(), key: row.key_id,
    algorithm: row.algorithm, publicKey: base64(row.public_key), signature: base64(row.signature),
  }
}

const heads = (tx: Kysely<DB>, district: string) => tx.selectFrom('tree_head')
  .innerJoin('tree_key', join => join.onRef('tree_key.district', '=', 'tree_head.district').onRef('tree_key.key_id', '=', 'tree_head.key_id'))
  .select(['size', 'root', 'at', 'signature', 'tree_head.key_id', 'algorithm', 'public_key']).where('tree_head.district', '=', district)

/** The newest signed head of a district; undefined before anything was sealed. */
export async function latestHead(tx: Kysely<DB>, district: string): Promise<SignedHead | undefined> {
  const row = await heads(tx, district).orderBy('size', 'desc').limit(1).executeTakeFirst()
  return row && headOf(district, row)
}

/** The signed head of exactly this size; undefined if none was signed at it. */
export async function headAt(tx: Kysely<DB>, district: string, size: number): Promise<SignedHead | undefined> {
  const row = await heads(tx, district).where('size', '=', String(size)).executeTakeFirst()
  return row && headOf(district, row)
}

/** All signed heads of a district, smallest first. */
export async function allHeads(tx: Kysely<DB>, district: string): Promise<SignedHead[]> {
  return (await heads(tx, district).orderBy('size').execute()).map(row => headOf(district, row))
}

/** Signs a head and stores it, and the public key with its first head. */
export async function saveHead(tx: Kysely<DB>, signer: Signer, head: Omit<Head, 'key'>): Promise<SignedHead> {
  const whole: Head = { ...head, key: signer.key }
  const signature = Buffer.from(await signer.sign(headText(whole)))
  const at = new Date(head.at)
  await tx.insertInto('tree_key')
    .values({ district: head.district, key_id: signer.key, algorithm: signer.algorithm, public_key: Buffer.from(signer.publicKey), since: at })
    .onConflict(c => c.doNothing()).execute()
  await tx.insertInto('tree_head')
    .values({ district: head.district, size: String(head.size), root: Buffer.from(head.root, 'hex'), at, signature, key_id: signer.key }).execute()
  return { ...whole, algorithm: signer.algorithm, publicKey: base64(signer.publicKey), signature: base64(signature) }
}
