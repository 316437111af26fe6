import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import type { Actor } from '../../trust/index.ts'
import { fieldRules } from '../rules/index.ts'
import { cutOffs, lawActs, monthsLater, sensitiveKinds, sensitiveRules } from '../rules/law/index.ts'
import { lawAct } from './assess-impact.ts'

/** What was deleted of one sort: the rows' ids, of which the certificate keeps a digest alone. */
type Gone = { readonly what: string; readonly ids: readonly string[] }
type Ids = { readonly rows: readonly { readonly id: string }[] }
const gone = (what: string, { rows }: Ids): Gone => ({ what, ids: rows.map(({ id }) => id) })

/** Values of ties that ended so long ago as the register says, field by field. */
async function values(tx: Tx, district: string, today: string): Promise<Gone[]> {
  const deleted: Gone[] = []
  for (const { field, endedBefore } of cutOffs(fieldRules.map((rule) => rule.field), today)) {
    deleted.push(gone(field, await sql<{ id: string }>`delete from dweller_value v using dweller d where v.district = ${district}::char(6)
      and d.district = v.district and d.id = v.dweller and v.field = ${field} and d.until < ${endedBefore}::date returning v.id`.execute(tx)))
  }
  return deleted
}

/** Sensitive values of ties that ended, agreements whose day has come, and consents that nothing rests on any longer. */
async function agreed(tx: Tx, district: string, today: string): Promise<Gone[]> {
  const deleted: Gone[] = []
  for (const kind of sensitiveKinds) {
    const before = monthsLater(today, -sensitiveRules[kind].months)
    deleted.push(gone('sensitive', await sql<{ id: string }>`delete from sensitive_value v using dweller d where v.district = ${district}::char(6)
      and d.district = v.district and d.id = v.dweller and v.kind = ${kind} and d.until <= ${before}::date returning v.id`.execute(tx)))
  }
  deleted.push(gone('care', await sql<{ id: string }>`delete from care c using dweller d where c.district = ${district}::char(6)
    and d.district = c.district and d.id = c.dweller and (c.until <= ${today}::date or c.ended_on is not null or d.until is not null)
    returning c.id`.execute(tx)))
  deleted.push(gone('consent', await sql<{ id: string }>`delete from consent c using dweller d where c.district = ${district}::char(6)
    and d.district = c.district and d.id = c.dweller and (d.until is not null or c.kind = 'care')
    and not exists (select 1 from care a where a.district = c.district and a.consent = c.id)
    and not exists (select 1 from sensitive_value v where v.district = c.district and v.consent = c.id)
    and c.given_at < ${today}::date returning c.id`.execute(tx)))
  return deleted
}

/** Keys that seal nothing any longer: destroyed, so that no copy of the database can be read with them. */
const keys = async (tx: Tx, district: string, today: string): Promise<Gone> => {
  const cut = monthsLater(today, -Math.max(...fieldRules.map(({ months }) => months)))
  return gone('key', await sql<{ id: string }>`delete from person_key k using (select distinct person from dweller where district = ${district}::char(6)
      and until <= ${cut}::date) d
    where k.district = ${district}::char(6) and k.person = d.person
    and not exists (select 1 from dweller o where o.district = k.district and o.person = k.person and (o.until is null or o.until > ${cut}::date))
    and not exists (select 1 from dweller_value v join dweller o on o.district = v.district and o.id = v.dweller
      where o.district = k.district and o.person = k.person)
    and not exists (select 1 from person_field f where f.district = k.district and f.person = k.person)
    and not exists (select 1 from party_tie t where t.district = k.district and t.person = k.person)
    and not exists (select 1 from data_request r where r.district = k.district and r.person = k.person and r.state = 'open')
    returning k.person as id`.execute(tx))
}

/** A digest of ids that whoever still has them can repeat: SHA-256 of the sorted ids, one on a line. */
export const digestOf = (ids: readonly string[]): Buffer => createHash('sha256').update([...ids].sort().join('\n')).digest()

/**
 * Deletes what has had its time and leaves a certificate: rule, how many of what, a digest of the ids. Does nothing, and leaves none, when nothing is
 * due. The transaction is the clock's. Answers the certificate's id, or null. [RO66]
 */
export async function expireValues(tx: Tx, actor: Actor, at: Date): Promise<string | null> {
  const [{ district }, today] = [actor, shanghaiDay(at)]
  const all = [...await values(tx, district, today), ...await agreed(tx, district, today), await keys(tx, district, today)]
  const ids = all.flatMap((one) => one.ids)
  if (ids.length === 0) return null
  const counts: Record<string, number> = {}
  for (const { what, ids: { length } } of all) if (length > 0) counts[what] = (counts[what] ?? 0) + length
  const id = newId()
  await tx.insertInto('deletion_certificate').values({ district, id, at, rule: 'RO66', counts: JSON.stringify(counts), digest: digestOf(ids) })
    .execute()
  await lawAct({ tx, actor, at }, lawActs.state('roster.expired', { certificate: id, rule: 'RO66', rows: ids.length }), { kind: 'certificate', id })
  return id
}
