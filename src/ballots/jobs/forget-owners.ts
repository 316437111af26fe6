import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import { withScope, type Db } from '../../kit/db.ts'
import { erasePerson, type Actor, type EraseHook } from '../../trust/index.ts'

/** How long names of former owners and of proxies are kept: as long as a harmed owner may ask a court, which is a year from when they know. */
const YEARS = 2
const AT_ONCE = 200

/**
 * Erases former owners, and holders of proxies that ended, whose time is over: decisions that they took part in can be contested for a year from when
 * somebody knows of the harm, so two years are kept. Answers how many were erased. [B83] Source: 民法典 art. 280 and
 * interpretation art. 12; 个人信息保护法 art. 19.
 */
export async function forgetOwners(db: Db, clock: Actor, at: Date, hooks: readonly EraseHook[]): Promise<number> {
  return withScope(db, clock, async (tx) => {
    const { rows } = await sql<{ person: string }>`select person from owner o where o.district = ${clock.district} and o.name <> ''
        and o.until < ${shanghaiDay(at)}::date - make_interval(years => ${YEARS})
      union select person from proxy p where p.district = ${clock.district} and p.name <> ''
        and coalesce(p.revoked_at::date, p.valid_to) < ${shanghaiDay(at)}::date - make_interval(years => ${YEARS})
      limit ${AT_ONCE}`.execute(tx)
    for (const { person } of rows) await erasePerson(tx, clock, person, at, { reason: 'expired', hooks })
    return rows.length
  })
}
