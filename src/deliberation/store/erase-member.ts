import { sql } from 'kysely'
import type { EraseHook } from '../../trust/index.ts'

/** Takes away the name that a member of a standing body chose to show, when they are erased; that the seat was taken, and for whom, stays. As the clock. [DB2] */
export const eraseMember: EraseHook = async (tx, { district, person }) => {
  await sql`update body_seat set label = '＊', person = null where district = ${district} and person = ${person}::uuid`.execute(tx)
}
