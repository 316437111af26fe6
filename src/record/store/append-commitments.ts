import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { newId, sha256 } from '../../kit/ids.ts'
import { commitmentHash, commitmentText, saltLength } from '../rules/commitment.ts'

/** What opens a commitment: keep it where only those may read it who may know of the act. `salt` is hexadecimal. */
export type Opening = { readonly salt: string; readonly act: string }

/** A fresh salt, hexadecimal. */
export const newSalt = (): string => randomBytes(saltLength).toString('hex')

/** An opening for the text of an act (see `actText`), and the hash that stands for it in the record. */
export function commitTo(act: string, salt = newSalt()): { readonly opening: Opening; readonly hash: Buffer } {
  return { opening: { salt, act }, hash: hashOfOpening({ salt, act }) }
}

/** The hash that an opening commits to. */
export const hashOfOpening = ({ salt, act }: Opening): Buffer => Buffer.from(commitmentHash(sha256, Buffer.from(salt, 'hex'), act))

/**
 * Appends a block of exactly `size` commitments and queues it for sealing, in the caller's transaction; answers the ids of those given, in
 * their order. The rest of the block is random bytes, and the places are drawn by lot, so that nobody can tell how many were given [R13].
 * Throws a RangeError when more are given than fit.
 */
export async function appendCommitments(tx: Tx, district: string, given: readonly Uint8Array[], size: number): Promise<string[]> {
  if (given.length > size) throw new RangeError(`a block has ${size} commitments, ${given.length} were given`)
  const ids = Array.from({ length: size }, () => newId())
  const lot = ids.map((id) => ({ id, draw: randomBytes(8).readBigUInt64BE() })).sort((a, b) => (a.draw < b.draw ? -1 : 1)).map(({ id }) => id)
  const hashes = new Map(lot.map((id, at) => [id, given[at] ?? randomBytes(32)]))
  const leaves = ids.map((id) => commitmentText(district, id, hashes.get(id) ?? randomBytes(32)))
  await sql`insert into commitment (district, id, leaf)
    select ${district}::char(6), n.id, n.leaf from unnest(${ids}::uuid[], ${leaves}::text[]) n(id, leaf)`.execute(tx)
  await sql`insert into act_unsealed (district, act) select ${district}::char(6), unnest(${ids}::uuid[])`.execute(tx)
  return lot.slice(0, given.length)
}
