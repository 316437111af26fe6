/** Small things of a page: titles with their rule, the dot between parts of a line, rows, facts, dates. */
import { Children, type ReactNode } from 'react'
import { Go } from '../go.tsx'
import { useNow } from '../now.ts'
import { useSettings } from '../settings.ts'
import { dayAndWeekday, dayOf, moment, storyTime, wholeDay } from '../when.ts'

/** The title of a section with a rule of ink: below it on a desk, above it on a phone. `aside` stands at the right (全部14件). */
export function SectionTitle({ children, aside, rule = 'below' }: { children: ReactNode; aside?: ReactNode; rule?: 'above' | 'below' | 'hair' }) {
  return <div className={`lk-section lk-section--${rule}`}><h2>{children}</h2>{aside && <span className="lk-section__aside">{aside}</span>}</div>
}

/** The dot between the parts of a line: 3 px wide, unlike U+00B7 in a Chinese font. */
export const Dot = () => <span className="lk-dot" aria-hidden="true" />

/** The parts of a line with dots between them; empty parts are left out. */
export function Meta({ children }: { children: ReactNode }) {
  const parts = Children.toArray(children).filter((part) => part !== '')
  return parts.length === 0 ? null : <span className="lk-meta">{parts.map((part, i) =>
    <span key={i} className="lk-meta__part">{i > 0 && <Dot />}{part}</span>)}</span>
}

/**
 * A row of a list: a title, a line of parts under it, something at the left (an icon) and at the right (a clock). A link when `href` is
 * given. `middle` centres both sides.
 */
export function Row({ title, meta, left, right, href, selected = false, middle = false, id }:
  { title: ReactNode; meta?: ReactNode; left?: ReactNode; right?: ReactNode; href?: string | undefined; selected?: boolean; middle?: boolean;
    id?: string }) {
  const inside = <>{left && <span className="lk-row__left">{left}</span>}
    <span className="lk-row__text"><b>{title}</b>{meta && <span className="lk-row__meta">{meta}</span>}</span>
    {right && <span className="lk-row__right">{right}</span>}</>
  const look = `lk-row${selected ? ' lk-row--selected' : ''}${middle ? ' lk-row--middle' : ''}`
  return href === undefined ? <div id={id} className={look}>{inside}</div> : <Go id={id} className={look} href={href} data-row
    aria-current={selected || undefined}>{inside}</Go>
}

/** A tag on sunk ground: how it came, where it was (当面, 扫码). */
export const Tag = ({ children }: { children: ReactNode }) => <span className="lk-tag">{children}</span>

/** Facts in two columns: a grey word and what it is. */
export function Facts({ facts }: { facts: readonly (readonly [ReactNode, ReactNode])[] }) {
  return <dl className="lk-facts">{facts.map(([word, value], i) => <div key={i}><dt>{word}</dt><dd>{value}</dd></div>)}</dl>
}

/** A time in words. `look`: moment (今天 16:10), story (28日 20:06), day (10月12日), weekday (9月30日 周三), whole (2026年9月30日 星期三). */
export function DateText({ at, look = 'moment' }: { at: number; look?: 'moment' | 'story' | 'day' | 'weekday' | 'whole' }) {
  const present = useNow()
  const { lang } = useSettings()
  const words = look === 'day' ? dayOf(at, present, lang) : look === 'story' ? storyTime(at, present, lang)
    : look === 'weekday' ? dayAndWeekday(at, present, lang) : look === 'whole' ? wholeDay(at, lang) : moment(at, present, lang)
  return <time dateTime={new Date(at).toISOString()} className="lk-nowrap">{words}</time>
}
