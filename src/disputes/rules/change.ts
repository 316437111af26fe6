import type { Clause, SideName, State } from './dispute.ts'
import type { Notice } from './notices.ts'

export type SideChange = {
  readonly side: SideName
  readonly consent?: 'yes' | 'no'
  readonly via?: string
  readonly objected?: string
  readonly signed?: boolean
  readonly judged?: boolean
}

/** What a rule decided about a dispute, in plain data; the store carries it out. */
export type Change = {
  /** Name of the act, without 'dispute.'. */
  readonly act: string
  readonly facts: { readonly [key: string]: string | number | boolean | undefined }
  readonly set: {
    readonly state?: State
    /** Null: nobody mediates for now. */
    readonly mediator?: { readonly person: string; readonly post: string } | null
    readonly declined?: string
    readonly acceptedOn?: string
    readonly until?: string
    readonly signedOn?: string
    readonly endedHow?: string
    readonly reminded?: boolean
  }
  readonly sides: readonly SideChange[]
  readonly said?: { readonly kind: 'session' | 'visit' | 'check' | 'note'; readonly words: string; readonly session?: string }
  readonly plan?: { readonly at: number; readonly spot: string }
  readonly held?: { readonly session: string; readonly present: readonly SideName[] }
  readonly agreement?: { readonly facts: string; readonly clauses: readonly Clause[]; readonly secondNeeded: boolean }
  readonly second?: string
  readonly duty?: { readonly n: number; readonly state?: 'kept' | 'not_kept'; readonly reminded?: boolean }
  /** Planned sessions fall away: the mediator changed, or it ended. */
  readonly cancel: boolean
  readonly tell: readonly Notice[]
}

/** A change with the usual silence. */
export const change = (act: string, given: Partial<Change>): Change =>
  ({ act, facts: {}, set: {}, sides: [], cancel: false, tell: [], ...given })
