/** A spreadsheet of titles and owners, read row by row: what it says, and what is amiss in it. Pure; writes nothing, decides nothing about people. */
import type { Said } from '../../../kit/pure.ts'
import { AREA_SOURCES, TITLE_STATES, type AreaSource, type TitleState } from '../heads.ts'
import type { TitleKind } from '../vote.ts'
import { roomText, type Room } from './rooms.ts'
import { phoneShape } from './told.ts'

export type TableLine = { readonly line: number; readonly cells: readonly string[] }
export type TableOwner = { readonly name: string; readonly phone: string | null }
/** One title as the table says it. Area in 0.01 m². `company`: it belongs to one, whose owners sign for it. */
export type TitleSaid = { readonly line: number; readonly label: string; readonly room: Room | null; readonly kind: TitleKind; readonly area: number
  readonly source: AreaSource; readonly status: TitleState; readonly owners: readonly TableOwner[]; readonly company: string | null }
/** `grave`: the row can't be taken as it is. */
export type TableProblem = { readonly line: number; readonly room: string; readonly grave: boolean; readonly said: Said }
export type TableRead = { readonly rows: readonly TitleSaid[]; readonly problems: readonly TableProblem[]; readonly headed: boolean }

const columns = {
  room: /^(房号|室号|房屋|坐落|房产|门牌|房屋编号|room)/i, area: /面积|area/i, owners: /^(产权人|业主|所有权人|共有人|权利人|姓名|owner)/i, phone: /电话|手机|联系方式|phone/i,
  kind: /^(类型|种类|用途|kind)/i, status: /^(状态|销售状态|status)/i, source: /来源|source/i,
} as const
type Column = keyof typeof columns
const KIND: readonly (readonly [RegExp, TitleKind])[] = [[/住宅|公寓|home/i, 'home'], [/商铺|店|商业|门面|shop/i, 'shop'], [/车位|车库|garage/i, 'garage'],
  [/储藏|storeroom/i, 'storeroom']]
const STATUS: readonly (readonly [RegExp, TitleState])[] = [[/未交|没交/, 'undelivered'], [/未售|没卖|待售/, 'unsold'], [/已售|已交|sold/i, 'sold']]
const SOURCE: readonly (readonly [RegExp, AreaSource])[] = [[/登记|产权证|不动产/, 'register'], [/实测|测绘/, 'survey'], [/合同/, 'contract']]
const COMPANY = /(公司|企业|银行|合作社|中心|商行|商店|厂|学校|医院|委员会|集团|事务所)$/

const pick = <T extends string>(text: string, words: readonly (readonly [RegExp, T])[], all: readonly T[]): T | null =>
  words.find(([shape]) => shape.test(text))?.[1] ?? all.find((one) => one === text.toLowerCase()) ?? null

/** '89.56', '89.56㎡', '1,186.5' as whole hundredths; null for what is no area or is finer than two places. */
export function areaIn(text: string): number | null {
  const found = /^(\d{1,7})(?:\.(\d{1,2})0*)?$/.exec(text.normalize('NFKC').replace(/(m2|平方米|平米|平|,|\s)/gi, ''))
  const area = found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : 0
  return area > 0 && area <= 100_000_00 ? area : null
}

const say = (zh: string, en: string): Said => ({ zh, en })
const split = (text: string): string[] => text.normalize('NFKC').split(/[、,;，；/\n]+|\s{2,}/).map((one) => one.trim()).filter((one) => one !== '')

function headOf(lines: readonly TableLine[]): { readonly at: number; readonly of: ReadonlyMap<Column, number> } | null {
  for (const [at, { cells }] of lines.slice(0, 12).entries()) {
    const of = new Map<Column, number>()
    for (const [name, shape] of Object.entries(columns) as [Column, RegExp][]) { // the object's own keys
      const column = cells.findIndex((cell, n) => shape.test(cell.trim()) && ![...of.values()].includes(n) && !(name === 'area'
        && columns.source.test(cell)))
      if (column >= 0) of.set(name, column)
    }
    if (of.has('room') && of.has('area')) return { at, of }
  }
  return null
}

function ownersIn(names: readonly string[], phones: readonly string[]): TableOwner[] {
  return names.map((name, i) => ({ name, phone: phones.length === names.length || names.length === 1 ? phones[i] ?? null : null }))
}

type Reading = { readonly rooms: ReadonlyMap<string, Room>; readonly compound: string; readonly problems: TableProblem[] }

function readLine(reading: Reading, { line, cells }: TableLine, of: ReadonlyMap<Column, number>): TitleSaid | null {
  const cell = (name: Column): string => (cells[of.get(name) ?? -1] ?? '').trim()
  const said = cell('room')
  if (said === '') return null
  const grave = (what: Said): null => { reading.problems.push({ line, room: said, grave: true, said: what }); return null }
  const note = (what: Said): void => { reading.problems.push({ line, room: said, grave: false, said: what }) }
  const text = roomText(said, reading.compound)
  const room = reading.rooms.get(text) ?? null
  const kind = pick(cell('kind'), KIND, []) ?? pick(said, KIND, []) ?? (room || /^\d+(-\d+)+$/.test(text) ? 'home' : null)
  if (kind === null) return grave(say('写明是住宅、商铺、车位还是储藏室。', 'Say whether it is a home, a shop, a garage or a storeroom.'))
  if (kind === 'home' && room === null) return grave(say('小区里没有这个房号。', 'The compound has no such room.'))
  const area = areaIn(cell('area'))
  if (area === null) return grave(say('面积读不懂：要写平方米，最多两位小数。', 'The area can’t be read: square metres with two decimals at most.'))
  const status = cell('status') === '' ? 'sold' : pick(cell('status'), STATUS, TITLE_STATES)
  if (status === null) return grave(say('状态只能是：已售、未售、未交付。', 'The state is sold, unsold or not handed over.'))
  const phones = split(cell('phone')).map((one) => one.replace(/[\s()-]/g, ''))
  if (phones.some((one) => !phoneShape.test(one))) return grave(say('电话位数不对。', 'The telephone can’t be one.'))
  const names = split(cell('owners'))
  const company = status === 'sold' ? names.find((name) => COMPANY.test(name)) ?? null : names[0] ?? null
  const people = names.filter((name) => name !== company && !COMPANY.test(name))
  if (status === 'sold' && names.length === 0) note(say('没有写业主，先空着，投不了票。', 'No owner: kept empty, nobody can vote for it.'))
  if (people.some((name) => name.length < 2 || /\d/.test(name))) return grave(say('业主的姓名不像姓名。', 'An owner’s name does not look like one.'))
  if (people.length > 1 && phones.length > 0 && phones.length !== people.length) note(say('电话和姓名对不上，电话没有收。',
    'Telephones and names do not match: no telephone taken.'))
  return { line, room, kind, area, status, company, label: room?.label ?? text, owners: ownersIn(people, phones),
    source: pick(cell('source'), SOURCE, AREA_SOURCES) ?? 'register' }
}

/** Rows of one title under each other, one for each joint owner, become one. */
function joined(rows: readonly TitleSaid[], problems: TableProblem[]): TitleSaid[] {
  const found = new Map<string, TitleSaid>()
  for (const row of rows) {
    const before = found.get(row.label)
    if (before && before.area !== row.area) {
      problems.push({ line: row.line, room: row.label, grave: true, said: say(`和第${before.line}行是同一套，面积不一样。`,
        `The same title as row ${before.line}, with another area.`) })
    } else {
      const more = row.owners.filter(({ name, phone }) => !before?.owners.some((one) => one.name === name && one.phone === phone))
      found.set(row.label, before ? { ...before, owners: [...before.owners, ...more] } : row)
    }
  }
  return [...found.values()]
}

/** [B87] Reads a table: the head is found under titles, rooms in many spellings, joint owners in one cell or in rows under each other. */
export function readTable(lines: readonly TableLine[], rooms: readonly Room[], compound: string): TableRead {
  const head = headOf(lines)
  if (head === null) return { rows: [], problems: [], headed: false }
  const byText = new Map(rooms.flatMap((room) => [[room.label, room], [room.also, room]] as const))
  const reading: Reading = { rooms: byText, compound, problems: [] }
  const rows = lines.slice(head.at + 1).flatMap((line) => readLine(reading, line, head.of) ?? [])
  const all = joined(rows, reading.problems)
  return { rows: all, problems: reading.problems, headed: true }
}
