/** How fast a district's waiting acts are sealed, against the bare statements without tree and signature. Last line: one JSON object. */
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { bootstrap } from '../src/kit/bootstrap.ts'
import { openDb, withScope, type Db } from '../src/kit/db.ts'
import { newId } from '../src/kit/ids.ts'
import { migrate } from '../src/kit/migrate.ts'
import { startPostgres } from '../src/kit/postgres.ts'
import { appendActs, receiptOf, sealAll, verifyDistrict } from '../src/record/index.ts'
import { codeOf, defineActs, whole } from '../src/record/rules/index.ts'
import { ed25519Signer } from '../src/record/signer.ts'

const acts = Number(process.argv[2] ?? 100_000)
const batch = 5000
const at = new Date('2026-11-20T02:30:00Z')
const kinds = defineActs({ 'bench.done': { say: { zh: '试', en: 'tried' }, facts: { n: whole, way: codeOf('web', 'desk') } } })
const scopeOf = (district: string) => ({ district, person: null, scopes: [`d${district}`], orgs: [], audience: [] })

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

async function fill(app: Db, district: string): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0; from < acts; from += batch) {
    const part = Array.from({ length: Math.min(batch, acts - from) }, (_, n) => ({
      district, at, what: kinds.state('bench.done', { n: from + n, way: 'web' }), channel: 'web', actorPerson: newId(), place: newId(),
      path: `d${district}.s003.c001.g01.b03`, compoundPath: 'k1.b03', subject: { kind: 'matter', id: newId() },
    }))
    ids.push(...await withScope(app, scopeOf(district), tx => appendActs(tx, part)))
  }
  return ids
}

/** The same rows taken, read and written in batches of the same size, with nothing computed. */
async function bare(owner: Db, district: string): Promise<void> {
  for (let idx = 0; idx < acts; idx += batch) {
    await owner.transaction().execute(async tx => {
      const { rows } = await sql<{ act: string }>`delete from act_unsealed where district = ${district}
        and act in (select act from act_unsealed where district = ${district} order by act limit ${batch}) returning act`.execute(tx)
      const ids = rows.map(row => row.act)
      await sql`select id, leaf from act where district = ${district} and id = any(${ids}::uuid[])`.execute(tx)
      await sql`insert into leaf select ${district}::char(6), ${idx}::bigint + n.place - 1, n.act, sha256('')
        from unnest(${ids}::uuid[]) with ordinality n(act, place)`.execute(tx)
    })
  }
}

async function receipts(app: Db, district: string, ids: readonly string[]): Promise<{ p50: number; p99: number }> {
  const taken: number[] = []
  for (let n = 0; n < 300; n++) {
    const id = ids[(n * 7919) % ids.length] ?? ''
    taken.push(1000 * await seconds(() => withScope(app, scopeOf(district), tx => receiptOf(tx, district, id))))
  }
  taken.sort((a, b) => a - b)
  return { p50: taken[150] ?? 0, p99: taken[297] ?? 0 }
}

const dir = mkdtempSync(path.join(tmpdir(), 'linli-bench-'))
const server = await startPostgres({ dir: path.join(dir, 'pg') })
const connection = await bootstrap(server.connection)
await migrate(connection)
const [app, owner] = [openDb(connection, 'linli_app', 2), openDb(connection, 'linli_owner', 2)]
try {
  const signer = ed25519Signer(generateKeyPairSync('ed25519').privateKey)
  await fill(app, '100001')
  const ids = await fill(app, '100002')
  await sql`analyze`.execute(owner)
  const reference = acts / await seconds(() => bare(owner, '100001'))
  await sql`delete from act_unsealed where district = '100001'`.execute(owner)
  const ours = acts / await seconds(() => sealAll(owner, signer, () => at, batch))
  const receipt = await receipts(app, '100002', ids)
  const verify_s = await seconds(async () => { if (!(await verifyDistrict(owner, '100002')).ok) throw new Error('verify found something') })
  const round = (n: number): number => Math.round(n * 100) / 100
  console.log(JSON.stringify({
    bench: 'seal', ours: Math.round(ours), reference: Math.round(reference), ratio: round(ours / reference), unit: 'acts/s', acts,
    receipt_p50_ms: round(receipt.p50), receipt_p99_ms: round(receipt.p99), verify_s: round(verify_s),
      machine: `${cpus().length}× ${cpus()[0]?.model ?? ''}`,
  }))
} finally {
  await Promise.all([app.destroy(), owner.destroy()])
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
}
