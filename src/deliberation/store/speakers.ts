import type { Selectable } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Speaker } from '../../kit/tables.gen.ts'
import type { Speaking } from '../rules/speech/index.ts'

export type SpeakerRow = Selectable<Speaker>

/** A speaker by id; undefined where there is none. */
export const speakerById = (tx: Tx, district: string, id: string): Promise<SpeakerRow | undefined> =>
  tx.selectFrom('speaker').selectAll().where('district', '=', district).where('id', '=', id).executeTakeFirst()

/** The speaker of this keyed hash of a phone, locked until the transaction ends. */
export const speakerByHash = (tx: Tx, district: string, hash: Buffer): Promise<SpeakerRow | undefined> =>
  tx.selectFrom('speaker').selectAll().where('district', '=', district).where('phone_hash', '=', hash).forUpdate().executeTakeFirst()

/** Whether another neighbour of the compound speaks under this name. */
export async function nameTaken(tx: Tx, district: string, { name, compound, id }: { readonly name: string; readonly compound: string | null
  readonly id: string | null }): Promise<boolean> {
  const row = await tx.selectFrom('speaker').select('id').where('district', '=', district).where('compound', compound === null ? 'is' : '=', compound)
    .where('name', '=', name).$if(id !== null, (q) => q.where('id', '<>', id ?? '')).limit(1).executeTakeFirst()
  return row !== undefined
}

export const insertSpeaker = (tx: Tx, row: Omit<SpeakerRow, 'banned_until'>): Promise<unknown> =>
  tx.insertInto('speaker').values(row).onConflict((c) => c.columns(['district', 'phone_hash']).doNothing()).execute()

export const changeSpeaker = (tx: Tx, district: string, id: string, to: Partial<Omit<SpeakerRow, 'district' | 'id'>>): Promise<unknown> =>
  tx.updateTable('speaker').set(to).where('district', '=', district).where('id', '=', id).execute()

/** What a browser carries of a speaker. */
export const speakingOf = ({ id, name, compound, building, minor }: SpeakerRow): Speaking => ({ id, name, compound, building, minor })
