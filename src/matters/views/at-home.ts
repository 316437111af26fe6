import type { Tx } from '../../kit/db.ts'
import type { PlaceView } from '../../places/index.ts'
import { STATE_WORDS } from '../rules/index.ts'
import type { Said } from '../../kit/pure.ts'

/** An open matter of a home, as far as the reader may see it. */
export type MatterAtHome = {
  readonly id: string; readonly number: string; readonly title: string; readonly state: Said; readonly filedAt: string; readonly due: string | null
}

/** The matters of a home that are still open, newest first; the wall leaves out what is closed to the reader. */
export async function openMattersAt(tx: Tx, district: string, home: PlaceView): Promise<MatterAtHome[]> {
  const rows = await tx.selectFrom('matter').select(['id', 'number', 'title', 'state', 'filed_at', 'due']).where('district', '=', district)
    .where('building', '=', home.building).where('place', '=', home.id).where('state', 'not in', ['closed', 'withdrawn', 'joined'])
    .orderBy('filed_at', 'desc').orderBy('id', 'desc').limit(20).execute()
  return rows.map(({ id, number, title, state, filed_at, due }) => ({
    id, number, title, filedAt: filed_at.toISOString(), due: due?.toISOString() ?? null,
    state: STATE_WORDS[state as keyof typeof STATE_WORDS], // the table's check allows these words alone
  }))
}
