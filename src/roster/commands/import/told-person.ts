/** Somebody as a row tells of them, with each value by the key under which it is compared. */
import type { DwellerField } from '../../rules/fields.ts'
import { firstDay, lastDay, tiesOf, type ToldPerson } from '../../rules/import/index.ts'
import type { Known } from '../../rules/matching/index.ts'
import type { ReadPerson } from '../../rules/reading/types.ts'
import { slot } from '../../store/import-held.ts'
import type { HashOf } from '../../store/token.ts'

/** Somebody as told, with the clear text of each value by its slot. */
export type Told = { readonly person: ToldPerson; readonly clear: ReadonlyMap<string, string> }

/** Takes what was read of a person: names, telephones and ID numbers are compared by their hashes, all else as it is. */
export function toldOf(hash: HashOf, read: ReadPerson, seenOn: string): Told {
  const clear = new Map<string, string>()
  const values: { field: DwellerField; key: string }[] = []
  const put = (field: DwellerField, text: string | undefined): void => {
    const plain = text?.trim() ?? ''
    if (plain === '') return
    const key = field === 'name' || field === 'phone' || field === 'id_number' ? hash(field, plain).toString('hex') : plain
    if (!clear.has(slot(field, key))) values.push({ field, key })
    clear.set(slot(field, key), plain)
  }
  put('name', read.name)
  for (const phone of read.phones) put('phone', phone)
  put('id_number', read.idNumber)
  put('born', read.born)
  put('sex', read.sex === 'unknown' ? undefined : read.sex)
  put('relation', read.relation)
  put('registered_at', read.registeredAt)
  put('note', read.note)
  const { until, untilSaid } = lastDay(read, seenOn) ?? {}
  const since = read.since === undefined ? undefined : firstDay(read.since)
  return { clear, person: { values, ties: tiesOf(until === undefined ? read : { ...read, until }), seenOn, until, untilSaid,
    whyUntil: read.whyUntil ?? (until === undefined ? undefined : 'moved'), since: since !== undefined && until !== undefined && since > until ? undefined : since } }
}

/** All that is known of somebody new, as `weigh` compares it. */
export function knownOf({ values }: ToldPerson): Known {
  const of = (field: DwellerField): string | undefined => values.find((one) => one.field === field)?.key
  return { name: of('name'), idNumber: of('id_number'), phones: values.filter(({ field }) => field === 'phone').map(({ key }) => key), born: of('born'), sex: of('sex') }
}
