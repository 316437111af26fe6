import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withScope } from '../../../kit/db.ts'
import { placeByCode } from '../../../places/index.ts'
import { clockActor, opensOf } from '../../../trust/index.ts'
import { district, openDoors, start, type Doors } from '../../../visits/testing.ts'
import { changeImport } from '../../store/import-file.ts'
import { exportRoster, ROSTER_COLUMNS } from './export-roster.ts'
import { importTable, rosterOf } from './import.testing.ts'
import { undoImport } from './undo-import.ts'

let d: Doors
const clock = clockActor(district, 'd990106')
beforeAll(async () => { d = await openDoors() })
afterAll(async () => { await d?.close() })

const taken = async (clear: boolean): Promise<readonly (readonly string[])[]> => {
  const community = await withScope(d.db, clock, (tx) => placeByCode(tx, district, '990106003001'))
  if (community === null) throw new Error('no community')
  const rows: (readonly string[])[] = [ROSTER_COLUMNS]
  for await (const row of exportRoster({ db: d.db, scope: clock, community, clear, purpose: 'know_homes', at: start })) rows.push(row)
  return rows
}
const undo = async (id: string | null): Promise<void> => {
  await withScope(d.db, clock, (tx) => changeImport(tx, district, id ?? '', { state: 'undoing' }))
  await undoImport(d.db, clock, id ?? '', () => start)
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checked = (digits: string): string => digits + ('10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11] ?? '')
const names = ['王国华', '李秀兰', '陈新', '欧阳明月', '赵一', '周子墨'] as const
const person = fc.record({
  name: fc.constantFrom(...names), day: fc.integer({ min: 10, max: 28 }), year: fc.integer({ min: 1940, max: 2005 }), odd: fc.boolean(), numbered: fc.boolean(),
  phone: fc.option(fc.integer({ min: 1000, max: 9999 }).map((n) => `1990000${n}`), { nil: '' }), room: fc.constantFrom('101', '102', '201'),
  live: fc.constantFrom('人在户在', '人在户不在', '人不在户在', ''), kind: fc.constantFrom('业主', '租客', ''), since: fc.constantFrom('', '2011-03-04'),
  relation: fc.constantFrom('户主', '配偶', '父母', ''), from: fc.constantFrom('', '云汀市河西区柳堤街道', '云汀市河西区柳堤街道8号'), gone: fc.constantFrom('', '', '', '2026-01-02', '2025-03', 'unsaid'),
})
type Person = typeof person extends fc.Arbitrary<infer P> ? P : never

const rowOf = (p: Person): readonly string[] => {
  const born = `${p.year}-06-${p.day}`
  const id = p.numbered ? checked(`990106${born.replaceAll('-', '')}${p.odd ? '011' : '022'}`) : ''
  const said: Partial<Record<(typeof ROSTER_COLUMNS)[number], string>> = { 小区: '梧桐苑', 楼栋: '3', 单元: '1', 房号: p.room, 姓名: p.name, 身份证号: id, 手机号1: p.phone, 性别: p.odd ? '男' : '女',
    出生日期: born, 与户主关系: p.relation, 户籍地址: p.from, 居住逻辑: p.live, 人员类型: p.kind, 入住日期: p.since, ...(p.gone === '' ? {} : { 是否已迁出: '是', 迁出日期: p.gone === 'unsaid' ? '' : p.gone }) }
  return ROSTER_COLUMNS.map((column) => said[column] ?? '')
}

test('[RO24] [RO28] a roster taken along and imported again is the same roster, and says no more of when somebody left than it was told', async () => {
  const files = fc.uniqueArray(person, { minLength: 1, maxLength: 6, selector: ({ name }) => name })
  await fc.assert(fc.asyncProperty(files, async (people) => {
    const first = await importTable(d.db, clock, start, [ROSTER_COLUMNS, ...people.map(rowOf)])
    const [before, rows] = [await rosterOf(d.db, clock), await taken(true)]
    await undo(first.id)
    const second = await importTable(d.db, clock, start, rows)
    expect(second.cannot).toBe(0)
    const after = await rosterOf(d.db, clock)
    const again = await taken(true)
    await undo(second.id)
    expect(after).toEqual(before)
    expect(again.map(String).sort()).toEqual(rows.map(String).sort())
    const said = (row: readonly string[]): string => row[ROSTER_COLUMNS.indexOf('迁出日期')] ?? ''
    expect(rows.slice(1).map(said).filter(Boolean).sort()).toEqual(people.map(rowOf).map(said).filter(Boolean).sort())
  }), { numRuns: 12 })
}, 60_000)

test('[RO28] masked unless asked for in clear; an act says how much was taken along and what for', async () => {
  const { id } = await importTable(d.db, clock, start, [ROSTER_COLUMNS, rowOf({ name: '王国华', day: 10, year: 1960, odd: true, numbered: true, phone: '19900001001', room: '101',
    live: '人在户在', kind: '业主', since: '', relation: '户主', from: '云汀市河西区柳堤街道8号', gone: '' })])
  const masked = (await taken(false)).map((row) => row.join(',')).join('\n')
  expect(masked).toContain('王＊＊')
  expect(masked).not.toMatch(/国华|19900001001|99010619600610|柳堤街道8/)
  const acts = await withScope(d.db, clock, (tx) => tx.selectFrom('act').select('facts').where('kind', '=', 'roster.exported').orderBy('at', 'desc').execute())
  expect(acts.at(-1)?.facts).toMatchObject({ list: 'roster', people: 1, clear: false, purpose: 'know_homes' })
  const one = "select d.who from dweller d limit 1"
  const who = (await d.database.pool('linli_owner').query(one)).rows[0] as { who: string } // its own column
  const self = { ...clock, scopes: [], audience: [], residents: [who.who] }
  expect(await withScope(d.db, self, (tx) => opensOf(tx, district, [who.who]))).toEqual([])
  expect((await taken(true)).map((row) => row.join(',')).join('\n')).toContain('王国华')
  expect(await withScope(d.db, self, (tx) => opensOf(tx, district, [who.who]))).toMatchObject([{ person: who.who, field: 'all', purpose: 'know_homes' }])
  for (const key of ['captain', 'secretary', 'street'] as const) expect(await withScope(d.db, d.as(key), (tx) => opensOf(tx, district, [who.who]))).toEqual([])
  await undo(id)
})
