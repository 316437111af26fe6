import type { ClockOp } from './clock-state.ts'
import type { Matter, Outcome, PartyRole, PartyState, Satisfied, State, Verified } from './matter.ts'
import type { Tell } from './notices.ts'

/** One organisation joining or moving on as a party. Fields left out stay. */
export type PartyChange = {
  readonly org: string
  readonly role?: PartyRole
  readonly state: PartyState
  readonly task?: string
  readonly reportBy?: number | null
  readonly finishBy?: number | null
  readonly outsideNumber?: string
}

/** What a rule decided: everything that is to be saved, in plain data. The store carries it out, whoever decided. */
export type Change = {
  /** Name of the act, without 'matter.'. */
  readonly act: string
  readonly facts: { readonly [key: string]: string | number | boolean | undefined }
  readonly set: {
    readonly state?: State
    readonly outcome?: Outcome | null
    readonly reason?: string | null
    readonly answer?: string | null
    readonly heldBy?: string
    readonly heldPost?: string | null
    readonly handovers?: number
    readonly reopened?: number
    readonly situation?: string
    readonly plan?: string | null
    /** Null forgets the answers of the round before, when the reporter is asked anew. */
    readonly verdict?: { readonly reached: boolean; readonly solved: boolean | null; readonly satisfied: Satisfied | null } | null
    readonly title?: string
    readonly closedTo?: readonly string[]
    readonly ended?: boolean
    readonly joinedTo?: string | null
    readonly joinedState?: State | null
    readonly suspended?: boolean
    readonly reviewOn?: string | null
    readonly moneyPath?: string | null
    readonly basis?: string | null
    readonly basisNote?: string | null
    readonly passes?: readonly string[]
    readonly ruledTo?: string | null
    readonly extended?: number
    readonly returned?: number
    readonly tried?: number
    readonly workedBy?: string | null
    readonly verifier?: string | null
    readonly verified?: Verified | null
  }
  readonly parties: readonly PartyChange[]
  /** What happens to its clocks; those that are not named go on. */
  readonly clocks: readonly ClockOp[]
  readonly said: string
  readonly seenBy: 'reporter' | 'staff'
  /** Counts as work on the matter: who did it may not verify it. */
  readonly work: boolean
  /** Puts whoever acts among those through whose hands it passed: they do not ask the reporter how it went. */
  readonly hand: boolean
  /** The party whose act it is, where somebody else recorded it, and by which way it came. */
  readonly onBehalfOf?: string
  readonly channel?: 'link' | 'paper' | 'outside'
  readonly tell: readonly Tell[]
}

/** A change with the usual silence: nothing set, no party, the clocks go on, colleagues only, no work, nobody told. */
export const change = (act: string, given: Partial<Change>): Change =>
  ({ act, facts: {}, set: {}, parties: [], clocks: [], said: '', seenBy: 'reporter', work: false, hand: true, tell: [], ...given })

/** Parties that are through, when a matter leaves their hands. */
export const released = (matter: Matter, keep: readonly string[] = []): readonly PartyChange[] =>
  matter.parties.filter((p) => p.role !== 'slip' && p.role !== 'verify' && p.state !== 'released' && p.state !== 'finished' && !keep.includes(p.org))
    .map((p) => ({ org: p.org, state: 'released' }))
