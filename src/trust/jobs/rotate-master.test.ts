import { cpSync, existsSync, linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDb, withScope, type Db, type Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { testDatabase, type TestDatabase } from '../../kit/testing.ts'
import { useKeys } from '../crypto/keys.ts'
import { newVoteLink, newVoteSeal, openVoteLink, openVoteSeal } from '../crypto/vote-key.ts'
import {
  addPersonWith, lookupHash, NotRotated, openKeys, openStagingKey, personKey, publicActor, readFollow, receiptCodeOf, rotateMaster,
  signFollow, stagingKey,
} from '../index.ts'

const district = '990106'
const at = new Date('2026-11-20T10:40:00+08:00')
let database: TestDatabase
let db: Db
let owner: Db
let folder: string
beforeAll(async () => {
  database = await testDatabase()
  db = openDb(database.connection, 'linli_app', 4)
  owner = openDb(database.connection, 'linli_owner', 4)
})
beforeEach(async () => {
  await database.pool('linli_owner').query('truncate person cascade')
  folder = mkdtempSync(path.join(tmpdir(), 'linli-rotate-'))
  useKeys(openKeys(folder))
  return () => rmSync(folder, { recursive: true })
})
afterAll(async () => {
  await Promise.all([db.destroy(), owner.destroy()])
  await database.close()
})

const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => withScope(db, publicActor(district), work)
const keyFile = (name: string): string => path.join(folder, 'keys', name)
const sealed = new Map<string, Buffer>()
/** A person whose phone is sealed outside person_field, as the roster does. */
async function somebody(n: number): Promise<string> {
  return inside(async tx => {
    const person = await addPersonWith(tx, { district, kind: 'resident', at, fields: [] })
    const key = await personKey(tx, district, person)
    sealed.set(person, key?.seal('phone', `1380000${n}`) ?? Buffer.alloc(0))
    return person
  })
}
const phoneOf = (person: string): Promise<string | undefined> => inside(async tx =>
  (await personKey(tx, district, person))?.open('phone', sealed.get(person) ?? Buffer.alloc(0)))
const crowd = async (size: number): Promise<readonly string[]> => {
  const people: string[] = []
  for (let n = 0; n < size; n++) people.push(await somebody(n))
  return people
}
const still = { running: false, step: () => undefined }

test('[T11] after the change everybody is read as before, and the old master opens nothing', async () => {
  const people = await crowd(30)
  const follow = signFollow({ district, matter: newId(), expires: 1_900_000_000 })
  const [code, hash] = [receiptCodeOf('x'), lookupHash(district, 'name', '甲')]
  const [copy, old] = [mkdtempSync(path.join(tmpdir(), 'linli-rotate-')), readFileSync(keyFile('master'), 'utf8')]
  cpSync(folder, copy, { recursive: true })
  expect(await rotateMaster(owner, folder, still)).toEqual({ keys: 30, wentOn: false })
  expect(readdirSync(path.join(folder, 'keys')).sort()).toEqual(['card', 'code', 'confidential', 'follow', 'lookup', 'master', 'session'])
  for (const name of readdirSync(path.join(folder, 'keys'))) {
    expect(statSync(keyFile(name)).mode & 0o777, name).toBe(0o600)
    expect(readFileSync(keyFile(name), 'utf8')).not.toBe(old)
  }
  useKeys(openKeys(folder)) // as after a restart
  for (const [n, person] of people.entries()) expect(await phoneOf(person)).toBe(`1380000${n}`)
  expect(receiptCodeOf('x')).toBe(code)
  expect(lookupHash(district, 'name', '甲').equals(hash)).toBe(true)
  expect(readFollow(follow, at)).not.toBeNull()
  useKeys(openKeys(copy))
  for (const person of people) await expect(phoneOf(person)).rejects.toThrow()
  rmSync(copy, { recursive: true })
})

test('[T11] a second change needs no first master, and what it never wrapped stays closed to it', async () => {
  const [person] = await crowd(1)
  const hash = lookupHash(district, 'phone', '13812342046')
  await rotateMaster(owner, folder, still)
  const second = readFileSync(keyFile('master'), 'utf8')
  await rotateMaster(owner, folder, still)
  expect(readFileSync(keyFile('master'), 'utf8')).not.toBe(second)
  useKeys(openKeys(folder))
  expect(await phoneOf(person ?? '')).toBe('13800000')
  expect(lookupHash(district, 'phone', '13812342046').equals(hash)).toBe(true)
})

test('[T11] the keys of an import that waits and of a vote are wrapped anew as well, and keys of either cipher', async () => {
  const id = newId()
  const key = stagingKey(district, id)
  const put = database.pool('postgres')
  const client = await put.connect()
  await client.query('set session_replication_role = replica') // the import itself is the roster's
  await client.query('insert into roster_import_key (district, import, wrapped, alg) values ($1, $2, $3, $4)', [district, id, key.wrapped, key.alg])
  const [seal, link] = [newVoteSeal(district, id, 'seal'), newVoteLink(district, id)]
  for (const [kind, { wrapped, alg }] of [['seal', seal], ['link', link]] as const)
    await client.query('insert into vote_key (district, vote, kind, wrapped, alg, made_at) values ($1, $2, $3, $4, $5, $6)',
      [district, id, kind, wrapped, alg, new Date(0)])
  client.release(true)
  useKeys(openKeys(folder, { LINLI_CIPHER: 'sm4-ctr-hmac-sm3' }))
  const [person] = await crowd(1)
  expect(await rotateMaster(owner, folder, still)).toMatchObject({ keys: 4 })
  useKeys(openKeys(folder))
  expect(await phoneOf(person ?? '')).toBe('13800000')
  const { rows } = await database.pool('linli_owner').query<{ wrapped: Buffer; alg: string }>('delete from roster_import_key returning wrapped, alg')
  const [row] = rows
  expect(openStagingKey(row?.wrapped ?? Buffer.alloc(0), row?.alg ?? '', district, id).open('1/2', key.seal('1/2', '甲'))).toBe('甲')
  type Kept = { wrapped: Buffer; alg: string; kind: string }
  const votes = await database.pool('linli_owner').query<Kept>('delete from vote_key returning wrapped, alg, kind')
  const kept = (kind: string): Kept => votes.rows.find((one) => one.kind === kind) ?? { wrapped: Buffer.alloc(0), alg: '', kind }
  expect(openVoteLink(kept('link').wrapped, kept('link').alg, district, id).secret.equals(link.secret)).toBe(true)
  expect(openVoteSeal(kept('seal').wrapped, kept('seal').alg, district, id, 'seal').open('1', seal.seal('1', 'q1=agree'))).toBe('q1=agree')
})

test('[T11] stopped between any two steps it leaves everybody readable, and goes on when it is run again', async () => {
  const people = await crowd(5)
  const readable = async (): Promise<void> => {
    useKeys(openKeys(folder))
    for (const [n, person] of people.entries()) expect(await phoneOf(person)).toBe(`1380000${n}`)
  }
  // while the next key is made, before the old has its second name
  writeFileSync(keyFile('master.next'), `${'7e'.repeat(32)}\n`, { mode: 0o600 })
  await readable()
  // with both names, before the next takes its place
  linkSync(keyFile('master'), keyFile('master.before'))
  await readable()
  // in the walk, with nothing saved yet and with everything saved
  await expect(rotateMaster(owner, folder, { ...still, step: () => { throw new Error('cut off') } })).rejects.toThrow('cut off')
  expect(existsSync(keyFile('master.before'))).toBe(true)
  await readable()
  expect(await rotateMaster(owner, folder, still)).toEqual({ keys: 5, wentOn: true })
  expect(readFileSync(keyFile('master'), 'utf8')).toBe(`${'7e'.repeat(32)}\n`)
  // while the old one is destroyed
  writeFileSync(keyFile('master.gone'), 'half written over')
  await readable()
  expect(await rotateMaster(owner, folder, still)).toEqual({ keys: 5, wentOn: false })
  expect(existsSync(keyFile('master.gone'))).toBe(false)
  await readable()
})

test('[T11] people made and read by a running process all the while stay readable', { timeout: 30_000 }, async () => {
  const people = [...await crowd(20)]
  let going = true
  const work = (async () => {
    for (let n = people.length; going; n++) {
      people.push(await somebody(n))
      await wait(5)
    }
  })()
  await rotateMaster(owner, folder, { running: true, settledMs: 1500, step: () => undefined })
  going = false
  await work
  expect(people.length).toBeGreaterThan(30) // ten at least while the keys were changed, on the busiest machine
  useKeys(openKeys(folder))
  for (const [n, person] of people.entries()) expect(await phoneOf(person)).toBe(`1380000${n}`)
})

test('[T11] while a transaction from before is open the old master is kept; a key that nobody can open stops it unless it is known of', async () => {
  const people = await crowd(3)
  const slow = await database.pool('linli_app').connect()
  await slow.query('begin')
  await expect(rotateMaster(owner, folder, { ...still, patienceMs: 0 })).rejects.toMatchObject({ why: 'busy', count: 1 })
  expect(existsSync(keyFile('master.before'))).toBe(true)
  await slow.query('rollback')
  slow.release()
  await database.pool('linli_owner').query('update person_key set wrapped = $1 where person = $2', [Buffer.alloc(60), people[0]])
  await expect(rotateMaster(owner, folder, still)).rejects.toMatchObject({ why: 'unreadable', count: 1 })
  expect(await rotateMaster(owner, folder, { ...still, leave: 1 })).toMatchObject({ keys: 3, wentOn: true })
  expect(await phoneOf(people[2] ?? '')).toBe('13800002')
})

test('[T11] two at once: the second is refused', async () => {
  await crowd(1)
  const both = await Promise.allSettled([rotateMaster(owner, folder, still), rotateMaster(owner, folder, still)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(NotRotated) })
})
