import { statement } from '../../kit/db.ts'
import type { Delivery } from '../../kit/outbox.ts'
import { log } from '../../kit/log.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

type Row = { district: string; id: string; recipient: string; template: string; subject: string; facts: string; at: Date }
const insertNotice = statement<Row>('notice.insert', (db, p) => db.insertInto('notice').values({
  district: p('district'), id: p('id'), recipient: p('recipient'), template: p('template'), subject: p('subject'), facts: p('facts'), at: p('at'),
}).onConflict((c) => c.doNothing()))

/** A notice inside the product; a second delivery of the same one changes nothing. */
const inApp: Delivery = async (tx, notice, at) => {
  const { code: _code, matter, ...facts } = notice.facts
  await insertNotice(tx, {
    district: notice.district, id: notice.id, recipient: notice.recipient, template: notice.template,
    subject: typeof matter === 'string' ? matter : nobody, facts: JSON.stringify(facts), at,
  })
}

/** No SMS gateway is connected: the log says that one was due and to which contact, never the number or the text. */
const toLog: Delivery = async (_tx, notice) => {
  log.info('notice', { template: notice.template, recipient: notice.recipient })
}

/** How each channel delivers. */
export const deliveries: ReadonlyMap<string, Delivery> = new Map([['app', inApp], ['sms', toLog], ['log', toLog]])
