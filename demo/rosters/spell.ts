/** How people write things: each way with what a reader should make of it. */
import type { Dice } from '../seed.ts'
import type { Home, Member, Relation } from './world.ts'

/** A cell as it is written, and what has to come of it: `want` (null: nothing), or a problem with `flag`. `kind` names the dirt. */
export type Spelt = { readonly cell: string | number | Date | null; readonly want: string | null; readonly kind: string; readonly flag?: string }
type Way<T> = readonly [kind: string, weight: number, spell: (value: T, d: Dice) => Omit<Spelt, 'kind'>]

const wide = (text: string): string => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const numerals = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']
/** 1 to 99 in Chinese numerals. */
export const numeral = (n: number): string => (n < 10 ? numerals[n] ?? ''
  : `${n < 20 ? '' : numerals[Math.floor(n / 10)] ?? ''}十${n % 10 === 0 ? '' : numerals[n % 10] ?? ''}`)

const bad = (digit: string): string => (digit === 'X' ? '5' : String((Number(digit) + 1) % 10))
const serialOf = (born: string): number => Math.round(Date.parse(`${born}T00:00:00Z`) / 86_400_000) + 25_569
const parts = (born: string): readonly [string, number, number] => [born.slice(0, 4), Number(born.slice(5, 7)), Number(born.slice(8, 10))]

const ids: readonly Way<string>[] = [
  ['plain', 60, (id) => ({ cell: id, want: id })],
  ['id_wide', 5, (id) => ({ cell: wide(id), want: id })],
  ['id_small_x', 4, (id) => ({ cell: id.toLowerCase(), want: id })],
  ['id_blanks', 5, (id) => ({ cell: `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`, want: id })],
  ['id_dashes', 3, (id) => ({ cell: `${id.slice(0, 6)}-${id.slice(6, 14)}-${id.slice(14)} `, want: id })],
  ['id_15', 4, (id) => (id.slice(6, 8) === '19' ? { cell: id.slice(0, 6) + id.slice(8, 17), want: id } : { cell: `'${id}`, want: id })],
  ['id_number', 5, (id) => ({ cell: Number(id.slice(0, 17)) * 10, want: null, flag: 'id_ruined' })],
  ['id_powers', 4, (id) => ({ cell: `${id.slice(0, 1)}.${id.slice(1, 6)}E+17`, want: null, flag: 'id_ruined' })],
  ['id_noughts', 3, (id) => ({ cell: `${id.slice(0, 15)}000`, want: null, flag: 'id_ruined' })],
  ['id_wrong', 4, (id) => ({ cell: id.slice(0, 17) + bad(id.slice(17)), want: null, flag: 'id_check' })],
  ['id_short', 2, (id) => ({ cell: id.slice(0, 17), want: null, flag: 'id_length' })],
  ['id_none', 3, (_id, d) => ({ cell: d.pick(['无', '/', '不详', '—']), want: null })],
]

const spacedPhone = (phone: string, sign: string): string => `${phone.slice(0, 3)}${sign}${phone.slice(3, 7)}${sign}${phone.slice(7)}`
const phones: readonly Way<readonly string[]>[] = [
  ['plain', 40, (all) => ({ cell: all.join(';'), want: all.join(';') })],
  ['phone_marks', 14, (all, d) => ({ cell: all.join(d.pick(['；', '、', '/', ' ', ',', '，', '\n', ' / '])), want: all.join(';') })],
  ['phone_wide', 6, (all) => ({ cell: wide(all.join('、')), want: all.join(';') })],
  ['phone_dashes', 6, (all, d) => ({ cell: all.map((one) => spacedPhone(one, d.pick(['-', ' ']))).join('；'), want: all.join(';') })],
  ['phone_number', 8, (all) => (all.length === 1 ? { cell: Number(all[0]), want: all.join(';') } : { cell: all.join('/'), want: all.join(';') })],
  ['phone_86', 4, (all) => ({ cell: all.map((one) => `+86 ${one}`).join('、'), want: all.join(';') })],
  ['phone_named', 5, (all, d) => ({ cell: `${all.join('、')}(${d.pick(['儿子', '女儿', '邻居'])})`, want: all.join(';'), flag: 'phone_odd' })],
  ['phone_landline', 5, (all, d) => {
    const line = `0${d.whole(550, 599)}${d.whole(200, 899)}${d.whole(1000, 9999)}`
    return { cell: [...all, `${line.slice(0, 4)}-${line.slice(4)}`].join('/'), want: [...all, line].join(';') }
  }],
  ['phone_short', 4, (all) => ({ cell: (all[0] ?? '').slice(0, 10), want: '', flag: 'phone_odd' })],
  ['phone_none', 4, (_all, d) => ({ cell: d.pick(['无', '空号待查', null]), want: '' })],
]

const borns: readonly Way<string>[] = [
  ['plain', 20, (born) => ({ cell: born, want: born })],
  ['date_8', 12, (born) => ({ cell: born.replaceAll('-', ''), want: born })],
  ['date_8_number', 6, (born) => ({ cell: Number(born.replaceAll('-', '')), want: born })],
  ['date_dots', 12, (born) => ({ cell: parts(born).join('.'), want: born })],
  ['date_slashes', 10, (born) => ({ cell: parts(born).join('/'), want: born })],
  ['date_month', 6, (born) => ({ cell: `${parts(born)[0]}年${parts(born)[1]}月`, want: born.slice(0, 7) })],
  ['date_words', 8, (born) => ({ cell: `${parts(born)[0]}年${parts(born)[1]}月${parts(born)[2]}日`, want: born })],
  ['date_serial', 8, (born) => ({ cell: serialOf(born), want: born })],
  ['date_serial_text', 3, (born) => ({ cell: String(serialOf(born)), want: born })],
  ['date_cell', 8, (born) => ({ cell: new Date(`${born}T00:00:00Z`), want: born })],
  ['date_numerals', 3, (born) =>
    ({ cell: `${[...parts(born)[0]].map((digit) => numerals[Number(digit)]).join('')}年${numeral(parts(born)[1])}月${numeral(parts(born)[2])}日`,
    want: born })],
  ['date_two', 5, (born) => ({ cell: `${parts(born)[0].slice(2)}.${parts(born)[1]}.${parts(born)[2]}`, want: born, flag: 'date_odd' })],
  ['date_year', 2, (born) => ({ cell: `${parts(born)[0]}年`, want: born.slice(0, 4) })],
  ['date_never', 2, (born) => ({ cell: `${parts(born)[0]}-02-30`, want: null, flag: 'date_impossible' })],
]

const names: readonly Way<string>[] = [
  ['plain', 70, (name) => ({ cell: name, want: name })],
  ['name_blanks', 12, (name) => ({ cell: name.length === 2 ? [...name].join('  ') : ` ${[...name].join(' ')} `, want: name })],
  ['name_wide_blank', 6, (name) => ({ cell: name.length === 2 ? [...name].join('\u3000') : name, want: name })],
  ['name_numbered', 3, (name, d) => ({ cell: `${name}${d.whole(1, 3)}`, want: name, flag: 'name_odd' })],
  ['name_called', 3, (name) => ({ cell: `${name}(小名阿福)`, want: name, flag: 'name_odd' })],
]

const sexes: readonly Way<'male' | 'female'>[] = [
  ['plain', 60, (sex) => ({ cell: sex === 'male' ? '男' : '女', want: sex })],
  ['sex_code', 15, (sex) => ({ cell: sex === 'male' ? 1 : 2, want: sex })],
  ['sex_code_text', 8, (sex) => ({ cell: sex === 'male' ? '1' : '２', want: sex })],
  ['sex_letter', 6, (sex) => ({ cell: sex === 'male' ? 'M' : 'F', want: sex })],
  ['sex_word', 6, (sex) => ({ cell: sex === 'male' ? '男性' : ' 女 ', want: sex })],
]

const relationWords: Readonly<Record<Relation, readonly (string | number)[]>> = {
  head: ['户主', '本人', 0, '0', '02'], spouse: ['配偶', '妻', '丈夫', 1, '10', '老婆'], son: ['子', '长子', '儿子', 2, '20', '次子', '儿'], daughter: ['女', '长女',
    '女儿', 3, '30', '二女儿'],
  parent: ['父亲', '母亲', 5, '50', '父母', '婆婆'],
}
const relationsOf: readonly Way<Relation>[] = [['relation', 1, (relation, d) => ({ cell: d.pick(relationWords[relation]), want: relation })]]

const cn = (text: string): string => numeral(Number(text))
const addresses: readonly Way<Home>[] = [
  ['address_words', 30, (home) => ({ cell: `${home.compound}${home.building}栋${home.unit}单元${home.room}室`, want: homeText(home) })],
  ['address_dashes', 20, (home) => ({ cell: `${home.building}-${home.unit}-${home.room}`, want: homeText(home) })],
  ['address_hash', 12, (home) => ({ cell: `${home.building}#${home.unit}-${home.room}`, want: homeText(home) })],
  ['address_numerals', 12, (home) => ({ cell: `${home.compound}${cn(home.building)}号楼${cn(home.unit)}单元${home.room}室`, want: homeText(home) })],
  ['address_wide', 8, (home) => ({ cell: wide(`${home.building}-${home.unit}-${home.room}`), want: homeText(home) })],
  ['address_long', 18, (home, d) =>
    ({ cell: `云汀市临江区新河街道${d.pick(['滨河路', '建设二路', '人民东路'])}${d.whole(2, 388)}号${home.compound}${home.building}幢${home.unit}单元${home.room}`,
    want: homeText(home) })],
  ['address_blanks', 6, (home) => ({ cell: `${home.building} 号楼 ${home.unit} 单元 ${home.room}`, want: homeText(home) })],
]

const buildings: readonly Way<string>[] = [
  ['plain', 30, (no) => ({ cell: no, want: no })], ['building_number', 20, (no) => ({ cell: Number(no), want: no })], ['building_words', 20, (no,
    d) => ({ cell: `${no}${d.pick(['号楼', '栋', '幢', '#'])}`, want: no })],
  ['building_numerals', 10, (no) => (Number(no) < 100 ? { cell: `${numeral(Number(no))}号楼`, want: no } : { cell: no, want: no })], ['building_wide',
    8, (no) => ({ cell: wide(no), want: no })],
  ['building_nought', 6, (no) => ({ cell: no.padStart(2, '0'), want: no })],
]
const units: readonly Way<string>[] = [
  ['plain', 40, (no) => ({ cell: no, want: no })], ['unit_words', 25, (no) => ({ cell: `${no}单元`, want: no })], ['unit_number', 20, (no) =>
    ({ cell: Number(no), want: no })],
  ['unit_numerals', 12, (no) => ({ cell: `${numeral(Number(no))}单元`, want: no })],
]
const rooms: readonly Way<string>[] = [
  ['plain', 40, (no) => ({ cell: no, want: no })], ['room_words', 20, (no, d) => ({ cell: `${no}${d.pick(['室', '号', '房'])}`, want: no })],
    ['room_number', 30, (no) => ({ cell: Number(no), want: no })],
  ['room_wide', 8, (no) => ({ cell: wide(no), want: no })],
]

/** A home as the text that readings are compared by. */
export const homeText = ({ building, unit, room }: { readonly building?: string; readonly unit?: string; readonly room?: string }): string =>
  `${building ?? ''}|${unit ?? ''}|${room ?? ''}`

function way<T>(ways: readonly Way<T>[]): (value: T, d: Dice, dirty: boolean) => Spelt {
  const weighted = ways.map((one) => [one, one[1]] as const)
  return (value, d, dirty) => {
    const [kind, , spell] = dirty ? d.weighted(weighted) : ways[0] ?? d.weighted(weighted)
    return { kind, ...spell(value, d) }
  }
}

/** Writes a value in one of the ways in use; `dirty` false writes it plainly. */
export const spell = {
  id: way(ids), phones: way(phones), born: way(borns), name: way(names), sex: way(sexes), relation: way(relationsOf), address: way(addresses),
    building: way(buildings), unit: way(units),
  room: way(rooms),
}

/** Several members' values in one cell, as owners' lists write them. */
export function listed(members: readonly Member[], of: (member: Member) => string, d: Dice): string {
  return members.map(of).join(d.pick(['、', ',', '，', ';', '/']))
}
