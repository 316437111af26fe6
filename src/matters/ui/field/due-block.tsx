/** Who has a matter and until when, side by side, and why it is that time. */
import { useRef } from 'react'
import { clockTime, dayOf, daysBetween, DateText, Dot, leftOrOver, moment, span, useNow, useSay, useSettings, useWords, wall, WhyPanel, type Lang,
  type StripDay } from '../../../ui-kit/index.ts'
import { isOpen, type DueKind } from '../../rules/index.ts'
import type { MatterDetail } from '../staff-api.ts'
import { movedOn } from '../parts/moved-on.ts'
import { matterWords } from './matter-words.ts'
import { MatterClock } from './matter-row.tsx'

const DAY = 86_400_000
const LONGEST_STRIP = 14

/** The two facts that every open matter shows, with the why below. */
export function DueBlock({ matter, mine }: { matter: MatterDetail; mine: boolean }) {
  const w = useWords(matterWords)
  const { lang } = useSettings()
  const present = useNow()
  const why = useRef<HTMLDivElement>(null)
  const show = () => {
    const details = why.current?.querySelector('details')
    if (!details) return
    details.open = true
    details.scrollIntoView({ block: 'nearest' })
  }
  if (!isOpen(matter.state)) return null
  return <>
    <div className="fd-facts">
      <Who matter={matter} mine={mine} />
      <div><p className="fd-facts__word">{w.until(matter.dueKind ?? 'sign')}</p>
        <p className="fd-facts__value">{matter.due === null ? w.noDue : <DateText at={Date.parse(matter.due)} />}</p>
        {matter.due !== null && <MatterClock card={matter} word={roughly(Date.parse(matter.due), present, lang)} onWhy={show} />}</div>
    </div>
    <div ref={why}><Why matter={matter} /></div>
  </>
}

/** Who has it: a person or a party, or, once it is done, whose eyes or words are missing. */
function Who({ matter, mine }: { matter: MatterDetail; mine: boolean }) {
  const w = useWords(matterWords)
  const { holder, state } = matter
  if (state === 'finished') return <Fact word={w.waitsForWhom} value={w.anotherEye} note={w.doneBy(holder.post ?? holder.name)} />
  if (state === 'answered') return <Fact word={w.waitsForWhom} value={w.theReporter} note={w.doneBy(holder.post ?? holder.name)} />
  if (mine) return holder.post ? <Fact word={w.whoHas} value={w.you} note={holder.post} />
    : <Fact word={w.whoHas} value={holder.name} note={w.yourSide} />
  return <Fact word={w.whoHas} value={holder.post ?? holder.name} note={holder.post ? holder.name : matter.standing.holds === true ? w.yourSide
    : null} />
}

const Fact = ({ word, value, note }: { word: string; value: string; note: string | null }) =>
  <div><p className="fd-facts__word">{word}</p><p className="fd-facts__value">{value}</p>{note && <p className="lk-small">{note}</p>}</div>

/** The days from start to end when they fit on a strip; plain hours count every day. */
function stripOf(from: number, due: number, words: { start: string; due: string; nth: (n: number) => string }): readonly StripDay[] | undefined {
  const days = daysBetween(from, due)
  if (days < 1 || days >= LONGEST_STRIP) return undefined
  return Array.from({ length: days + 1 }, (_, i) => ({
    day: wall(from + i * DAY).day, word: i === 0 ? words.start : i === days ? words.due : words.nth(i), kind: i === 0 ? 'start' as const : i === days
      ? 'due' as const : 'counted' as const,
  }))
}

const HOUR = 3_600_000
/** What is left or over, without minutes once it is three hours and more: it has to fit beside who has it. */
const roughly = (due: number, present: number, lang: Lang): string => {
  const left = due - present
  return leftOrOver(Math.abs(left) < 3 * HOUR ? due : present + Math.trunc(left / HOUR) * HOUR, present, lang)
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
  const byDuty = !movedOn(matter.story)
  return <WhyPanel title={w.whyTitle(daysBetween(present, due) === 0 ? moment(due, present, lang) : dayOf(due, present, lang))}
    {...(byDuty ? { source: matter.duty.source } : {})} open={false}
    {...(days ? { days } : {})} {...(sameDay ? { hours: hoursOf(from, due, span(due - from, lang)) } : {})}>
    {w.whyHours(moment(from, present, lang), span(due - from, lang), kind)}<br />{w.whyProvisional}
    {byDuty && <><br />{w.whyHolder}<Dot />{say(matter.duty.why)}</>}
  </WhyPanel>
}

/** The hours of one day as a bar: the counted stretch takes about half of it, however short it is. */
function hoursOf(from: number, due: number, word: string) {
  const [start, end] = [minuteOf(from), minuteOf(due)]
  const beside = Math.max(10, Math.round((end - start) / 2))
  const [first, last] = [Math.max(0, start - beside), Math.min(1440, end + beside)]
  return {
    spans: [{ from: first, to: start, kind: 'rest' as const }, { from: start, to: end, kind: 'counted' as const, word },
      { from: end, to: last, kind: 'rest' as const }],
    ticks: [{ at: first, word: '' }, { at: start, word: clockTime(from) }, { at: end, word: clockTime(due), strong: true }, { at: last, word: '' }],
  }
}
