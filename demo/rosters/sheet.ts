/** One sheet of a dirty workbook, with what has to come of every cell that was planted. */
import type { Dice } from '../seed.ts'
import type { Kind, Layout } from './layouts.ts'
import { homeText, listed, spell, type Spelt } from './spell.ts'
import type { Household, Member } from './world.ts'

export type CellOut = string | number | Date | null
/** What a row says about its person beside who they are. */
export type Fate = 'plain' | 'moved' | 'dead' | 'moved_remark' | 'dead_remark' | 'coloured' | 'apart'
/** A cell of the workbook with the right answer; `what` is the part of the reading it is held against. */
export type Planted = { readonly sheet: number; readonly n: number; readonly column: string; readonly what: string; readonly kind: string;
  readonly want: string | null; readonly flag?: string }
export type Merged = { readonly column: number; readonly from: number; readonly to: number }
export type Sheet = {
  readonly name: string; readonly rows: readonly (readonly CellOut[])[]; readonly merged: readonly Merged[]; readonly coloured: readonly number[];
    readonly hidden: readonly number[]
  readonly wide: readonly (readonly [row: number, from: number, to: number])[]
}

/** Words planted in columns that must never be read. Each is found nowhere else, so a dump can be searched for them. */
export const secretOf = (n: number): string => `密语${String(n).padStart(5, '0')}号`

type Making = { readonly layout: Layout; readonly d: Dice; readonly dirty: boolean; readonly sheet: number; readonly planted: Planted[];
  readonly rows: CellOut[][]; secrets: number }

const WHATS: Partial<Record<Kind, string>> = { owner_names: 'owners', owner_ids: 'owner_ids', owner_phones: 'owner_phones', tenant_name: 'tenant',
  tenant_id: 'tenant_id', tenant_phone: 'tenant_phone' }

const plain = (cell: CellOut, want: string | null = null): Spelt => ({ cell, want, kind: 'plain' })

/** Owners' lists: names, numbers and telephones each in one cell, in one order. */
function ownersCell(kind: Kind, members: readonly Member[], { d, dirty }: Making): Spelt {
  const [one] = members
  if (one === undefined) return plain(null)
  if (members.length === 1 && kind === 'owner_names') return spell.name(one.name, d, dirty)
  if (members.length === 1 && kind === 'owner_ids') return spell.id(one.idNumber, d, dirty)
  if (members.length === 1) return one.phones.length === 0 ? plain(null, '') : spell.phones(one.phones, d, dirty)
  const of = { owner_names: (member: Member) => member.name, owner_ids: (member: Member) => member.idNumber, owner_phones: (member: Member) =>
    member.phones[0] ?? '19900009999' }[kind as 'owner_names'] // three kinds call this
  return { cell: listed(members, of, d), want: members.map(of).join(','), kind: 'several_people' }
}

function stateOf(fate: Fate, kind: Kind): Spelt {
  const yes = kind === 'moved_out' && fate === 'moved' || kind === 'dead' && fate === 'dead'
  if (kind === 'moved_out' || kind === 'dead') return { cell: yes ? '是' : '否', want: yes ? kind === 'dead' ? 'died' : 'moved' : null, kind: yes
    ? 'told_gone' : 'plain' }
  if (kind === 'moved_on' && fate === 'moved') return { cell: '2024.5.6', want: '2024-05-06', kind: 'gone_on' }
  if (kind === 'died_on' && fate === 'dead') return { cell: '20230102', want: '2023-01-02', kind: 'gone_on' }
  return plain(null)
}

function remarkOf(fate: Fate, d: Dice): Spelt {
  if (fate === 'moved_remark') return { cell: d.pick(['已搬走', '2023年5月搬到江浦区', '全家已迁出', '不住这了']), want: 'moved', kind: 'remark_gone',
    flag: 'remark_says' }
  if (fate === 'dead_remark') return { cell: d.pick(['已故', '2022年去世', '病故', '已去世，未销户']), want: 'died', kind: 'remark_gone', flag: 'remark_says' }
  return plain(d.pick([null, null, null, '电话下午打', '周末在家']))
}

const words = { tenant: ['租客', '流动', '流动人口'], own: ['户籍', '常住', '户籍人口'] } as const

/** A cell of a column for a member (or, where a row is a home, its head). */
function cellOf(kind: Kind, home: Household, member: Member, fate: Fate, make: Making): Spelt {
  const { d, dirty } = make
  const { compound, building, unit, floor, room } = home.home
  switch (kind) {
    case 'name': return spell.name(member.name, d, dirty)
    case 'id': return spell.id(member.idNumber, d, dirty)
    case 'phone': return member.phones.length === 0 ? plain(null, '') : spell.phones(member.phones, d, dirty)
    case 'born': return spell.born(member.born, d, dirty)
    case 'sex': return spell.sex(member.sex, d, dirty)
    case 'relation': return spell.relation(member.relation, d, dirty)
    case 'address': return spell.address(home.home, d, dirty)
    case 'building': return spell.building(building, d, dirty)
    case 'unit': return spell.unit(unit, d, dirty)
    case 'room': return spell.room(room, d, dirty)
    case 'floor': return plain(dirty && d.chance(0.5) ? `${floor}层` : Number(floor))
    case 'compound': return plain(compound)
    case 'household_no': return plain(home.no, home.no)
    case 'head_name': return plain(home.members[0]?.name ?? null)
    case 'head_id': return plain(home.members[0]?.idNumber ?? null)
    case 'head_phone': return plain(home.members[0]?.phones[0] ?? null)
    case 'person_kind': return home.tenant ? { cell: d.pick(words.tenant), want: 'lives', kind: 'person_kind' } : { cell: d.pick(words.own),
      want: 'lives', kind: 'person_kind' }
    case 'matches': return fate === 'apart' ? { cell: d.pick(['02', '不一致', '2']), want: 'lives', kind: 'matches' } : { cell: d.pick(['01', '一致',
      '1']), want: 'lives,registered', kind: 'matches' }
    case 'apart': return fate === 'apart' ? { cell: d.pick([1, '是', '1']), want: 'registered', kind: 'apart' } : plain(d.pick([0, '否', '0']))
    case 'lives_at': return fate === 'apart' ? { cell: '青禾市南川县桥头镇', want: '青禾市南川县桥头镇', kind: 'lives_at' } : plain(null)
    case 'registered_at': return { cell: '云汀市江浦区石塘镇', want: '云汀市江浦区石塘镇', kind: 'registered_at' }
    case 'moved_out': case 'moved_on': case 'dead': case 'died_on': return stateOf(fate, kind)
    case 'remark': return remarkOf(fate, d)
    case 'home_state': return home.tenant ? { cell: d.pick(['出租', '已租']), want: 'let', kind: 'home_state' } : { cell: d.pick(['自住', '已入住']),
      want: 'lived_in', kind: 'home_state' }
    case 'area': return plain(86.5)
    case 'number': return plain(make.rows.length)
    case 'refused': case 'locked': return plain(secretOf(make.secrets++))
    case 'ignored': return plain(d.pick(['汉族', '未填', '无', '本科']))
    default: return owned(kind, home, make)
  }
}

function owned(kind: Kind, home: Household, make: Making): Spelt {
  const own = home.members.slice(0, 2).filter(({ phones, relation }, at) => at === 0 || relation === 'spouse' && phones.length > 0)
  if (kind.startsWith('owner')) return ownersCell(kind, own, make)
  const tenant = home.tenant ? home.members[2] : undefined
  if (tenant === undefined || tenant.child) return plain(null)
  if (kind === 'tenant_name') return spell.name(tenant.name, make.d, make.dirty)
  return kind === 'tenant_id' ? spell.id(tenant.idNumber, make.d, make.dirty) : tenant.phones.length === 0 ? plain(null, '')
    : spell.phones(tenant.phones, make.d, make.dirty)
}

const GONE: readonly Kind[] = ['moved_out', 'moved_on', 'dead', 'died_on', 'remark']
const TELLS: readonly Fate[] = ['moved', 'dead', 'moved_remark', 'dead_remark']
/** Writing merged cells takes time that grows with their square. */
const MOST_MERGED = 4000
const BLANK: readonly Kind[] = ['building', 'unit', 'room', 'household_no', 'head_name']

function fateOf({ layout, d, dirty }: Making): Fate {
  const has = (kind: Kind): boolean => layout.columns.some((column) => column.kind === kind)
  if (!dirty || layout.per === 'home') return 'plain'
  const fate = d.weighted<Fate>([['plain', 80], ['moved', 3], ['dead', 2], ['moved_remark', 4], ['dead_remark', 3], ['coloured', 4], ['apart', 4]])
  const needs: Readonly<Record<Fate, boolean>> = { plain: true, coloured: true, moved: has('moved_out'), dead: has('dead'),
    moved_remark: has('remark'), dead_remark: has('remark'),
    apart: has('apart') && has('lives_at') || has('matches') }
  return needs[fate] ? fate : 'plain'
}

/** Adds the row of somebody under 14, who is to be counted and not read. */
function addChild(make: Making, home: Household, member: Member, under: Under): void {
  const n = make.rows.length + 1
  make.planted.push({ sheet: make.sheet, n, column: '', what: 'child', kind: 'child', want: 'under_14', flag: 'under_14' })
  make.rows.push(make.layout.columns.map(({ kind }) =>
    (under !== 'no' && BLANK.includes(kind) ? null : cellOf(kind, home, member, 'plain', { ...make, dirty: false }).cell)))
}

type Under = 'no' | 'blank' | 'merged'
/** Adds a row; `under` says that it stands under its household's first row, whose home it leaves blank. */
function addRow(make: Making, home: Household, member: Member, under: Under, coloured: number[]): void {
  if (member.child) return addChild(make, home, member, under)
  const n = make.rows.length + 1
  const fate = fateOf(make)
  if (fate === 'coloured') coloured.push(n)
  const cells = make.layout.columns.map(({ kind, header }): CellOut => {
    if (under !== 'no' && BLANK.includes(kind)) return null
    const spelt = cellOf(kind, home, member, fate, make)
    if (kind === 'apart' && fate !== 'apart' || GONE.includes(kind) && spelt.want === null && TELLS.includes(fate)) return spelt.cell
    if (!['number', 'refused', 'locked', 'ignored', 'area', 'compound', 'floor', 'building', 'unit', 'room', 'address', 'head_name', 'head_id',
      'head_phone'].includes(kind)) {
      make.planted.push({ sheet: make.sheet, n, column: header, what: WHATS[kind] ?? kind, ...spelt })
    } else if (['building', 'unit', 'room', 'address'].includes(kind) && spelt.kind !== 'plain') {
      make.planted.push({ sheet: make.sheet, n, column: header, what: 'home', kind: spelt.kind, want: homeText(home.home) })
    }
    return spelt.cell
  })
  make.planted.push({ sheet: make.sheet, n, column: '', what: 'home', kind: under === 'no' ? 'home' : `home_${under}`, want: homeText(home.home),
    ...under === 'blank' ? { flag: 'filled_down' } : {} })
  if (fate === 'coloured') make.planted.push({ sheet: make.sheet, n, column: '', what: 'colour', kind: 'coloured', want: 'colour_unclear',
    flag: 'colour_unclear' })
  make.rows.push(cells)
}

function heads({ layout, rows }: Making, title: string, wide: [number, number, number][]): void {
  if (layout.title !== undefined) {
    wide.push([rows.length + 1, 1, layout.columns.length])
    rows.push([`${title}${layout.title}`])
  }
  if (layout.columns.some(({ group }) => group !== undefined)) {
    const groups = layout.columns.map(({ group, header }) => group ?? header)
    groups.forEach((group, at) => {
      if (groups[at - 1] === group) return
      const to = groups.findLastIndex((other) => other === group)
      if (to > at) wide.push([rows.length + 1, at + 1, to + 1])
    })
    rows.push(groups.map((group, at) => (groups[at - 1] === group ? null : group)))
  }
  rows.push(layout.columns.map(({ header }) => header))
  if (layout.comments) rows.push(layout.columns.map(({ kind }) => (kind === 'name' ? '必填' : kind === 'born' ? '格式：YYYYMMDD' : kind === 'phone'
    ? '多个用;分隔' : kind === 'ignored' ? null : '1是0否，选填')))
}

/** A sheet of a layout with these households. `alike` keeps to plain writing. */
export function sheetOf(layout: Layout, name: string, title: string, all: readonly Household[],
  at: { readonly sheet: number; readonly d: Dice; readonly dirty: boolean; readonly planted: Planted[];
    readonly secrets: number }): { readonly sheet: Sheet; readonly secrets: number } {
  const make: Making = { layout, rows: [], ...at }
  const [coloured, merged, wide]: [number[], Merged[], [number, number, number][]] = [[], [], []]
  heads(make, title, wide)
  const start = make.rows.length
  const hides = layout.columns.findIndex(({ kind }) => kind === 'room') >= 0 && layout.per === 'person'
  let unit = ''
  for (const home of all) {
    if (layout.key === 'sheets' && home.home.unit !== unit) {
      unit = home.home.unit
      make.rows.push([`${unit}单元`])
    }
    if (make.dirty && make.d.chance(0.01) && layout.per === 'person') make.rows.push(layout.columns.map(({ header }) => header))
    const drawn = !hides || !make.dirty ? 'no' as const : make.d.pick(['blank', 'merged', 'merged', 'no'] as const)
    const how = drawn === 'merged' && merged.length > MOST_MERGED ? 'blank' : drawn
    const from = make.rows.length + 1
    const members = layout.per === 'home' ? home.members.slice(0, 1) : home.members
    members.forEach((member, n) => addRow(make, home, member, n === 0 ? 'no' : how, coloured))
    if (how === 'merged' && members.length > 1) {
      layout.columns.forEach(({ kind }, column) => { if (BLANK.includes(kind)) merged.push({ column: column + 1, from, to: make.rows.length }) })
    }
  }
  for (const [n, [word, said]] of (layout.block ?? []).entries()) {
    const row = make.rows[start + n + 2]
    if (row !== undefined) row.push(null, word, said)
  }
  const hidden = layout.columns.flatMap(({ header }, column) => (layout.hidden?.includes(header) ? [column + 1] : []))
  return { sheet: { name, rows: make.rows, merged, coloured, hidden, wide }, secrets: make.secrets }
}
