import { sql } from 'kysely'
import { newId } from '../../kit/ids.ts'
import { ok, refuse, type Refusal, type Result, type Said } from '../../kit/pure.ts'
import type { Tx } from '../../kit/db.ts'
import { codesAbove, formatCode, isCompoundType, NAMED_KINDS, parseCode, parseDoorCode, PLACE_KINDS, type PlaceCode } from '../rules/index.ts'
import { knownAs, placeRow, type Known, type KnownPlace, type PlaceInput, type PlaceRow } from '../store/place-row.ts'
import { placesWithCodes, unitsOf, writePlaces } from '../store/place-store.ts'

/** A place that was saved, with what other tables copy from it. */
export type SavedPlace = {
  readonly id: string; readonly code: string; readonly kind: PlaceRow['kind']; readonly fullName: string
  readonly path: string; readonly compoundPath: string | null
}

type Read = { readonly input: PlaceInput; readonly code: PlaceCode; readonly at: number }

const wrongRows = new WeakMap<Refusal, { readonly at: number; readonly said: Said }>()
function wrong(at: number, text: string, zh: string, en: string): Result<never> {
  const refused = refuse({ code: 'place_row_wrong', rule: 'P11', explain: { zh: `第 ${at + 1} 行（${text}）：${zh}`, en: `Row ${at + 1} (${text}): ${en}` } })
  wrongRows.set(refused.refusal, { at, said: { zh, en } })
  return refused
}

/** Which row `savePlaces` refused, from 0 on, and why, for those who list every wrong row; undefined for other refusals. */
export const wrongRow = (refusal: Refusal): { readonly at: number; readonly said: Said } | undefined => wrongRows.get(refusal)

function check(input: PlaceInput, at: number, district: string): Result<Read> {
  const code = parseCode(input.code)
  if (code === null) return wrong(at, input.code, '编码不对。', 'not a code of a place.')
  if (code.district !== district) return wrong(at, input.code, '不是本区的编码。', 'a code of another district.')
  if (NAMED_KINDS.includes(code.kind) && code.kind !== 'grid' && !input.name?.trim()) return wrong(at, input.code, '缺名称。', 'the name is missing.')
  if (input.doorCode !== undefined && parseDoorCode(input.doorCode) !== input.doorCode) return wrong(at, input.code, '门码不对。',
    'the door code is wrong.')
  if ((input.planX === undefined) !== (input.planY === undefined) || input.planX !== undefined && code.kind !== 'building') {
    return wrong(at, input.code, '图上位置只写在楼栋上，东和南都要写。', 'a place on the sketch is for buildings, and has both numbers.')
  }
  if ((code.kind === 'compound') !== (input.compoundType !== undefined && isCompoundType(input.compoundType))) {
    return wrong(at, input.code, '小区要写类型，别的不写。', 'a compound needs a type, other places have none.')
  }
  return ok({ input, code, at })
}

/** Reads and checks all rows, widest places first, so that each finds what it lies in. */
function readAll(rows: readonly PlaceInput[], district: string): Result<Read[]> {
  const reads: Read[] = []
  for (const [at, input] of rows.entries()) {
    const read = check(input, at, district)
    if (!read.ok) return read
    reads.push(read.value)
  }
  const order = ({ code }: Read): number => PLACE_KINDS.indexOf(code.kind) + (code.smallGrid === undefined ? 0 : 0.5)
  return ok(reads.sort((one, two) => order(one) - order(two)))
}

/** Codes that the rows name or lie in, themselves included. */
function codesNamed(reads: readonly Read[]): string[] {
  const codes = new Set<string>()
  for (const { code, input } of reads) {
    for (const one of [code, ...codesAbove(code)]) codes.add(formatCode(one))
    if (input.grid !== undefined) codes.add(input.grid.toUpperCase())
  }
  return [...codes]
}

/** Counts the units of each building over what is there and what comes; a room of an only unit is named without it. */
async function soleUnits(tx: Tx, district: string, reads: readonly Read[], known: Known): Promise<Set<string>> {
  const units = new Map<string, Set<string>>()
  const add = (building: string, unit: string): unknown => units.set(building, (units.get(building) ?? new Set()).add(unit))
  const ids = new Set<string>()
  for (const { code } of reads) {
    if (code.unit === undefined) continue
    const building = codesAbove(code).find((above) => above.kind === 'building')
    const id = building === undefined ? undefined : known(building)?.id
    if (id !== undefined) { add(id, code.unit); ids.add(id) }
  }
  for (const { building, unit_no } of await unitsOf(tx, district, [...ids])) add(building, unit_no)
  return new Set([...units].filter(([, own]) => own.size === 1).map(([id]) => id))
}

/**
 * Saves places by code: new ones are added, known ones brought up to date; a building that moves to another grid takes its homes along.
 * Rows may come in any order. Refuses with the first row that is wrong, and then saves nothing. [P11]
 */
export async function savePlaces(tx: Tx, district: string, rows: readonly PlaceInput[]): Promise<Result<readonly SavedPlace[]>> {
  const reads = readAll(rows, district)
  if (!reads.ok) return reads
  const there = await placesWithCodes(tx, district, codesNamed(reads.value))
  const places = new Map<string, KnownPlace>(there)
  const known: Known = (code) => places.get(formatCode(code))
  for (const { input, code, at } of reads.value) {
    const text = formatCode(code)
    const [above] = codesAbove(code)
    if (above !== undefined && known(above) === undefined) return wrong(at, text, `没有上一级 ${formatCode(above)}。`,
      `${formatCode(above)}, in which it lies, is missing.`)
    const grid = input.grid === undefined ? null : parseCode(input.grid)
    if (input.grid !== undefined && (grid?.kind !== 'grid' || known(grid) === undefined)) return wrong(at, text, '没有这个网格。', 'there is no such grid.')
    places.set(text, knownAs(there.get(text)?.id ?? input.id ?? newId(), code, input, known))
  }
  const sole = await soleUnits(tx, district, reads.value, known)
  const out = reads.value.map(({ input, code }) => {
    const self = known(code)
    const building = codesAbove(code).find((one) => one.kind === 'building')
    if (self === undefined) throw new Error(`place ${formatCode(code)} was lost between reading and writing`)
    return placeRow(district, input, self, known, building !== undefined && sole.has(known(building)?.id ?? ''))
  })
  await writePlaces(tx, out)
  await carryHomes(tx, district, reads.value, there, known)
  return ok(out.map((row) => ({ id: row.id, code: row.code, kind: row.kind, fullName: row.full_name, path: row.path,
    compoundPath: row.compound_path })))
}

/** Units and rooms of a building whose path changed follow it, also those that were not in the batch. */
async function carryHomes(tx: Tx, district: string, reads: readonly Read[], there: ReadonlyMap<string, KnownPlace>, known: Known): Promise<void> {
  for (const { code } of reads.filter((read) => read.code.kind === 'building')) {
    const before = there.get(formatCode(code))
    const after = known(code)
    if (before === undefined || after === undefined || before.path === after.path) continue
    const grid = after.grid === null ? null : known(after.grid)?.id ?? null
    await sql`update place set path = (${after.path} || substr(path::text, ${before.path.length + 1}::int))::ltree, grid = ${grid}::uuid
      where district = ${district} and building = ${after.id} and id <> ${after.id} and path <@ ${before.path}::ltree`.execute(tx)
  }
}
