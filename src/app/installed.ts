/** What every child finds out first: its database, its district, and the clock of a demo. */
import { setTimeout as wait } from 'node:timers/promises'
import { clockOffset, setClockOffset } from '../kit/clock.ts'
import { connectionOfJson, type Connection } from '../kit/connection.ts'
import type { Db } from '../kit/db.ts'

/** The database of this process, as its parent passed it on. */
export const connectionOfParent = (): Connection => connectionOfJson(process.env['LINLI_DB'] ?? '')

export type Installed = { readonly district: string; readonly path: string }

/** The district of this installation; waits for it while the demo is being laid out. */
export async function installedDistrict(db: Db): Promise<Installed> {
  for (;;) {
    const row = await db.selectFrom('district').select(['district', 'path']).executeTakeFirst()
    if (row) return row
    await wait(200)
  }
}

/** Takes the clock of the demo from the database, so that server and worker agree; again each second, as the guided path moves it on. */
export async function followDemoClock(db: Db, district: string): Promise<NodeJS.Timeout> {
  const read = async (): Promise<void> => {
    const row = await db.selectFrom('setting').select('value').where('district', '=', district)
      .where('name', '=', 'clock_offset_ms').executeTakeFirst()
    if (row && Number(row.value) !== clockOffset()) setClockOffset(Number(row.value))
  }
  await read()
  return setInterval(() => { void read().catch(() => {}) }, 1000)
}
