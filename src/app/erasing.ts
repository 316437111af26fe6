/** What every capability takes away when a person is erased. Whoever erases passes these to `erasePerson`. */
import { eraseCandidate, eraseOwner } from '../ballots/index.ts'
import { eraseMember, eraseSpeaker } from '../deliberation/index.ts'
import { eraseDweller, eraseRequests } from '../roster/index.ts'
import type { EraseHook } from '../trust/index.ts'

export const eraseHooks: readonly EraseHook[] = [eraseDweller, eraseRequests, eraseOwner, eraseCandidate, eraseSpeaker, eraseMember]
