import { sql } from 'kysely'
import { withScope, type Db } from '../../kit/db.ts'
import { erasePerson, type Actor } from '../../trust/index.ts'

const DAY = 86_400_000
const AT_ONCE = 200

/**
 * Erases telephones that asked for a code to speak more than a day ago and never opened a name: nobody has proved that they are theirs. Answers how many
 * were erased. [DS1] Source: 个人信息保护法 art. 19.
 */
export async function forgetAskers(db: Db, clock: Actor, at: Date): Promise<number> {
  return withScope(db, clock, async (tx) => {
    const { rows } = await sql<{ person: string }>`select f.person from person_field f where f.district = ${clock.district} and f.purpose = 'speaking'
      and f.collected_at < ${new Date(at.getTime() - DAY)}::timestamptz and not exists (select from speaker s where s.district = f.district and s.person = f.person)
      limit ${AT_ONCE}`.execute(tx)
    for (const { person } of rows) await erasePerson(tx, clock, person, at, { reason: 'expired' })
    return rows.length
  })
}
