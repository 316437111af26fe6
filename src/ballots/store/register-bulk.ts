/** Writing rows of the voting register, one or many in a statement: values travel as JSON and are cast by column. */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { makePersonKey, maskValue } from '../../trust/index.ts'
import type { AreaSource, TitleState } from '../rules/heads.ts'
import type { TitleKind } from '../rules/vote.ts'
import { ownerPhoneHash } from './owner-phone.ts'

export type HeadKind = 'owners' | 'company' | 'developer'
export type NewHead = { readonly id: string; readonly compound: string; readonly keeper: string; readonly kind: HeadKind;
  readonly company: string | null
  readonly blocked?: 'death' | 'court_order' | null }
export type NewTitle = {
  readonly id: string; readonly compound: string; readonly keeper: string; readonly head: string; readonly building: string | null
  readonly unit: string | null; readonly home: string | null; readonly label: string; readonly kind: TitleKind
  /** 0.01 m². */
  readonly area: number
  readonly area_source: AreaSource; readonly status: TitleState
}
/** Somebody in clear, as a person at a desk or a spreadsheet tells it. */
export type Told = { readonly name: string; readonly phone: string | null }
type Key = ReturnType<typeof makePersonKey>
export type SealedPerson = { readonly person: string; readonly name: string; readonly name_masked: string; readonly phone: string | null
  readonly phone_masked: string | null; readonly phone_hash: string | null; readonly wrapped: string; readonly alg: string }
export type NewOwner = { readonly head: string; readonly keeper: string; readonly chosen: boolean;
  readonly since: string | null } & SealedPerson & { readonly id: string }
export type NewProxy = Omit<SealedPerson, 'phone' | 'phone_masked'> & { readonly id: string; readonly head: string; readonly keeper: string
  readonly vote: string | null; readonly valid_from: string; readonly valid_to: string }

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`

/** Seals a name and a telephone with a key of their own. Writes nothing; `key` only where the person's id is given, as in the demo. */
export function sealPerson(district: string, { name, phone }: Told, key: Key = makePersonKey(district)): SealedPerson {
  return {
    person: key.person, wrapped: hex(key.wrapped), alg: key.alg, name: hex(key.seal('name', name)), name_masked: maskValue('name', name),
    phone: phone === null ? null : hex(key.seal('phone', phone)), phone_masked: phone === null ? null : maskValue('phone', phone),
    phone_hash: phone === null ? null : hex(ownerPhoneHash(district, phone)),
  }
}

async function insertPersons(tx: Tx, district: string, people: readonly SealedPerson[], at: Date): Promise<void> {
  const json = JSON.stringify(people.map(({ person, wrapped, alg }) => ({ person, wrapped, alg })))
  await sql`insert into person (district, id, kind, created_at)
    select ${district}, person, 'resident', ${at} from jsonb_to_recordset(${json}::jsonb) as r(person uuid)`.execute(tx)
  await sql`insert into person_key (district, person, wrapped, alg)
    select ${district}, r.* from jsonb_to_recordset(${json}::jsonb) as r(person uuid, wrapped bytea, alg text)`.execute(tx)
}

/** New heads. */
export async function insertHeads(tx: Tx, district: string, heads: readonly NewHead[]): Promise<void> {
  if (heads.length === 0) return
  await sql`insert into head (district, id, compound, keeper, kind, company, blocked)
    select ${district}, r.* from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb)
      as r(id uuid, compound uuid, keeper uuid, kind text, company text, blocked text)`.execute(tx)
}

/** New owners of heads, each a person with a key of their own, made in the same transaction. */
export async function insertOwners(tx: Tx, district: string, owners: readonly NewOwner[], at: Date): Promise<void> {
  if (owners.length === 0) return
  await insertPersons(tx, district, owners, at)
  await sql`insert into owner (district, id, head, keeper, person, name, name_masked, phone, phone_masked, phone_hash, chosen, since)
    select ${district}, r.* from jsonb_to_recordset(${JSON.stringify(owners)}::jsonb)
      as r(id uuid, head uuid, keeper uuid, person uuid, name bytea, name_masked text, phone bytea, phone_masked text, phone_hash bytea,
        chosen boolean,
        since date)`.execute(tx)
}

/** New titles. */
export async function insertTitles(tx: Tx, district: string, titles: readonly NewTitle[]): Promise<void> {
  if (titles.length === 0) return
  await sql`insert into title (district, id, compound, keeper, head, building, unit, home, label, kind, area, area_source, status)
    select ${district}, r.* from jsonb_to_recordset(${JSON.stringify(titles)}::jsonb)
      as r(id uuid, compound uuid, keeper uuid, head uuid, building uuid, unit uuid, home uuid, label text, kind text, area int, area_source text,
        status text)`.execute(tx)
}

/** New proxies, each a person with a key of their own. */
export async function insertProxies(tx: Tx, district: string, proxies: readonly NewProxy[], at: Date): Promise<void> {
  if (proxies.length === 0) return
  await insertPersons(tx, district, proxies.map((one) => ({ ...one, phone: null, phone_masked: null })), at)
  await sql`insert into proxy (district, id, head, keeper, person, name, name_masked, phone_hash, vote, valid_from, valid_to)
    select ${district}, r.* from jsonb_to_recordset(${JSON.stringify(proxies)}::jsonb)
      as r(id uuid, head uuid, keeper uuid, person uuid, name bytea, name_masked text, phone_hash bytea, vote uuid, valid_from date,
        valid_to date)`.execute(tx)
}

/** Rows of owners of one head out of what was told: the first is the chosen voter where there is one alone, or where `chooseFirst`. */
export const ownersOf = (district: string, head: string, keeper: string, told: readonly Told[], since: string | null,
  chooseFirst = false): NewOwner[] =>
  told.map((one, i) => ({ id: newId(), head, keeper, chosen: i === 0 && (told.length === 1 || chooseFirst), since, ...sealPerson(district, one) }))
