import { sql, type Kysely } from 'kysely'
import type { Db } from '../../kit/db.ts'
import { sha256 } from '../../kit/ids.ts'
import type { DB } from '../../kit/tables.gen.ts'
import { toHex } from '../rules/bytes.ts'
import { appendLeaves, leafHash, rootOf } from '../rules/merkle.ts'
import type { Signer } from '../signer.ts'
import { saveHead, type SignedHead } from '../store/heads.ts'
import { loadEdge, saveTree } from '../store/tree.ts'

/** What one batch did: how many acts it sealed, and the head it signed if there were any. */
export type Sealed = { readonly sealed: number; readonly head: SignedHead | undefined }

/** How a batch is sealed. `batch`: most acts at once. `at`: time of the product clock that the head will carry. */
export type Sealing = { readonly signer: Signer; readonly at: Date; readonly batch?: number }

type Waiting = { readonly id: string; readonly leaf: string }

/** Takes a batch off the queue. An act whose transaction has not committed is not seen here, and so waits for a later batch [R6]. */
async function takeBatch(tx: Kysely<DB>, district: string, batch: number): Promise<readonly Waiting[]> {
  const { rows: taken } = await sql<{ act: string }>`delete from act_unsealed where district = ${district}
    and act in (select act from act_unsealed where district = ${district} order by act limit ${batch}) returning act`.execute(tx)
  if (taken.length === 0) return []
  const ids = taken.map(row => row.act)
  const { rows } = await sql<Waiting>`select id, leaf from act where district = ${district} and id = any(${ids}::uuid[])
    union all select id, leaf from commitment where district = ${district} and id = any(${ids}::uuid[]) order by id`.execute(tx)
  if (rows.length !== taken.length) throw new Error(`${taken.length - rows.length} acts of ${district} wait to be sealed but are gone: run verify`)
  return rows
}

async function appendBatch(tx: Kysely<DB>, district: string, acts: readonly Waiting[], { signer, at }: Sealing): Promise<SignedHead> {
  const before = await loadEdge(tx, district)
  const hashes = acts.map(act => leafHash(sha256, Buffer.from(act.leaf, 'utf8')))
  const { edge, nodes } = appendLeaves(sha256, before, hashes)
  await sql`insert into leaf (district, idx, act, hash) select ${district}::char(6), ${before.size}::bigint + n.place - 1, n.act, n.hash
    from unnest(${acts.map(act => act.id)}::uuid[], ${hashes}::bytea[]) with ordinality n(act, hash, place)`.execute(tx)
  await saveTree(tx, district, edge, nodes)
  return saveHead(tx, signer, { district, size: edge.size, root: toHex(rootOf(sha256, edge)), at: at.getTime() })
}

/**
 * Seals at most one batch of a district's waiting acts: appends their leaves to the tree and signs the new head, all or nothing [R5].
 * `ownerDb` is the pool of linli_owner. A second sealer of the same district waits for the first.
 */
export async function sealDistrict(ownerDb: Db, district: string, sealing: Sealing): Promise<Sealed> {
  return ownerDb.transaction().execute(async tx => {
    await sql`select pg_advisory_xact_lock(hashtext('linli.record'), ${Number(district)})`.execute(tx)
    const acts = await takeBatch(tx, district, sealing.batch ?? 5000)
    return acts.length === 0 ? { sealed: 0, head: undefined } : { sealed: acts.length, head: await appendBatch(tx, district, acts, sealing) }
  })
}

/** Seals whatever waits, in every district, batch by batch; answers how many acts. `clock` gives the time of each head. */
export async function sealAll(ownerDb: Db, signer: Signer, clock: () => Date, batch = 5000): Promise<number> {
  const { rows } = await sql<{ district: string }>`select distinct district from act_unsealed`.execute(ownerDb)
  let sum = 0
  for (const { district } of rows) {
    for (let last = batch; last === batch;) {
      last = (await sealDistrict(ownerDb, district, { signer, at: clock(), batch })).sealed
      sum += last
    }
  }
  return sum
}
