/** Whether more time can still be asked for: before the old one is over, which the form says too late. [M37] */
import type { ClockView } from '../clocks-api.ts'

/** True while a clock to finish runs, is not over at `now` (epoch ms), and was not yet lengthened as often as it may be. */
export const askInTime = (
  { clocks, extensionsLeft }: { readonly clocks: readonly ClockView[]; readonly extensionsLeft: number }, now: number,
): boolean => extensionsLeft > 0
  && clocks.some((clock) => clock.stage === 'finish' && clock.state === 'running' && Date.parse(clock.due) > now)
