/** The register's owners in clear, for as long as a table is compared with them. Nothing of it leaves the command. */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { openKeyOf } from '../../trust/index.ts'
import type { Known } from '../rules/register/heads-said.ts'
import { headsOfCompound, titlesOfCompound } from './register-rows.ts'

type Sealed = { head: string; person: string; name: Buffer; phone: Buffer | null; wrapped: Buffer; alg: string }

/** Every title of a compound with its head's present owners opened: about 100 µs an owner. Who was erased is left out. */
export async function knownTitles(tx: Tx, district: string, compound: string): Promise<readonly Known[]> {
  const [titles, heads] = await Promise.all([titlesOfCompound(tx, district, compound), headsOfCompound(tx, district, compound)])
  const { rows } = await sql<Sealed>`select o.head, o.person, o.name, o.phone, k.wrapped, k.alg from owner o
    join person_key k on k.district = o.district and k.person = o.person
    where o.district = ${district} and o.until is null and o.head = any (${heads.map(({ id }) => id)}::uuid[])`.execute(tx)
  const owners = Map.groupBy(rows.map(({ head, person, name, phone, wrapped, alg }) => {
    const key = openKeyOf(wrapped, alg, district, person)
    return { head, name: key.open('name', name), phone: phone === null ? null : key.open('phone', phone) }
  }), ({ head }) => head)
  const companies = new Map(heads.map(({ id, company }) => [id, company]))
  return titles.map(({ id, head, label, kind, area, area_source: source, status }) => ({ id, head, label, kind, area, source, status,
    company: companies.get(head) ?? null, owners: (owners.get(head) ?? []).map(({ name, phone }) => ({ name, phone })) }))
}
