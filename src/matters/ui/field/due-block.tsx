/** Who has a matter and until when, side by side, and why it is that time. */
import { useRef } from 'react'
import { dayOf, daysBetween, DateText, Dot, moment, span, useNow, useSay, useSettings, useWords, wall, WhyPanel, type StripDay } from '../../../ui-kit/index.ts'
import { isOpen, type DueKind } from '../../rules/index.ts'
import type { MatterDetail } from '../staff-api.ts'
import { matterWords } from './matter-words.ts'
import { MatterClock } from './matter-row.tsx'

const DAY = 86_400_000
const LONGEST_STRIP = 14

/** The two facts that every open matter shows, with the why below. */
export function DueBlock({ matter, mine }: { matter: MatterDetail; mine: boolean }) {
  const w = useWords(matterWords)
  const why = useRef<HTMLDivElement>(null)
  const show = () => {
    const details = why.current?.querySelector('details')
    if (!details) return
    details.open = true
    details.scrollIntoView({ block: 'nearest' })
  }
  if (!isOpen(matter.state)) return null
  const { holder } = matter
  return <>
    <div className="fd-facts">
      <div><p className="fd-facts__word">{w.whoHas}</p><p className="fd-facts__value">{mine ? w.you : holder.post ?? holder.name}</p>
        {mine ? null : holder.post && <p className="lk-small">{holder.name}</p>}</div>
      <div><p className="fd-facts__word">{w.until(matter.dueKind ?? 'sign')}</p>
        <p className="fd-facts__value">{matter.due === null ? w.noDue : <DateText at={Date.parse(matter.due)} />}</p>
        {matter.due !== null && <MatterClock card={matter} onWhy={show} />}</div>
    </div>
    <div ref={why}><Why matter={matter} /></div>
  </>
}

/** The days from start to end when they fit on a strip; plain hours count every day. */
function stripOf(from: number, due: number, words: { start: string; due: string; nth: (n: number) => string }): readonly StripDay[] | undefined {
  const days = daysBetween(from, due)
  if (days < 1 || days >= LONGEST_STRIP) return undefined
  return Array.from({ length: days + 1 }, (_, i) => ({
    day: wall(from + i * DAY).day, word: i === 0 ? words.start : i === days ? words.due : words.nth(i), kind: i === 0 ? 'start' as const : i === days ? 'due' as const : 'counted' as const,
  }))
}

const minuteOf = (at: number): number => wall(at).hour * 60 + wall(at).minute

function Why({ matter }: { matter: MatterDetail }) {
  const w = useWords(matterWords)
  const say = useSay()
  const { lang } = useSettings()
  const present = useNow()
  if (matter.due === null) return null
  const due = Date.parse(matter.due)
  const from = matter.dueFrom === null ? due : Date.parse(matter.dueFrom)
  const days = stripOf(from, due, { start: w.stripStart, due: w.stripDue, nth: w.stripNth })
  const sameDay = daysBetween(from, due) === 0 && due > from
  const kind: DueKind = matter.dueKind ?? 'sign'
  return <WhyPanel title={w.whyTitle(daysBetween(present, due) === 0 ? moment(due, present, lang) : dayOf(due, present, lang))} source={matter.duty.source} open={false}
    {...(days ? { days } : {})} {...(sameDay ? { hours: hoursOf(from, due, w.hoursWord(span(due - from, lang)), moment(from, present, lang), moment(due, present, lang)) } : {})}>
    {w.whyHours(moment(from, present, lang), span(due - from, lang), kind)}<br />{w.whyProvisional}<br />{w.whyHolder}<Dot />{say(matter.duty.why)}
  </WhyPanel>
}

const hoursOf = (from: number, due: number, word: string, fromWord: string, dueWord: string) => {
  const [first, last] = [Math.max(0, Math.floor(minuteOf(from) / 60) * 60 - 60), Math.min(1440, Math.ceil(minuteOf(due) / 60) * 60 + 60)]
  return {
    spans: [{ from: first, to: minuteOf(from), kind: 'rest' as const }, { from: minuteOf(from), to: minuteOf(due), kind: 'counted' as const, word }, { from: minuteOf(due), to: last, kind: 'rest' as const }],
    ticks: [{ at: minuteOf(from), word: fromWord }, { at: minuteOf(due), word: dueWord, strong: true }],
  }
}
