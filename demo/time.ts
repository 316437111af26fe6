/** Times of the demo: epoch milliseconds inside, ISO texts with +08:00 outside. No clock is read. */

const HOUR = 3_600_000
const zone = 8 * HOUR

/** Reads '2026-05-18 07:52' (Shanghai) or an ISO time as epoch milliseconds. */
export const ms = (text: string): number => Date.parse(text.includes('T') ? text : `${text.replace(' ', 'T')}:00+08:00`)

/** Writes epoch milliseconds as an ISO time with +08:00, to the second. */
export const iso = (at: number): string => `${new Date(at + zone).toISOString().slice(0, 19)}+08:00`

/** The civil date in Shanghai, YYYY-MM-DD. */
export const dayOf = (at: number): string => iso(at).slice(0, 10)

/** Hour of the day in Shanghai, with its fraction. */
export const hourOf = (at: number): number => ((at + zone) % (24 * HOUR)) / HOUR

const atHour = (at: number, hour: number): number => Math.floor((at + zone) / (24 * HOUR)) * 24 * HOUR - zone + hour * HOUR

/** The next moment at or after `at` when neighbours may be disturbed (8:00 to 21:00). */
export const awake = (at: number): number => (hourOf(at) < 8 ? atHour(at, 8) + at % 9_600_000 : hourOf(at) >= 21 ? atHour(at + 24 * HOUR, 8) +
  at % 9_600_000 : at)

/** The last moment of the demo's history: a little before its clock starts. */
export const until = ms('2026-11-20 10:30')
