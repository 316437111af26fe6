import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDb, withScope, type Db } from '../../kit/db.ts'
import { newId, sha256 } from '../../kit/ids.ts'
import { testDatabase, type TestDatabase } from '../../kit/testing.ts'
import { clockActor } from '../../trust/index.ts'
import { forgetUnused } from './forget.ts'

const district = '990106'
const clock = clockActor(district, 'd990106')
const now = new Date('2026-11-20T02:40:00Z')
const ago = (days: number): Date => new Date(now.getTime() - days * 86_400_000)
let database: TestDatabase
let db: Db

beforeAll(async () => { database = await testDatabase(); db = openDb(database.connection, 'linli_app', 2) })
afterAll(async () => { await db.destroy(); await database.close() })

test('given keys and photos of yesterday and of long ago, when the job runs, then only what had its time is gone, the file too', async () => {
  await withScope(db, clock, async (tx) => {
    for (const [key, days] of [['old-key-1', 31], ['new-key-1', 29]] as const) {
      await tx.insertInto('idempotency').values({ district, actor: 'public', key, request: sha256(key), at: ago(days) }).execute()
    }
    for (const [file, days] of [['unused', 2], ['just-sent', 0.5]] as const) {
      await tx.insertInto('upload')
        .values({ district, id: newId(), claim: sha256(file), file, width: 1, height: 1, bytes: 1, at: ago(days) }).execute()
    }
  })
  const removed: string[] = []
  const none = async (): Promise<never> => { throw new Error('not asked for') }
  const photos = { save: none, open: none, remove: async (file: string) => { removed.push(file) } }
  expect(await forgetUnused(db, clock, photos, now)).toEqual({ keys: 1, photos: 1 })
  expect(removed).toEqual(['unused'])
  expect(await forgetUnused(db, clock, photos, now)).toEqual({ keys: 0, photos: 0 })
})
