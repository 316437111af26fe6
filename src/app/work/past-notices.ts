/** What the played history told inside the product: there to read as if it had been delivered when it was due. */
import { sql } from 'kysely'
import { addMinutes, now } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { KEPT_DAYS } from '../../notices/rules/index.ts'

/**
 * Keeps the notices about subjects of one kind that wait in the outbox, about `subject` alone where it is named, and sends none of them again. Those that would be
 * forgotten by now are left out, and nothing goes to a telephone. The transaction is the clock's.
 */
export async function keepPast(tx: Tx, district: string, about: 'matter' | 'dispute' | 'meeting', subject: string | null = null): Promise<void> {
  const at = now()
  await sql`with told as (update outbox set sent_at = due where district = ${district} and sent_at is null and failed_at is null and due <= ${at}::timestamptz
      and ${subject === null ? sql`facts ? ${about}` : sql`facts ->> ${sql.lit(about)} = ${subject}`} returning id, channel, recipient, template, facts, due)
    insert into notice (district, id, recipient, template, subject, facts, at, day)
    select ${district}, id, recipient, template, (facts ->> ${about})::uuid, facts - ${about}, due, (due at time zone 'Asia/Shanghai')::date from told
    where channel = 'app' and due > ${addMinutes(at, -KEPT_DAYS * 24 * 60)}::timestamptz on conflict do nothing`.execute(tx)
}
