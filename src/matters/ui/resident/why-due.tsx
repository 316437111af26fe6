/** Until when what was promised, and why: the clocks that concern who reported it, and the days behind the one that comes first. */
import { useState } from 'react'
import { Button, ClockChip, DateText, ErrorNote, moment, SectionTitle, Skeleton, useNow, useSay, useSettings, useWords, WhyPanel } from '../../../ui-kit/index.ts'
import type { ClockExplained, ClockView } from '../clocks-api.ts'
import { useFollowedClocks } from '../clocks-api.ts'
import { ClockWhy, useDueWord } from '../parts/clock-why.tsx'
import { mainClock, rulingClockOf } from '../parts/main-clock.ts'
import { movedOn } from '../parts/moved-on.ts'
import type { Followed } from '../resident-api.ts'
import { followWords, stageWords } from './follow-words.ts'
import { reportWords } from './report-words.ts'

const PROMISED = ['sign', 'contact', 'finish', 'reply'] as const
const same = (a: ClockView, b: ClockView): boolean => a.stage === b.stage && a.org === b.org

/** The panel of the clock that comes first; `open` unless the page asks something of the reader. */
export function WhyDue({ matter, open }: { matter: Followed; open: boolean }) {
  const w = useWords(followWords)
  const say = useSay()
  const dueWord = useDueWord()
  const [wanted, want] = useState(open)
  const ruling = rulingClockOf(matter)
  const { data, error, refetch } = useFollowedClocks(wanted && ruling !== undefined)
  const r = useWords(reportWords)
  if (!matter.due || !ruling) return null
  const clock = data?.find((one) => same(one, ruling))
  const why = movedOn(matter.story) ? undefined : w.duty(say(matter.duty.why))
  if (clock) return <ClockWhy clock={clock} look="card" open={wanted}>{why}</ClockWhy>
  if (!wanted) return <p><button type="button" className="lk-link" data-why="" onClick={() => want(true)}>{w.whyWhen(dueWord(Date.parse(matter.due)))}</button></p>
  return <WhyPanel title={w.whyWhen(dueWord(Date.parse(matter.due)))}>{error
    ? <ErrorNote error={error}><Button look="primary" onClick={() => void refetch()}>{r.tryAgain}</Button></ErrorNote> : <Skeleton lines={[100, 100, 60]} />}</WhyPanel>
}

/** What was promised by when: each line opens why. */
export function Promises({ matter }: { matter: Followed }) {
  const w = useWords(followWords)
  const s = useWords(stageWords)
  const [opened, open] = useState<ClockView | null>(null)
  const { data } = useFollowedClocks(opened !== null)
  const ruling = rulingClockOf(matter)
  const lines = PROMISED.flatMap((stage) => mainClock(matter.clocks, stage, matter.holder.org) ?? [])
  if (lines.length < 2) return null
  const why = opened && data?.find((one) => same(one, opened))
  return <section><SectionTitle rule="above">{w.promises}</SectionTitle>
    <ul className="mr-promises">{lines.map((clock) => <li key={clock.stage}>
      <span className="mr-promises__word">{s[clock.stage as (typeof PROMISED)[number]]}</span><Until matter={matter} clock={clock}
        onWhy={ruling && same(clock, ruling) ? undefined : () => open(opened && same(opened, clock) ? null : clock)} />
      {why && same(why, clock) && <Opened clock={why} />}
    </li>)}</ul></section>
}

const Opened = ({ clock }: { clock: ClockExplained }) => <div className="mr-promises__why"><ClockWhy clock={clock} look="plain" /></div>

/** When it was done, or until when it is to be. */
function Until({ matter, clock, onWhy }: { matter: Followed; clock: ClockView; onWhy: (() => void) | undefined }) {
  const w = useWords(followWords)
  const present = useNow()
  const { lang } = useSettings()
  const due = Date.parse(clock.due)
  if (clock.state === 'ended') return <span className="mr-promises__until"><ClockChip now={present} state="done" word={clock.endedAt !== null
    && Date.parse(clock.endedAt) > due ? w.doneLate : w.doneInTime} />{clock.endedAt && <DateText at={Date.parse(clock.endedAt)} look="story" />}</span>
  if (clock.state === 'paused') return <span className="mr-promises__until"><ClockChip now={present} state="paused"
    due={matter.reviewOn ? Date.parse(`${matter.reviewOn}T12:00:00+08:00`) : undefined} onWhy={onWhy} /></span>
  if (due < present) return <span className="mr-promises__until"><ClockChip now={present} state="running" due={due} onWhy={onWhy} /></span>
  const until = moment(due, present, lang)
  const said = clock.provisional ? w.provisionally(until) : until
  return onWhy ? <button type="button" className="mr-promises__until lk-link" onClick={onWhy}>{said}</button>
    : <span className="mr-promises__until">{said}</span>
}
