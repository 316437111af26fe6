/** Ties by a phone, and the ties of one human being with what their current phone is: for opening one's own file. */
import { sql } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'
import { lookupHash } from '../../trust/index.ts'
import type { Candidate, OwnTie } from '../rules/own-file/index.ts'
import { keyOfDweller } from './dweller.ts'
import { valuesOf } from './value.ts'

type Row = { id: string; person: string; who: string; room: string }
/** A search names its communities; a resident does not say in which they live. */
const communities = statement<{ district: string }, { id: string }>('roster.own.communities', (db, p) => db.selectFrom('place').select('id')
  .where('district', '=', p('district')).where('kind', '=', 'community'))
/** Ties in force whose current phone it is. Read as the clock. */
const byPhone = statement<{ district: string; communities: string[]; token: Buffer; hash: Buffer }, Row>('roster.own.phone', (db,
  p) => db.selectFrom('dweller_token as t')
  .innerJoin('dweller as d', (j) => j.onRef('d.district', '=', 't.district').onRef('d.id', '=', 't.dweller'))
  .innerJoin('dweller_value as v', (j) => j.onRef('v.district', '=', 'd.district').onRef('v.dweller', '=', 'd.id'))
  .innerJoin('place as p', (j) => j.onRef('p.district', '=', 'd.district').onRef('p.id', '=', 'd.home'))
  .select(['d.id', 'd.person', 'd.who', 'p.name as room']).where('t.district', '=', p('district'))
  .where('t.community', '=', sql<string>`any(${p('communities')}::uuid[])`)
  .where('t.token', '=', p('token')).where('d.until', 'is', null).where('v.field', '=', 'phone').where('v.state', '=', 'current')
  .where('v.keyed_hash', '=', p('hash')).orderBy('d.id').limit(20))

/** Who may be meant by a phone: ids alone, nothing opened. */
export async function tiesByPhone(tx: Tx, district: string, phone: string): Promise<readonly Row[]> {
  const hash = lookupHash(district, 'phone', phone)
  const within = (await communities(tx, { district })).map(({ id }) => id)
  return byPhone(tx, { district, communities: within, token: hash, hash })
}

/** The same with names in clear, to be compared with what was typed; they leave this server in no answer. */
export async function candidatesByPhone(tx: Tx, district: string, phone: string): Promise<readonly Candidate[]> {
  const rows = await tiesByPhone(tx, district, phone)
  const values = Map.groupBy(await valuesOf(tx, { district, dwellers: rows.map(({ id }) => id) }), ({ dweller }) => dweller)
  const found: Candidate[] = []
  for (const { id, person, who, room } of rows) {
    const key = await keyOfDweller(tx, district, person)
    const names = (values.get(id) ?? []).flatMap(({ field, state, cipher }) =>
      (key && cipher && field === 'name' && state === 'current' ? [key.open('name', cipher)] : []))
    found.push({ tie: id, who, names, room })
  }
  return found
}

/** A tie of somebody with its home's paths and since when its current phone has been known. */
export type OwnRow = OwnTie & {
  readonly who: string; readonly home: string; readonly path: string; readonly compoundPath: string | null; readonly community: string
  readonly phoneSince: Date | null
}
const ofSame = statement<{ district: string; tie: string },
  { id: string; person: string; who: string; home: string; path: string; compound_path: string | null;
  community: string; phone: string | null; phone_since: Date | null }>('roster.own.ties', (db, p) => db.selectFrom('dweller as d')
  .select(['d.id', 'd.person', 'd.who', 'd.home', 'd.path', 'd.compound_path', 'd.community'])
  .select((e) => [
    e.selectFrom('dweller_value as v').select(sql<string>`encode(v.keyed_hash, 'hex')`.as('h')).whereRef('v.district', '=', 'd.district')
      .whereRef('v.dweller', '=', 'd.id').where('v.field', '=', 'phone').where('v.state', '=', 'current').orderBy('v.recorded_at',
        'desc').limit(1).as('phone'),
    e.selectFrom('dweller_value as v').select('v.recorded_at').whereRef('v.district', '=', 'd.district').whereRef('v.dweller', '=', 'd.id')
      .where('v.field', '=', 'phone').where('v.state', '=', 'current').orderBy('v.recorded_at', 'desc').limit(1).as('phone_since'),
  ])
  .where('d.district', '=', p('district')).where('d.until', 'is', null).where('d.who', '=', (e) => e.selectFrom('dweller as o').select('o.who')
    .where('o.district', '=', p('district')).where('o.id', '=', p('tie')).where('o.until', 'is', null)).orderBy('d.id'))

/** All ties in force of whoever this tie is of. Read as the clock; which of them a phone opens is a rule. */
export async function tiesOfSame(tx: Tx, district: string, tie: string): Promise<readonly OwnRow[]> {
  const rows = await ofSame(tx, { district, tie })
  return rows.map(({ compound_path: compoundPath, phone_since: phoneSince, ...row }) => ({ ...row, compoundPath, phoneSince }))
}
