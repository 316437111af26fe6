import { civilDay } from '../../kit/pure.ts'
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

/** The half-day of a moment (milliseconds UTC) in Asia/Shanghai, which has had one offset since 1992. */
export function halfDay(at: number): { readonly day: string; readonly half: 'am' | 'pm' } {
  const local = at + shanghai
  const days = Math.floor(local / dayMs)
  return { day: civilDay(days), half: local - days * dayMs < dayMs / 2 ? 'am' : 'pm' }
}

/** An act as others may see it [R11]. */
export const asOthersSee = (act: Pick<Act, 'kind' | 'at' | 'actorPost' | 'channel'>): OthersAct =>
  ({ kind: act.kind, ...halfDay(act.at), post: act.actorPost, channel: act.channel })
