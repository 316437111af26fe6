import type { Selectable } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Moderation } from '../../kit/tables.gen.ts'

export type ModerationRow = Selectable<Moderation>

/** One decision, locked; undefined where the actor sees none. */
export const lockDecision = (tx: Tx, district: string, id: string): Promise<ModerationRow | undefined> =>
  tx.selectFrom('moderation').selectAll().where('district', '=', district).where('id', '=', id).forUpdate().executeTakeFirst()

/** The decisions about these things, newest first. */
export const decisionsAbout = (tx: Tx, district: string, subjects: readonly string[]): Promise<ModerationRow[]> => subjects.length === 0 ? Promise.resolve([])
  : tx.selectFrom('moderation').selectAll().where('district', '=', district).where('subject', 'in', [...subjects]).orderBy('at', 'desc').orderBy('id', 'desc').execute()
