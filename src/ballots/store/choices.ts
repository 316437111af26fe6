/** All choices of a vote, for the clock: opened for the count, and written anew in an order that tells nothing. */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { FieldKey } from '../../trust/index.ts'
import type { OpenChoice } from '../rules/sealed/index.ts'
import { CHANNELS } from '../rules/vote.ts'
import { openChoice } from '../sealing/index.ts'

type Where = { readonly district: string; readonly vote: string }
/** A choice with its commitment (hexadecimal) and the bytes that seal it. */
export type StoredChoice = { readonly open: OpenChoice; readonly commitment: string; readonly sealed: Buffer }

/** All choices of a vote, opened, in the order of their commitments. About 15 µs each. */
export async function openedChoices(tx: Tx, { district, vote }: Where, seal: FieldKey): Promise<readonly StoredChoice[]> {
  const rows = await tx.selectFrom('choice').select(['pseudonym', 'seq', 'channel', 'area', 'heads', 'sealed', 'commitment']).where('district', '=', district)
    .where('vote', '=', vote).orderBy('commitment').execute()
  return rows.map(({ pseudonym, seq, channel, area, heads, sealed, commitment }) => ({
    sealed, commitment: commitment.toString('hex'),
    open: { pseudonym, seq, channel: CHANNELS.find((one) => one === channel) ?? 'paper', area: Number(area), heads, ...openChoice(seal, { pseudonym, seq }, sealed) },
  }))
}

/** The commitments of a vote, in the order of the tree's leaves. */
export async function commitmentsOf(tx: Tx, { district, vote }: Where): Promise<readonly string[]> {
  const rows = await tx.selectFrom('choice').select('commitment').where('district', '=', district).where('vote', '=', vote).orderBy('commitment').execute()
  return rows.map(({ commitment }) => commitment.toString('hex'))
}

const PART = 5000

/**
 * Writes all choices anew, sorted, under new random ids, and forgets what two people read: where a row stands in the file, and by which transaction it
 * was written, tells nobody any more whose it is.
 */
export async function rewriteChoices(tx: Tx, { district, vote }: Where, stored: readonly StoredChoice[], makeId: () => string): Promise<void> {
  await tx.deleteFrom('choice').where('district', '=', district).where('vote', '=', vote).execute()
  await tx.deleteFrom('paper_entry').where('district', '=', district).where('vote', '=', vote).execute()
  for (let from = 0; from < stored.length; from += PART) {
    const rows = stored.slice(from, from + PART).map(({ open: { pseudonym, seq, channel, area, heads }, sealed, commitment }) =>
      ({ id: makeId(), pseudonym, seq, channel, area, heads, sealed: `\\x${sealed.toString('hex')}`, commitment: `\\x${commitment}` }))
    await sql`insert into choice (district, vote, id, pseudonym, seq, channel, area, heads, sealed, commitment)
      select ${district}, ${vote}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(id uuid, pseudonym text, seq int, channel text, area bigint, heads int, sealed bytea, commitment bytea)`.execute(tx)
  }
}
