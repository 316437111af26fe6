import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openDb, withScope } from '../../kit/db.ts'
import { testDatabase } from '../../kit/testing.ts'
import { clockActor, useKeys } from '../../trust/index.ts'
import { community, communityKeys } from '../testing/world.ts'
import { fillDemo } from './fill-demo.ts'

test('given the made-up community, when its year is played through the front door, then no rule refuses a step', { timeout: 300_000 }, async () => {
  const database = await testDatabase({ filled: community })
  useKeys(communityKeys())
  const dataDir = mkdtempSync(path.join(tmpdir(), 'linli-fill-'))
  const db = openDb(database.connection, 'linli_app', 2)
  // what autovacuum does in the product: without it the plans of empty tables stay, and each matter takes longer than the one before
  const looks = setInterval(() => { void database.pool('linli_owner').query('analyze').catch(() => undefined) }, 5000)
  try {
    const { district, path: root } = await db.selectFrom('district').select(['district', 'path']).executeTakeFirstOrThrow()
    expect(await fillDemo(db, { district, path: root, dataDir })).toBe(0)
    const states = await withScope(db, clockActor(district, root), (tx) =>
      tx.selectFrom('matter').select((e) => ['state', e.fn.countAll<string>().as('n')]).groupBy('state').execute())
    expect(states.reduce((sum, row) => sum + Number(row.n), 0)).toBe(900)
    expect(states.map((row) => row.state).sort()).toEqual(['answered', 'closed', 'filed', 'finished', 'taken', 'whistled', 'withdrawn'])
  } finally {
    clearInterval(looks)
    await db.destroy()
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
