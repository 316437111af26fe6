/** Why a due time is what it is, drawn from an explanation: days in a strip, hours as bars, the sentence and what it rests on. */
import type { ReactNode } from 'react'
import type { Source } from '../../../kit/pure.ts'
import { dayAndWeekday, Tag, useNow, useSay, useSettings, useWords, WhyPanel, type StripDay } from '../../../ui-kit/index.ts'
import type { Explanation, Step } from '../../rules/index.ts'
import { dayBars } from './day-bars.ts'
import { whyWords } from './why-words.ts'

const LONGEST_STRIP = 35
const KIND: Readonly<Record<Step['kind'], StripDay['kind']>> = { start: 'start', counted: 'counted', part: 'counted', off: 'off', make_up: 'makeup',
  paused: 'paused', due: 'due' }

type WhyDueProps = {
  readonly title: string
  readonly explanation: Explanation
  /** Where the amount of time comes from: a duty list, a plan. Stands before what the counting rests on. */
  readonly source?: Source | readonly Source[] | undefined
  readonly look?: 'card' | 'plain'
  readonly open?: boolean
  /** A line under the sentence, as who has the duty. */
  readonly children?: ReactNode
}

/** The panel behind 'why this date?' on every front end. `explanation` comes from `explain` of offices' rules, here or on the server. */
export function WhyDue({ title, explanation, source, look = 'card', open = true, children }: WhyDueProps) {
  const w = useWords(whyWords)
  const say = useSay()
  const { lang } = useSettings()
  const present = useNow()
  const { steps, sentence, sources, provisional } = explanation
  const day = (one: string) => dayAndWeekday(Date.parse(`${one}T12:00:00+08:00`), present, lang)
  const bars = dayBars(explanation, { ...w, day })
  const strip = bars || steps.length < 2 || steps.length > LONGEST_STRIP ? undefined
    : steps.map((step) => ({ day: Number(step.day.slice(8)), word: say(step.say), kind: KIND[step.kind] }))
  const given = source === undefined ? [] : [source].flat()
  return <WhyPanel title={title} look={look} open={open} source={[...given, ...sources]} {...(strip ? { days: strip } : {})}
    {...(bars ? { hours: bars } : {})}>
    {provisional && <><Tag>{w.provisional}</Tag> </>}{say(sentence)}{children && <><br />{children}</>}
  </WhyPanel>
}
