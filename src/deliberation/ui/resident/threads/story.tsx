/** The story of a thread, newest first, thirty at a time. */
import { useState } from 'react'
import { Button, DateText, Go, SectionTitle, Timeline, TimelineEntry, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { resolutionVerdictWords } from '../../../rules/meetings/index.ts'
import { isMeetingKind, meetingWords, STEPS, stepWords, type Step } from '../../../rules/threads/index.ts'
import { useEarlier, type Thread, type Told, type WasJudged } from './thread-api.ts'
import { threadWords } from './words.ts'

const isStep = (code: string | null): code is Step => STEPS.some((one) => one === code)

export function Story({ thread }: { thread: Thread }) {
  const w = useWords(threadWords)
  const [wanted, want] = useState(false)
  const earlier = useEarlier(thread.id, thread.story.next, wanted)
  const items = [...thread.story.items, ...(earlier.data?.pages.flatMap((page) => page.items) ?? [])]
  const left = wanted ? earlier.hasNextPage : thread.story.next !== null
  return <section className="th-part"><SectionTitle rule="above">{w.story}</SectionTitle>
    <Timeline>{items.map((one) => <Entry key={one.key} told={one} />)}</Timeline>
    {left && <Button busy={earlier.isFetching} onClick={() => { if (wanted) void earlier.fetchNextPage(); else want(true) }}>{w.earlier}</Button>}</section>
}

/** What had been judged before a step back, in one line. */
function useWasJudged(): (judged: WasJudged) => string {
  const w = useWords(threadWords)
  const say = useSay()
  const { lang } = useSettings()
  const taskWord = { good: w.judgedGood, partly: w.judgedPartly, not: w.judgedNot } as const
  return ({ satisfied, accepted, not, resolutions, tasks }) => [...(satisfied + accepted + not > 0 ? [w.verdictCounts(satisfied, accepted, not)] : []),
    ...resolutions.map(({ n, verdict }) => `${w.resolved('', n)} ${say(resolutionVerdictWords[verdict])}`), ...tasks.map(({ title, verdict }) => `${title} ${taskWord[verdict]}`)]
    .join(lang === 'zh' ? '；' : '; ')
}

function Entry({ told }: { told: Told }) {
  const w = useWords(threadWords)
  const say = useSay()
  const judgedOf = useWasJudged()
  const time = <DateText at={Date.parse(told.at)} look="story" />
  if (told.kind === 'step') return <TimelineEntry kind={told.label ? 'done' : 'system'} time={time} who={told.label} quote={told.words || undefined}>
    {isStep(told.code) ? say(stepWords[told.code]) : told.code}{told.judged && <span className="lk-second th-judged">{w.wasJudged(judgedOf(told.judged))}</span>}</TimelineEntry>
  if (told.kind === 'meeting') return <TimelineEntry kind="done" time={time} who={told.code && isMeetingKind(told.code) ? say(meetingWords[told.code]) : told.words}>
    {told.meeting ? <Go className="lk-link" href={`/meetings/${told.meeting}`}>{told.label ?? told.words}</Go> : told.label}</TimelineEntry>
  if (told.kind === 'resolution') return <TimelineEntry kind="done" time={time} who={w.resolved(told.label ?? '', told.n ?? 0)} quote={told.words}>{w.votes(told.yes ?? 0, told.no ?? 0, told.abstained ?? 0)}</TimelineEntry>
  if (told.kind === 'heard') return <TimelineEntry kind="said" time={time} who={told.label} quote={told.words || undefined}>
    {told.code === 'spoke' ? w.heardSpoke : told.code === 'declined' ? w.heardDeclined : w.heardWritten}</TimelineEntry>
  if (told.kind === 'task') return <TimelineEntry kind="done" time={time} who={told.label}>{told.code === 'dropped' ? `${w.dropped}：` : ''}{told.words}</TimelineEntry>
  return <TimelineEntry kind="said" time={time}>{told.code === 'earlier' ? <>{w.verdictEarlier}{w.verdictCounts(told.yes ?? 0, told.abstained ?? 0, told.no ?? 0)}</>
    : w.verdictsSaid(told.yes ?? 0, told.abstained ?? 0, told.no ?? 0)}</TimelineEntry>
}
