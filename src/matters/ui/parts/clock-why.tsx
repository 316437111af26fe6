/** Why one clock is due when it is: the days, the sentence and its sources, then what happened to the clock, oldest first. */
import type { ReactNode } from 'react'
import { dayOf, daysBetween, lastDay, moment, useNow, useSay, useSettings, useWords, words } from '../../../ui-kit/index.ts'
import { WhyDue } from '../../../offices/ui/parts/why-due.tsx'
import type { ClockExplained } from '../clocks-api.ts'
import { paceWord } from './pace-word.ts'

const clockWords = words({
  why: (when: string) => ({ zh: `为什么是${when}？`, en: `Why ${when}?` }),
  was: (when: string) => ({ zh: `本来最晚${when}`, en: `It was due ${when}` }),
  stands: { zh: '现在停着，接着办的时候再往下算。', en: 'It stands still and goes on when the matter is taken up again.' },
  older: { zh: '这件事早于计时账，只留下了最晚的时间。', en: 'This matter is older than the ledger of clocks: only the time itself was kept.' },
  event: (when: string, what: string, pace: string) => ({ zh: `${when} ${what}${pace && `：${pace}`}`, en: `${when}: ${what}${pace && `, ${pace}`}` }),
})

/** A due time as a question asks for it: the day, near ones with the hour. */
export function useDueWord(): (due: number) => string {
  const present = useNow()
  const { lang } = useSettings()
  return (due) => (Math.abs(daysBetween(present, lastDay(due))) <= 1 ? moment(due, present, lang) : dayOf(lastDay(due), present, lang))
}

type ClockWhyProps = { readonly clock: ClockExplained; readonly look?: 'card' | 'plain'; readonly open?: boolean; readonly children?: ReactNode }

/** `children`: a line under the sentence, as whose duty it is. */
export function ClockWhy({ clock, look = 'plain', open = true, children }: ClockWhyProps) {
  const w = useWords(clockWords)
  const dueWord = useDueWord()
  const { due, state, explain, events } = clock
  const title = (state === 'ended' ? w.was : w.why)(dueWord(Date.parse(due)))
  const more = [...(state === 'paused' ? [w.stands] : []), ...(children ? [children] : [])]
  if (!explain) return <p className="lk-second">{w.older}</p>
  return <WhyDue title={title} explanation={explain} look={look} open={open}>
    {more.map((line, i) => <span key={i} className="lk-why__line">{line}</span>)}
    {events.length > 1 && <ClockEvents events={events} />}
  </WhyDue>
}

/** What happened to a clock, as lines of one paragraph. */
function ClockEvents({ events }: Pick<ClockExplained, 'events'>) {
  const w = useWords(clockWords)
  const say = useSay()
  const present = useNow()
  const { lang } = useSettings()
  return <span className="lk-why__events">{events.map(({ at, said, pace }, i) => <span key={i} className="lk-why__line">
    {w.event(moment(Date.parse(at), present, lang), say(said), pace ? paceWord(pace, lang) : '')}</span>)}</span>
}
