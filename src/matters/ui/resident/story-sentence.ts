/** What one step of the story says to the reporter, after the name of who did it. */
import type { Spoken } from '../../../ui-kit/words.ts'
import { isThreadStage } from '../../rules/index.ts'
import type { StoryEntry } from '../resident-api.ts'
import type { storyWords } from './follow-words.ts'

type Told = Pick<StoryEntry, 'kind' | 'to' | 'facts'>

/** `w`: storyWords in the reader's language. A kind that this page does not know is told as a step, never as another one. */
export function sentenceOf(w: Spoken<typeof storyWords>, { kind, to: named, facts }: Told): string {
  const to = named ?? ''
  switch (kind) {
    case 'filed': return w.filed(to)
    case 'hand_over': return w.hand_over(to)
    case 'assign': return w.assign(to)
    case 'whistle': return w.whistle(to)
    case 'slip': return w.slip(to)
    case 'finish': return facts['outcome'] === 'unable' ? w.unable : facts['outcome'] === 'explained' ? w.explained
      : facts['outcome'] === 'own_part' ? w.ownPart : w.finish
    case 'verify': return facts['pass'] === false ? w.verifyBack : facts['outcome'] === 'unable' ? w.verifyUnable
      : facts['outcome'] === 'explained' ? w.verifyExplained : w.verify
    case 'board': return facts['shown'] === true ? w.boardOn : w.boardOff
    case 'contact': return facts['via'] === 'door' ? w.contactDoor : facts['via'] === 'phone' ? w.contactPhone
      : facts['via'] === 'page' ? w.contactPage : w.contact
    case 'decide_extension': return facts['granted'] === true ? w.extensionYes : w.extensionNo
    case 'join': return facts['via'] === 'me_too' ? w.joinYou : w.join
    case 'tell': case 'call_ruling': case 'object': case 'rule': case 'suspend': case 'resume': case 'ask_extension': case 'visit_tried': case 'visit_failed':
    case 'recount': case 'unjoin': case 'answered_with': case 'take_place': case 'split':
    case 'take': case 'slip_answer': case 'report_in': case 'log': case 'verdict':
    case 'note': case 'accept': case 'unverified': case 'withdraw': case 'remind': case 'supervise': case 'reopen': case 'close': return w[kind]
    case 'thread': return isThreadStage(facts['stage']) ? w[`thread_${facts['stage']}`] : w.thread_taken
    default: return w.other
  }
}
