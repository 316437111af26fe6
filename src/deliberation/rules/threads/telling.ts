import type { ThreadStage } from '../../../matters/rules/index.ts'
import { WAY, type Step } from './words.ts'

/** What those who reported the matters of a thread are told of a step; null where nothing changes for them. Going back is told where it undoes a word. [DT12] */
export function toldAs(from: Step, to: Step): ThreadStage | null {
  if (to === 'ended' || to === 'declined') return to
  const placeOf = (step: Step): number => WAY.findIndex((one) => one === step)
  if (placeOf(to) < placeOf(from)) return to === 'do' || to === 'deliberate' ? 'back' : null
  return to === 'do' ? 'decided' : to === 'judge' ? 'judge' : null
}
