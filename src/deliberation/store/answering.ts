/** The hot path of a poll: one statement that takes an answer. */
import { sql } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'
import type { Sign } from '../rules/opinions/index.ts'
import { GONE_NAME } from '../rules/speech/index.ts'

export type GivenAnswer = {
  readonly district: string; readonly poll: string; readonly voter: string; readonly speaker: string; readonly building: string | null
  readonly statement: number; readonly sign: Sign; readonly at: Date; readonly today: string
}
type Row = { readonly taken: boolean; readonly answered: readonly number[] }

/**
 * One message: looks whether poll, statement and speaker allow it, writes the voter at the first answer and the answer at the first or another sign, and
 * reads what was answered before. The same answer twice changes nothing, so it needs no key.
 */
const takeAnswer = statement<{ [K in keyof GivenAnswer]: GivenAnswer[K] }, Row>('poll.answer', (db, p) => ({ compile: () => sql<Row>`
  with asked as materialized (
    select p.path, p.compound_path from poll p
    where p.district = ${p('district')}::char(6) and p.id = ${p('poll')}::uuid and p.state = 'open' and ${p('today')}::date between p.opens_on and p.closes_on
      and exists (select from statement s where s.district = p.district and s.poll = p.id and s.n = ${p('statement')}::int and s.state = 'shown')
      and exists (select from speaker k where k.district = p.district and k.id = ${p('speaker')}::uuid and k.name <> ${sql.lit(GONE_NAME)}
        and (k.banned_until is null or k.banned_until <= ${p('at')}::timestamptz))
  ), came as (
    insert into poll_voter (district, poll, voter, path, compound_path, building, channel, since)
    select ${p('district')}::char(6), ${p('poll')}::uuid, ${p('voter')}::uuid, path, compound_path, ${p('building')}::uuid, 'phone', ${p('at')}::timestamptz from asked
    on conflict (district, poll, voter) do nothing
  ), said as (
    insert into poll_answer as a (district, poll, voter, statement, sign, at)
    select ${p('district')}::char(6), ${p('poll')}::uuid, ${p('voter')}::uuid, ${p('statement')}::int, ${p('sign')}::smallint, ${p('at')}::timestamptz from asked
    on conflict (district, poll, voter, statement) do update set sign = excluded.sign, at = excluded.at, seq = default where a.sign <> excluded.sign
  )
  select exists (select from asked) as taken, coalesce((select array_agg(statement) from poll_answer
    where district = ${p('district')}::char(6) and poll = ${p('poll')}::uuid and voter = ${p('voter')}::uuid), '{}') as answered`.compile(db) }))

/** Takes an answer, if poll, statement and speaker allow it; `answered` are the numbers answered before this one. */
export async function giveAnswer(tx: Tx, given: GivenAnswer): Promise<Row> {
  const [row] = await takeAnswer(tx, given)
  return row ?? { taken: false, answered: [] }
}

const readAnswered = statement<{ district: string; poll: string; voter: string }, { statement: number }>('poll.answered', (db, p) => db.selectFrom('poll_answer')
  .select('statement').where('district', '=', p('district')).where('poll', '=', p('poll')).where('voter', '=', p('voter')))
/** The numbers of the statements that somebody answered. */
export const answeredBy = async (tx: Tx, district: string, poll: string, voter: string): Promise<readonly number[]> =>
  (await readAnswered(tx, { district, poll, voter })).map((row) => row.statement)

type Agreeing = { readonly district: string; readonly poll: string; readonly path: string; readonly compoundPath: string | null; readonly building: string | null; readonly at: Date }
/** Writes that whoever added a statement by phone agrees to it, shown or still held: a row like any other answer, which they replace like any other. [OM15] */
export async function agreeToOwn(tx: Tx, { district, poll, path, compoundPath, building, at }: Agreeing, voter: string, n: number): Promise<void> {
  await tx.insertInto('poll_voter').values({ district, poll, voter, path, compound_path: compoundPath, building, channel: 'phone', since: at }).onConflict((c) => c.doNothing()).execute()
  await tx.insertInto('poll_answer').values({ district, poll, voter, statement: n, sign: 1, at }).execute()
}

/** Writes that sheets agree to what stands at their foot, save where they say otherwise themselves. [OM16] */
export const agreeBySheets = async (tx: Tx, { district, poll, at }: { readonly district: string; readonly poll: string; readonly at: Date },
  feet: readonly { readonly sheet: string; readonly n: number }[]): Promise<unknown> => feet.length === 0 ? undefined
  : tx.insertInto('poll_answer').values(feet.map(({ sheet, n }) => ({ district, poll, voter: sheet, statement: n, sign: 1, at }))).onConflict((c) => c.doNothing()).execute()

/** A sheet that somebody filled: the day it was, as whoever brings it says, and the sentence at its foot. */
export type Sheet = { readonly id: string; readonly building: string; readonly filledOn: string | null; readonly said: string | null
  readonly answers: readonly { readonly statement: number; readonly sign: Sign }[] }
type SheetsOf = { readonly district: string; readonly poll: string; readonly path: string; readonly compoundPath: string | null; readonly channel: 'paper' | 'door'; readonly at: Date }

/** Writes paper sheets, each once by its id: one that is there already is left as it is. Answers the ids that were new. */
export async function insertSheets(tx: Tx, { district, poll, path, compoundPath, channel, at }: SheetsOf, sheets: readonly Sheet[]): Promise<ReadonlySet<string>> {
  const came = await tx.insertInto('poll_voter').values(sheets.map(({ id, building }) => ({ district, poll, voter: id, path, compound_path: compoundPath, building, channel, since: at })))
    .onConflict((c) => c.columns(['district', 'poll', 'voter']).doNothing()).returning('voter').execute()
  const fresh = new Set(came.map(({ voter }) => voter))
  const rows = sheets.filter(({ id }) => fresh.has(id)).flatMap(({ id, answers }) => answers.map((answer) => ({ district, poll, voter: id, ...answer, at })))
  if (rows.length > 0) await tx.insertInto('poll_answer').values(rows).onConflict((c) => c.doNothing()).execute()
  return fresh
}
