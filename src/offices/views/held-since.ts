import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'

/** The first moment of the day on which somebody took up a post that they hold at `at`; null when they do not hold it. */
export async function heldSince(tx: Tx, district: string, person: string, post: string, at: Date): Promise<Date | null> {
  const day = shanghaiDay(at)
  const row = await tx.selectFrom('tenure').select(sql<Date | null>`min(from_date)::timestamp at time zone 'Asia/Shanghai'`.as('since'))
    .where('district', '=', district).where('person', '=', person).where('post', '=', post)
    .where(sql<boolean>`from_date <= ${day}::date and (to_date is null or to_date > ${day}::date)`).executeTakeFirst()
  return row?.since ?? null
}
