/** Slips of a budget: electors without a telephone, each of a building. */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'

export type SlipRow = { readonly id: string; readonly code: string; readonly building: string | null; readonly blocked: string | null; readonly took_part: boolean
  readonly voter_hash: Buffer | null }
export type SlipSum = { readonly building: string | null; readonly made: number; readonly void: number }

/** How many slips were made for each building, void ones told apart. */
export async function slipSums(tx: Tx, district: string, vote: string): Promise<readonly SlipSum[]> {
  const { rows } = await sql<{ building: string | null; made: string; void: string }>`select building, count(*) as made, count(*) filter (where blocked = 'void') as void
    from elector where district = ${district} and vote = ${vote}::uuid and voter_hash is null and kind = 'resident' group by building`.execute(tx)
  return rows.map(({ building, made, void: gone }) => ({ building, made: Number(made), void: Number(gone) }))
}

const of = (tx: Tx, district: string, vote: string) => tx.selectFrom('elector').select(['id', 'code', 'building', 'blocked', 'took_part', 'voter_hash'])
  .where('district', '=', district).where('vote', '=', vote).where('kind', '=', 'resident')

/** The slip with a code, locked; undefined where there is none. */
export const slipByCode = (tx: Tx, district: string, vote: string, code: string): Promise<SlipRow | undefined> =>
  of(tx, district, vote).where('code', '=', code).forUpdate().executeTakeFirst()

/** The slips that can still be given out and used, of one building or of all. */
export const usableSlips = (tx: Tx, district: string, vote: string): Promise<SlipRow[]> =>
  of(tx, district, vote).where('voter_hash', 'is', null).where('blocked', 'is', null).where('took_part', '=', false).orderBy('building').orderBy('id').execute()
