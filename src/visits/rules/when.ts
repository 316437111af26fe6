const MONTH_MS = 31 * 86_400_000

/** What a phone said of time: its clock when the visit was written down and when it was sent (epoch milliseconds). */
export type Told = { readonly at: number; readonly now: number }

/** When a visit took place and how far the phone's clock was ahead of the server's. Milliseconds. */
export type When = { readonly happenedAt: number; readonly aheadMs: number }

/**
 * [V2] The phone's clock is believed for how long ago something was, never for what time it is: both its readings come from the same clock, so
 * that a clock that is a day off moves nothing. What lies in the future or more than a month back is pulled in. `received` is the server's
 * time; without a word of the phone the visit took place when it was received.
 */
export function whenVisited(received: number, told: Told | null): When {
  if (told === null) return { happenedAt: received, aheadMs: 0 }
  const ago = Math.min(Math.max(told.now - told.at, 0), MONTH_MS)
  return { happenedAt: received - ago, aheadMs: told.now - received }
}
