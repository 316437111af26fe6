import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openSheet, withFixes, type ImportField, type JudgedRow, type RawRow, type SheetPlan } from './index.ts'

const TODAY = '2026-11-20'
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const planOf = (...fields: ImportField[]): SheetPlan => ({ sheet: 1, from: 2, columns: fields.map((field, at) => ({ letter: letters[at] ?? 'Z',
  outcome: 'field', field })) })
const row = (n: number, ...texts: string[]): RawRow => ({ sheet: 1, n, cells: Object.fromEntries(texts.flatMap((text, at) => (text === '' ? []
  : [[letters[at] ?? 'Z', { text }]]))) })
const read = (plan: SheetPlan, ...rows: RawRow[]): JudgedRow[] => {
  const reader = openSheet(plan, TODAY)
  return rows.map((one) => reader.read(one))
}
const codes = ({ problems }: JudgedRow): string[] => problems.map(({ letter, code }) => `${letter}:${code}`)

const roster = planOf('building', 'unit', 'room', 'name', 'id_number', 'relation', 'phone', 'remark')

test('[RO19] blanks under a household’s first row are filled from above, and each is told with what was filled in', () => {
  const [first, second] = read(roster, row(2, '3', '2', '1201', '张三', '', '户主'), row(3, '', '', '', '李四', '', '配偶'))
  expect(first?.verdict).toBe('ok')
  expect(second?.home).toMatchObject({ building: '3', unit: '2', room: '1201' })
  expect(codes(second ?? { problems: [] } as never)).toEqual(['A:filled_down', 'B:filled_down', 'C:filled_down'])
  expect(second?.verdict).toBe('fixable')
})

test('[RO19] nothing is filled into another household: a head of household without a home has none', () => {
  const [, second] = read(roster, row(2, '3', '2', '1201', '张三', '', '户主'), row(3, '', '', '', '王五', '', '户主'))
  expect(second?.verdict).toBe('cannot')
  expect(second?.home.room).toBeUndefined()
})

test('[RO19] under another building neither unit nor room is carried over', () => {
  const [, second] = read(roster, row(2, '3', '2', '1201', '张三'), row(3, '4', '', '', '王五'))
  expect([second?.home.unit, second?.home.room]).toEqual([undefined, undefined])
})

test('[RO6] somebody under 14 is a number: told, and not among the people', () => {
  const plan = planOf('address', 'name', 'born')
  const [child, grown] = read(plan, row(2, '3-2-1201', '张小三', '2015-01-01'), row(3, '3-2-1201', '张三', '2012-11-20'))
  expect(child?.people).toEqual([])
  expect(codes(child ?? { problems: [] } as never)).toEqual(['C:under_14'])
  expect(child?.verdict).toBe('ok')
  expect(grown?.people).toHaveLength(1)
})

test('[RO13] the ID number counts where birth or sex differ from it, and what differs is told', () => {
  const plan = planOf('address', 'name', 'id_number', 'born', 'sex')
  const [one] = read(plan, row(2, '3-2-1201', '张三', '440308199901101512', '1999-01-11', '女'))
  expect(one?.people[0]).toMatchObject({ born: '1999-01-10', sex: 'male' })
  expect(one?.problems).toEqual([{ letter: 'D', code: 'id_born_differs', fix: '1999-01-10' }, { letter: 'E', code: 'id_sex_differs', fix: '男' }])
})

test('[RO16] owners’ lists in three cells belong together in order; where their counts differ nobody guesses', () => {
  const plan = planOf('building', 'room', 'owner_name', 'owner_phone')
  const [even, uneven] = read(plan, row(2, '3', '1201', '张三、李四', '19900000001;19900000002'), row(3, '3', '1202', '张三、李四', '19900000001'))
  expect(even?.people.map(({ name, phones, ties }) => [name, phones[0], ties[0]])).toEqual([['张三', '19900000001', 'owns'], ['李四', '19900000002',
    'owns']])
  expect(codes(uneven ?? { problems: [] } as never)).toEqual(['D:owners_uneven'])
  expect(uneven?.people.map(({ phones }) => phones.length)).toEqual([0, 0])
})

test('[RO16] with two people in a row nobody takes its one sex or date of birth for either', () => {
  const [one] = read(planOf('address', 'name', 'sex', 'born'), row(2, '3-2-1201', '张三、李四', '男', '1985-03-04'))
  expect(codes(one ?? { problems: [] } as never)).toEqual(['D:date_odd', 'C:sex_odd'])
  expect(one?.people.map(({ sex, born }) => [sex, born])).toEqual([[undefined, undefined], [undefined, undefined]])
})

test('[RO17] a day in place of a yes says since when somebody is gone', () => {
  const [one] = read(planOf('address', 'name', 'moved_out'), row(2, '3-2-1201', '张三', '2024.5.6'))
  expect(one?.people[0]).toMatchObject({ whyUntil: 'moved', until: '2024-05-06' })
})

test('[RO17] a coloured row says nothing certain: it is told unless a column says the same', () => {
  const [told, clear] = read(roster, { ...row(2, '3', '2', '1201', '张三'), fill: 'FFFF0000' }, { ...row(3, '3', '2', '1202', '李四', '', '', '',
    '已迁出'), fill: 'FFFF0000' })
  expect(codes(told ?? { problems: [] } as never)).toEqual(['D:colour_unclear'])
  expect(codes(clear ?? { problems: [] } as never)).toEqual(['H:told_moved'])
  expect(clear?.people[0]?.whyUntil).toBe('moved')
})

test('[RO18] a column and an address that name different homes are told; a sheet’s heading gives the building', () => {
  const [clash] = read(planOf('building', 'address', 'name'), row(2, '3', '5-2-1201', '张三'))
  expect([clash?.verdict, codes(clash ?? { problems: [] } as never)]).toEqual(['cannot', ['B:home_unclear']])
  const [headed] = read({ ...planOf('room', 'name'), building: '7' }, row(2, '101', '张三'))
  expect(headed?.home).toEqual({ building: '7', room: '101' })
  expect(headed?.verdict).toBe('ok')
})

test('[RO18] 1-1201 is unit and room where the building is known, and building and room where it is not', () => {
  const homes = (plan: SheetPlan, ...texts: string[]): string[] =>
    read(plan, row(2, ...texts)).map(({ home, verdict }) => `${home.building ?? ''}/${home.unit ?? ''}/${home.room ?? ''} ${verdict}`)
  expect(homes(planOf('building', 'room', 'name'), '3', '1-1201', '张三')).toEqual(['3/1/1201 ok'])
  expect(homes(planOf('building', 'room', 'name'), '3', '3-1201', '张三')).toEqual(['3//1201 ok'])
  expect(homes(planOf('building', 'unit', 'room', 'name'), '3', '2', '2-1201', '张三')).toEqual(['3/2/1201 ok'])
  expect(homes(planOf('building', 'unit', 'room', 'name'), '3', '2', '1-1201', '张三')).toEqual(['3/2/1201 cannot'])
  expect(homes(planOf('address', 'name'), '3-1201', '张三')).toEqual(['3//1201 ok'])
  expect(homes({ ...planOf('address', 'name'), building: '7' }, '2-1201', '张三')).toEqual(['7/2/1201 ok'])
  expect(homes({ ...planOf('address', 'name'), building: '7' }, '5-2-1201', '张三')).toEqual(['5/2/1201 cannot'])
  expect(homes(planOf('building', 'room', 'name'), '3', '101/102', '张三')).toEqual(['3//101/102 cannot'])
})

test('[RO18] two columns of addresses are read one by one, and told where they differ', () => {
  const [same, other] = read(planOf('address', 'address', 'name'), row(2, '梧桐苑3栋2单元1201', '3-2-1201', '张三'), row(3, '梧桐苑3栋2单元1201', '3-2-1301', '李四'))
  expect([same?.home.room, same?.verdict, other?.verdict]).toEqual(['1201', 'ok', 'cannot'])
})

test('[RO17] registered and living apart, from 居住逻辑 and from 是否人户分离 with where they live', () => {
  const [two, three] = read(planOf('address', 'name', 'live_type'), row(2, '3-2-1201', '张三', '2'), row(3, '3-2-1201', '李四', '3'))
  expect([two?.people[0]?.ties, three?.people[0]?.ties]).toEqual([['lives'], ['registered']])
  const [apart] = read(planOf('address', 'name', 'apart', 'lives_at'), row(2, '3-2-1201', '张三', '1', '青禾市南川县'))
  expect(apart?.people[0]).toMatchObject({ ties: ['registered'], livesAt: '青禾市南川县' })
})

test('[RO17] a column on the home’s use that says 人在户在 or 人户分离 speaks of the person', () => {
  const plan = planOf('address', 'name', 'home_state', 'lives_at')
  const all = read(plan, row(2, '3-2-1201', '张三', '人在户在'), row(3, '3-2-1201', '李四', '户在人不在'), row(4, '3-2-1201', '王五', '人户分离', '青禾市'), row(5, '3-2-1202', '赵六', '出租'))
  expect(all.map(({ verdict, people, homeState }) => [verdict, people[0]?.ties.join('+'), homeState])).toEqual([['ok', 'lives+registered', undefined],
    ['ok', 'registered', undefined], ['ok', 'registered', undefined], ['ok', 'lives', 'let']])
})

const some: readonly ImportField[] = ['address', 'building', 'unit', 'room', 'name', 'phone', 'id_number', 'born', 'sex', 'relation', 'remark',
  'residence_kind', 'apart', 'moved_out', 'moved_on', 'dead', 'since', 'home_state',
  'household_no', 'head_name', 'owner_name', 'owner_phone', 'tenant_name', 'tenant_id']
const cell = fc.oneof(fc.constantFrom('', '张三', '张三1', '张三、李四', '张三(已故)', '空房', '3', '3栋', '1201', '3-2-1201', '无', '19900000001', '1990000',
  '19900000001(儿子)', '440308199901101512', '4.4E+17', '44030819990110151',
  '1985.3.4', '85.3.4', '1985-02-30', '男', '女', '？', '户主', '干爹', '已搬走', '去世', '出租', '是', '否', '流动', '户籍', '2015-01-01', '合计', 'ＡＢＣ'),
    fc.string({ maxLength: 12 }))

test('[RO10] every row is ok, fixable or cannot; with its fixes taken a fixable row has nothing left to fix', () => {
  fc.assert(fc.property(fc.subarray([...some], { minLength: 2 }), fc.array(fc.array(cell, { minLength: 24, maxLength: 24 }), { minLength: 1,
    maxLength: 4 }), fc.boolean(), (fields, table, red) => {
    const plan = planOf(...fields)
    const raws = table.map((texts, at): RawRow => ({ ...row(at + 2, ...texts.slice(0, fields.length)), ...red ? { fill: 'FFFF0000' } : {} }))
    const judged = read(plan, ...raws)
    expect(judged.filter(({ verdict }) => ['ok', 'fixable', 'cannot'].includes(verdict))).toHaveLength(raws.length)
    for (const [at, one] of judged.entries()) {
      expect(one.problems.every(({ letter }) => letter !== '')).toBe(true)
      if (one.verdict !== 'fixable') continue
      const [fixed] = read(plan, withFixes(raws[at] ?? raws[0] ?? row(1), one.problems))
      expect({ from: one.problems, left: fixed?.problems.filter(({ fix }) => fix !== undefined) }).toEqual({ from: one.problems, left: [] })
    }
  }), { numRuns: 1500 })
})
