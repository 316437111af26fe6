/** An answer that is not 'solved': why it can't be done, or what was explained, said plainly and with respect. */
import { useWords } from '../../../ui-kit/index.ts'
import type { Followed } from '../resident-api.ts'
import { followWords } from './follow-words.ts'

export function OutcomeNote({ matter, asking }: { matter: Followed; asking: boolean }) {
  const w = useWords(followWords)
  const unable = matter.outcome === 'unable'
  return <section className="lk-card mr-outcome">
    <h2>{unable ? w.unable : w.explained}</h2>
    {unable && <p className="lk-second">{w.unableLine}</p>}
    <blockquote>{matter.answer}</blockquote>
    {asking && <p className="lk-small">{w.askAgain}</p>}
  </section>
}
