/** The guided path on the first page: seven steps, who does each, and the button that begins it. */
import { Button, ErrorNote, useAct, useWords } from '../../../ui-kit/index.ts'
import { goToStep } from '../parts/guide-inside.tsx'
import { useGuide } from '../parts/guide.ts'
import { personOf, STEPS } from '../parts/guide-steps.ts'
import { guideWords, stepLines, stepWords } from '../parts/guide-words.ts'
import type { Tour } from '../parts/tour.ts'

/** `ask`: reads the tour, for who presses before it is there. */
export function GuideCard({ tour, ask }: { tour: Tour | undefined; ask: () => Promise<Tour | undefined> }) {
  const w = useWords(guideWords)
  const names = useWords(stepWords)
  const lines = useWords(stepLines)
  const guide = useGuide()
  const at = guide?.matter ? guide.step : 0
  const go = useAct(async (index: number) => {
    const known = tour ?? await ask()
    if (known) await goToStep(known, index, index === 0 ? null : guide?.matter ?? null)
  })
  return <aside id="guide" className="tf-guide">
    <div className="tf-guide__inside">
      <h2>{w.title}</h2>
      <p className="lk-second">{w.line}</p>
      <ol>{STEPS.map((step, i) => <li key={step.name} aria-current={guide?.matter && i === at ? 'step' : undefined}>
        <span className="tf-guide__n" aria-hidden="true">{i + 1}</span>
        <span><b>{names[step.name]}</b><span>{lines[step.name]((tour && personOf(tour, step)?.name) ?? '')}</span></span>
        <span className="lk-caption">{w.seconds(step.seconds)}</span></li>)}</ol>
      {go.error && <ErrorNote error={go.error} />}
      <Button look="primary" size="bar" busy={go.isPending} busyWord={w.begin}
        onClick={() => go.mutate(at)}>{at > 0 ? w.resume(at + 1) : w.begin}</Button>
      {at > 0 && <Button look="quiet" onClick={() => go.mutate(0)}>{w.begin}</Button>}
      <p className="lk-small">{w.own}</p>
    </div>
  </aside>
}
