/** One step of the story, as the reporter reads it. */
import { DateText, Photo, TimelineEntry, useSay, useWords } from '../../../ui-kit/index.ts'
import { photoAddress } from '../filing.ts'
import type { StoryEntry } from '../resident-api.ts'
import { storyWords } from './follow-words.ts'

const PHASE: Readonly<Record<string, { zh: string; en: string }>> = { before: { zh: '办前', en: 'before' }, after: { zh: '办后', en: 'after' },
  check: { zh: '复核', en: 'verified' } }

function useSentence(entry: StoryEntry): string {
  const w = useWords(storyWords)
  const to = entry.to ?? ''
  switch (entry.kind) {
    case 'filed': return w.filed(to)
    case 'hand_over': return w.hand_over(to)
    case 'assign': return w.assign(to)
    case 'whistle': return w.whistle(to)
    case 'slip': return w.slip(to)
    case 'finish': return entry.facts['outcome'] === 'unable' ? w.unable : entry.facts['outcome'] === 'explained' ? w.explained
      : entry.facts['outcome'] === 'own_part' ? w.ownPart : w.finish
    case 'verify': return entry.facts['pass'] === false ? w.verifyBack : entry.facts['outcome'] === 'unable' ? w.verifyUnable
      : entry.facts['outcome'] === 'explained' ? w.verifyExplained : w.verify
    case 'board': return entry.facts['shown'] === true ? w.boardOn : w.boardOff
    case 'contact': return entry.facts['via'] === 'door' ? w.contactDoor : entry.facts['via'] === 'phone' ? w.contactPhone
      : entry.facts['via'] === 'page' ? w.contactPage : w.contact
    case 'decide_extension': return entry.facts['granted'] === true ? w.extensionYes : w.extensionNo
    case 'call_ruling': case 'object': case 'rule': case 'suspend': case 'resume': case 'ask_extension': case 'visit_tried': case 'visit_failed':
    case 'join': return entry.facts['via'] === 'me_too' ? w.joinYou : w.join
    case 'unjoin': case 'answered_with': case 'take_place': case 'split':
    case 'take': case 'slip_answer': case 'report_in': case 'log': case 'verdict':
    case 'note': case 'accept': case 'unverified': case 'withdraw': case 'remind': case 'supervise': case 'reopen': case 'close': return w[entry.kind]
    default: return w.other
  }
}

/** Captains and grid workers are known by their post, everybody else by their organisation. */
const nearby = (post: string | null): boolean => post !== null && /楼栋长|网格/.test(post)
const SYSTEM = ['remind', 'supervise', 'call_ruling', 'visit_failed', 'unverified', 'close', 'reopen', 'take_place']

export function StoryLine({ entry, newest }: { entry: StoryEntry; newest: boolean }) {
  const w = useWords(storyWords)
  const sentence = useSentence(entry)
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
