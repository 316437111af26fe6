import { shanghaiDay } from '../../kit/clock.ts'
import { statement, type Tx } from '../../kit/db.ts'
import type { Delivery } from '../../kit/outbox.ts'
import type { NoticeRegistry } from '../rules/index.ts'

type Row = { district: string; id: string; recipient: string; template: string; subject: string; facts: string; at: Date; day: string }
const insertNotice = statement<Row>('notice.insert', (db, p) => db.insertInto('notice').values({
  district: p('district'), id: p('id'), recipient: p('recipient'), template: p('template'), subject: p('subject'), facts: p('facts'), at: p('at'), day: p('day'),
}).onConflict((c) => c.doNothing()))

/**
 * Delivers notices inside the product; a second delivery of the same one changes nothing. What a notice is about is the fact that its declaration names; one
 * that names none is about itself, so that nothing folds into it.
 */
export const keepNotices = (kinds: NoticeRegistry): Delivery => async (tx: Tx, notice, at) => {
  const about = kinds.get(notice.template)?.about ?? 'matter'
  const { code: _code, [about]: subject, ...facts } = notice.facts
  await insertNotice(tx, {
    district: notice.district, id: notice.id, recipient: notice.recipient, template: notice.template,
    subject: typeof subject === 'string' ? subject : notice.id, facts: JSON.stringify(facts), at, day: shanghaiDay(at),
  })
}
