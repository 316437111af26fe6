/** The steps of a vote: done, due until a day, missing, or gone on without. Where each comes from is one press away. [B17] */
import './steps.css'
import { useState } from 'react'
import { Button, Icon, SectionTitle, sourceLine, useSay, useSettings, useWords, words } from '../../../ui-kit/index.ts'
import type { Step } from '../resident-api.ts'
import { sayDay } from './day.ts'

const stepWords = words({
  steps: { zh: '步骤齐不齐', en: 'Steps' }, basis: { zh: '看依据', en: 'Show the articles' }, noBasis: { zh: '收起依据', en: 'Hide the articles' },
  full: (from: string, day: string) => ({ zh: `${from}起，到${day}满`, en: `from ${from}, full on ${day}` }),
  until: (day: string) => ({ zh: `${day}前`, en: `by ${day}` }), missing: { zh: '还缺', en: 'missing' },
})
type Words = ReturnType<typeof useWords<typeof stepWords>>

export function Steps({ steps, rule = 'below' }: { steps: readonly Step[]; rule?: 'above' | 'below' }) {
  const w = useWords(stepWords)
  const say = useSay()
  const { lang } = useSettings()
  const [told, tell] = useState(false)
  return <section className="st"><SectionTitle rule={rule} aside={<Button look="quiet" size="small" aria-expanded={told} onClick={() => tell(!told)}>
    {told ? w.noBasis : w.basis}</Button>}>{w.steps}</SectionTitle>
    <ul className="st-list">{steps.map((step) => <li key={step.code} className={`st-step is-${step.state}`}>
      <span className="st-sign">{step.state === 'done' ? <Icon name="check" size={14} /> : step.state === 'missing' ? <Icon name="warn" size={14} />
        : null}</span>
      <span>{say(step.words)}{told && step.source && <span className="lk-small st-source">{sourceLine(step.source)}</span>}</span>
      <span className="st-day">{dayLine(step, w, (day) => sayDay(day, lang))}</span></li>)}</ul></section>
}

/** When: the day it was done, the days a posting hangs, or until when. */
function dayLine({ state, doneOn, due }: Step, w: Words, say: (day: string | null) => string): string {
  if (state === 'waived') return ''
  if (state === 'missing') return w.missing
  if (state === 'due' && doneOn && due) return w.full(say(doneOn), say(due))
  return doneOn ? say(doneOn) : due && state === 'due' ? w.until(say(due)) : ''
}
