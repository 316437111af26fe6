import { sql } from 'kysely'
import { withScope, type Db, type Scope, type Tx } from '../../../kit/db.ts'
import type { PlaceView } from '../../../places/index.ts'
import { appendAct, appendActs } from '../../../record/index.ts'
import { trustActs, type RosterPurpose } from '../../../trust/index.ts'
import { ties as allTies, type DwellerField, type DwellingState, type Tie } from '../../rules/fields.ts'
import { homeActs } from '../../rules/index.ts'
import { heldAt, type Held } from '../../store/import-held.ts'
import type { FieldKey } from '../../../trust/index.ts'

/** The columns of a roster that is taken along: read back by the import as they stand. */
export const ROSTER_COLUMNS = ['小区', '楼栋', '单元', '房号', '户号', '房屋状态', '姓名', '身份证号', '手机号1', '手机号2', '性别', '出生日期', '与户主关系', '户籍地址', '居住逻辑', '人员类型',
  '业主姓名', '入住日期', '是否已迁出', '迁出日期', '是否已死亡', '死亡日期', '便签'] as const
type Row = Partial<Record<(typeof ROSTER_COLUMNS)[number], string>>

const states: Readonly<Record<DwellingState, string>> = { unknown: '', lived_in: '自住', let: '出租', vacant: '空置', business: '商用', unfinished: '未交付' }
const relations: Readonly<Record<string, string>> = { head: '户主', spouse: '配偶', son: '子', daughter: '女', grandchild: '孙', parent: '父母', grandparent: '祖父母', sibling: '兄弟姐妹', other: '其他' }

type Home = { home: string; compound: string; building_no: string | null; unit_no: string | null; room_no: string | null; household_no: string | null; state: DwellingState }

/** Homes of a community after one, by their path: a hundred at a time. */
async function homesAfter(tx: Tx, district: string, community: string, after: string): Promise<readonly (Home & { path: string })[]> {
  const { rows } = await sql<Home & { path: string }>`select w.home, w.path::text, coalesce(c.name, '') as compound, p.building_no, p.unit_no, p.room_no, w.household_no, w.state
    from dwelling w join place p on p.district = w.district and p.id = w.home left join place c on c.district = p.district and c.id = p.compound
    where w.district = ${district}::char(6) and w.community = ${community}::uuid and w.path > ${after}::ltree order by w.path limit 200`.execute(tx)
  return rows
}

type Values = (field: DwellerField) => readonly string[]

/** What somebody's ties say now, in clear or masked. */
function valuesOf(ties: readonly Held[], keys: ReadonlyMap<string, FieldKey>, clear: boolean): Values {
  return (field) => [...new Set(ties.flatMap((tie) => tie.values.flatMap(({ field: one, key, state }) => {
    const kept = one === field && state === 'current' ? tie.kept.get(`${one} ${key}`) : undefined
    if (kept === undefined) return []
    if (kept.cipher === null) return kept.code === null ? [] : [kept.code]
    const text = clear ? keys.get(tie.person)?.open(field, kept.cipher) : kept.masked
    return text == null ? [] : [text]
  })))]
}

/** The last day as far as it was said: a day that nobody said is left empty, and reads back as unknown. [RO24] */
const saidUntil = (until: string, said: string): string =>
  said === 'day' ? until : said === 'month' ? until.slice(0, 7) : said === 'year' ? until.slice(0, 4) : ''

const liveWords = (ties: readonly Tie[]): string => (ties.includes('lives') ? (ties.includes('registered') ? '人在户在' : '人在户不在') : ties.includes('registered') ? '人不在户在' : '')

function personRow(base: Row, ties: readonly Tie[], values: Values, gone: { readonly until: string; readonly why: string | null } | null, since: string | null): Row {
  const [name = '', idNumber = '', born = '', sex = '', relation = '', registeredAt = ''] =
    (['name', 'id_number', 'born', 'sex', 'relation', 'registered_at'] as const).map((field) => values(field)[0])
  const [phone1 = '', phone2 = ''] = values('phone')
  const died = gone?.why === 'died'
  return {
    ...base, 姓名: name, 身份证号: idNumber, 手机号1: phone1, 手机号2: phone2, 性别: sex === 'male' ? '男' : sex === 'female' ? '女' : '', 出生日期: born,
    与户主关系: relations[relation] ?? '', 户籍地址: registeredAt, 居住逻辑: liveWords(ties), 人员类型: ties.includes('rents') ? '租客' : ties.includes('owns') ? '业主' : '',
    业主姓名: ties.includes('rents') && ties.includes('owns') ? name : '', 入住日期: since ?? '', 便签: values('note')[0] ?? '',
    ...(gone === null ? {} : died ? { 是否已死亡: '是', 死亡日期: gone.until } : { 是否已迁出: '是', 迁出日期: gone.until }),
  }
}

const union = (ties: readonly Held[]): readonly Tie[] => allTies.filter((tie) => ties.some((one) => one.ties.includes(tie)))
const first = (days: readonly (string | null)[]): string | null => days.filter((day) => day !== null).sort()[0] ?? null

/** The rows of one home: who left before who is there, so that reading them back in order ends the same. */
function rowsOf(home: Home, held: readonly Held[], keys: ReadonlyMap<string, FieldKey>, clear: boolean): readonly Row[] {
  const base: Row = { 小区: home.compound, 楼栋: home.building_no ?? '', 单元: home.unit_no ?? '', 房号: home.room_no ?? '', 户号: home.household_no ?? '', 房屋状态: states[home.state] }
  const groups = [...Map.groupBy(held, ({ who }) => who).values()]
  const gone = groups.flatMap((mine) => {
    const past = mine.filter(({ until }) => until !== null)
    const [last] = past.toSorted((a, b) => ((a.until ?? '') < (b.until ?? '') ? 1 : -1))
    return last?.until == null || past.length < mine.length ? [] : [personRow(base, union(past), valuesOf(mine, keys, clear), { until: saidUntil(last.until, last.untilSaid), why: last.whyUntil }, first(past.map(({ since }) => since)))]
  })
  const there = groups.flatMap((mine) => {
    const open = mine.filter(({ until }) => until === null)
    return open.length === 0 ? [] : [personRow(base, union(open), valuesOf(mine, keys, clear), null, first(open.map(({ since }) => since)))]
  })
  const rows = [...gone, ...there].filter((row) => row.姓名 !== '')
  return rows.length > 0 ? rows : home.state === 'unknown' ? [] : [base]
}

/** Who of some homes leaves in clear: everybody who stands in a row, once. */
const named = (held: readonly Held[]): readonly string[] => [...Map.groupBy(held, ({ who }) => who)].filter(([, mine]) =>
  mine.some(({ values }) => values.some(({ field, state }) => field === 'name' && state === 'current'))).map(([who]) => who)

/** An act for each person whose data leaves in clear, which they see in their own file; at no place below the district. [RO45] */
const tellEach = ({ scope: { district, person, scopes }, purpose, at }: ExportRoster, tx: Tx, people: readonly string[]): Promise<unknown> =>
  appendActs(tx, people.map((id) => ({ district, at, channel: 'desk', actorPerson: person, path: scopes[0] ?? null, subject: { kind: 'person', id },
    what: trustActs.state('person.exported', { purpose }) })))

/** A roster taken along. `who` and `why` stand on the sheet. */
export type ExportRoster = { readonly db: Db; readonly scope: Scope; readonly community: PlaceView; readonly clear: boolean; readonly purpose: RosterPurpose; readonly at: Date }

/**
 * The rows of a community's roster, home by home, masked unless `clear`; then each person sees that theirs left. At the end an act that says how much was
 * taken along and what for. A roster taken
 * along in clear and imported elsewhere is the same roster, but for children, who are a number only, and for what waits or is past. [RO28]
 */
export async function* exportRoster(input: ExportRoster): AsyncGenerator<readonly string[]> {
  const { db, scope, community, clear, purpose, at } = input
  const told = new Set<string>()
  const { district } = scope
  const count = { homes: 0, people: 0 }
  for (let after = community.path; ;) {
    const { homes, rows } = await withScope(db, scope, async (tx) => {
      const some = await homesAfter(tx, district, community.id, after)
      const { ties, keys } = await heldAt(tx, district, some.map(({ home }) => home))
      const people = clear ? named([...ties.values()].flat()).filter((who) => !told.has(who)) : []
      await tellEach(input, tx, people)
      for (const who of people) told.add(who)
      return { homes: some, rows: some.flatMap((home) => rowsOf(home, ties.get(home.home) ?? [], keys, clear)) }
    })
    const last = homes.at(-1)
    if (last === undefined) break
    after = last.path
    count.homes += homes.length
    count.people += rows.filter(({ 姓名: name }) => name !== undefined).length
    for (const row of rows) yield ROSTER_COLUMNS.map((column) => row[column] ?? '')
  }
  await withScope(db, scope, (tx) => appendAct(tx, {
    district, at, channel: 'desk', actorPerson: scope.person, place: community.id, path: community.path, subject: { kind: 'place', id: community.id },
    what: homeActs.state('roster.exported', { list: 'roster', homes: count.homes, people: count.people, clear, purpose }),
  }))
}
