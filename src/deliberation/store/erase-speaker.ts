import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { EraseHook } from '../../trust/index.ts'
import { GONE_NAME, GONE_WORDS } from '../rules/speech/index.ts'

/**
 * Takes away what speaking keeps of somebody who is being erased: the mark of the telephone, name and home, the words of what they said and of their
 * appeals. The places stay and say 已离开, so that answers still hang together. What others voted or decided on, statements, amendments and items for a
 * council, stays in its words under 已离开 with nobody behind it. The transaction has to be the clock's. [DS12]
 */
export const eraseSpeaker: EraseHook = async (tx, { district, person }) => {
  const row = await tx.selectFrom('speaker').select('id').where('district', '=', district).where('person', '=', person).executeTakeFirst()
  if (!row) return
  const { id } = row
  await sql`update moderation set appeal = ${GONE_WORDS} where district = ${district} and appeal is not null and (subject = ${id}::uuid or subject in (
    select id from speech where district = ${district} and speaker = ${id}::uuid union all select id from statement where district = ${district} and speaker = ${id}::uuid
    union all select id from covenant_amendment where district = ${district} and speaker = ${id}::uuid
    union all select id from agenda_intake where district = ${district} and speaker = ${id}::uuid))`.execute(tx)
  await tx.updateTable('speech').set({ name: GONE_NAME, words: GONE_WORDS, speaker: null, state: 'removed' }).where('district', '=', district).where('speaker', '=', id).execute()
  for (const table of ['statement', 'covenant_amendment', 'agenda_intake'] as const) {
    await sql`update ${sql.table(table)} set name = ${GONE_NAME}, speaker = null where district = ${district} and speaker = ${id}::uuid`.execute(tx)
  }
  for (const table of ['meeting_objection', 'attendance'] as const) {
    await sql`update ${sql.table(table)} set label = ${GONE_NAME}, speaker = null where district = ${district} and speaker = ${id}::uuid`.execute(tx)
  }
  await tx.updateTable('speaker').set({ phone_hash: randomBytes(16), name: GONE_NAME, compound: null, building: null }).where('district', '=', district).where('id', '=', id).execute()
}
