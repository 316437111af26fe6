/** Notices that a deadline comes near: sent by the one timer of a matter, and taken back while they wait when the deadline is no longer so. */
import { sql } from 'kysely'
import type { Context } from '../../kit/command.ts'
import { sendNotice } from '../../kit/jobs.ts'
import { workingTime } from '../../offices/index.ts'
import type { Actor } from '../../trust/index.ts'
import { isOpen, type Matter } from '../rules/matter.ts'
import type { MatterNotice } from '../rules/notices.ts'
import { outlived, type Warning } from '../rules/warnings.ts'
import type { Locked, Row } from './load-matter.ts'
import { recipientOf } from './recipients.ts'

const TEMPLATE: MatterNotice = 'matter.due_soon'
const toWhom = (row: Row, { org }: Warning): string | null => recipientOf(org === null ? 'holder' : { org }, row)

/** [M49] Tells whoever has a matter that its deadlines come near; each clock once. */
export async function sendWarnings(ctx: Context<Actor>, row: Row, warnings: readonly Warning[]): Promise<void> {
  for (const warning of warnings) {
    const recipient = toWhom(row, warning)
    if (recipient === null) continue
    const facts = { matter: row.id, stage: warning.stage, due: new Date(warning.due).toISOString() }
    await sendNotice(ctx.tx, { district: row.district, channel: 'app', recipient, template: TEMPLATE, facts }, new Date(warning.at))
  }
}

/** [M49] Takes back warnings that were not delivered yet and whose deadline was kept, moved or stands still since. Asks the outbox only where there may be one. */
export async function takeBackWarnings(ctx: Context<Actor>, { row, matter }: Locked, after: Pick<Matter, 'state' | 'clocks'>): Promise<void> {
  const time = await workingTime(ctx.tx, row.district)
  for (const warning of outlived(matter, isOpen(after.state) ? after.clocks : [], time, ctx.at.getTime())) {
    const recipient = toWhom(row, warning)
    if (recipient === null) continue
    await sql`delete from outbox where recipient = ${recipient} and facts ->> 'matter' = ${row.id} and sent_at is null and failed_at is null
      and template = ${TEMPLATE} and facts ->> 'stage' = ${warning.stage}`.execute(ctx.tx)
  }
}
