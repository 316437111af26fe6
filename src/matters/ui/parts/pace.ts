/** How long something may take, in words, and until when that is from a moment on. */
import { dueAfter, NATIONAL_CALENDAR, OFFICE_HOURS, ROUND_THE_CLOCK, type Pace } from '../../../offices/rules/index.ts'

export { paceWord } from './pace-word.ts'

/**
 * When a pace that begins at `from` (epoch ms) is over, by the national calendar and office hours: what a page says before it is sent. The server
 * counts by the hours of whoever gets it and says the time that holds.
 */
export const dueBy = (pace: Pace, from: number): number =>
  dueAfter(pace, pace.unit === 'minute' || pace.unit === 'hour' ? ROUND_THE_CLOCK : OFFICE_HOURS, NATIONAL_CALENDAR, from).due
