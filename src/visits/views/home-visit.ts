import { statement, type Tx } from '../../kit/db.ts'
import { halfDay } from '../../record/rules/index.ts'
import type { Met } from '../rules/index.ts'

const latest = statement<{ district: string; building: string; home: string }, { happened_at: Date; met: string }>('visit.home', (db, p) => db
  .selectFrom('visit').select(['happened_at', 'met']).where('district', '=', p('district')).where('building', '=', p('building'))
  .where('place', '=', p('home')).orderBy('happened_at', 'desc').limit(1))

/** The half-day of the last visit to a home by anybody, as on the door list: never who. Null when there was none, or none the reader may see. [V3] */
export async function lastVisitTo(
  tx: Tx, district: string, building: string, home: string,
): Promise<{ readonly day: string; readonly half: 'am' | 'pm'; readonly met: Met } | null> {
  const [row] = await latest(tx, { district, building, home })
  return row === undefined ? null : { ...halfDay(row.happened_at.getTime()), met: row.met as Met } // the table's check allows these words alone
}
