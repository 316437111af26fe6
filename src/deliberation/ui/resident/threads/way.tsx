/** The five steps as one calm line: what is behind, where it stands, what comes. */
import { Icon, useSay, useWords } from '../../../../ui-kit/index.ts'
import { stepWords, WAY, type Step } from '../../../rules/threads/index.ts'
import { threadWords } from './words.ts'

const FIVE = WAY.filter((step) => step !== 'ended')

export function Way({ step }: { step: Step }) {
  const w = useWords(threadWords)
  const say = useSay()
  const at = step === 'ended' ? FIVE.length : FIVE.findIndex((one) => one === step)
  return <ol className={`tw${step === 'declined' ? ' is-declined' : ''}`} aria-label={w.way}>{FIVE.map((one, n) =>
    <li key={one} className={n < at ? 'is-done' : n === at ? 'is-now' : ''} aria-current={n === at ? 'step' : undefined}>
      <span className="tw__mark" aria-hidden="true">{n < at ? <Icon name="check" size={14} /> : n + 1}</span><span>{say(stepWords[one])}</span></li>)}</ol>
}
