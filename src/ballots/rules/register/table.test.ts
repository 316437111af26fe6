import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UNWRITTEN } from '../compound-rule.ts'
import { planTable, type Known } from './heads-said.ts'
import { roomsOf, roomText, sameRoom } from './rooms.ts'
import { countRegister, stopOf, type KeptTitle } from './stops.ts'
import { areaIn, readTable, type TitleSaid } from './table.ts'

const place = (code: string, building: string, unit: string) => ({ id: `id of ${code}`, code, building, unit })
const rooms = roomsOf([place('990106003001K1-03-1-1201', 'b3', 'b3u1'), place('990106003001K1-03-1-101', 'b3', 'b3u1'),
  place('990106003001K1-05-1-302', 'b5', 'b5u1'),
  place('990106003001K1-05-2-302', 'b5', 'b5u2')])
const read = (...rows: string[]) => readTable(rows.map((row, i) => ({ line: i + 1, cells: row.split('|') })), rooms, '梧桐苑')
const found = (rows: readonly TitleSaid[]) => rows.map(({ label, area, owners }) => [label, area, owners.map(({ name,
  phone }) => `${name}${phone ?? ''}`).join('+')])

test('[B87] rooms are called as people write them; the staircase stands in the name where a building has several', () => {
  expect(rooms.map(({ label }) => label)).toEqual(['3-1201', '3-101', '5-1-302', '5-2-302'])
  for (const text of ['3号楼1201', '3-1201', '３号楼1201室', '3栋1201', '梧桐苑3号楼1201室', '3#1201']) expect([text, roomText(text, '梧桐苑')]).toEqual([text,
    '3-1201'])
  expect(sameRoom('5号楼2单元302', '5-2-302')).toBe(true)
  expect(sameRoom('商铺07', '商铺 7')).toBe(true)
  expect(sameRoom('3-101', '3-1201')).toBe(false)
})

test('[B87] areas are read exactly to 0.01 m²; what is finer or no area is refused', () => {
  expect(['89.56', '89.56㎡', '1,186.5平方米', '８９．５６', '89', '89.560'].map(areaIn)).toEqual([8956, 8956, 118650, 8956, 8900, 8956])
  expect(['89.567', '-3', '', '0', '八十', '89.5.6', '200000000'].map(areaIn)).toEqual([null, null, null, null, null, null, null])
  fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_99 }), (n) => areaIn(`${Math.trunc(n / 100)}.${String(n % 100).padStart(2, '0')}`) === n))
})

test('[B87] a head is found under titles; joint owners stand in one cell or in rows under each other', () => {
  const table = read('梧桐苑业主名册||||', '2026年制||||', '房号|专有面积(㎡)|产权人|联系电话|状态', '3-1-1201|118.32|甲大、乙小|19900000001、19900000002|已售',
    '3号楼101|89.56|丙中|19900000003|',
    '5号楼2单元302|56.38|丁一|19900000004|', '5号楼2单元302|56.38|戊二|19900000005|', '5-1-302|61.72|云汀某某置业有限公司||未售')
  expect(table.problems).toEqual([])
  expect(found(table.rows)).toEqual([['3-1201', 11832, '甲大19900000001+乙小19900000002'], ['3-101', 8956, '丙中19900000003'],
    ['5-2-302', 5638, '丁一19900000004+戊二19900000005'], ['5-1-302', 6172, '']])
  expect(table.rows[3]).toMatchObject({ status: 'unsold', company: '云汀某某置业有限公司' })
  expect(read('姓名|电话', '甲|1').headed).toBe(false)
})

test('[B87] what can’t be taken is said beside its row: no such room, no area, another area for the same title, half a telephone', () => {
  const { rows, problems } = read('房号|面积|产权人|电话|类型', '9-901|50|甲大||', '3-1201|118.325|甲大||', '3-101|89.56|甲大|123|', '摊位3|12|甲大||',
    '5-1-302|61.72|||', '5-1-302|61.80|乙小||')
  expect(rows.map(({ label }) => label)).toEqual(['5-1-302'])
  expect(problems.map(({ line, grave }) => [line, grave])).toEqual([[2, true], [3, true], [4, true], [5, true], [6, false], [7, true]])
})

test('[B87] [B6] a buyer of several homes is one head when name and telephone are the same; a name alone is not enough and is said', () => {
  const { rows } = read('房号|面积|产权人|电话', '3-1201|118.32|甲大|19900000001', '3-101|89.56|甲大|19900000001', '5-1-302|61.72|乙小|', '5-2-302|56.38|乙小|')
  const plan = planTable(rows, [])
  expect(plan.heads.map(({ titles }) => titles.length)).toEqual([2, 1, 1])
  expect(plan.problems.map(({ room, grave }) => [room, grave])).toEqual([['5-1-302', false], ['5-2-302', false]])
  const known: Known[] = [{ id: 't', head: 'h', label: '3-1201', kind: 'home', area: 11832, source: 'register', status: 'sold', company: null,
    owners: [{ name: '甲大', phone: '19900000001' }] }]
  const again = planTable(rows.slice(0, 2), known)
  expect([again.same, again.heads.map(({ id, titles }) => [id, titles.length])]).toEqual([1, [['h', 1]]])
})

test('[B81] splitting one owner’s homes into rows does not change the heads; what makes no head weighs nothing', () => {
  const titles = fc.array(fc.record({ head: fc.constantFrom('a', 'b', 'c'), area: fc.integer({ min: 1, max: 99_999 }), garage: fc.boolean() }),
    { minLength: 1, maxLength: 12 })
  fc.assert(fc.property(titles, (all) => {
    const kept = (split: boolean): KeptTitle[] => all.flatMap(({ head, area, garage }, i) => (split && area > 1 ? [area - 1, 1] : [area]).map((part,
      n) => ({ id: `${i}-${n}`, head,
      developer: head === 'c', kind: garage ? 'garage' as const : 'home' as const, area: part, building: null, unit: null })))
    const { heads, area } = countRegister(kept(false), UNWRITTEN.counts)
    expect(countRegister(kept(true), UNWRITTEN.counts)).toMatchObject({ heads, area })
    expect(heads).toBe(new Set(all.filter(({ garage }) => !garage).map(({ head }) => head)).size)
  }))
})

test('[B82] one chosen owner can vote; none, nobody chosen, a death or a court’s order stop it', () => {
  expect(stopOf({ blocked: null, owners: 2, chosen: 1 })).toBeNull()
  expect([stopOf({ blocked: null, owners: 0, chosen: 0 }), stopOf({ blocked: null, owners: 2, chosen: 0 }), stopOf({ blocked: 'death', owners: 1,
    chosen: 1 })]).toEqual(['nobody', 'not_chosen', 'death'])
})
