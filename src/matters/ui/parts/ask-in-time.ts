/** Whether more time can still be asked for: before the old one is over, which the form says too late. [M37] */
import type { ClockView } from '../clocks-api.ts'

/** True while a clock to finish runs and is not over at `now` (epoch ms). */
export const askInTime = ({ clocks }: { readonly clocks: readonly ClockView[] }, now: number): boolean =>
  clocks.some((clock) => clock.stage === 'finish' && clock.state === 'running' && Date.parse(clock.due) > now)
