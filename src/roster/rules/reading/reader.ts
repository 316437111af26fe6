import { openedFields, type OpenedField } from './opened.ts'
import { isUnder, readDate } from './cells/date.ts'
import { readRemark } from './cells/remark.ts'
import { readState } from './cells/words.ts'
import { fillDown } from './fill-down.ts'
import { readHome } from './home.ts'
import { readBirth, readPlaceInHousehold, somebodies, type Somebody } from './people.ts'
import { fieldRow, SECTION, type FieldRow } from './row.ts'
import { readTies, saysWhere } from './state.ts'
import { STOPS } from './stops.ts'
import { tidy } from './text.ts'
import { ties as allTies } from '../fields.ts'
import type { JudgedRow, Problem, RawRow, ReadPerson, SheetPlan } from './types.ts'

/** Reads the rows of one sheet in their order. */
export type RowReader = { readonly read: (row: RawRow) => JudgedRow }

/** ok, fixable or cannot, by what was found. [RO10] */
export function verdictOf(problems: readonly Problem[]): JudgedRow['verdict'] {
  if (problems.some(({ code, fix }) => fix === undefined && STOPS.includes(code))) return 'cannot'
  return problems.some(({ fix }) => fix !== undefined) ? 'fixable' : 'ok'
}

function texts(fields: FieldRow, field: 'registered_at' | 'lives_at' | 'note'): string | undefined {
  const found = [...new Set(fields.all(field).map((cell) => tidy(cell.text)))].filter((text) => !/^同(?:上|左|现|前|住|户)/.test(text))
  return found.length === 0 ? undefined : found.filter((text) => !found.some((other) => other !== text && other.includes(text))).join('')
}

/** Columns of owner and tenant name people beside the row's own; the same name is the same person here. */
function together(own: readonly Somebody[], others: readonly Somebody[]): Somebody[] {
  const people = [...own]
  for (const other of others) {
    const same = people.find(({ name }) => name === other.name)
    if (same === undefined || same.id !== undefined && other.id !== undefined && same.id.text !== other.id.text) {
      people.push(other)
      continue
    }
    same.ties.push(...other.ties)
    same.phones = [...new Set([...same.phones, ...other.phones])]
    if (same.id === undefined && other.id !== undefined) Object.assign(same, { id: other.id, born: other.id.born, sex: other.id.sex })
  }
  return people
}

/** Of somebody under 14 a number is kept: each `under_14` told stands for one person who is left out. [RO6] */
function withoutChildren(fields: FieldRow, people: readonly Somebody[], today: string): Somebody[] {
  return people.filter((person) => {
    const child = person.born !== undefined && isUnder(person.born, 14, today)
    if (child) fields.tell(fields.letter('born', 'id_number'), 'under_14')
    return !child
  })
}

function written(fields: FieldRow, person: Somebody, own: boolean, gone: ReadPerson): ReadPerson {
  const { name, phones, id, born, sex, relation } = person
  const extra = { ...own ? gone : {}, ...person.moved ? { whyUntil: 'moved' as const } : {}, ...person.dead ? { whyUntil: 'died' as const } : {} }
  if (person.dead || person.moved) fields.tell(fields.letter('name'), person.dead ? 'told_dead' : 'told_moved')
  return { ...name === undefined ? {} : { name }, ...id === undefined ? {} : { idNumber: id.text }, ...born === undefined ? {} : { born },
    ...sex === undefined ? {} : { sex }, ...relation === undefined ? {} : { relation }, ...extra, phones, ties: allTies.filter((tie) =>
      person.ties.includes(tie)) }
}

const SAYS_NO = /^(?:否|不是|不|正常|未享受|非.{0,4})$/

/** What an opened sensitive column says of the only person of a row; nothing where it says no, or where the row may not be read so far. [RO12] */
function readOpened(fields: FieldRow, { withheld = [] }: RawRow): Pick<ReadPerson, 'sensitive'> {
  for (const letter of withheld) fields.tell(letter, 'no_consent')
  const said = openedFields.flatMap((field): [OpenedField, string][] => {
    const texts = [...new Set(fields.all(field).map(({ text }) => tidy(text)))].filter((text) => text !== '' && !SAYS_NO.test(text))
    return texts.length === 0 ? [] : [[field, texts.join('，')]]
  })
  return said.length === 0 ? {} : { sensitive: Object.fromEntries(said) }
}

/** With several people in a row, nobody knows whose one date, sex or relation is. */
function tellWhose(fields: FieldRow): void {
  for (const [field, code] of [['born', 'date_odd'], ['sex', 'sex_odd'], ['relation', 'relation_odd']] as const) {
    const cell = fields.one(field)
    if (cell !== undefined) fields.tell(cell.letter, code, '')
  }
}

function readRow(plan: SheetPlan, row: RawRow, filled: readonly Problem[], today: string): JudgedRow {
  const fields = fieldRow(plan, row)
  for (const { letter, code, fix } of filled) fields.tell(letter, code, fix)
  const home = readHome(fields, plan, row)
  const own = somebodies(fields, { name: 'name', phone: 'phone', id: 'id_number' })
  const heads = fields.has('name') ? { people: [] } : somebodies(fields, { name: 'head_name', phone: 'head_phone', id: 'head_id' })
  for (const head of heads.people) head.relation = 'head'
  const [owners, tenants] = [somebodies(fields, { name: 'owner_name', phone: 'owner_phone', id: 'owner_id' }),
    somebodies(fields, { name: 'tenant_name', phone: 'tenant_phone', id: 'tenant_id' })]
  for (const tenant of tenants.people) tenant.ties.push('rents', 'lives')
  const mine = [...own.people, ...heads.people]
  const alone = mine.length === 1 ? mine[0] : mine.length === 0 && owners.people.length === 1 ? owners.people[0] : undefined
  if (alone !== undefined) {
    readBirth(fields, alone, today)
    if (mine.length === 1) readPlaceInHousehold(fields, alone)
  }
  if (alone === undefined && mine.length + owners.people.length > 1) tellWhose(fields)
  const remarks = fields.all('remark').map((cell) => fields.take(cell, ({ text }) => readRemark(text)))
  const { ties, gone, kind } = readTies(fields, remarks, today)
  // In a list of homes with their people, '业主类型' says of each row's person whether it is the owner at all.
  for (const owner of owners.people) owner.ties.push(...!fields.has('name') && kind !== undefined ? kind : ['owns' as const])
  for (const person of mine) if (person.ties.length === 0) person.ties.push(...ties)
  const since = fields.take(fields.one('since'), (cell) => readDate(cell, today))
  const [registeredAt, livesAt, note] = [texts(fields, 'registered_at'), texts(fields, 'lives_at'), texts(fields, 'note')]
  const more = { ...since === undefined ? {} : { since }, ...registeredAt === undefined ? {} : { registeredAt }, ...livesAt === undefined ? {}
    : { livesAt },
    ...note === undefined ? {} : { note }, ...gone }
  const opened = readOpened(fields, row)
  const people = withoutChildren(fields, together(mine, [...owners.people, ...tenants.people]).filter(({ unsure }) => !unsure), today)
    .map((person) => ({ ...written(fields, person, mine.includes(person), { phones: [], ties: [], ...more }),
      ...mine.length === 1 && person === mine[0] ? opened : {} }))
  const states = fields.all('home_state').filter(({ text }) => !saysWhere(text)).map((cell) => fields.take(cell, ({ text }) => readState(text)))
  const state = [...states, own.state, owners.state, ...remarks.map((remark) => remark?.state)].find((one) => one !== undefined)
  if (row.fill !== undefined && !people.some(({ whyUntil }) => whyUntil !== undefined)) fields.tell(fields.letter('name', 'owner_name',
    'head_name'), 'colour_unclear', '')
  const householdNo = fields.one('household_no')?.text
  return { sheet: row.sheet, n: row.n, verdict: verdictOf(fields.problems), problems: fields.problems, home, people,
    ...householdNo === undefined ? {} : { householdNo: tidy(householdNo) }, ...state === undefined ? {} : { homeState: state } }
}

/** Opens a planned sheet for reading its rows from the first on, in order. `today` is the civil day, which ages are counted to. */
export function openSheet(plan: SheetPlan, today: string): RowReader {
  const fill = fillDown(plan)
  return { read: (raw) => {
    const { row, problems } = fill(raw)
    return readRow(plan, row, problems, today)
  } }
}

/** Reads a row with its fixes taken, as the first of its sheet: what is blank in it stays blank. */
export const readFixed = (plan: SheetPlan, row: RawRow, today: string): JudgedRow => readRow(plan, row, [], today)

/**
 * The row as it reads once its fixes are taken: each fix is what its cell should say, and a colour taken as meaning nothing is left out. Reading
 * that row again,
 * by a reader of its own, finds nothing more to fix.
 */
export function withFixes(row: RawRow, problems: readonly Problem[]): RawRow {
  const cells = { ...row.cells }
  let { fill } = row
  for (const { letter, code, fix } of problems) {
    if (fix === undefined) continue
    if (code === 'colour_unclear') fill = undefined
    else cells[letter] = { text: fix }
  }
  const { fill: _fill, ...rest } = row
  return { ...rest, cells, ...fill === undefined ? {} : { fill } }
}

export { SECTION }
