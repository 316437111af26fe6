import { sql, type Kysely } from 'kysely'
import type { DB } from '../../kit/tables.gen.ts'
import { sha256 } from '../../kit/ids.ts'
import { appendLeaves, emptyEdge, rootOf, type Edge, type NodeAt, type TreeNode } from '../rules/merkle.ts'
import { proofOf, type ProofPlan } from '../rules/proofs.ts'

/** Every fourth level of complete nodes is stored; what lies between is computed from at most 16 hashes. */
export const storedEvery = 4

type Level = { readonly base: number; readonly start: number; readonly count: number }

const stored = ({ level, index }: NodeAt): Level => {
  const above = level % storedEvery
  return { base: level - above, start: index * 2 ** above, count: 2 ** above }
}

type HashRow = { readonly base: number; readonly idx: string; readonly hash: Buffer }

/** Each hash is asked for by its number: with ranges from a list the planner would rather read the whole tree. */
async function loadHashes(tx: Kysely<DB>, district: string, nodes: readonly NodeAt[]): Promise<Map<string, Buffer>> {
  const wanted = new Map<number, number[]>([[0, []]])
  for (const { base, start, count } of nodes.map(stored)) {
    const indexes = wanted.get(base) ?? []
    wanted.set(base, indexes)
    for (let n = 0; n < count; n++) indexes.push(start + n)
  }
  const parts = [...wanted].map(([base, indexes]) => base === 0
    ? sql<HashRow>`select 0 as base, idx, hash from leaf where district = ${district} and idx = any(${indexes}::bigint[])`
    : sql<HashRow>`select level as base, idx, hash from tree_node
        where district = ${district} and level = ${base} and idx = any(${indexes}::bigint[])`)
  const { rows } = await sql<HashRow>`${sql.join(parts, sql` union all `)}`.execute(tx)
  return new Map(rows.map(({ base, idx, hash }) => [`${base}/${idx}`, hash]))
}

/** Makes the proof of a plan from stored hashes: one query, a hundred or two of rows. Throws when a hash is missing: the tree is damaged. */
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

/** Stores a new right edge and the complete nodes of every fourth level. */
export async function saveTree(tx: Kysely<DB>, district: string, edge: Edge, nodes: readonly TreeNode[]): Promise<void> {
  const kept = nodes.filter(({ level }) => level % storedEvery === 0)
  if (kept.length > 0) {
    await sql`insert into tree_node (district, level, idx, hash) select ${district}::char(6), n.level, n.idx, n.hash
      from unnest(${kept.map(n => n.level)}::smallint[], ${kept.map(n => n.index)}::bigint[], ${kept.map(n => n.hash)}::bytea[])
        n(level, idx, hash)`.execute(tx)
  }
  await sql`insert into tree_edge (district, size, hashes) values (${district}, ${edge.size}, ${edge.hashes.map(hash => Buffer.from(hash))}::bytea[])
    on conflict (district) do update set size = excluded.size, hashes = excluded.hashes`.execute(tx)
}
