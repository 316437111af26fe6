import { sql, type Kysely } from 'kysely'
import type { DB } from '../../kit/tables.gen.ts'
import { sha256 } from '../../kit/ids.ts'
import { appendLeaves, emptyEdge, rootOf, type Edge, type NodeAt, type TreeNode } from '../rules/merkle.ts'
import { proofOf, type ProofPlan } from '../rules/proofs.ts'

/** Every eighth level of complete nodes is stored; what lies between is computed from at most 256 hashes. */
export const storedEvery = 8

type Level = { readonly base: number; readonly start: number; readonly count: number }

const stored = ({ level, index }: NodeAt): Level => {
  const above = level % storedEvery
  return { base: level - above, start: index * 2 ** above, count: 2 ** above }
}

type HashRow = { readonly base: number; readonly idx: string; readonly hash: Buffer }

async function loadHashes(tx: Kysely<DB>, district: string, nodes: readonly NodeAt[]): Promise<Map<string, Buffer>> {
  const wanted = nodes.map(stored)
  const leaves = wanted.filter(({ base }) => base === 0)
  const inner = wanted.filter(({ base }) => base > 0)
  const { rows } = await sql<HashRow>`
    select 0 as base, l.idx, l.hash from unnest(${leaves.map(w => w.start)}::bigint[], ${leaves.map(w => w.count)}::bigint[]) w(start, count)
      join leaf l on l.district = ${district} and l.idx >= w.start and l.idx < w.start + w.count
    union all
    select n.level as base, n.idx, n.hash
      from unnest(${inner.map(w => w.base)}::smallint[], ${inner.map(w => w.start)}::bigint[], ${inner.map(w => w.count)}::bigint[]) w(level, start, count)
      join tree_node n on n.district = ${district} and n.level = w.level and n.idx >= w.start and n.idx < w.start + w.count`.execute(tx)
  return new Map(rows.map(({ base, idx, hash }) => [`${base}/${idx}`, hash]))
}

/** Makes the proof of a plan from stored hashes: one query, some hundreds of rows. Throws when a hash is missing: the tree is damaged. */
export async function loadProof(tx: Kysely<DB>, district: string, plan: ProofPlan): Promise<readonly Uint8Array[]> {
  const hashes = await loadHashes(tx, district, plan.flat())
  return proofOf(sha256, plan, at => {
    const { base, start, count } = stored(at)
    const part = Array.from({ length: count }, (_, i) => {
      const hash = hashes.get(`${base}/${start + i}`)
      if (!hash) throw new Error(`the tree of ${district} lacks node ${start + i} of level ${base}: run verify`)
      return hash
    })
    return rootOf(sha256, appendLeaves(sha256, emptyEdge, part).edge)
  })
}

/** Reads the right edge of a district's tree. */
export async function loadEdge(tx: Kysely<DB>, district: string): Promise<Edge> {
  const row = await tx.selectFrom('tree_edge').select(['size', 'hashes']).where('district', '=', district).executeTakeFirst()
  return row ? { size: Number(row.size), hashes: row.hashes } : emptyEdge
}

/** Stores a new right edge and the complete nodes of every eighth level. */
export async function saveTree(tx: Kysely<DB>, district: string, edge: Edge, nodes: readonly TreeNode[]): Promise<void> {
  const kept = nodes.filter(({ level }) => level % storedEvery === 0)
  if (kept.length > 0) {
    await sql`insert into tree_node (district, level, idx, hash) select ${district}::char(6), n.level, n.idx, n.hash
      from unnest(${kept.map(n => n.level)}::smallint[], ${kept.map(n => n.index)}::bigint[], ${kept.map(n => n.hash)}::bytea[]) n(level, idx, hash)`.execute(tx)
  }
  await sql`insert into tree_edge (district, size, hashes) values (${district}, ${edge.size}, ${edge.hashes.map(hash => Buffer.from(hash))}::bytea[])
    on conflict (district) do update set size = excluded.size, hashes = excluded.hashes`.execute(tx)
}
