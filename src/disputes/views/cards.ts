import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { namesOf } from '../../offices/index.ts'
import { placeById } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { disputes, type Row } from '../store/load-dispute.ts'

export type CardQuery = { readonly tab: 'open' | 'ended' | 'opened'; readonly after?: string | undefined; readonly limit: number }
const ENDED = ['kept', 'broken', 'refused', 'failed', 'stopped'] as const

const writeCursor = (row: Row): string => Buffer.from(`${row.touched.toISOString()} ${row.id}`).toString('base64url')
function readCursor(text: string | undefined): { readonly at: Date; readonly id: string } | null {
  const [at = '', id = ''] = Buffer.from(text ?? '', 'base64url').toString().split(' ')
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) && !Number.isNaN(Date.parse(at))
  return isTime && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? { at: new Date(at), id } : null
}

async function rowsOf(tx: Tx, actor: Actor, query: CardQuery): Promise<Row[]> {
  const cursor = readCursor(query.after)
  const own = query.tab === 'opened'
  return disputes(tx, actor.district)
    .$if(own, (q) => q.where('dispute.opened_person', '=', actor.person ?? ''))
    .$if(!own, (q) => q.where('dispute.committee', '=', sql<string>`any(${[...actor.orgs]}::uuid[])`))
    .$if(!own, (q) => q.where('dispute.state', query.tab === 'ended' ? 'in' : 'not in', [...ENDED]))
    .$if(cursor !== null, (q) => q.where(sql<boolean>`(dispute.touched, dispute.id) < (${cursor?.at}::timestamptz, ${cursor?.id}::uuid)`))
    .orderBy('dispute.touched', 'desc').orderBy('dispute.id', 'desc').limit(query.limit + 1).execute()
}

async function datesOf(tx: Tx, district: string, ids: readonly string[]) {
  const [sessions, duties] = await Promise.all([
    tx.selectFrom('dispute_session').select((e) => ['dispute', e.fn.min('at').as('at')]).where('district', '=', district).where('state', '=',
      'planned')
      .where('dispute', '=', sql<string>`any(${[...ids]}::uuid[])`).groupBy('dispute').execute(),
    tx.selectFrom('dispute_clause').select(['dispute', sql<string>`to_char(min(until), 'YYYY-MM-DD')`.as('until')]).where('district', '=', district)
      .where('state', '=', 'open').where('dispute', '=', sql<string>`any(${[...ids]}::uuid[])`).groupBy('dispute').execute(),
  ])
  return { session: new Map(sessions.map((one) => [one.dispute, one.at])), duty: new Map(duties.map((one) => [one.dispute, one.until])) }
}

/** A page of disputes as the actor may know them: for the committee open or ended ones, for others those they opened, without a word of them. */
export async function listDisputes(tx: Tx, actor: Actor, query: CardQuery) {
  const found = await rowsOf(tx, actor, query)
  const rows = found.slice(0, query.limit)
  const names = await namesOf(tx, actor.district, { persons: rows.map(({ mediator }) => mediator), orgs: rows.map(({ committee }) => committee) })
  const dates = await datesOf(tx, actor.district, rows.map(({ id }) => id))
  const items = []
  for (const row of rows) {
    const place = await placeById(tx, actor.district, row.place)
    const inside = actor.orgs.includes(row.committee)
    items.push({
      id: row.id, number: row.number, kind: row.kind, state: row.state, place: place?.fullName ?? '', committee: names.org(row.committee)?.name ?? '',
      mediator: inside ? names.person(row.mediator) : null, mine: inside && row.mediator === actor.person, until: row.until_day,
      session: inside ? dates.session.get(row.id)?.toISOString() ?? null : null, duty: inside ? dates.duty.get(row.id) ?? null : null,
      openedAt: row.opened_at.toISOString(), version: row.version,
    })
  }
  const last = rows.at(-1)
  return { items, next: found.length > rows.length && last ? writeCursor(last) : null }
}

/** The sessions of a mediator that are to come until a moment, and those of today that are not entered. */
export async function listSessions(tx: Tx, actor: Actor, from: Date, to: Date) {
  const rows = await tx.selectFrom('dispute_session as s')
    .innerJoin('dispute as d', (join) => join.onRef('d.district', '=', 's.district').onRef('d.id', '=', 's.dispute'))
    .innerJoin('place as p', (join) => join.onRef('p.district', '=', 'd.district').onRef('p.id', '=', 'd.place'))
    .select(['s.id', 's.dispute', 's.at', 's.spot', 'd.number', 'd.kind', 'd.version', 'p.full_name as place'])
    .where('s.district', '=', actor.district).where('s.state', '=', 'planned').where('s.committee', '=', sql<string>`any(${[...actor.orgs]}::uuid[])`)
    .where('d.mediator', '=', actor.person ?? '').where('s.at', '>=', from).where('s.at', '<', to).orderBy('s.at').limit(100).execute()
  return { items: rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })) }
}
