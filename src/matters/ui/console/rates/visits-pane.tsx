/** What stands behind a figure: how many said what, and each visit, newest first. */
import { useState } from 'react'
import { Button, Choices, dayOf, Empty, ErrorNote, Go, Meta, now, Skeleton, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { usePost } from '../../staff-api.ts'
import { AskDialog } from './ask-dialog.tsx'
import { behindWords } from './behind-words.ts'
import { useRateVisits, type Figures, type Measure, type RatesReply, type RateVisit, type VisitSet } from './rates-api.ts'
import { ratesWords } from './rates-words.ts'

/** The sets that a measure splits into, the unhappy one first: that is what one comes for. */
const SPLIT = { reached: ['not_reached', 'reached'], solved: ['not_solved', 'solved'], satisfied: ['unsatisfied', 'basically', 'satisfied'] } as const

const sizeOf = (set: VisitSet, { counts }: Figures): number => ({
  judged: counts.visits, reached: counts.reached, not_reached: counts.visits - counts.reached, solved: counts.solved,
    not_solved: counts.visits - counts.solved,
  satisfied: counts.satisfied, basically: counts.basically, unsatisfied: counts.unsatisfied, unable: counts.unable, explained: counts.explained,
  left_out: counts.leftOut, unreached: counts.unreached,
})[set]

/** The set that is shown when a figure is opened. */
export function firstSet(measure: Measure | null, figures: Figures): VisitSet {
  if (measure === null) return 'judged'
  return SPLIT[measure].find((set) => sizeOf(set, figures) > 0) ?? 'judged'
}

/** The measure that a set belongs to; null for all visits and those outside of the base. */
export const measureOf = (set: string): Measure | null =>
  (['reached', 'solved', 'satisfied'] as const).find((measure) => SPLIT[measure].some((one) => one === set)) ?? null

type Props = { readonly rates: RatesReply; readonly figures: Figures; readonly name: string; readonly rowKey: string | undefined;
  readonly set: VisitSet
  readonly onSet: (set: VisitSet) => void }

/** The column at the right. */
export function VisitsPane({ rates, figures, name, rowKey, set, onSet }: Props) {
  const w = useWords(behindWords)
  const r = useWords(ratesWords)
  const measure = measureOf(set)
  const what = measure === null ? (set === 'left_out' ? r.leftOut : set === 'unreached' ? r.unreached : r.visits) : r[measure]
  const words = { judged: w.judged, reached: w.reached, not_reached: w.not_reached, solved: w.solved, not_solved: w.not_solved,
    satisfied: w.satisfied,
    basically: w.basically, unsatisfied: w.unsatisfiedSet }
  const sets = measure === null ? [] : SPLIT[measure]
  return <section className="rt-pane">
    <p className="lk-small">{w.opened(what, name)}</p>
    <PaneTitle set={set} measure={measure} figures={figures} />
    {measure !== null && figures.counts.visits > 0 && <>
      <div className="rt-split" aria-hidden="true">{[...sets].reverse().map((one) => <span key={one} data-set={one}
        style={{ flexGrow: sizeOf(one, figures) }} />)}</div>
      <Choices legend={w.which} value={set} onChange={onSet}
        options={[...sets].reverse().map((one) => ({ value: one, word: `${words[one]} ${sizeOf(one, figures)}` }))} />
    </>}
    <VisitList rates={rates} rowKey={rowKey} set={set} size={sizeOf(set, figures)} />
  </section>
}

function PaneTitle({ set, measure, figures }: { set: VisitSet; measure: Measure | null; figures: Figures }) {
  const w = useWords(behindWords)
  const all = figures.counts.visits
  const [first] = measure === null ? [] : SPLIT[measure]
  const bad = first === undefined ? 0 : sizeOf(first, figures)
  const title = set === 'left_out' ? w.leftOutTitle(figures.counts.leftOut) : set === 'unreached' ? w.unreachedTitle(figures.counts.unreached)
    : all === 0 ? w.noneTitle : measure === null ? w.allVisits(all)
      : measure === 'reached' ? (bad > 0 ? w.notReached(all, bad) : w.allReached(all))
        : measure === 'solved' ? (bad > 0 ? w.notSolved(all, bad) : w.allSolved(all)) : bad > 0 ? w.unsatisfied(all, bad) : w.allSatisfied(all)
  return <h2 className="rt-pane__title" aria-live="polite">{title}</h2>
}

function VisitList({ rates, rowKey, set, size }: { rates: RatesReply; rowKey: string | undefined; set: VisitSet; size: number }) {
  const w = useWords(behindWords)
  const place = rates.place.id === '' ? undefined : rates.place.id
  const list = useRateVisits({ place, period: rates.period.month, set, ...(rowKey === undefined ? {} : { by: rates.by, key: rowKey }) }, size > 0)
  if (size === 0) return <Empty title={w.nothing} line={rates.total.counts.visits === 0 ? w.noneLine : undefined} />
  return <>
    {list.isPending && <Skeleton repeat={3} />}
    {list.error && <ErrorNote title={w.failed} error={list.error}><Button look="primary"
      onClick={() => void list.refetch()}>{w.again}</Button></ErrorNote>}
    <ul className="rt-visits">{list.visits.map((visit, i) => <VisitLine key={visit.matter?.id ?? i} visit={visit} rates={rates} />)}</ul>
    {list.hasNextPage && <Button className="rt-pane__more" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{w.more}</Button>}
  </>
}

function useVisitLine(visit: RateVisit): string {
  const w = useWords(behindWords)
  const { lang } = useSettings()
  const ways: Readonly<Record<string, string>> = { link: w.link, follow: w.follow, door: w.door, phone: w.phone }
  const how = visit.state === 'unreached' ? (visit.tries > 0 ? w.tried(visit.tries) : w.nobodyThere) : ways[visit.via ?? ''] ?? ''
  return `${dayOf(Date.parse(`${visit.day}T00:00:00+08:00`), now(), lang)} ${how}`.trim()
}

function VisitLine({ visit, rates }: { visit: RateVisit; rates: RatesReply }) {
  const w = useWords(behindWords)
  const say = useSay()
  const [asking, ask] = useState(false)
  const audience = usePost()?.audience
  const { matter } = visit
  const ground = rates.pack.grounds.find(({ code }) => code === visit.ground)
  const line = useVisitLine(visit)
  const outcome = visit.outcome === 'unable' ? w.saidUnable : visit.outcome === 'explained' ? w.saidExplained : null
  const mayAsk = (audience === 'community' || audience === 'station') && visit.state === 'judged' && visit.asked === null && matter !== null
  return <li className="rt-visit">
    {matter ? <Go href={`/console/m/${matter.id}`} className="rt-visit__title">{matter.title}</Go> : <span className="rt-quiet">{w.hidden}</span>}
    <span className="lk-small"><Meta>{visit.org && <span>{visit.org.name}</span>}<span>{line}</span>{visit.round > 1
      && <span>{w.second}</span>}</Meta></span>
    {visit.said && <q className="rt-visit__said">{visit.said}</q>}
    {outcome && <span className="lk-small">{outcome}</span>}
    {ground && <span className="rt-visit__ground">{say(ground.say)}</span>}
    {visit.asked !== null && <span className="rt-visit__ground">{w.waits}</span>}
    {mayAsk && <Button look="quiet" size="small" className="rt-visit__ask" onClick={() => ask(true)}>{w.ask}</Button>}
    {asking && matter && <AskDialog matter={matter} grounds={rates.pack.grounds} onClose={() => ask(false)} />}
  </li>
}
