import { dayAt, daysAfter, endOf } from './days.ts'
import type { Dispute } from './dispute.ts'
import { ASK_DAYS, CONFIRM_DAYS } from './packs/law.ts'

export type ClockStep = { readonly step: 'remind' | 'lapse' | 'fail'; readonly at: number; readonly n: number | null }

/**
 * [D3] [D10] [D11] What the clock does next with a dispute, and when: asks again after a week of silence, ends after two, ends mediation when the
 * month is over, asks the mediator to look on the morning after a duty's day. Pure, so that the timer can always be set anew.
 */
export function nextClockStep(dispute: Dispute): ClockStep | null {
  if (dispute.state === 'asked') {
    const opened = dayAt(dispute.openedAt)
    return dispute.remindedAt === null ? { step: 'remind', at: endOf(daysAfter(opened, ASK_DAYS.remind)), n: null }
      : { step: 'lapse', at: endOf(daysAfter(opened, ASK_DAYS.lapse)), n: null }
  }
  if (['accepted', 'appointed', 'mediating', 'drafted'].includes(dispute.state)) {
    return dispute.until === null ? null : { step: 'fail', at: endOf(dispute.until), n: null }
  }
  if (dispute.state !== 'signed') return null
  const next = dispute.duties.filter((duty) => duty.state === 'open' && !duty.reminded).sort((a, b) => (a.until < b.until ? -1 : 1))[0]
  return next ? { step: 'remind', at: endOf(next.until, 9), n: next.n } : null
}

/** The last day on which both sides may ask the court to confirm an agreement. Source: 《人民调解法》第三十三条；期间从次日起算，《民法典》第二百零一条. */
export const confirmBy = (signedOn: string): string => daysAfter(signedOn, CONFIRM_DAYS)
