/** Rows of polls and their statements. */
import { sql, type Selectable } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Poll as PollTable, PollMap, Statement } from '../../kit/tables.gen.ts'
import { isPollState, SHEET_DAYS, type Poll } from '../rules/opinions/index.ts'

/** A poll's row with its days as texts. */
export type PollRow = Omit<Selectable<PollTable>, 'opens_on' | 'closes_on'> & { readonly opens_on: string; readonly closes_on: string }
export type StatementRow = Selectable<Statement>
export type PollMapRow = Selectable<PollMap>

const polls = (tx: Tx, district: string) => tx.selectFrom('poll').where('district', '=', district)
  .select(['district', 'id', 'place', 'path', 'compound_path', 'keeper', 'thread', 'question', 'about', 'state', 'seed', 'per_person', 'version'])
  .select((e) => [e.cast<string>('opens_on', 'text').as('opens_on'), e.cast<string>('closes_on', 'text').as('closes_on')])

/** A poll by id, as far as the transaction's scope reaches. */
export const pollById = (tx: Tx, district: string, id: string): Promise<PollRow | undefined> => polls(tx, district).where('id', '=', id).executeTakeFirst()
/** The same, locked until the transaction ends. */
export const lockPoll = (tx: Tx, district: string, id: string): Promise<PollRow | undefined> =>
  polls(tx, district).where('id', '=', id).forUpdate().executeTakeFirst()
/** The polls of a place and of what lies in it, newest first; drafts only where asked for. */
export const pollsOf = (tx: Tx, district: string, { place, drafts }: { readonly place: string; readonly drafts: boolean }): Promise<PollRow[]> =>
  polls(tx, district).where((e) => {
    const leg = <C extends 'path' | 'compound_path'>(column: C) => e.selectFrom('place').select(`place.${column}`).where('place.district', '=', district).where('place.id', '=', place)
    return e.or([e('place', '=', place), sql<boolean>`path <@ (${leg('path')})`, sql<boolean>`compound_path <@ (${leg('compound_path')})`])
  }).$if(!drafts, (q) => q.where('state', '<>', 'draft')).orderBy('opens_on', 'desc').orderBy('id', 'desc').limit(100).execute()
/** Polls that sheets may come in for on a day. */
export const carriedOn = (tx: Tx, district: string, day: string): Promise<PollRow[]> => polls(tx, district).where('state', '=', 'open')
  .where(sql<boolean>`${day}::date between opens_on and closes_on + ${SHEET_DAYS}::int`).orderBy('opens_on', 'desc').orderBy('id').limit(200).execute()
/** Polls that answers may still come in for, or whose last drawing is not made. */
export const undrawnPolls = (tx: Tx, district: string): Promise<PollRow[]> => polls(tx, district).where('state', '<>', 'draft')
  .where((e) => e.or([e('state', '=', 'open'), e.not(e.exists(e.selectFrom('poll_map').select('poll').whereRef('poll_map.district', '=', 'poll.district')
    .whereRef('poll_map.poll', '=', 'poll.id').where('final', '=', true)))])).orderBy('id').execute()

/** A poll as the rules see it. Throws on a state that the table forbids. */
export function mapPoll(row: PollRow): Poll {
  if (!isPollState(row.state)) throw new Error(`unknown state of a poll ${row.state}`)
  return { state: row.state, opensOn: row.opens_on, closesOn: row.closes_on, perPerson: row.per_person }
}

export const insertPoll = (tx: Tx, row: Omit<PollRow, 'version'>): Promise<unknown> => tx.insertInto('poll').values(row).execute()
export const changePollState = (tx: Tx, { district, id, version }: PollRow, state: string): Promise<unknown> => tx.updateTable('poll')
  .set({ state, version: version + 1 }).where('district', '=', district).where('id', '=', id).execute()

/** Statements of a poll by number; the shown ones alone where asked for. */
export const statementsOf = (tx: Tx, district: string, poll: string, shownOnly = false): Promise<StatementRow[]> => tx.selectFrom('statement').selectAll()
  .where('district', '=', district).where('poll', '=', poll).$if(shownOnly, (q) => q.where('state', '=', 'shown')).orderBy('n').execute()
/** The number that the next statement gets. */
export const nextNumber = (rows: readonly Pick<StatementRow, 'n'>[]): number => rows.reduce((most, { n }) => Math.max(most, n), 0) + 1
/** Puts statements in. The poll has to be locked, so that numbers are given once. */
export const insertStatements = (tx: Tx, rows: readonly StatementRow[]): Promise<unknown> =>
  rows.length === 0 ? Promise.resolve() : tx.insertInto('statement').values([...rows]).execute()

/** What was drawn of a poll last, without the published file. */
export const mapOf = (tx: Tx, district: string, poll: string): Promise<(Pick<PollMapRow, 'drawn_at' | 'map' | 'final'> & { readonly file: boolean }) | undefined> =>
  tx.selectFrom('poll_map').select(['drawn_at', 'map', 'final']).select((e) => e('file', 'is not', null).$castTo<boolean>().as('file'))
    .where('district', '=', district).where('poll', '=', poll).executeTakeFirst()
/** The published file, or undefined while there is none. */
export const fileOf = async (tx: Tx, district: string, poll: string): Promise<Buffer | undefined> => (await tx.selectFrom('poll_map').select('file')
  .where('district', '=', district).where('poll', '=', poll).where('final', '=', true).executeTakeFirst())?.file ?? undefined
