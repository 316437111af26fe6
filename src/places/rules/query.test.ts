import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chineseNumber, chineseNumeral, formatAddress, parsePlaceQuery, readAddress, type Address } from './index.ts'

const at = (building?: string, unit?: string, room?: string): Address =>
  ({ ...(building && { building }), ...(unit && { unit }), ...(room && { room }) })

test.each<[string, Address]>([
  ['3-2-1201', at('3', '2', '1201')],
  ['３－２－１２０１', at('3', '2', '1201')],
  ['3 - 2 - 1201室', at('3', '2', '1201')],
  ['3#2-1201', at('3', '2', '1201')],
  ['3#-2-1201', at('3', '2', '1201')],
  ['3#1201', at('3', undefined, '1201')],
  ['3-1201', at('3', undefined, '1201')],
  ['3-2', at('3', '2')],
  ['3栋2单元1201', at('3', '2', '1201')],
  ['3幢2单元1201', at('3', '2', '1201')],
  ['三号楼二单元1201室', at('3', '2', '1201')],
  ['三号楼二单元一二〇一室', at('3', '2', '1201')],
  ['十二栋一单元302', at('12', '1', '302')],
  ['二十号楼', at('20')],
  ['3号楼', at('3')],
  ['03号楼', at('3')],
  ['3楼', at('3')],
  ['A座1201', at('A', undefined, '1201')],
  ['3号楼 2单元 1201', at('3', '2', '1201')],
  ['3号楼1201室', at('3', undefined, '1201')],
  ['2单元', at(undefined, '2')],
  ['1201室', at(undefined, undefined, '1201')],
  ['1201', at(undefined, undefined, '1201')],
  ['3', at('3')],
])('[P6] %s is read as an address', (text, address) => {
  const { before, after, ...read } = readAddress(text) ?? { before: '?', after: '?' }
  expect({ before, after, read }).toEqual({ before: '', after: '', read: address })
})

test.each<[string, string, Address, string]>([
  ['梧桐苑3-2-1201', '梧桐苑', at('3', '2', '1201'), ''],
  ['梧桐苑 三号楼', '梧桐苑', at('3'), ''],
  ['纺机新村2号楼1单元', '纺机新村', at('2', '1'), ''],
  ['老官塘院4号楼前', '老官塘院', at('4'), '前'],
  ['统一一号楼', '统一', at('1'), ''],
  ['桐荫街道梧桐里社区梧桐苑7号楼楼道', '桐荫街道梧桐里社区梧桐苑', at('7'), '楼道'],
  ['安居里5栋', '安居里', at('5'), ''],
])('[P6] %s keeps the words around the address', (text, before, address, after) => {
  expect(readAddress(text)).toEqual({ before, after, ...address })
})

test('[P5] pinyin initials may stand for the name, with and without an address', () => {
  expect(parsePlaceQuery('wty')).toEqual([{ as: 'pinyin', pinyin: 'wty' }, { as: 'name', name: 'wty' }])
  expect(parsePlaceQuery('WTY3-2-1201')[0]).toEqual({ as: 'address', address: at('3', '2', '1201'), pinyin: 'wty' })
  expect(parsePlaceQuery('wty 3')[0]).toEqual({ as: 'address', address: at('3'), pinyin: 'wty' })
  expect(parsePlaceQuery("wu'tong yuan")[0]).toEqual({ as: 'pinyin', pinyin: 'wutongyuan' })
})

test('[P5] codes and door codes are understood before anything else', () => {
  expect(parsePlaceQuery('990106003001k1-03')).toMatchObject([{ as: 'code', code: { kind: 'building', building: '3' } }])
  expect(parsePlaceQuery('7KQ3-M2XZ')[0]).toEqual({ as: 'door', doorCode: '7KQ3M2XZ' })
  expect(parsePlaceQuery('  ')).toEqual([])
  expect(parsePlaceQuery('中心花园')).toEqual([{ as: 'name', name: '中心花园' }])
})

const building = fc.oneof(fc.integer({ min: 1, max: 99 }).map(String), fc.constantFrom('A', 'B'))
const unit = fc.integer({ min: 1, max: 20 }).map(String)
const room = fc.integer({ min: 101, max: 3399 }).map(String)
const name = fc.constantFrom('', '梧桐苑', '锦澜府', '老官塘院', '纺机新村', '安居里')

test('[P6] an address that is written reads back, in words, in dashes and in full-width signs', () => {
  fc.assert(fc.property(name, building, fc.option(unit), fc.option(room), (named, b, u, r) => {
    const address = at(b, u ?? undefined, r ?? undefined)
    const expected = { before: named, after: '', ...address }
    const words = formatAddress(address)
    expect(readAddress(named + words)).toEqual(expected)
    expect(readAddress(named + words.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)))).toEqual(expected)
    if (u !== null || r !== null) expect(readAddress(named + formatAddress(address, 'dashes'))).toEqual(expected)
  }))
})

test('[P6] an address said in Chinese numerals is the same address', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 20 }), room, (b, u, r) => {
    const said = `${chineseNumeral(b)}栋${chineseNumeral(u)}单元${r}室`
    expect(readAddress(said)).toEqual({ before: '', after: '', building: String(b), unit: String(u), room: r })
    expect(chineseNumber(chineseNumeral(b))).toBe(b)
  }))
})

test('[P5] whatever is typed is answered without an error, however long it is', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
    for (const query of parsePlaceQuery(text)) expect(query.as).toBeTruthy()
  }))
  parsePlaceQuery('三'.repeat(500_000))
  parsePlaceQuery('1-'.repeat(500_000))
})
