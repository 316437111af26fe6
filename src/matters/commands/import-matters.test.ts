import { existsSync } from 'node:fs'
import { generateKeyPairSync } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDb, withScope } from '../../kit/db.ts'
import { sha256 } from '../../kit/ids.ts'
import { ed25519Signer } from '../../record/signer.ts'
import { sealDistrict, verifyDistrict } from '../../record/index.ts'
import { clockActor, receiptCodeOf } from '../../trust/index.ts'
import { csv, fileMaker, MESSAGE_HEADER, messages, type Cells } from '../import/files.testing.ts'
import { openMatterFile, type MatterFile } from '../import/matter-file.ts'
import { district, districtPath, openNeighbourhood, start, sure, type Neighbourhood, type PostKey } from '../testing.ts'
import { listCards } from '../views/cards.ts'
import { matterDetail } from '../views/detail.ts'
import { importMatters, importPlace, type Imported } from './import-matters.ts'

let n: Neighbourhood
const made = fileMaker()
beforeAll(async () => { n = await openNeighbourhood() })
afterAll(async () => { made.remove(); await n.close() })

const clock = clockActor(district, districtPath)
const placeOf = (text: string) => withScope(n.db, clock, tx => importPlace(tx, district, text, start))
const open = (name: string, rows: readonly Cells[]): Promise<MatterFile> => openMatterFile(made.write(name, csv([MESSAGE_HEADER, ...rows])), {})
const intoWith = async (file: MatterFile, place: string, source?: string, progress?: (rows: number) => void): Promise<Imported> => importMatters({
  connection: n.database.connection, district, districtPath, at: start, file,
  to: sure(await placeOf(place)), source, ...(progress ? { progress } : {}),
})
const into = (file: MatterFile, place = '梧桐里社区', progress?: (rows: number) => void) => intoWith(file, place, undefined, progress)
const rowsOf = () => withScope(n.db, clock, tx => tx.selectFrom('matter').selectAll().where('source', '=', 'messages').orderBy('source_id').execute())
const state = async (): Promise<string> => {
  const { rows } = await withScope(n.db, clock, tx => sql<{ all: string }>`select string_agg(concat_ws('|', source_id, place, words, title, state, answer, filed_at, ended_at,
    closed_to), E'\n' order by source_id) as all from matter where source is not null`.execute(tx))
  return rows[0]?.all ?? ''
}
const countOf = async (table: string): Promise<number> => {
  const { rows } = await n.database.pool('linli_owner').query<{ count: number }>(`select count(*)::int as count from ${table}`)
  return rows[0]?.count ?? 0
}
const all = (key: PostKey, q?: string) => withScope(n.db, n.as(key), tx => listCards(tx, n.as(key), { tab: 'all', q, limit: 50 }))

test('what was answered comes in closed with the answer and both times, the rest waits with the community; nobody is told and no clock runs', async () => {
  expect(await into(await open('first.csv', messages(6)))).toEqual({ rows: 6, imported: 6, before: 0, clashing: 0, cannot: 0, clashes: [] })
  const rows = await rowsOf()
  expect(rows[0]).toMatchObject({
    state: 'closed', outcome: 'explained', answer: '已经修好，请查看。',
    filed_at: new Date('2024-01-01T08:30:00+08:00'), ended_at: new Date('2024-01-01T17:00:00+08:00'),
    channel: 'import', source_id: 'messages:9001', outside_number: '9001', category: 'lighting', words: '路灯不亮\n第1盏路灯不亮了，晚上看不见。',
    held_by: n.org('community'), accountable: n.org('community'), due: null, contact: null, hands: [], place: n.place('990106003001').id,
  })
  expect(rows[2]).toMatchObject({
    state: 'filed', outcome: null, answer: null, ended_at: null, due: null, due_kind: null, held_by: n.org('community'), held_post: null,
  })
  for (const row of rows) {
    expect(row.closed_to).toContain('board')
    expect(row.title).not.toMatch(/第\d盏/)
    expect(row.receipt).toEqual(sha256(receiptCodeOf(row.id)))
    expect(row.number).toMatch(/^01\d\d-[0-9A-HJKMNP-TV-Z]{4}$/)
  }
  expect([await countOf('timer'), await countOf('outbox'), await countOf('notice')]).toEqual([0, 0, 0])
})

test('a second import of the same file changes nothing, and one with more rows adds those alone', async () => {
  const [before, acts] = [await state(), await countOf('act')]
  expect(await into(await open('first.csv', messages(6)))).toEqual({ rows: 6, imported: 0, before: 6, clashing: 0, cannot: 0, clashes: [] })
  expect([await state(), await countOf('act')]).toEqual([before, acts])
  expect(await into(await open('more.csv', messages(8)))).toEqual({ rows: 8, imported: 2, before: 6, clashing: 0, cannot: 0, clashes: [] })
  expect(await into(await open('more.csv', messages(8)), '听雨桥社区')).toMatchObject({ imported: 0, before: 8 })
})

test('another matter under a number that is taken is not passed over in silence: it is counted, and comes in under a source of its own', async () => {
  const file = await open('other.csv', [...messages(2), [9003, '', '另一件', '2025/7/7 9:00', '别处的第三号', '', '']])
  expect(await into(file)).toEqual({ rows: 3, imported: 0, before: 2, clashing: 1, cannot: 0, clashes: [4] })
  expect(await into(file, '听雨桥社区')).toMatchObject({ before: 2, clashing: 1 })
  expect(await intoWith(file, '梧桐里社区', 'elsewhere')).toMatchObject({ imported: 3, clashing: 0 })
})

test('each has its acts in the record and its story, which sealing follows and verify finds whole', async () => {
  const owner = openDb(n.database.connection, 'linli_owner', 1)
  const [acts, entries] = [await countOf('act'), await countOf('matter_entry')]
  expect(acts).toBe(entries)
  const signer = ed25519Signer(generateKeyPairSync('ed25519').privateKey)
  expect((await sealDistrict(owner, district, { signer, at: start, batch: 5000 })).sealed).toBe(acts)
  expect((await verifyDistrict(owner, district)).ok).toBe(true)
  await owner.destroy()
  const [row] = await rowsOf()
  const detail = await withScope(n.db, n.as('secretary'), tx => matterDetail(tx, n.as('secretary'), row?.id ?? ''))
  expect(detail?.story.map(({ kind, at, said, facts }) => ({ kind, at, said, imported: facts['imported'] }))).toEqual([
    { kind: 'finish', at: '2024-01-01T09:00:00.000Z', said: '已经修好，请查看。', imported: true },
    { kind: 'filed', at: '2024-01-01T00:30:00.000Z', said: '', imported: true },
  ])
})

test('the community finds them by their words and in its inbox, another community and a captain do not', async () => {
  expect((await all('secretary', '第3盏')).items).toMatchObject([{ state: 'filed', due: null }])
  expect((await withScope(n.db, n.as('secretary'), tx => listCards(tx, n.as('secretary'), { tab: 'mine', limit: 50 }))).items.map(card => card.state))
    .toEqual(['filed', 'filed', 'filed'])
  for (const key of ['secretary2', 'captain', 'firm', 'grid'] as const) expect((await all(key)).items, key).toEqual([])
})

test('an import that was cut off is run again and ends the same as one that was not', async () => {
  const rows = messages(4500, 100)
  const file = await open('long.csv', rows)
  let read = 0
  const broken = into(file, '梧桐里社区', more => { read += more; if (read > 1000) throw new Error('the plug was pulled') })
  await expect(broken).rejects.toThrow('plug')
  const half = (await rowsOf()).length
  expect(half).toBeGreaterThan(8)
  expect(half).toBeLessThan(4508)
  const again = await into(file)
  expect(again).toMatchObject({ rows: 4500, clashing: 0, cannot: 0, clashes: [] })
  expect(again.imported + again.before).toBe(4500)
  expect((await rowsOf()).length).toBe(4508)
  expect(await countOf('act')).toBe(await countOf('matter_entry'))
})

test('an address counts where it names one door of this community exactly, otherwise the community does', async () => {
  const header = [...MESSAGE_HEADER, '地址']
  const address = (n: number, text: string): Cells => [n, '', '楼道灯', '2024/3/1 8:00', '坏了', '', '', text]
  const rows = ['梧桐苑3号楼', '梧桐苑3号楼1单元302室', '梧桐苑9号楼', '3号楼', '纺机新村1号楼', '梧桐苑3号楼1单元909室', '梧桐苑'].map((text, at) => address(at + 1, text))
  await into(await openMatterFile(made.write('doors.csv', csv([header, ...rows])), {}))
  const saved = (await rowsOf()).filter(row => row.filed_at.getTime() === Date.parse('2024-03-01T00:00:00Z'))
  const community = n.place('990106003001').id
  expect(new Map(saved.map(row => [row.outside_number, row.place]))).toEqual(new Map([
    ['1', n.place('990106003001K1-03').id], ['2', n.place('990106003001K1-03-1-302').id],
    ['3', community], ['4', community], ['5', community], ['6', community],
    ['7', n.place('990106003001K1').id],
  ]))
  expect(saved.find(row => row.outside_number === '2'))
    .toMatchObject({ building: n.place('990106003001K1-03').id, words: expect.stringContaining('地址：梧桐苑3号楼1单元302室') })
})

test('words of harm are closed to all but the community, and go to the named worker where they wait', async () => {
  await into(await open('harm.csv', [[7001, '', '求助', '2024/4/1 8:00', '他说不想活了，要跳楼', '', '']]))
  const row = (await rowsOf()).find(one => one.sensitive === 'harm')
  expect(row).toMatchObject({ held_post: n.post('named'), state: 'filed' })
  expect(row?.closed_to).toEqual(expect.arrayContaining(['captain', 'grid', 'firm', 'station', 'board']))
})

test('a place is named by its code or a name that only one has; anything else is refused with what it could mean', async () => {
  for (const text of ['990106003001', '梧桐里社区', '990106003001k1', '梧桐苑']) expect((await placeOf(text)).ok, text).toBe(true)
  for (const text of ['桐荫街道', '990106', '梧桐', '没有的社区', '', '990106003001K1-03-1-302']) expect(await placeOf(text), text)
    .toMatchObject({ ok: false, refusal: { code: 'import_place' } })
  expect(await placeOf('梧桐')).toMatchObject({ refusal: { explain: { zh: expect.stringContaining('梧桐苑') } } })
})

test('the real messages come in whole and once', { timeout: 60_000 }, async context => {
  const real = new URL('../../../../shared/data/messages/messages-with-replies.xlsx', import.meta.url).pathname
  if (!existsSync(real)) {
    console.log('skipped: the folder ../shared/data is not beside this checkout')
    return context.skip()
  }
  const file = await openMatterFile(real, {})
  expect(await intoWith(file, '听雨桥社区', 'real')).toEqual({ rows: 2816, imported: 2816, before: 0, clashing: 0, cannot: 0, clashes: [] })
  expect(await intoWith(file, '听雨桥社区', 'real')).toEqual({ rows: 2816, imported: 0, before: 2816, clashing: 0, cannot: 0, clashes: [] })
})
