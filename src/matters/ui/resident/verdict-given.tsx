/** What the reporter answered, when it is over. */
import { Icon, useWords } from '../../../ui-kit/index.ts'
import type { Followed } from '../resident-api.ts'
import { verdictWords } from './follow-words.ts'

export function VerdictGiven({ matter }: { matter: Followed }) {
  const w = useWords(verdictWords)
  if (matter.state !== 'closed') return null
  if (matter.reached === null) return <p className="lk-second">{w.none}</p>
  if (matter.solved === null) return <p className="lk-second">{w.notAsked}</p>
  const satisfied = { yes: w.yes, basically: w.basically, no: w.no }[matter.satisfied ?? ''] ?? null
  const answers = [matter.reached ? w.reachedYes : w.reachedNo, matter.solved ? w.solvedYes : w.solvedNo,
    satisfied].filter((one) => one !== null)
  return <section className="lk-card mr-given"><h2><Icon name="check" size={18} />{w.thanks}</h2>
    <p><span className="lk-caption">{w.yourAnswers}</span></p>
    <ul>{answers.map((answer) => <li key={answer} className="lk-tag">{answer}</li>)}</ul></section>
}
