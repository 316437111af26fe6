import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import type { EraseHook } from '../../trust/index.ts'

/**
 * Takes away what the voting register keeps of somebody who is being erased: name, telephone and what they are found by. The row stays without data,
 * so that a head's past adds up. The transaction has to be the clock's. [B83]
 */
export const eraseOwner: EraseHook = async (tx, { district, person, at }) => {
  await sql`update owner set name = '', name_masked = '＊', phone = null, phone_masked = null, phone_hash = null, chosen = false,
    until = coalesce(until, ${shanghaiDay(at)}::date) where district = ${district} and person = ${person}::uuid`.execute(tx)
  await sql`update proxy set name = '', name_masked = '＊', phone_hash = null, revoked_at = coalesce(revoked_at, ${at}::timestamptz)
    where district = ${district} and person = ${person}::uuid`.execute(tx)
  await sql`update vote_objection set person = null where district = ${district} and person = ${person}::uuid`.execute(tx)
}
