import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import type { EraseHook } from '../../trust/index.ts'
import { recountHomes } from '../store/import-homes.ts'

/**
 * Takes away what the roster keeps of somebody who is being erased: values, hashes, consents and what hangs on them, the branch's compartment, open
 * questions of who is the same. Their ties end ('asked') and stay as rows without data, so that a home's past adds up; the homes are counted anew.
 * The transaction has to be the clock's: a post would reach its own homes alone. [T12]
 */
export const eraseDweller: EraseHook = async (tx, { district, person, at }) => {
  const mine = sql`district = ${district}::char(6) and person = ${person}::uuid`
  const { rows } = await sql<{ id: string; home: string }>`select id, home from dweller where ${mine} for update`.execute(tx)
  await sql`delete from dweller_token where district = ${district}::char(6) and dweller = any (${rows.map((row) => row.id)}::uuid[])`.execute(tx)
  await sql`delete from sensitive_value where ${mine}`.execute(tx)
  await sql`delete from care where ${mine}`.execute(tx)
  await sql`delete from consent where ${mine}`.execute(tx)
  await sql`delete from party_tie where ${mine}`.execute(tx)
  await sql`delete from dweller_value where ${mine}`.execute(tx)
  await sql`delete from same_person where district = ${district}::char(6) and ${person}::uuid in (one, other)`.execute(tx)
  await sql`update dweller set until = greatest(since, ${shanghaiDay(at)}::date), why_until = 'asked', ended_by = null, version = version + 1
    where ${mine} and until is null`.execute(tx)
  await recountHomes(tx, district, [...new Set(rows.map((row) => row.home))])
}
