/** Requests about one's own data: statements that read and change them. */
import { sql } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'
import type { AskedBy, AskedField, RefusalReason, RequestKind, RequestState } from '../rules/own-file/index.ts'

export type RequestRow = {
  id: string; dweller: string; person: string; path: string; compound_path: string | null; community: string; kind: RequestKind; asked_by: AskedBy
  field: AskedField | null; words: Buffer | null; wanted: Buffer | null; wanted_masked: string | null; asked_at: Date; due: Date; provisional: boolean
  state: RequestState; decided_at: Date | null; reason: RefusalReason | null; answer: Buffer | null; version: number
}
const columns = ['id', 'dweller', 'person', 'path', 'compound_path', 'community', 'kind', 'asked_by', 'field', 'words', 'wanted', 'wanted_masked',
  'asked_at',
  'due', 'provisional', 'state', 'decided_at', 'reason', 'answer', 'version'] as const

/** The requests about some ties, newest first. */
export const requestsOf = statement<{ district: string; dwellers: string[] }, RequestRow>('roster.requests.of', (db,
  p) => db.selectFrom('data_request')
  .select(columns).where('district', '=', p('district')).where('dweller', '=', sql<string>`any(${p('dwellers')}::uuid[])`).orderBy('asked_at', 'desc')
  .limit(50))

/** One request within the reader's reach, locked. */
export const lockRequest = statement<{ district: string; id: string }, RequestRow>('roster.request.lock', (db, p) => db.selectFrom('data_request')
  .select(columns).where('district', '=', p('district')).where('id', '=', p('id')).forUpdate())

export type ListedRequest = Omit<RequestRow, 'words' | 'wanted' | 'answer'> & { home: string; home_name: string; who: string; masked: string | null }
const listed = ['r.id', 'r.dweller', 'r.person', 'r.path', 'r.compound_path', 'r.community', 'r.kind', 'r.asked_by', 'r.field', 'r.wanted_masked',
  'r.asked_at', 'r.due', 'r.provisional', 'r.state', 'r.decided_at', 'r.reason', 'r.version', 'd.home', 'd.who', 'p.full_name as home_name'] as const
const shownName = sql<string | null>`(select v.masked from dweller_value v where v.district = r.district and v.dweller = r.dweller and v.field = 'name'
  and v.state = 'current' order by v.recorded_at desc limit 1)`.as('masked')

/** The requests of some communities: open ones by due time, then the answered of late. */
export const listRequests = statement<{ district: string; communities: string[] }, ListedRequest>('roster.requests.open', (db, p) => db
  .selectFrom('data_request as r').innerJoin('dweller as d', (j) => j.onRef('d.district', '=', 'r.district').onRef('d.id', '=', 'r.dweller'))
  .innerJoin('place as p', (j) => j.onRef('p.district', '=', 'd.district').onRef('p.id', '=', 'd.home')).select(listed).select(shownName)
  .where('r.district', '=', p('district')).where('r.community', '=', sql<string>`any(${p('communities')}::uuid[])`)
  .orderBy(sql`(r.state <> 'open')`).orderBy(sql`case when r.state = 'open' then r.due end`).orderBy('r.asked_at', 'desc').limit(300))

export type NewRequest = Pick<RequestRow, 'id' | 'dweller' | 'person' | 'path' | 'compound_path' | 'community' | 'kind' | 'asked_by' | 'field'
  | 'words' |
  'wanted' | 'wanted_masked' | 'asked_at' | 'due' | 'provisional'>
/** Writes a request that was just asked. */
export async function putRequest(tx: Tx, district: string, row: NewRequest): Promise<void> {
  await tx.insertInto('data_request').values({ district, ...row, state: 'open', version: 0 }).execute()
}

/** Answers or withdraws; the caller holds the row's lock. Answers the new version. */
export async function settleRequest(
  tx: Tx, district: string, id: string,
  to: { readonly state: RequestState; readonly at: Date | null; readonly post: string | null; readonly reason: RefusalReason | null;
    readonly answer: Buffer | null },
): Promise<number> {
  const row = await tx.updateTable('data_request').set({ state: to.state, decided_at: to.at, decided_post: to.post, reason: to.reason,
    answer: to.answer,
    version: sql`version + 1` }).where('district', '=', district).where('id', '=', id).returning('version').executeTakeFirstOrThrow()
  return row.version
}
