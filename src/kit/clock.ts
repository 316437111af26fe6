/** The product's clock. In live mode it is the machine's; a demo runs on a clock that was set back when it was installed. */
let offsetMs = 0

/** Now, by the product's clock. */
export const now = (): Date => new Date(Date.now() + offsetMs)

/** Sets the product's clock `ms` milliseconds ahead of the machine's (negative: behind). Only demo mode and tests do this. */
export function setClockOffset(ms: number): void {
  offsetMs = ms
}

/** How far the product's clock is ahead of the machine's, in milliseconds. */
export const clockOffset = (): number => offsetMs

/** `at` plus so many minutes. */
export const addMinutes = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000)

const eightHours = 8 * 3_600_000

/** The civil minute in Shanghai at a moment, as 'YYYY-MM-DD HH:MM'. */
export const shanghaiMinute = (at: Date): string => new Date(at.getTime() + eightHours).toISOString().slice(0, 16).replace('T', ' ')

/** The civil day in Shanghai at a moment, as 'YYYY-MM-DD'. The zone has no summer time since 1991. */
export const shanghaiDay = (at: Date): string => new Date(at.getTime() + eightHours).toISOString().slice(0, 10)
