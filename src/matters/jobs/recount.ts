import { setTimer, type TimerHandler } from '../../kit/jobs.ts'
import { workingTimeChanged } from '../../offices/index.ts'
import { clockActor } from '../../trust/index.ts'
import { recountMatter } from '../commands/recount.ts'

const AT_ONCE = 100

/**
 * [M48] After the calendar changed: open matters one after another by id, some in a transaction, and the timer set anew behind the last of them, so that
 * what was cut off goes on where it was.
 */
export const recountTimer = (pathOf: (district: string) => string): TimerHandler => async (tx, timer, at) => {
  const { district, subject, facts } = timer
  workingTimeChanged() // another process may have written it
  const after = typeof facts.after === 'string' ? facts.after : '00000000-0000-0000-0000-000000000000'
  const rows = await tx.selectFrom('matter').select('id').where('district', '=', district).where('id', '>', after).where('due', 'is not', null)
    .where('state', 'not in', ['closed', 'withdrawn']).orderBy('id').limit(AT_ONCE).execute()
  for (const { id } of rows) await recountMatter({ tx, actor: clockActor(district, pathOf(district)), at }, { id })
  const last = rows.at(-1)
  if (last && rows.length === AT_ONCE) await setTimer(tx, { district, due: at, kind: 'working_time.changed', subject, facts: { after: last.id } })
}
