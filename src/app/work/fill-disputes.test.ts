import { expect, test } from 'vitest'
import { openDb, withScope } from '../../kit/db.ts'
import { testDatabase } from '../../kit/testing.ts'
import { clockActor, useKeys } from '../../trust/index.ts'
import { community, communityKeys } from '../testing/world.ts'
import { fillDisputes } from './fill-disputes.ts'

test('given the made-up community, when its disputes are played through the front door, then no rule refuses a step and each stands in its state', { timeout: 180_000 }, async () => {
  const database = await testDatabase({ filled: community })
  useKeys(communityKeys())
  const db = openDb(database.connection, 'linli_app', 2)
  try {
    const where = await db.selectFrom('district').select(['district', 'path']).executeTakeFirstOrThrow()
    expect(await fillDisputes(db, where)).toBe(0)
    expect(await fillDisputes(db, where)).toBe(0)
    const rows = await withScope(db, clockActor(where.district, where.path), (tx) => tx.selectFrom('dispute').select('state').execute())
    expect(rows.map(({ state }) => state).sort()).toEqual(['accepted', 'asked', 'drafted', 'failed', 'kept', 'mediating', 'refused', 'signed'])
  } finally {
    await db.destroy()
    await database.close()
  }
})
