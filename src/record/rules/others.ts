import type { Act } from './leaf.ts'

/** How an act looks to anybody but the person who did it [R11]: no person, no minute, no id (an id holds a time), no facts. */
export type OthersAct = {
  readonly kind: string
  /** Civil date in Asia/Shanghai. */
  readonly day: string
  /** 上午 before noon, 下午 from noon on. */
  readonly half: 'am' | 'pm'
  readonly post: string | null
  readonly channel: string
}

const dayMs = 86_400_000
const shanghai = 8 * 3_600_000

/** Date of the proleptic Gregorian calendar, `days` after 1970-01-01, from the count of days since 0000-03-01. */
function civil(days: number): string {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const year = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const month = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * month + 2) / 5) + 1
  const pad = (n: number, width: number): string => String(n).padStart(width, '0')
  return `${pad(year + era * 400 + (month >= 10 ? 1 : 0), 4)}-${pad(month < 10 ? month + 3 : month - 9, 2)}-${pad(day, 2)}`
}

/** The half-day of a moment (milliseconds UTC) in Asia/Shanghai, which has had one offset since 1992. */
export function halfDay(at: number): { readonly day: string; readonly half: 'am' | 'pm' } {
  const local = at + shanghai
  const days = Math.floor(local / dayMs)
  return { day: civil(days), half: local - days * dayMs < dayMs / 2 ? 'am' : 'pm' }
}

/** An act as others may see it [R11]. */
export const asOthersSee = (act: Pick<Act, 'kind' | 'at' | 'actorPost' | 'channel'>): OthersAct =>
  ({ kind: act.kind, ...halfDay(act.at), post: act.actorPost, channel: act.channel })
