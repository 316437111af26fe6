/** Whose ballots a phone opens: owners who may vote for a head, and holders of a written authority. As the clock: nobody else may look. */
import { sql } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'
import { ownerPhoneHash } from './owner-phone.ts'

/** Somebody whose phone it is. `as`: why they vote; null with a reason why not. `vote`: for this one alone. */
export type OwnHead = {
  readonly id: string; readonly person: string; readonly head: string; readonly name: string; readonly as: 'sole' | 'chosen' | 'proxy' | 'company' | null
  readonly proxy: string | null; readonly vote: string | null
}

type Row = { id: string; person: string; head: string; name: string; chosen: boolean; kind: string; others: string; proxy: string | null; vote: string | null }

const asOf = ({ chosen, kind, others, proxy }: Row): OwnHead['as'] => {
  if (proxy !== null) return 'proxy'
  if (kind === 'company' || kind === 'developer') return 'company'
  return Number(others) === 0 ? 'sole' : chosen ? 'chosen' : null
}

/** Owners and proxies under one telephone: hot, because every ballot that is cast asks it again. */
const holders = statement<{ district: string; hash: Buffer; day: string }, Row>('own_heads.by_hash', (db, p) => db.selectFrom('owner as o')
  .innerJoin('head as h', (join) => join.onRef('h.district', '=', 'o.district').onRef('h.id', '=', 'o.head'))
  .select(['o.id', 'o.person', 'o.head', 'o.name_masked as name', 'o.chosen', 'h.kind', sql<string>`(select count(*) from owner x
    where x.district = o.district and x.head = o.head and x.id <> o.id and x.until is null)`.as('others'), sql<string | null>`null::uuid`.as('proxy'),
    sql<string | null>`null::uuid`.as('vote')])
  .where('o.district', '=', p('district')).where('o.phone_hash', '=', p('hash')).where('o.until', 'is', null)
  .unionAll((e) => e.selectFrom('proxy as x').select(['x.id', 'x.person', 'x.head', 'x.name_masked as name', sql<boolean>`false`.as('chosen'),
    sql<string>`'proxy'`.as('kind'), sql<string>`0`.as('others'), 'x.id as proxy', 'x.vote'])
    .where('x.district', '=', p('district')).where('x.phone_hash', '=', p('hash')).where('x.revoked_at', 'is', null)
    .where(sql<boolean>`x.valid_from <= ${p('day')}::date and x.valid_to >= ${p('day')}::date`)))

const hashOf = statement<{ district: string; id: string }, { hash: Buffer | null }>('own_heads.hash', (db, p) => db.selectFrom('owner')
  .select('phone_hash as hash').where('district', '=', p('district')).where('id', '=', p('id')).where('until', 'is', null)
  .unionAll((e) => e.selectFrom('proxy').select('phone_hash as hash').where('district', '=', p('district')).where('id', '=', p('id'))
    .where('revoked_at', 'is', null)))

async function headsByHash(tx: Tx, district: string, hash: Buffer, day: string): Promise<readonly OwnHead[]> {
  const rows = await holders(tx, { district, hash, day })
  return rows.map((row) => ({ id: row.id, person: row.person, head: row.head, name: row.name, as: asOf(row), proxy: row.proxy, vote: row.vote }))
}

/** Everybody whose phone this is on a day, owners first. Empty for a phone that the register does not know. */
export const headsByPhone = (tx: Tx, district: string, phone: string, day: string): Promise<readonly OwnHead[]> =>
  headsByHash(tx, district, ownerPhoneHash(district, phone), day)

/** The same by the owner or proxy as whom somebody opened their ballots; empty when their phone was changed or their right ended since. */
export async function headsBySession(tx: Tx, district: string, id: string, day: string): Promise<readonly OwnHead[]> {
  const [row] = await hashOf(tx, { district, id })
  return row?.hash ? headsByHash(tx, district, row.hash, day) : []
}
