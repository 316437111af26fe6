import type { Audience, CategoryCode } from './categories.ts'
import type { Clock, LedgerEntry } from './clock-state.ts'

export { DUE_KINDS, type DueKind } from './stages.ts'

/** Handling state. Clock, delivery of notices and visibility are axes of their own. */
export const STATES = ['filed', 'taken', 'whistled', 'finished', 'answered', 'joined', 'closed', 'withdrawn'] as const
export type State = (typeof STATES)[number]

/** How a matter ended: said by who did it, confirmed by somebody else. */
export const OUTCOMES = ['solved', 'unable', 'explained'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const CHANNELS = ['qr', 'page', 'captain', 'grid', 'desk', 'phone', 'reception', 'chat', 'import'] as const
export type Channel = (typeof CHANNELS)[number]

/** What kind of organisation a party is; decides which moves exist towards it (realism 4). */
export const PARTY_KINDS = ['street', 'community', 'station', 'utility', 'firm', 'developer', 'owners', 'branch', 'unit', 'team'] as const
export type PartyKind = (typeof PARTY_KINDS)[number]

/** 'verify': a post of another grid that looks at what was done; it stands among the parties so that it sees the matter. */
export type PartyRole = 'holder' | 'lead' | 'support' | 'slip' | 'verify'
export type PartyState = 'asked' | 'reported' | 'finished' | 'answered' | 'released'

export type Party = {
  readonly org: string
  readonly role: PartyRole
  readonly state: PartyState
  readonly task: string
  /** Deadlines in epoch milliseconds. */
  readonly reportBy: number | null
  readonly finishBy: number | null
}

/** Who confirmed an outcome: somebody who looked, a neighbour who joined, the reporter by a photo of the same spot; or nobody in time. */
export const VERIFIED = ['eyes', 'neighbour', 'photo', 'overdue'] as const
export type Verified = (typeof VERIFIED)[number]

export type Satisfied = 'yes' | 'basically' | 'no'
export type Verdict = { readonly reached: boolean; readonly solved: boolean | null; readonly satisfied: Satisfied | null }

/** A matter as the rules see it. Times are epoch milliseconds; words and names of people are not here. */
export type Matter = {
  readonly id: string
  readonly state: State
  readonly category: CategoryCode
  readonly sensitive: string | null
  readonly heldBy: string
  readonly heldPost: string | null
  readonly accountable: string
  readonly outcome: Outcome | null
  readonly parties: readonly Party[]
  readonly closedTo: readonly string[]
  /** Persons, and posts, with any act on it. */
  readonly hands: readonly string[]
  /** Persons, and organisations, that did work on it. */
  readonly doers: readonly string[]
  readonly doerOrgs: readonly string[]
  readonly handovers: number
  readonly reopened: number
  readonly situation: string | null
  readonly plan: string | null
  /** The clocks that run or are paused, and the ledger that they are derived from; views leave the ledger out. */
  readonly clocks: readonly Clock[]
  readonly ledger: readonly LedgerEntry[]
  /** The reporter left a way to be reached. */
  readonly contactable: boolean
  readonly suspended: boolean
  readonly joinedTo: string | null
  readonly joinedState: State | null
  /** Each transfer of it, as from>to, and whom the street named as owner. */
  readonly passes: readonly string[]
  readonly ruledTo: string | null
  readonly extended: number
  readonly returned: number
  readonly tried: number
  /** The organisation whose word the outcome is, the post whose turn it is to verify, and who confirmed it. */
  readonly workedBy: string | null
  readonly verifier: string | null
  readonly verified: Verified | null
  readonly version: number
}

/** Who stands before a matter: what moves depend on, drawn from the actor and the matter. */
export type Standing = {
  readonly kind: 'staff' | 'resident' | 'clock' | 'public'
  readonly audience: readonly (Audience | string)[]
  readonly postKind: string | null
  /** Has it now, as post or as organisation. */
  readonly holds: boolean
  /** Place of the organisation among the parties, while it takes part. */
  readonly party: Party | null
  /** The person or the post has an act on it; the person did work on it; the organisation (firm, station …) did work on it. */
  readonly touched: boolean
  readonly worked: boolean
  readonly orgWorked: boolean
}

type ActorLike = { readonly kind: Standing['kind']; readonly person: string | null; readonly post: string | null; readonly postKind: string | null
  readonly org: string | null; readonly audience: readonly string[] }

// Within these two, another person of the same organisation may verify: they answer to the resident, not to the doer.
const OWN_EYES: readonly string[] = ['community', 'grid', 'street']

/**
 * Whether what an organisation holds as a whole is in the actor's hands too. A grid worker is of the community's staff and has only what came to
 * their own post.
 */
export const actsForOrg = (actor: Pick<ActorLike, 'org' | 'audience'>): boolean => actor.org !== null && !actor.audience.includes('grid')

/** Where an actor stands towards a matter. */
export function standingOf(matter: Matter, actor: ActorLike): Standing {
  const holds = matter.heldPost !== null ? matter.heldPost === actor.post : actsForOrg(actor) && matter.heldBy === actor.org
  const person = actor.person
  return {
    kind: actor.kind, audience: actor.audience, postKind: actor.postKind, holds,
    party: matter.parties.find((p) => p.org === actor.org && p.state !== 'released') ?? null,
    touched: [person, actor.post].some((one) => one !== null && matter.hands.includes(one)),
    worked: person !== null && matter.doers.includes(person),
    orgWorked: actor.org !== null && !actor.audience.some((a) => OWN_EYES.includes(a)) && matter.doerOrgs.includes(actor.org),
  }
}

/** Whether it is still to be handled by itself; what was joined to another is handled with that one. */
export const isOpen = (state: State): boolean => state !== 'closed' && state !== 'withdrawn' && state !== 'joined'
