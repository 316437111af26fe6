/** What every party of a whistle did, in one line of time, oldest first; printed as it stands. */
import { Button, SectionTitle, storyTime, Timeline, TimelineEntry, useNow, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { jointLog } from '../../parts/joint-log.ts'
import type { StoryEntry } from '../../staff-api.ts'
import { entrySays } from '../story-words.ts'
import { courseWords } from './course-words.ts'

const SYSTEM: readonly string[] = ['remind', 'supervise', 'call_ruling']

export function JointLog({ story, onPrint }: { story: readonly StoryEntry[]; onPrint?: () => void }) {
  const w = useWords(courseWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  const log = jointLog(story)
  return <section className="lk-stack cs-joint">
    <SectionTitle aside={<span className="cs-joint__tools">{w.logCount(log.length)}{onPrint && log.length > 0
      && <Button size="small" look="quiet" icon="print"
      className="lk-no-print" onClick={onPrint}>{w.printLog}</Button>}</span>}>{w.log}</SectionTitle>
    {log.length === 0 ? <p className="lk-second">{w.logEmpty}</p> : <Timeline>{log.map((entry) => <TimelineEntry key={entry.id}
      kind={SYSTEM.includes(entry.kind) ? 'system' : entry.kind === 'log' ? 'said' : 'done'} who={entry.org ?? entry.who ?? undefined}
      time={<time dateTime={entry.at}>{storyTime(Date.parse(entry.at), now, lang)}</time>} quote={entry.said || undefined}>
      {entry.post && <span className="lk-second">{entry.post}{lang === 'zh' ? '，' : ', '}</span>}{say(entrySays(entry))}</TimelineEntry>)}</Timeline>}
  </section>
}
