/** The story of a matter, newest first: who did what, what they said, the photos. */
import type { ReactNode } from 'react'
import { DateText, Photo, storyTime, Tag, Timeline, TimelineEntry, useNow, useSay, useSettings, useWords } from '../../../ui-kit/index.ts'
import { reasonOf, type ReasonList } from '../../rules/index.ts'
import type { MatterDetail, StoryEntry, StoryPhoto } from '../staff-api.ts'
import { photoAddress } from '../filing.ts'
import { moreSays } from '../parts/story-more.ts'
import { matterWords } from './matter-words.ts'
import { storyWords } from './story-words.ts'

const BY_CLOCK: readonly string[] = ['remind', 'supervise', 'call_ruling', 'close']
const QUIET: readonly string[] = [...BY_CLOCK, 'title', 'release_photo', 'board', 'reopen']

/** The entries, without the photos of the filing, which stand beside its words; `now` is the line above them that says what is waited for. */
export function Story({ matter, now }: { matter: MatterDetail; now?: ReactNode }) {
  return <Timeline>{now}{matter.story.map((entry) => <Entry key={entry.id} entry={entry} />)}</Timeline>
}

function Entry({ entry }: { entry: StoryEntry }) {
  const w = useWords(storyWords)
  const m = useWords(matterWords)
  const sentence = useSentence()
  const clock = entry.who === null && entry.post === null && BY_CLOCK.includes(entry.kind)
  const who = entry.who ? <>{entry.post} {entry.who}</> : entry.post ?? entry.org ?? (clock ? w.clock : w.reporter)
  const kind = entry.kind === 'note' ? 'said' : QUIET.includes(entry.kind) ? 'system' : 'done'
  return <TimelineEntry kind={kind} who={kind === 'system' && clock ? undefined : who} time={<DateText at={Date.parse(entry.at)} look="story" />}
    quote={entry.said && <>“{entry.said}”</>} photos={entry.kind !== 'filed' && entry.photos.length > 0
      && entry.photos.map((photo) => <MatterPhoto key={photo.id} photo={photo} />)}>
    {sentence(entry)}{entry.seenBy === 'staff' && entry.kind === 'note' && <>{' '}<Tag>{m.colleaguesOnly}</Tag></>}
  </TimelineEntry>
}

/** A photo of a matter with its words; opens larger. */
export function MatterPhoto({ photo }: { photo: StoryPhoto }) {
  const m = useWords(matterWords)
  const { lang } = useSettings()
  const present = useNow()
  const when = storyTime(Date.parse(photo.at), present, lang)
  const phase = photo.phase === 'before' ? m.photoBefore : m.photoAfter
  return <Photo src={photoAddress(photo.id)} large={photoAddress(photo.id, 'full')} alt={m.photoAlt(phase, when)} caption={`${phase} ${when}`} />
}

/** What an entry tells, as a sentence without its subject. */
export function useSentence(): (entry: StoryEntry) => string {
  const w = useWords(storyWords)
  const say = useSay()
  const judged = useJudged()
  const reason = (list: ReasonList, entry: StoryEntry): string => { const found = reasonOf(list, String(entry.facts.reason ?? '')); return found
    ? say(found.say) : '' }
  return (entry) => {
    const { kind, facts } = entry
    const to = entry.to ?? w.somebody
    switch (kind) {
      case 'filed': return w.filed
      case 'take': return w.take
      case 'finish': return facts.outcome === 'unable' ? w.finishUnable(reason('unable', entry)) : facts.outcome === 'explained' ? w.finishExplained
        : facts.outcome === 'own_part' ? w.finishPart : w.finishSolved
      case 'hand_over': return w.handOver(to, reason('hand_over', entry))
      case 'assign': return w.assign(to)
      case 'whistle': return w.whistle(to)
      case 'slip': return facts.urgent === true ? w.slipUrgent(to) : w.slip(to)
      case 'slip_answer': return w.slipAnswer
      case 'report_in': return w.reportIn
      case 'log': return w.log
      case 'verify': return facts.pass === true ? w.verifyPass : reason('reject', entry) ? w.verifyBack(reason('reject', entry)) : w.verifyBackPlain
      case 'verdict': return facts.via === 'door' ? w.verdictAtDoor(judged(facts)) : w.verdict(judged(facts))
      case 'reopen': return w.reopen
      case 'note': return w.note
      case 'withdraw': return w.withdraw
      case 'title': return w.title
      case 'release_photo': return w.releasePhoto
      case 'board': return facts.shown === true ? w.boardOn : w.boardOff
      case 'remind': return w.remind
      case 'supervise': return w.supervise
      case 'close': return w.close
      default: { const more = moreSays(entry); return more ? say(more) : w.other }
    }
  }
}

function useJudged(): (facts: StoryEntry['facts']) => string {
  const m = useWords(matterWords)
  const { lang } = useSettings()
  return ({ reached, solved, satisfied }) => [
    reached !== false ? m.verdictReached : solved === undefined ? m.verdictNotAsked : m.verdictNotReached,
    solved === true ? m.verdictSolved : solved === false ? m.verdictNotSolved : '',
    satisfied === 'yes' ? m.verdictYes : satisfied === 'basically' ? m.verdictBasically : satisfied === 'no' ? m.verdictNo : '',
  ].filter(Boolean).join(lang === 'zh' ? '，' : ', ')
}
