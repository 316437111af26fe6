import { readDate, sameDay } from './cells/date.ts'
import { readIdNumber, type IdNumber } from './cells/id-number.ts'
import { readNames, type ReadNames } from './cells/name.ts'
import { readPhones } from './cells/phone.ts'
import { readRelation, readSex } from './cells/words.ts'
import type { DwellingState, Relation, Sex, Tie } from '../fields.ts'
import { packed, pieces } from './text.ts'
import type { FieldRow, Placed } from './row.ts'
import type { ImportField } from './types.ts'

/** Somebody of a row before their ties are known. */
export type Somebody = {
  name?: string; phones: string[]; id?: IdNumber; born?: string; sex?: Sex; relation?: Relation; ties: Tie[]; dead?: boolean; moved?: boolean
  /** The name is only offered: what is amiss in their other cells is told, but they are nobody yet. */
  unsure?: boolean
}
export type Group = { readonly people: Somebody[]; readonly state?: DwellingState }

type Columns = { readonly name: ImportField; readonly phone: ImportField; readonly id: ImportField }

/** Numbers of several people in one cell belong to them in order, where there are as many of them as people. */
function inOrder<T>(fields: FieldRow, cell: Placed | undefined, count: number, read: (piece: Placed) => T): T[] {
  if (cell === undefined) return []
  const parts = pieces(cell.text)
  if (parts.length === count) return parts.map((text) => read({ letter: cell.letter, text }))
  fields.tell(cell.letter, 'owners_uneven', '')
  return []
}

function numbersOf(fields: FieldRow, columns: Columns, count: number): { readonly phones: string[][]; readonly ids: (IdNumber | undefined)[] } {
  const [phones, ids] = [fields.all(columns.phone), fields.all(columns.id)]
  if (count > 1) {
    return { phones: inOrder(fields, phones[0], count, (piece) => [...fields.take(piece, readPhones) ?? []]),
      ids: inOrder(fields, ids[0], count, (piece) => fields.take(piece, readIdNumber)) }
  }
  const numbers = [...new Set(phones.flatMap((cell) => fields.take(cell, readPhones) ?? []))]
  return { phones: [numbers], ids: [fields.take(ids[0], readIdNumber)] }
}

/** The people that a row's cells of name, phone and ID number name together. */
export function somebodies(fields: FieldRow, columns: Columns): Group {
  const cell = fields.one(columns.name)
  const had = fields.problems.length
  const sure = fields.take(cell, ({ text }) => readNames(text))
  const offered = sure === undefined && cell !== undefined ? readNames(readNames(cell.text).amiss?.fix ?? '').value : undefined
  const read: ReadNames | undefined = sure ?? offered
  if (read === undefined || read.names.length === 0) {
    const number = fields.one(columns.id) ?? fields.one(columns.phone)
    if (number !== undefined && fields.problems.length === had) {
      if (columns.name === 'name') fields.tell(fields.letter('name'), 'no_name')
      else fields.tell(number.letter, 'no_name', '')
    }
    return { people: [], ...read?.state === undefined ? {} : { state: read.state } }
  }
  const { phones, ids } = numbersOf(fields, columns, read.names.length)
  return { people: read.names.map((one, at): Somebody => {
    const id = ids[at]
    return { ...sure === undefined ? { unsure: true } : {}, name: one.name, phones: phones[at] ?? [], ties: one.tie === undefined ? []
      : one.tie === 'rents' ? ['rents', 'lives'] : [one.tie],
      ...id === undefined ? {} : { id, born: id.born, sex: id.sex }, ...one.sex === undefined || id !== undefined ? {} : { sex: one.sex },
      ...one.relation === undefined ? {} : { relation: one.relation }, ...one.dead ? { dead: true } : {}, ...one.moved ? { moved: true } : {} }
  }) }
}

/** Reads date of birth and sex and holds them against the ID number, which counts where they differ. */
export function readBirth(fields: FieldRow, person: Somebody, today: string): void {
  const born = fields.one('born')
  const read = born === undefined ? {} : readDate(born, today)
  const early = read.value !== undefined && read.value > today ? { amiss: { code: 'date_impossible' as const, fix: '' } } : read
  if (born !== undefined && early.amiss !== undefined) fields.tell(born.letter, early.amiss.code, person.id?.born ?? early.amiss.fix)
  else if (born !== undefined && read.value !== undefined && person.id !== undefined && !sameDay(read.value, person.id.born)) {
    fields.tell(born.letter, 'id_born_differs', person.id.born)
  } else if (read.value !== undefined && person.id === undefined) person.born = read.value
  const cell = fields.one('sex')
  const sex = fields.take(cell, ({ text }) => readSex(text))
  if (cell === undefined || sex === undefined || sex === 'unknown') return
  if (person.id !== undefined && person.id.sex !== sex) fields.tell(cell.letter, 'id_sex_differs', person.id.sex === 'male' ? '男' : '女')
  else person.sex = sex
}

/** Reads the relation to the head; whoever bears the head's name in their own row is the head. */
export function readPlaceInHousehold(fields: FieldRow, person: Somebody): void {
  const cell = fields.one('relation')
  const head = fields.one('head_name')
  const heads = head === undefined ? [] : readNames(head.text).value?.names.map(({ name }) => name) ?? []
  const read = fields.take(cell, ({ text }) => readRelation(text))
  if (cell !== undefined && read === 'head' && heads.length > 0 && !heads.includes(person.name ?? '') && packed(head?.text ?? '') !== '') {
    fields.tell(cell.letter, 'relation_odd', '')
  } else if (read !== undefined) person.relation = read
  else if (cell === undefined && heads.includes(person.name ?? '')) person.relation = 'head'
}
