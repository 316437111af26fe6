/** The six steps of a dispute as a line: what is done, where it is, what is to come. */
import { Icon, useWords } from '../../../ui-kit/index.ts'
import type { State } from '../../rules/index.ts'
import { disputeWords } from './words.ts'

const AT: Readonly<Record<State, number>> = {
  asked: 0, accepted: 1, appointed: 2, mediating: 2, drafted: 3, signed: 4, kept: 5, broken: 4, refused: 5, failed: 5, stopped: 5,
}

export function Steps({ state }: { state: State }) {
  const w = useWords(disputeWords)
  const without = state === 'refused' || state === 'failed' || state === 'stopped'
  const words = without ? [w.sAsk, ...(state === 'failed' ? [w.sMediator, w.sTalk] : []), w.sWays] : [w.sAsk, w.sMediator, w.sTalk, w.sAgree, w.sKeep]
  const at = without ? words.length - 1 : AT[state]
  return <ol className="dc-steps" aria-label={w.steps}>{words.map((word, i) => {
    const look = i < at ? 'done' : i === at ? 'now' : 'future'
    return <li key={word} className={`dc-step dc-step--${look}`} aria-current={look === 'now' ? 'step' : undefined}>
      <span className="dc-step__bar" aria-hidden="true" />
      <span>{look === 'done' && <Icon name="check" size={14} />}{word}<span
        className="lk-hidden">{look === 'done' ? w.stepDone : look === 'now' ? w.stepNow : ''}</span></span>
    </li>
  })}</ol>
}
