/** What stands in the bar of the guided path: the step, its sentence, the way on, the way out. */
import { useQueryClient } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState } from 'react'
import { Button, clockTime, dayAndWeekday, Icon, request, useAct, useSettings, useWords } from '../../../ui-kit/index.ts'
import { keepGuide, type Guide } from './guide.ts'
import { personOf, STEPS } from './guide-steps.ts'
import { barLines, guideWords, stepWords } from './guide-words.ts'
import { becomeEntry, useTour, type Tour } from './tour.ts'
import './guide.css'

/** Becomes who does a step and opens its page. Throws ProblemError. */
export async function goToStep(tour: Tour, index: number, matter: string | null): Promise<void> {
  const step = STEPS[index]
  const person = step && personOf(tour, step)
  if (!step || !person) return
  await becomeEntry(person)
  keepGuide({ step: index, matter })
  location.assign(step.page(tour, matter))
}

/** Tells the page below how high the bar is: a desk fills what is left of the window. */
function useHeight() {
  const bar = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const root = document.documentElement
    const look = new ResizeObserver(() => root.style.setProperty('--above', `${bar.current?.offsetHeight ?? 0}px`))
    if (bar.current) look.observe(bar.current)
    return () => { look.disconnect(); root.style.removeProperty('--above') }
  }, [])
  return bar
}

export default function GuideInside({ guide }: { guide: Guide }) {
  const w = useWords(guideWords)
  const names = useWords(stepWords)
  const lines = useWords(barLines)
  const bar = useHeight()
  const tour = useTour(true)
  const step = STEPS[guide.step]
  const next = STEPS[guide.step + 1]
  const go = useAct(async (index: number) => { if (tour.data) await goToStep(tour.data, index, index === 0 ? null : guide.matter) })
  const leave = () => { keepGuide(null); location.assign('/') }
  if (!step) return null
  const who = (tour.data && personOf(tour.data, step)?.name) ?? ''
  const waits = guide.step === 0 && guide.matter === null
  return <aside ref={bar} className="tg-bar" aria-label={w.bar}>
    <div className="tg-bar__text">
      <p className="tg-bar__step"><b>{names[step.name]}</b><span>{w.stepOf(guide.step + 1, STEPS.length)}</span></p>
      <p role="status">{lines[step.name](who)}</p>
    </div>
    <div className="tg-bar__go">
      {guide.step > 0 && <button type="button" className="tg-bar__back" onClick={() => go.mutate(guide.step - 1)}>{w.back}</button>}
      {step.name === 'come' && <MoveClock />}
      {next ? <Button size="small" whyNot={waits ? w.needsMatter : undefined} busy={go.isPending} busyWord={w.next(names[next.name])}
        onClick={() => go.mutate(guide.step + 1)}>{w.next(names[next.name])}</Button>
        : <Button size="small" onClick={leave}>{w.end}</Button>}
      <button type="button" className="tg-bar__leave" onClick={leave}><Icon name="cross" size={18} /><span
        className="lk-hidden">{w.leave}</span></button>
    </div>
  </aside>
}

/** Hours that the clock is moved on: past the deadline to report in, then past the grace after the reminder. */
const JUMPS: readonly number[] = [5, 3]

function MoveClock() {
  const w = useWords(guideWords)
  const { lang } = useSettings()
  const cache = useQueryClient()
  const [now, set] = useState<number | null>(null)
  const [pressed, press] = useState(0)
  const jump = JUMPS[pressed]
  const move = useAct((minutes: number) => request<{ now: string }>('POST', '/api/v1/demo/clock', { body: { minutes } }), (answer) => {
    set(Date.parse(answer.now))
    press((n) => n + 1)
    // The clock's timers act within seconds: look again when they have.
    for (const wait of [300, 3000, 7000]) setTimeout(() => void cache.invalidateQueries(), wait)
  })
  return <>
    <span className="tg-bar__now" role="status">{now !== null && w.moved(dayAndWeekday(now, now, lang), clockTime(now))}</span>
    {jump !== undefined && <Button size="small" busy={move.isPending} busyWord={w.clock(jump)}
      onClick={() => move.mutate(jump * 60)}>{pressed === 0 ? w.clock(jump) : w.clockAgain(jump)}</Button>}
  </>
}
