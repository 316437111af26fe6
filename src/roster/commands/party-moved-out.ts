import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Actor } from '../../trust/index.ts'
import { hasMovedOut } from '../rules/law/index.ts'
import { endMember } from './party.ts'

type Line = { id: string; ended: boolean[] }

/**
 * Ends the lines of the branch's compartment whose person left the home: by their ties where they wrote it themselves, by the telephone where the
 * branch did. Only the clock may look into both rooms, and it tells neither. Answers how many. [RO67] P07, P19
 */
export async function endMovedOut(tx: Tx, actor: Actor, at: Date): Promise<number> {
  const { rows } = await sql<Line>`select t.id, array_agg(d.until is not null) as ended from party_tie t
    join dweller d on d.district = t.district and d.home = t.home and (
      (t.written_by = 'self' and d.person = t.person)
      or (t.written_by = 'branch' and exists (select 1 from dweller_value v where v.district = d.district and v.dweller = d.id and v.field = 'phone'
        and v.keyed_hash = t.phone_hash)))
    where t.district = ${actor.district}::char(6) group by t.id`.execute(tx)
  const left = rows.filter(({ ended }) => hasMovedOut(ended.map((one) => ({ ended: one }))))
  for (const { id } of left) await endMember({ tx, actor, at }, { member: id, why: 'moved_out' })
  return left.length
}
