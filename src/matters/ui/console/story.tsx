/** The story of a matter, newest first, with the step that comes above it. */
import { Button, leftOrOver, moment, Photo, SectionTitle, storyTime, Tag, Timeline, TimelineEntry, useNow, useSay, useSettings, useWords,
  ErrorNote } from '../../../ui-kit/index.ts'
import { photoAddress } from '../filing.ts'
import { useMove, type MatterDetail, type StoryEntry, type StoryPhoto } from '../staff-api.ts'
import { holderWord } from './card-row.tsx'
import { matterWords } from './matter-words.ts'
import { entrySays } from './story-words.ts'

const SYSTEM: readonly string[] = ['remind', 'supervise', 'call_ruling', 'visit_failed', 'outside_update', 'ratings_shown', 'close', 'reopen', 'release_photo', 'title', 'board']
const SAID: readonly string[] = ['note', 'log', 'slip_answer', 'contact']

/** The step that comes next, in words; null when nothing is to come. */
function useNext(matter: MatterDetail): string | null {
  const w = useWords(matterWords)
  const now = useNow()
  const { lang } = useSettings()
  if (!matter.due || !matter.dueKind || matter.state === 'joined') return null
  const due = Date.parse(matter.due)
  const until = due < now ? `${moment(due, now, lang)}${lang === 'zh' ? '，' : ', '}${leftOrOver(due, now, lang)}` : moment(due, now, lang)
  const who = holderWord(matter.holder)
  return { sign: w.nextSign(who, until), contact: w.nextContact(who, until), report_in: w.nextReport(who, until), finish: w.nextFinish(who, until),
    reply: w.nextReply(until), verify: w.nextVerify(until), verdict: w.nextVerdict(until), review: w.nextReview(until), ruling: w.nextRuling(until),
  }[matter.dueKind]
}

function StoryPhotoView({ photo, matter }: { photo: StoryPhoto; matter: MatterDetail }) {
  const w = useWords(matterWords)
  const now = useNow()
  const { lang } = useSettings()
  const release = useMove(matter.id, 'release-photo')
  const phase = photo.phase === 'before' ? w.before : w.after
  return <div className="cs-photo">
    <Photo src={photoAddress(photo.id)} large={photoAddress(photo.id, 'full')} alt={w.photoAlt(phase, matter.title)}
      caption={`${phase} ${storyTime(Date.parse(photo.at), now, lang)}`} />
    {matter.moves.includes('release_photo') && <Button look="quiet" size="small" busy={release.isPending}
      onClick={() => release.mutate({ version: matter.version, photo: photo.id, released: !photo.released })}>{photo.released ? w.released :
        w.release}</Button>}
    {release.error && <ErrorNote error={release.error} />}
  </div>
}

function Entry({ entry, matter, newest, yours }: { entry: StoryEntry; matter: MatterDetail; newest: boolean; yours: boolean }) {
  const w = useWords(matterWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  const by = entry.who ?? entry.org
  const who = by ?? (entry.kind === 'filed' || entry.kind === 'verdict' || entry.kind === 'withdraw' || entry.kind === 'board' ||
    entry.kind === 'note' ? w.resident : w.system)
  const kind = newest && matter.due !== null ? 'now' : SYSTEM.includes(entry.kind) ? 'system' : SAID.includes(entry.kind) ? 'said' : 'done'
  const words = entry.kind === 'filed' ? matter.words : entry.kind === 'withdraw' ? '' : entry.said
  return <TimelineEntry kind={kind} yours={newest && yours} who={who} time={<time dateTime={entry.at}>{storyTime(Date.parse(entry.at), now,
    lang)}</time>} quote={words || undefined}
    photos={entry.photos.length > 0 ? entry.photos.map((photo) => <StoryPhotoView key={photo.id} photo={photo} matter={matter} />) : undefined}>
    {entry.post && <span className="lk-second">{entry.post}{lang === 'zh' ? '，' : ', '}</span>}{say(entrySays(entry))}
    {entry.seenBy === 'staff' && SAID.includes(entry.kind) && <> <Tag>{w.onlyStaff}</Tag></>}
  </TimelineEntry>
}

export function Story({ matter, yours }: { matter: MatterDetail; yours: boolean }) {
  const w = useWords(matterWords)
  const next = useNext(matter)
  const latest = matter.story.findIndex((e) => !SYSTEM.includes(e.kind))
  return <section className="lk-stack">
    <SectionTitle rule="hair" aside={w.storyCount(matter.story.length)}>{w.story}</SectionTitle>
    <Timeline>
      {next && <TimelineEntry kind="future">{next}</TimelineEntry>}
      {matter.story.map((entry, i) => <Entry key={entry.id} entry={entry} matter={matter} newest={i === latest} yours={yours} />)}
    </Timeline>
  </section>
}
