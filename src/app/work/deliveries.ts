import type { Delivery } from '../../kit/outbox.ts'
import { log } from '../../kit/log.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/** A notice inside the product; a second delivery of the same one changes nothing. */
const inApp: Delivery = async (tx, notice, at) => {
  const { code: _code, matter, ...facts } = notice.facts
  await tx.insertInto('notice').values({
    district: notice.district, id: notice.id, recipient: notice.recipient, template: notice.template,
    subject: typeof matter === 'string' ? matter : nobody, facts: JSON.stringify(facts), at,
  }).onConflict((c) => c.doNothing()).execute()
}

/** No SMS gateway is connected: the log says that one was due and to which contact, never the number or the text. */
const toLog: Delivery = async (_tx, notice) => {
  log.info('notice', { template: notice.template, recipient: notice.recipient })
}

/** How each channel delivers. */
export const deliveries: ReadonlyMap<string, Delivery> = new Map([['app', inApp], ['sms', toLog], ['log', toLog]])
