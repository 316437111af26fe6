import { readDate } from './cells/date.ts'
import { liveWord, readKind, readLiveType, type ReadTies } from './cells/ties.ts'
import { readYes } from './cells/words.ts'
import type { ReadRemark } from './cells/remark.ts'
import type { Tie } from '../fields.ts'
import type { FieldRow, Placed } from './row.ts'
import { packed } from './text.ts'
import type { ReadPerson } from './types.ts'

type Gone = Pick<ReadPerson, 'until' | 'whyUntil'>

/** Since when somebody is gone, by a column that says yes or a date. A date beside a plain no is told. */
function goneBy(fields: FieldRow, flag: 'moved_out' | 'dead', on: 'moved_on' | 'died_on', today: string): Gone | null {
  const why = flag === 'dead' ? 'died' as const : 'moved' as const
  const cell = fields.one(flag)
  const told = cell === undefined || cell.text.length <= 4 ? undefined : readDate(cell, today).value // a day in place of a yes
  const said = told !== undefined || fields.take(cell, ({ text }) => readYes(text))
  const date = fields.take(fields.one(on), (one) => readDate(one, today)) ?? told
  if (said === false && cell !== undefined && date !== undefined) {
    fields.tell(cell.letter, 'state_odd', '是')
    return null
  }
  if (said !== true && date === undefined) return null
  fields.tell(fields.letter(flag, on), why === 'died' ? 'told_dead' : 'told_moved')
  return { whyUntil: why, ...date === undefined ? {} : { until: date } }
}

/** Whether a word in a column on the home's use speaks of somebody and their registration instead: 人在户在, 人户分离. */
export const saysWhere = (text: string): boolean => /人户|[人户]不?在[人户]/.test(packed(text))

/** The cell that says where somebody lives and is registered: of a column of its own, or of one on the home's use. */
function cellOf(fields: FieldRow, field: 'live_type' | 'apart'): Placed | undefined {
  const own = fields.one(field)
  if (own !== undefined || !fields.has('home_state')) return own
  return fields.all('home_state').find(({ text }) => saysWhere(text) && /分离/.test(text) === (field === 'apart'))
}

function apartTies(fields: FieldRow, kind: ReadTies | undefined): readonly Tie[] | undefined {
  const cell = cellOf(fields, 'apart')
  if (cell === undefined) return undefined
  const live = readLiveType(cell.text)
  // The column understands the words of the fix, but its 1 and 是 mean apart, not together.
  if (live.value !== undefined && /[人户].*[在]/.test(cell.text)) return live.value.ties
  const apart = fields.take(cell, ({ text }) => readYes(text))
  if (apart !== true) return apart === false ? ['lives', 'registered'] : undefined
  if (fields.one('lives_at') !== undefined) return ['registered']
  if (fields.one('registered_at') !== undefined) return ['lives']
  fields.tell(cell.letter, 'state_odd', kind?.ties.includes('registered') ? liveWord.registered : liveWord.lives)
  return undefined
}

/**
 * How the row's person is tied to the home and whether they are gone, from 人员类型, 居住逻辑, 人户一致, 是否迁出, 死亡 and what a remark of ours says. The more
 * exact column counts; without any, somebody listed lives there. [RO17]
 */
export function readTies(
  fields: FieldRow, remarks: readonly (ReadRemark | undefined)[], today: string,
): { readonly ties: readonly Tie[]; readonly gone: Gone; readonly kind?: readonly Tie[] } {
  const kind = fields.take(fields.one('residence_kind'), ({ text }) => readKind(text))
  const live = fields.take(cellOf(fields, 'live_type'), ({ text }) => readLiveType(text))
  const apart = apartTies(fields, kind)
  const place = live?.ties ?? (apart !== undefined && kind !== undefined && !kind.ties.includes('registered') && apart.length === 2 ? undefined
    : apart)
  const more = (kind?.ties ?? []).filter((tie) => tie === 'owns' || tie === 'rents')
  const ties = place === undefined ? kind?.ties ?? ['lives'] : [...place, ...more]
  const dead = goneBy(fields, 'dead', 'died_on', today)
  const moved = goneBy(fields, 'moved_out', 'moved_on', today)
  const told = remarks.find((remark) => remark?.gone !== undefined)
  if (dead === null && moved === null && told?.gone !== undefined) fields.tell(fields.letter('remark'), told.gone === 'died' ? 'told_dead'
    : 'told_moved')
  if (live?.gone !== undefined && dead === null && moved === null) fields.tell(fields.letter('live_type'), 'told_moved')
  const remarked: Gone | null = told?.gone === undefined ? null : { whyUntil: told.gone, ...told.on === undefined ? {} : { until: told.on } }
  return { ties, ...kind === undefined ? {} : { kind: kind.ties }, gone: dead ?? moved ?? remarked ?? (live?.gone === undefined ? {}
    : { whyUntil: live.gone }) }
}
