/** The story of a thread, newest first, keyset by keyset: steps, meetings, resolutions, who was heard, what was done, how it was judged. */
import { useState, type ReactNode } from 'react'
import { Button, DateText, Go, SectionTitle, Timeline, TimelineEntry, useSay, useSettings, useWords, colon } from '../../../../ui-kit/index.ts'
import { resolutionVerdictWords } from '../../../rules/meetings/index.ts'
import { HEARD, heardWords, MEETINGS, meetingWords, STEPS, stepWords } from '../../../rules/threads/index.ts'
import { useToldEarlier, type DeskThread, type Told, type WasJudged } from '../../thread-desk-api.ts'
import { threadWords } from './thread-words.ts'

export function StoryPart({ thread }: { thread: DeskThread }) {
  const w = useWords(threadWords)
  const [wanted, want] = useState(false)
  const earlier = useToldEarlier(thread.id, thread.story.next, wanted)
  const told = [...thread.story.items, ...earlier.data?.pages.flatMap(({ items }) => items) ?? []]
  const more = wanted ? earlier.hasNextPage : thread.story.next !== null
  return <section><SectionTitle>{w.story}</SectionTitle>
    <Timeline>{told.map((one) => <Entry key={one.key} told={one} />)}</Timeline>
    {more && <Button look="quiet" busy={earlier.isFetching} onClick={() => (wanted ? void earlier.fetchNextPage() : want(true))}>{w.earlier}</Button>}</section>
}

/** What had been judged before a step back, in one line. */
function useWasJudged(): (judged: WasJudged) => string {
  const w = useWords(threadWords)
  const say = useSay()
  const { lang } = useSettings()
  return ({ satisfied, accepted, not, resolutions, tasks }) => [...(satisfied + accepted + not > 0 ? [w.verdictsSaid(satisfied, accepted, not)] : []),
    ...resolutions.map(({ n, verdict }) => `${w.resolved('', n)} ${say(resolutionVerdictWords[verdict])}`), ...tasks.map(({ title, verdict }) => `${title} ${w[verdict]}`)].join(lang === 'zh' ? '；' : '; ')
}

function Entry({ told }: { told: Told }) {
  const w = useWords(threadWords)
  const say = useSay()
  const judgedOf = useWasJudged()
  const time = <DateText at={Date.parse(told.at)} look="story" />
  const line = (children: ReactNode, more: { readonly quote?: ReactNode; readonly who?: ReactNode; readonly said?: boolean } = {}) => <TimelineEntry kind={more.said ? 'said' : 'done'} time={time}
    {...(more.who ? { who: more.who } : {})} {...(more.quote ? { quote: more.quote } : {})}>{children}</TimelineEntry>
  const [step, kind, heard] = [STEPS.find((one) => one === told.code), MEETINGS.find((one) => one === told.code), HEARD.find((one) => one === told.code)]
  if (told.kind === 'step') return line(step === 'voice' ? w.began : step === 'ended' || step === 'declined' ? say(stepWords[step]) : step ? <>{w.moved(say(stepWords[step]))}{told.judged && <span className="th-hint"> {w.wasJudged(judgedOf(told.judged))}</span>}</> : '', { who: told.label ?? undefined, quote: told.words || undefined })
  if (told.kind === 'meeting') return line(<>{kind ? say(meetingWords[kind]) : ''} <Go className="lk-link" href={`/console/meetings/${told.meeting ?? ''}`}>{told.words}</Go> {w.held}</>)
  if (told.kind === 'resolution') return line(<>{w.resolved(told.label ?? '', told.n ?? 0)}{colon()}{told.words}</>, { quote: w.count(told.yes ?? 0, told.no ?? 0, told.abstained ?? 0) })
  if (told.kind === 'heard') return line(heard ? say(heardWords[heard]) : '', { who: told.label, quote: told.words || undefined, said: true })
  if (told.kind === 'task') return line(told.code === 'dropped' ? `${w.dropped}${colon()}${told.words ?? ''}` : told.words, { who: told.label })
  return line(<>{told.code === 'earlier' && `${w.earlierJudged} `}{w.judged} {w.verdictsSaid(told.yes ?? 0, told.abstained ?? 0, told.no ?? 0)}</>, { said: true })
}
