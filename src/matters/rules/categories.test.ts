import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CATEGORIES, categoryName, categoryOf, closedTo, isCategory, publicPlace, titleFrom } from './categories.ts'

test('the tree has one meaning for each code and a size that a person can learn', () => {
  expect(new Set(CATEGORIES.map(c => c.code)).size).toBe(CATEGORIES.length)
  expect(new Set(CATEGORIES.map(c => `${c.group}·${c.zh}`)).size).toBe(CATEGORIES.length)
  expect(new Set(CATEGORIES.map(c => c.group)).size).toBe(16)
  expect(CATEGORIES.length).toBeGreaterThanOrEqual(70)
  expect(CATEGORIES.length).toBeLessThanOrEqual(110)
  for (const { code, zh, en, title } of CATEGORIES) {
    expect(code).toMatch(/^[a-z_]{2,30}$/)
    expect(zh && en && title).toBeTruthy()
    expect(title.replaceAll('{place}', '')).toMatch(/^[^{}]{2,20}$/)
  }
})

test('[P04] neighbour, letting, family and crime skip the captain, the branch and the owners; nothing else is closed', () => {
  for (const c of CATEGORIES) {
    if (c.sensitive) expect(c.closedTo).toEqual(expect.arrayContaining(['captain', 'branch', 'owners']))
    else expect(c.closedTo).toEqual([])
    expect(c.closedTo).not.toContain('community')
    if (c.sensitive === 'family' || c.sensitive === 'crime') expect([c.board, c.closedTo.includes('firm')]).toEqual([false, true])
  }
  expect(closedTo('group_letting')).not.toContain('firm')
  expect(['water_leak_neighbour', 'noise_home', 'noise_decoration', 'group_letting', 'family', 'theft'].map(c => categoryOf(c).sensitive))
    .toEqual(['neighbour', 'neighbour', 'neighbour', 'letting', 'family', 'crime'])
})

test('[P23] no public title of a sensitive category names a building', () => {
  for (const c of CATEGORIES) if (c.sensitive) expect(titleFrom(c.code, '3号楼')).not.toContain('3')
})

test.each([
  ['3号楼', '3号楼'], ['纺机新村7号楼3单元', '纺机新村7号楼'], ['3-2-1201', '3号楼'], ['梧桐苑 3-2-1201', '梧桐苑3号楼'], ['3－2－1201', '3号楼'],
  ['3栋2单元1201', '3栋'], ['三号楼二单元1201室', '三号楼'], ['10号楼前', '10号楼前'], ['4号楼1201', '4号楼'], ['5幢12楼东户', '5幢'],
  ['中心花园', '中心花园'], ['安居里北门', '安居里北门'], ['南门外', '南门外'], ['2单元1201', ''], ['1201室', ''], ['12楼东户', ''], ['', ''],
  ['A座1503', 'A座'], ['7号楼前', '7号楼前'], ['1号楼3层', '1号楼'], ['３号楼２单元', '3号楼'],
])('[P23] the public reads %s as %s', (label, said) => expect(publicPlace(label)).toBe(said))

test('[P23] a public title holds neither unit nor room, whatever the label', () => {
  const part = fc.constantFrom('3号楼', '2单元', '1201', '1201室', '12楼东户', '梧桐苑', '前', '-', '二单元', '602', 'A座', ' ', '3-2-1201', '老官塘院')
  fc.assert(fc.property(fc.array(part, { maxLength: 6 }), fc.constantFrom(...CATEGORIES), (parts, category) => {
    const title = titleFrom(category.code, parts.join(''))
    expect(title).not.toMatch(/单元|[0-9]{4}|[0-9]{3}(?!号楼)|室(?!内)|东户|\{/)
  }), { numRuns: 2000 })
})

test('an unknown code reads as 其他, and titles follow the demo board', () => {
  expect(isCategory('lift') && !isCategory('toString')).toBe(true)
  expect(categoryOf('gone').code).toBe('other')
  expect(categoryName('lift').zh).toBe('公共安全·电梯')
  expect(titleFrom('lighting', '7号楼3单元')).toBe('7号楼楼道灯不亮')
  expect(titleFrom('fire_lane', '7号楼前')).toBe('7号楼前消防通道被占')
  expect(titleFrom('group_letting', '3号楼')).toBe('某户疑似群租隔断')
})
