import type { CategoryCode } from './categories.ts'
import { dutyFor } from './duty-list.ts'
import type { DueKind } from './matter.ts'

const HOUR = 3_600_000

/** Hours of the stages that do not depend on the category; plain hours, settings of the place. */
export const STAGE_HOURS = { verify: 48, verdict: 168 } as const
/** Hours between a reminder and the street's supervision list. */
export const GRACE_HOURS = 2

/**
 * When a stage that begins at `from` (epoch ms) is due. Sign and finish follow the category's pace on the duty list, the others are fixed.
 * `hours` overrides, as in a whistle. Plain hours until the working-time clock: every due time is provisional. [M18]
 */
export function dueOf(kind: DueKind, category: CategoryCode, from: number, hours?: number): number {
  if (hours !== undefined) return from + Math.round(hours * HOUR)
  if (kind === 'verify' || kind === 'verdict') return from + STAGE_HOURS[kind] * HOUR
  const pace = dutyFor(category, null, () => true).hours
  return from + Math.round((kind === 'sign' ? pace.sign : pace.finish) * HOUR)
}

/** When a reminder that brought nothing turns into supervision. */
export const superviseAt = (remindedAt: number): number => remindedAt + GRACE_HOURS * HOUR
