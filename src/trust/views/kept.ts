import { halfDay } from '../../record/rules/index.ts'
import type { Tx } from '../../kit/db.ts'
import { personKey } from '../commands/keep-person.ts'
import type { PersonField } from '../rules/index.ts'
import { fieldsOfPerson } from '../store/person.ts'

/** A field of a person with why and since when it is kept; `shown` is masked, or clear in the person's own copy. */
export type KeptField = { readonly field: PersonField; readonly shown: string; readonly purpose: string; readonly keptSince: string }

/**
 * What trust itself keeps of a person; none once they were erased. `clear` is for the copy that a person may have of their own data and for nothing
 * else: staff look by `revealField`. The caller records that a copy was given. [T5]
 */
export async function keptFields(tx: Tx, district: string, person: string, clear = false): Promise<readonly KeptField[]> {
  const [key, rows] = [await personKey(tx, district, person), await fieldsOfPerson(tx, { district, person })]
  return key === null ? [] : rows.map(({ field, cipher, masked, purpose, collected_at: at }) =>
    ({ field, purpose, keptSince: halfDay(at.getTime()).day, shown: clear ? key.open(field, cipher) : masked }))
}
