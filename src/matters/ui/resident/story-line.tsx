/** One step of the story, as the reporter reads it. */
import { DateText, Photo, TimelineEntry, useSay, useWords } from '../../../ui-kit/index.ts'
import { photoAddress } from '../filing.ts'
import type { StoryEntry } from '../resident-api.ts'
import { storyWords } from './follow-words.ts'
import { sentenceOf } from './story-sentence.ts'

const PHASE: Readonly<Record<string, { zh: string; en: string }>> = { before: { zh: '办前', en: 'before' }, after: { zh: '办后', en: 'after' },
  check: { zh: '复核', en: 'verified' } }

/** Captains and grid workers are known by their post, everybody else by their organisation. */
const nearby = (post: string | null): boolean => post !== null && /楼栋长|网格/.test(post)
const SYSTEM = ['remind', 'supervise', 'call_ruling', 'visit_failed', 'unverified', 'close', 'reopen', 'take_place', 'recount']

export function StoryLine({ entry, newest }: { entry: StoryEntry; newest: boolean }) {
  const w = useWords(storyWords)
  const sentence = sentenceOf(w, entry)
  const system = entry.who === null && entry.org === null && (SYSTEM.includes(entry.kind) || entry.facts['via'] === 'moved')
  const who = system ? w.clock : entry.org === null && entry.who === null ? w.you
    : [nearby(entry.post) ? entry.post : entry.org ?? entry.post, entry.who].filter(Boolean).join(' ')
  const kind = newest ? 'now' : system ? 'system' : entry.kind === 'note' || entry.kind === 'contact' ? 'said' : 'done'
  return <TimelineEntry kind={kind} who={who} time={<DateText at={Date.parse(entry.at)} look="story" />}
    quote={entry.said && entry.kind !== 'filed' ? `“${entry.said}”` : undefined}
    photos={entry.photos.length > 0 && entry.photos.map((photo, i) => <StoryPicture key={photo.id} id={photo.id} phase={photo.phase}
      nth={i + 1} />)}>{sentence}</TimelineEntry>
}

function StoryPicture({ id, phase, nth }: { id: string; phase: string; nth: number }) {
  const say = useSay()
  const said = PHASE[phase]
  const word = said ? say(said) : ''
  return <Photo src={photoAddress(id)} large={photoAddress(id, 'full')} alt={`${word} ${nth}`} caption={word} />
}
