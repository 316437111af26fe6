import type { Delivery } from '../../kit/outbox.ts'
import { log } from '../../kit/log.ts'
import { keepNotices } from '../../notices/index.ts'
import { noticeWords } from '../notices.ts'

/** No SMS gateway is connected: the log says that one was due and to which contact, never the number or the text. */
const toLog: Delivery = async (_tx, notice) => {
  log.info('notice', { template: notice.template, recipient: notice.recipient })
}

/** How each channel delivers. */
export const deliveries: ReadonlyMap<string, Delivery> = new Map([['app', keepNotices(noticeWords.kinds)], ['sms', toLog], ['log', toLog]])
