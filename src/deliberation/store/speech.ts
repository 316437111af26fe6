import { sql, type Selectable } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Speech } from '../../kit/tables.gen.ts'
import type { Spoken } from '../rules/speech/index.ts'

export type SpeechRow = Selectable<Speech>
/** Where something that is talked about stands, and whether one may speak to it now. */
export type Topic = { readonly place: string; readonly path: string; readonly compound_path: string | null; readonly open: boolean; readonly until: string | null }

/** A thread that is talked about: open until it ended or was not taken up. */
async function threadTopic(tx: Tx, district: string, id: string): Promise<Topic | undefined> {
  const row = await tx.selectFrom('thread').select(['place', 'path', 'compound_path', 'step']).where('district', '=', district).where('id', '=', id).executeTakeFirst()
  return row && { place: row.place, path: row.path, compound_path: row.compound_path, open: !['ended', 'declined'].includes(row.step), until: null }
}

/** A clause that is talked about: while a version with it is posted for comments. `today` a civil day. */
async function covenantTopic(tx: Tx, district: string, id: string, clause: string | null, today: string): Promise<Topic | undefined> {
  const row = await tx.selectFrom('covenant').select(['place', 'path', 'compound_path']).where('district', '=', district).where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const posted = await tx.selectFrom('covenant_version').select([sql<string | null>`comments_until::text`.as('until'),
    sql<boolean>`${clause}::text is null or clauses @> jsonb_build_array(jsonb_build_object('key', ${clause}::text))`.as('has')])
    .where('district', '=', district).where('covenant', '=', id).where('state', '=', 'posted').orderBy('n', 'desc').limit(1).executeTakeFirst()
  if (posted && !posted.has) return undefined
  return { ...row, open: posted !== undefined && (posted.until === null || posted.until >= today), until: posted?.until ?? null }
}

/** What is talked about; undefined where there is none. */
export const topicOf = (tx: Tx, district: string, about: 'thread' | 'covenant', id: string, clause: string | null, today: string): Promise<Topic | undefined> =>
  about === 'thread' ? threadTopic(tx, district, id) : covenantTopic(tx, district, id, clause, today)

/** One thing that was said; undefined where the actor sees none. */
export const speechById = (tx: Tx, district: string, id: string): Promise<SpeechRow | undefined> =>
  tx.selectFrom('speech').selectAll().where('district', '=', district).where('id', '=', id).forUpdate().executeTakeFirst()

/** The moments (epoch milliseconds) of what a speaker said since `since`. */
export async function saidSince(tx: Tx, district: string, speaker: string, since: Date): Promise<number[]> {
  const rows = await tx.selectFrom('speech').select('at').where('district', '=', district).where('speaker', '=', speaker).where('at', '>', since)
    .orderBy('at', 'desc').limit(20).execute()
  return rows.map(({ at }) => at.getTime())
}

export const insertSpeech = (tx: Tx, row: Omit<SpeechRow, 'withdrawn_at'>): Promise<unknown> => tx.insertInto('speech').values(row).execute()

/** Something that is looked after, whichever table it stands in: what decisions need of it. */
export type SpokenRow = { readonly about: Spoken; readonly id: string; readonly place: string; readonly path: string; readonly compound_path: string | null
  readonly state: string; readonly speaker: string | null }

const found = { speech: 'speech', statement: 'statement', amendment: 'covenant_amendment', intake: 'agenda_intake' } as const
const above = { statement: { table: 'poll', column: 'poll' }, amendment: { table: 'covenant', column: 'covenant' }, intake: { table: 'standing_body', column: 'body' } } as const

/** One of the four, locked; undefined where the actor sees none. */
export async function lockSpoken(tx: Tx, district: string, about: Spoken, id: string): Promise<SpokenRow | undefined> {
  const table = sql.table(found[about])
  const rows = about === 'speech'
    ? await sql<Omit<SpokenRow, 'about'>>`select id, place, path, compound_path, state, speaker from speech
        where district = ${district} and id = ${id}::uuid for update`.execute(tx)
    : await sql<Omit<SpokenRow, 'about'>>`select s.id, p.place, p.path, p.compound_path, s.state, s.speaker from ${table} s
        join ${sql.table(above[about].table)} p on p.district = s.district and p.id = s.${sql.ref(above[about].column)}
        where s.district = ${district} and s.id = ${id}::uuid for update of s`.execute(tx)
  const [row] = rows.rows
  return row && { about, ...row }
}

/** Sets the state of one of the four. */
export async function setSpoken(tx: Tx, district: string, about: Spoken, id: string, state: string): Promise<void> {
  await sql`update ${sql.table(found[about])} set state = ${state} where district = ${district} and id = ${id}::uuid`.execute(tx)
}
