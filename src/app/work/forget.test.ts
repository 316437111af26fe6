import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDb, withScope, type Db } from '../../kit/db.ts'
import { newId, sha256 } from '../../kit/ids.ts'
import { testDatabase, type TestDatabase } from '../../kit/testing.ts'
import { photoFolder } from '../../matters/index.ts'
import { keepNotices } from '../../notices/index.ts'
import { clockActor } from '../../trust/index.ts'
import { forgetUnused, sweepPhotos } from './forget.ts'

const district = '990106'
const clock = clockActor(district, 'd990106')
const now = new Date('2026-11-20T02:40:00Z')
const ago = (days: number): Date => new Date(now.getTime() - days * 86_400_000)
let database: TestDatabase
let db: Db

beforeAll(async () => { database = await testDatabase(); db = openDb(database.connection, 'linli_app', 2) })
afterAll(async () => { await db.destroy(); await database.close() })

test('[N8] given keys, photos and notices of yesterday and of long ago, when the job runs, then only what had its time is gone, the file too', async () => {
  await withScope(db, clock, async (tx) => {
    for (const [key, days] of [['old-key-1', 31], ['new-key-1', 29]] as const) {
      await tx.insertInto('idempotency').values({ district, actor: 'public', key, request: sha256(key), at: ago(days) }).execute()
    }
    for (const [file, days] of [['unused', 2], ['just-sent', 0.5]] as const) {
      await tx.insertInto('upload')
        .values({ district, id: newId(), claim: sha256(file), file, width: 1, height: 1, bytes: 1, at: ago(days) }).execute()
    }
  })
  for (const days of [179, 181]) await withScope(db, clock, (tx) => keepNotices(new Map())(tx, { id: newId(), district, channel: 'app', recipient: 'street:d990106.s003',
    template: 'matter.late', facts: { matter: newId() }, tries: 0, due: ago(days) }, ago(days)))
  const removed: string[] = []
  const none = async (): Promise<never> => { throw new Error('not asked for') }
  const photos = { save: none, open: none, savedBefore: none, remove: async (file: string) => { removed.push(file) } }
  expect(await forgetUnused(db, clock, photos, now)).toEqual({ keys: 1, photos: 1, notices: 1 })
  expect(removed).toEqual(['unused'])
  expect(await forgetUnused(db, clock, photos, now)).toEqual({ keys: 0, photos: 0, notices: 0 })
})

test('given a photo whose server died before it was noted, when the sweep comes by, then its files go, and what a row names stays', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'linli-sweep-'))
  const photos = photoFolder(folder)
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#557' } }).jpeg().toBuffer()
  const [kept, left] = [await photos.save(picture), await photos.save(picture)]
  if (!kept.ok || !left.ok) throw new Error('the photo was not taken')
  const half = newId() // its server died while it wrote
  mkdirSync(path.join(folder, half.slice(-2)), { recursive: true })
  writeFileSync(path.join(folder, half.slice(-2), `${half}.jpg.part`), 'half')
  await withScope(db, clock, (tx) =>
    tx.insertInto('upload').values({ district, id: newId(), claim: sha256('kept'), ...kept.value, at: now }).execute())
  const owner = openDb(database.connection, 'linli_owner', 1)
  expect(await sweepPhotos(owner, photos, new Date(Date.now() - 60_000))).toBe(0)
  expect(await sweepPhotos(owner, photos, new Date(Date.now() + 60_000))).toBe(2)
  expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).includes('.')).map((name) => path.basename(String(name)).slice(0, 36)))
    .toEqual([kept.value.file, kept.value.file])
  await owner.destroy()
  rmSync(folder, { recursive: true })
})

test('every table that names a file of the photo store is known to the sweep', async () => {
  const { rows } = await database.pool('linli_owner').query<{ table_name: string }>(
    `select table_name from information_schema.columns where table_schema = 'public' and column_name ~ '(^|_)file$' and data_type in ('text', 'uuid') order by 1`)
  expect(rows.map((row) => row.table_name)).toEqual(['minute_line', 'photo', 'thread_party', 'upload', 'vote_notice'])
})
