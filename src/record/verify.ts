import { sql, type Kysely } from 'kysely'
import type { Db } from '../kit/db.ts'
import { sha256 } from '../kit/ids.ts'
import type { Said } from '../kit/pure.ts'
import type { DB } from '../kit/tables.gen.ts'
import { sameBytes, toHex } from './rules/bytes.ts'
import { headText } from './rules/head.ts'
import { leafText } from './rules/leaf.ts'
import { appendLeaves, emptyEdge, leafHash, rootOf, type Edge, type TreeNode } from './rules/merkle.ts'
import { signed } from './signer.ts'
import { allHeads, type SignedHead } from './store/heads.ts'
import { actColumns, mapAct } from './store/rows.ts'
import { loadEdge, storedEvery } from './store/tree.ts'

/** One thing that is not as it was recorded. */
export type Finding = {
  readonly what: 'act-changed' | 'act-gone' | 'act-unrecorded' | 'leaf-changed' | 'leaf-gap' | 'head-differs' | 'signature-wrong' | 'edge-differs'
    | 'node-differs'
  readonly act?: string
  readonly index?: number
  readonly explain: Said
}

/** What verify found: `ok` when nothing is amiss. At most 100 findings are told, `amiss` counts them all. */
export type Verified = {
  readonly ok: boolean
  readonly district: string
  readonly sealed: number
  readonly waiting: number
  readonly heads: number
  readonly amiss: number
  readonly findings: readonly Finding[]
}

const most = 100
const pageSize = 5000

class Findings {
  readonly told: Finding[] = []
  count = 0
  add(what: Finding['what'], zh: string, en: string, where: { act?: string; index?: number } = {}): void {
    this.count += 1
    if (this.told.length < most) this.told.push({ what, ...where, explain: { zh, en } })
  }
}

type LeafRow = Awaited<ReturnType<typeof leafPage>>[number]

const leafPage = (tx: Kysely<DB>, district: string, from: number) => tx.selectFrom('leaf')
  .leftJoin('act', join => join.onRef('act.district', '=', 'leaf.district').onRef('act.id', '=', 'leaf.act'))
  .leftJoin('commitment', join => join.onRef('commitment.district', '=', 'leaf.district').onRef('commitment.id', '=', 'leaf.act'))
  .select(['leaf.idx', 'leaf.act as leaf_act', 'leaf.hash', 'act.leaf as leaf_text', 'commitment.leaf as committed', ...actColumns])
  .where('leaf.district', '=', district).where('leaf.idx', '>=', String(from)).orderBy('leaf.idx').limit(pageSize).execute()

function changedFields(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')]
  const names = [...old.filter(line => !now.includes(line)), ...now.filter(line => !old.includes(line))].map(line => line.split('=')[0] ?? '')
  return [...new Set(names)].join(', ')
}

/** A commitment shows nothing but its text: it is as it was, or it is not. */
function checkCommitment(text: string, row: LeafRow, found: Findings): Buffer {
  if (!sameBytes(leafHash(sha256, Buffer.from(text, 'utf8')), row.hash)) {
    found.add('leaf-changed', `第 ${row.idx} 条密封承诺与封存的摘要对不上`, `commitment ${row.idx} does not fit the hash that was sealed`,
      { act: row.leaf_act, index: Number(row.idx) })
  }
  return row.hash
}

/** Looks at one leaf and its act; answers the hash that the tree was built with. */
function checkLeaf(row: LeafRow, found: Findings): Buffer {
  const where = { act: row.leaf_act, index: Number(row.idx) }
  if (row.committed !== null) return checkCommitment(row.committed, row, found)
  // the left join gives all columns of an act or none
  if (row.leaf_text === null || row.id === null) {
    found.add('act-gone', `第 ${row.idx} 条记录的行为不见了（${row.leaf_act}）`, `the act of leaf ${row.idx} is gone (${row.leaf_act})`, where)
    return row.hash
  }
  const text = leafText(mapAct(row as Parameters<typeof mapAct>[0])) // the act is there, see above
  const hash = leafHash(sha256, Buffer.from(text, 'utf8'))
  if (text !== row.leaf_text) {
    const fields = changedFields(row.leaf_text, text)
    found.add('act-changed', `行为 ${row.leaf_act} 与封存时不一样：${fields}`, `act ${row.leaf_act} is not what was sealed: ${fields}`, where)
  } else if (!sameBytes(hash, row.hash)) {
    found.add('leaf-changed', `行为 ${row.leaf_act} 与封存的摘要对不上`, `act ${row.leaf_act} does not fit the hash that was sealed`, where)
  }
  return row.hash
}

function checkHeads(heads: readonly SignedHead[], roots: ReadonlyMap<number, string>, found: Findings): void {
  let good = 0
  for (const head of heads) {
    if (roots.get(head.size) !== head.root) {
      found.add('head-differs', `${head.size} 条时签过的树根对不上，问题在第 ${good} 条到第 ${head.size - 1} 条之间`,
        `the root signed at size ${head.size} differs: look at leaves ${good} to ${head.size - 1}`, { index: good })
    } else good = head.size
    if (!signed(head.algorithm, Buffer.from(head.publicKey, 'base64'), headText(head), Buffer.from(head.signature, 'base64'))) {
      found.add('signature-wrong', `${head.size} 条时的签名不对`, `the signature at size ${head.size} is wrong`, { index: head.size })
    }
  }
}

async function checkNodes(tx: Kysely<DB>, district: string, nodes: readonly TreeNode[], found: Findings): Promise<void> {
  const { rows } = await sql<{ level: number; idx: string; hash: Buffer }>`select n.level, n.idx, n.hash
    from unnest(${nodes.map(node => node.level)}::smallint[], ${nodes.map(node => node.index)}::bigint[]) w(level, idx)
    join tree_node n on n.district = ${district} and n.level = w.level and n.idx = w.idx`.execute(tx)
  const stored = new Map(rows.map(row => [`${row.level}/${row.idx}`, row.hash]))
  for (const { level, index, hash } of nodes) {
    const at = `${level}/${index}`
    if (!sameBytes(stored.get(at) ?? new Uint8Array(), hash)) found.add('node-differs', `树的中间节点 ${at} 对不上`, `tree node ${at} differs`)
  }
}

async function rebuild(tx: Kysely<DB>, district: string, sizes: ReadonlySet<number>, found: Findings) {
  let edge: Edge = emptyEdge
  let count = 0
  const roots = new Map<number, string>()
  for (let from = 0; ;) {
    const rows = await leafPage(tx, district, from)
    const nodes: TreeNode[] = []
    for (const row of rows) {
      if (Number(row.idx) !== from) {
        found.add('leaf-gap', `第 ${from} 条到第 ${Number(row.idx) - 1} 条记录不见了`, `leaves ${from} to ${Number(row.idx) - 1} are gone`, { index: from })
      }
      const next = appendLeaves(sha256, edge, [checkLeaf(row, found)])
      edge = next.edge
      nodes.push(...next.nodes.filter(node => node.level % storedEvery === 0))
      if (sizes.has(edge.size)) roots.set(edge.size, toHex(rootOf(sha256, edge)))
      from = Number(row.idx) + 1
    }
    await checkNodes(tx, district, nodes, found)
    count += nodes.length
    if (rows.length < pageSize) return { edge, count, roots }
  }
}

async function checkEdge(tx: Kysely<DB>, district: string, edge: Edge, count: number, found: Findings): Promise<void> {
  const kept = await loadEdge(tx, district)
  if (kept.size !== edge.size || toHex(rootOf(sha256, kept)) !== toHex(rootOf(sha256, edge))) {
    found.add('edge-differs', `树的右缘记着 ${kept.size} 条，重算是 ${edge.size} 条`, `the right edge says ${kept.size} leaves, recomputed ${edge.size}`)
  }
  const stored = await tx.selectFrom('tree_node').select(eb => eb.fn.countAll<string>().as('n')).where('district', '=', district).executeTakeFirst()
  const extra = Number(stored?.n ?? 0) - count
  if (extra > 0) found.add('node-differs', `多出 ${extra} 个树的中间节点`, `there are ${extra} tree nodes that should not exist`)
}

async function checkQueue(tx: Kysely<DB>, district: string, found: Findings): Promise<number> {
  const { rows: lost } = await sql<{ id: string }>`select id from
      (select district, id from act union all select district, id from commitment) a where district = ${district}
    and not exists (select 1 from leaf l where l.district = a.district and l.act = a.id)
    and not exists (select 1 from act_unsealed u where u.district = a.district and u.act = a.id)`.execute(tx)
  for (const { id } of lost) found.add('act-unrecorded', `行为 ${id} 没有封存，也不在等待封存`, `act ${id} is neither sealed nor waiting`, { act: id })
  const { rows: gone } = await sql<{ act: string }>`select act from act_unsealed u where district = ${district}
    and not exists (select 1 from act a where a.district = u.district and a.id = u.act)
    and not exists (select 1 from commitment c where c.district = u.district and c.id = u.act)`.execute(tx)
  for (const { act } of gone) found.add('act-gone', `等待封存的行为 ${act} 不见了`, `act ${act} waits to be sealed but is gone`, { act })
  const waiting = await tx.selectFrom('act_unsealed').select(eb => eb.fn.countAll<string>().as('n'))
    .where('district', '=', district).executeTakeFirst()
  return Number(waiting?.n ?? 0)
}

/**
 * Recomputes a district's whole record from its acts and compares leaf texts, hashes, stored nodes, every signed head and signature [R9].
 * `ownerDb` is the pool of linli_owner. Reads one snapshot; sealing may go on beside it. Memory does not grow with the acts.
 */
export async function verifyDistrict(ownerDb: Db, district: string): Promise<Verified> {
  return ownerDb.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async tx => {
    const found = new Findings()
    const heads = await allHeads(tx, district)
    const { edge, count, roots } = await rebuild(tx, district, new Set(heads.map(head => head.size)), found)
    checkHeads(heads, roots, found)
    if (edge.size > 0 && heads.at(-1)?.size !== edge.size) {
      found.add('head-differs', `最后一次签名只到 ${heads.at(-1)?.size ?? 0} 条，记录有 ${edge.size} 条`,
        `the last head covers ${heads.at(-1)?.size ?? 0} of ${edge.size} leaves`)
    }
    await checkEdge(tx, district, edge, count, found)
    const waiting = await checkQueue(tx, district, found)
    return { ok: found.count === 0, district, sealed: edge.size, waiting, heads: heads.length, amiss: found.count, findings: found.told }
  })
}
