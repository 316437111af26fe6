import { sql } from 'kysely'
import { withScope, type Db } from '../../kit/db.ts'
import { erasePerson, type Actor, type EraseHook } from '../../trust/index.ts'

const DAY = 86_400_000
const AT_ONCE = 200

/**
 * Erases telephones to which the code of a budget's ballot was sent more than a day ago, whether or not somebody voted with it: who voted is known by a
 * keyed hash of that vote alone, and the number was kept for the sending. One that is kept for something else as well stays for that. Answers how many were
 * erased. [B68] Source: 个人信息保护法 art. 19.
 */
export async function forgetBudgetPhones(db: Db, clock: Actor, at: Date, hooks: readonly EraseHook[]): Promise<number> {
  return withScope(db, clock, async (tx) => {
    const { rows } = await sql<{ person: string }>`select f.person from person_field f where f.district = ${clock.district} and f.purpose = 'vote'
      and f.collected_at < ${new Date(at.getTime() - DAY)}::timestamptz
      and not exists (select from person_field o where o.district = f.district and o.person = f.person and o.purpose <> 'vote')
      limit ${AT_ONCE}`.execute(tx)
    for (const { person } of rows) await erasePerson(tx, clock, person, at, { reason: 'expired', hooks })
    return rows.length
  })
}
