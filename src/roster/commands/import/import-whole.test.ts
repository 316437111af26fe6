import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { withScope } from '../../../kit/db.ts'
import { clockActor } from '../../../trust/index.ts'
import { district, openDoors, start, type Doors } from '../../../visits/testing.ts'
import { changeImport, importById } from '../../store/import-file.ts'
import { importTable, rosterOf, sizes } from './import.testing.ts'
import { undoImport } from './undo-import.ts'

let d: Doors
const clock = clockActor(district, 'd990106')
beforeAll(async () => { d = await openDoors() })
afterAll(async () => { await d?.close() })

const undo = async (id: string | null): Promise<Readonly<Record<string, number>>> => {
  await withScope(d.db, clock, (tx) => changeImport(tx, district, id ?? '', { state: 'undoing' }))
  await undoImport(d.db, clock, id ?? '', () => start)
  return (await withScope(d.db, clock, (tx) => importById(tx, district, id ?? '')))?.counts.numbers ?? {}
}
const imports: (string | null)[] = []
const bring = async (rows: readonly (readonly string[])[], more: Parameters<typeof importTable>[4] = {}) => {
  const whole = await importTable(d.db, clock, start, rows, more)
  imports.push(whole.id)
  return whole
}
beforeEach(async () => {
  for (const id of imports.splice(0).reverse()) if (id) await undo(id)
  expect((await sizes(d.db, clock))['dweller']).toBe(0)
})

const head = ['姓名', '身份证号', '性别', '手机号', '小区', '楼栋', '单元', '房号', '与户主关系']
const wang = ['王国华', '99010619600305101X', '男', '19900001001', '梧桐苑', '3', '1', '101', '户主']
const li = ['李秀兰', '990106196208121025', '女', '19900001002', '梧桐苑', '3', '1', '101', '配偶']
/** With the check digits that belong to them. */
const proper = (row: readonly string[]): readonly string[] => row.map((cell, at) => (at === 1 && cell !== '' ? withCheck(cell) : cell))
const withCheck = (number: string): string => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return number.slice(0, 17) + ('10X98765432'[sum % 11] ?? '')
}
const rows = [head, proper(wang), proper(li)]

test('[RO22] a file brings people with their ties and values; the same file again changes nothing', async () => {
  const first = await bring(rows)
  expect(first).toMatchObject({ rows: 2, ok: 2, fixable: 0, cannot: 0, people: 2, homes: 1, done: { people: 2, ties: 2, waiting: 0 } })
  const roster = await rosterOf(d.db, clock)
  expect(roster.join('\n')).toContain('name=王国华')
  expect(roster.join('\n')).toContain('990106003001K1-03-1-101 lived_in 2 0 2026-11-20 import')
  const before = await sizes(d.db, clock)
  const second = await bring(rows)
  expect(second.done).toEqual({ people: 0, ties: 0, values: 0, waiting: 0, ended: 0, joined: 0, asked: 0 })
  expect(await sizes(d.db, clock)).toEqual(before)
  expect(await rosterOf(d.db, clock)).toEqual(roster)
})

test('[RO26] a dry run writes nothing and says the address of a cell, never what stands in it', async () => {
  const ruined = ['王小明', '9.90106E+17', '男', '13800', '梧桐苑', '3', '1', '999', '子']
  const whole = await bring([...rows, ruined], { write: false })
  expect(whole).toMatchObject({ id: null, rows: 3, ok: 2, cannot: 1 })
  expect(whole.ok + whole.fixable + whole.cannot).toBe(whole.rows)
  expect(whole.problems.find(({ code }) => code === 'no_such_home')).toEqual({ sheet: 1, row: 4, column: 'H', code: 'no_such_home', cell: 'H4' })
  expect(JSON.stringify(whole)).not.toMatch(/王小明|13800|E\+17/)
  expect((await sizes(d.db, clock))['dweller']).toBe(0)
})

test('[RO25] undoing gives back exactly what was: what an import ended, changed and put beside', async () => {
  await bring(rows)
  const [before, counted] = [await rosterOf(d.db, clock), await sizes(d.db, clock)]
  const moved = [...head, '是否已迁出', '迁出日期']
  const second = await bring([moved, [...proper(wang), '是', '2026-06-01'],
    [...proper(li).with(3, '19900001009'), '', ''], [...proper(['陈新', '990106199001011015', '男', '19900001003', '梧桐苑', '3', '1', '102', '户主']), '', '']])
  expect(second.done).toMatchObject({ people: 1, waiting: 1, ended: 1 })
  const now = (await rosterOf(d.db, clock)).join('\n')
  expect(now).toContain('phone=19900001009 waiting')
  expect(now).toContain('990106003001K1-03-1-101 lived_in 1')
  expect(now).toContain('conflict')
  expect(await undo(imports.pop() ?? null)).toMatchObject({ undonePeople: 1, undoneTies: 1, undoneKept: 0, undoneWaiting: 1, undoneBack: 2 })
  expect(await rosterOf(d.db, clock)).toEqual(before)
  expect(await sizes(d.db, clock)).toEqual(counted)
})

test('[RO25] what another file said since stays when the first is undone, with the name it was met by', async () => {
  await bring([head, proper(wang)])
  await bring([head, proper(wang), proper(li)].map((row) => row.slice(0, 9)), { seenOn: '2026-11-21' })
  await bring([[...head, '户籍地址'], [...proper(wang), '云汀市河西区柳堤街道']])
  const [first] = imports.splice(0, 1)
  expect(await undo(first ?? null)).toMatchObject({ undonePeople: 0, undoneTies: 0, undoneKept: 1, undoneWaiting: 0 })
  const now = (await rosterOf(d.db, clock)).join('\n')
  expect(now).toContain('name=李秀兰')
  expect(now).toContain('name=王国华')
  expect(now).toContain('registered_at=云汀市河西区柳堤街道')
  expect(now).not.toContain('phone=19900001001')
})

test('[RO22] the order of two files that do not contradict each other does not matter', async () => {
  const elsewhere = ['王国华', '99010619600305101X', '男', '', '梧桐苑', '4', '1', '202', '']
  const a = [head, proper(wang).with(3, ''), proper(li).with(1, '')]
  const b = [head, proper(wang).with(2, ''), proper(li).with(3, ''), proper(elsewhere)]
  await bring(a)
  await bring(b)
  const one = await rosterOf(d.db, clock)
  for (const id of imports.splice(0).reverse()) await undo(id)
  expect((await sizes(d.db, clock))).toMatchObject({ dweller: 0, dweller_value: 0, dweller_token: 0, person_key: 0, same_person: 0, roster_change: 0 })
  await bring(b)
  await bring(a)
  expect(await rosterOf(d.db, clock)).toEqual(one)
  expect(one.join('\n')).toMatch(/03-1-101.*‖.*04-1-202|04-1-202.*‖.*03-1-101/)
})

test('[RO31] one ID number and one name in two homes is one person; a shared phone of two names is not asked about', async () => {
  const second = ['王国华', '99010619600305101X', '男', '', '梧桐苑', '4', '1', '101', '']
  const whole = await bring([...rows, proper(second), ['李秀芳', '', '女', '19900001002', '梧桐苑', '4', '1', '102', '']])
  expect(whole.done).toMatchObject({ people: 4, joined: 1, asked: 0 })
  const namesake = await bring([head, ['李秀兰', '', '女', '19900001002', '梧桐苑', '4', '1', '201', '']])
  expect(namesake.done).toMatchObject({ people: 1, joined: 0, asked: 1 })
})

test('[RO6] a child is a number on the home and nowhere else', async () => {
  const whole = await bring([...rows, proper(['王小宝', '990106201805051011', '男', '', '梧桐苑', '3', '1', '101', '孙'])])
  expect(whole.done.people).toBe(2)
  const roster = (await rosterOf(d.db, clock)).join('\n')
  expect(roster).toContain('990106003001K1-03-1-101 lived_in 3 1')
  expect(roster).not.toContain('王小宝')
})

test('[RO20] a home of another community is no home here', async () => {
  const whole = await bring([head, proper(wang).with(4, '纺机新村').with(5, '1')])
  expect(whole).toMatchObject({ cannot: 1, done: { people: 0 } })
})
