import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkOf, readIdNumber } from './cells/id-number.ts'
import { readDate } from './cells/date.ts'
import { readNames } from './cells/name.ts'
import { readPhones } from './cells/phone.ts'
import { readRemark } from './cells/remark.ts'
import { readKind, readLiveType } from './cells/ties.ts'
import { readRelation, readSex, readState, readYes } from './cells/words.ts'

const TODAY = '2026-11-20'
const id = (text: string, number?: number) => readIdNumber(number === undefined ? { text } : { text, number })
const date = (text: string, number?: number) => readDate(number === undefined ? { text } : { text, number }, TODAY)

test.each(['440308199901101512', '810000199408230021', '830000199201300022', '44030819990110000X'])('[RO13] the published number %s is right',
  (text) => {
  expect(id(text).value?.text).toBe(text)
})

test('[RO13] full width, a small x, blanks and dashes are read; 15 digits become 18; a county that does not exist is no error', () => {
  expect(id('４４０３０８１９９９０１１０１５１２').value?.text).toBe('440308199901101512')
  expect(id(' 440308 19990110 000x ').value?.text).toBe('44030819990110000X')
  expect(id('440308-19990110-1512').value).toEqual({ text: '440308199901101512', born: '1999-01-10', sex: 'male' })
  const old = id('990106850304123').value
  expect(old?.text).toBe(`99010619850304123${checkOf('99010619850304123')}`)
  expect(old?.born).toBe('1985-03-04')
})

test('[RO13] a number that a number format ruined is told, and nothing is read into it', () => {
  expect(id('4.40308E+17', 440308199901101500)).toEqual({ amiss: { code: 'id_ruined', fix: '' } })
  expect(id('4.40308E+17').amiss?.code).toBe('id_ruined')
  expect(id('440308199901101000').amiss?.code).toBe('id_ruined')
  expect(id('440308199901101513').amiss?.code).toBe('id_check')
  expect(id('44030819991310151X').amiss?.code).toBe('id_check')
  expect(id('4403081999').amiss?.code).toBe('id_length')
  expect(id('无')).toEqual({})
})

test('[RO13] one wrong digit, or two neighbours in the wrong order, is never read', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
    const good = '440308199901101512'
    const wrong = good.slice(0, at) + String((Number(good[at]) + by) % 10) + good.slice(at + 1)
    expect(id(wrong).value).toBeUndefined()
    const swapped = good.slice(0, at) + good.slice(at + 1, at + 2) + good.slice(at, at + 1) + good.slice(at + 2)
    if (swapped !== good) expect(id(swapped).value).toBeUndefined()
  }))
})

test.each([
  ['19900000001;19900000002', '19900000001,19900000002'], ['19900000001、19900000002', '19900000001,19900000002'], ['19900000001/19900000002',
    '19900000001,19900000002'],
  ['19900000001 19900000002', '19900000001,19900000002'], ['１９９０００００００１', '19900000001'], ['199-0000-0001', '19900000001'], ['199 0000 0001',
    '19900000001'], ['+86 19900000001', '19900000001'],
  ['0571-85123456', '057185123456'], ['85123456', '85123456'], ['手机：19900000001', '19900000001'], ['19900000001\n0571-85123456',
    '19900000001,057185123456'], ['无', ''], ['/', ''],
])('[RO14] the cell %j holds %s', (text, want) => {
  expect((readPhones({ text }).value ?? []).join(',')).toBe(want)
})

test('[RO14] somebody else’s number, a short one and the number that forms stand in are told with the good ones offered', () => {
  expect(readPhones({ text: '19900000001(儿子)' })).toEqual({ value: [], amiss: { code: 'phone_odd', fix: '19900000001' } })
  expect(readPhones({ text: '1990000000' }).amiss).toEqual({ code: 'phone_odd', fix: '' })
  expect(readPhones({ text: '18999999999' }).amiss).toEqual({ code: 'phone_odd', fix: '' })
  expect(readPhones({ text: '1.99E+10', number: 19900000001 }).value).toEqual(['19900000001'])
  expect(readPhones({ text: '1.99E+10' }).amiss?.code).toBe('phone_odd')
})

test.each([
  ['19850304', '1985-03-04'], ['1985.3.4', '1985-03-04'], ['1985年3月', '1985-03'], ['1985年3月4日', '1985-03-04'], ['1985/3/4', '1985-03-04'],
    ['1985-03-04', '1985-03-04'], ['31110', '1985-03-04'], ['1985', '1985'],
  ['１９８５．３．４', '1985-03-04'], ['1985-03-04 00:00:00', '1985-03-04'], ['一九八五年三月四日', '1985-03-04'], ['二〇〇三年十二月三十一日', '2003-12-31'], ['198503',
    '1985-03'], ['2000.2.29', '2000-02-29'],
])('[RO15] %s is %s', (text, want) => {
  expect(date(text)).toEqual({ value: want })
})

test('[RO15] what is a guess is offered and not taken', () => {
  expect(date('85.3.4')).toEqual({ amiss: { code: 'date_odd', fix: '1985-03-04' } })
  expect(date('05-3-4').amiss?.fix).toBe('2005-03-04')
  expect(date('3/4/1985').amiss).toEqual({ code: 'date_odd', fix: '1985-03-04' })
  expect(date('850304').amiss).toEqual({ code: 'date_odd', fix: '1985-03-04' })
  expect(date('1985.1', 1985.1).amiss).toEqual({ code: 'date_odd', fix: '1985' })
  expect(date('1985年2月30日').amiss?.code).toBe('date_impossible')
  expect(date('农历正月初三').amiss?.code).toBe('date_odd')
})

test('[RO15] every day of 1927 to 2025 is read the same in five spellings and as a serial', () => {
  fc.assert(fc.property(fc.integer({ min: 10_000, max: 46_000 }), (serial) => {
    const day = new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10)
    const [y, m, d] = day.split('-').map(Number)
    for (const text of [day, day.replaceAll('-', ''), `${y}.${m}.${d}`, `${y}/${m}/${d}`, `${y}年${m}月${d}日`,
      String(serial)]) expect(date(text).value).toBe(day)
    expect(date(String(serial), serial).value).toBe(day)
  }))
})

const names = (text: string): string => (readNames(text).value?.names ?? []).map(({ name }) => name).join(',')

test('[RO16] names lose the blanks that align them; several in a cell are several people', () => {
  expect([names('王  伟'), names('王\u3000伟'), names('王 小明'), names('欧阳 修远')]).toEqual(['王伟', '王伟', '王小明', '欧阳修远'])
  expect([names('张三、李四'), names('张三 李四'), names('张三/李四;王五')]).toEqual(['张三,李四', '张三,李四', '张三,李四,王五'])
  expect([names('阿依古丽·买买提'), names('阿依古丽．买买提'), names('John  Smith')]).toEqual(['阿依古丽·买买提', '阿依古丽·买买提', 'John Smith'])
})

test('[RO16] brackets say dead, moved, tenant or relation; other words and numbers are told with the bare name; masks and totals are no names',
  () => {
  expect(readNames('张三(已故)').value?.names[0]).toEqual({ name: '张三', dead: true })
  expect(readNames('张三（租户）').value?.names[0]).toEqual({ name: '张三', tie: 'rents' })
  expect(readNames('张三(户主)').value?.names[0]).toEqual({ name: '张三', relation: 'head' })
  expect(readNames('张三(小名阿福)').amiss).toEqual({ code: 'name_odd', fix: '张三' })
  expect(readNames('张三1').amiss).toEqual({ code: 'name_odd', fix: '张三' })
  expect(readNames('张三、张三').amiss).toEqual({ code: 'name_person_twice', fix: '张三' })
  expect(readNames('王**').amiss).toEqual({ code: 'name_odd' })
  expect(readNames('合计').amiss).toEqual({ code: 'name_odd' })
  expect(readNames('空房').value).toEqual({ names: [], state: 'vacant' })
})

test('[RO17] a remark that says somebody moved or died, or that the home is let, is told with our own word; ours is taken as it stands', () => {
  expect(readRemark('2023年5月搬到江浦区').amiss).toEqual({ code: 'remark_says', fix: '已迁出2023-05' })
  expect(readRemark('已迁出2023-05').value).toEqual({ gone: 'moved', on: '2023-05' })
  expect(readRemark('去世').amiss?.fix).toBe('已死亡')
  expect(readRemark('房子租给一对夫妻').amiss?.fix).toBe('出租')
  expect(readRemark('空房').amiss?.fix).toBe('空置')
  expect(readRemark('父亲已去世').amiss).toEqual({ code: 'remark_says', fix: '' })
  expect(readRemark('未迁出').amiss?.fix).toBe('')
  expect(readRemark('周末在家')).toEqual({})
})

test('[RO17] words and codes of sex, relation, kind, registration and use', () => {
  expect(['男', '女', '1', '2', '9', 'M', '女性'].map((text) => readSex(text).value)).toEqual(['male', 'female', 'male', 'female', 'unknown', 'male',
    'female'])
  expect(['户主', '本人', '0', '长子', '儿媳', '孙女', '外祖母', '岳父', '弟媳', '保姆', '02', '二女儿', '户主之妻'].map((text) => readRelation(text).value))
    .toEqual(['head', 'head', 'head', 'son', 'daughter', 'grandchild', 'grandparent', 'parent', 'sibling', 'other', 'head', 'daughter', 'spouse'])
  expect(readRelation('干爹').amiss).toEqual({ code: 'relation_odd', fix: '其他' })
  expect(['户籍', '流动', '常住', '境外', '租客', '业主', '空挂户'].map((text) => readKind(text).value?.ties.join('+')))
    .toEqual(['lives+registered', 'lives', 'lives', 'lives', 'rents+lives', 'owns', 'registered'])
  expect(['1', '2', '3', '4', '一致', '不一致', '人在户不在'].map((text) => readLiveType(text).value?.ties.join('+'))).toEqual(['lives+registered', 'lives',
    'registered', '', 'lives+registered', 'lives', 'lives'])
  expect(['自住', '出租', '空置', '商铺', '未交付', '2001', '2008'].map((text) => readState(text).value)).toEqual(['lived_in', 'let', 'vacant', 'business',
    'unfinished', 'lived_in', 'vacant'])
  expect(['是', '否', '1', '0', '√', ''].map((text) => readYes(text).value)).toEqual([true, false, true, false, true, false])
})
