import type { Said } from '../../kit/pure.ts'
import type { DisputeKind } from './kinds.ts'

export const STATES = [
  'asked', 'accepted', 'appointed', 'mediating', 'drafted', 'signed', 'kept', 'broken', 'refused', 'failed', 'stopped',
] as const
export type State = (typeof STATES)[number]

export const STATE_WORDS: Readonly<Record<State, Said>> = {
  asked: { zh: '等双方说愿不愿意', en: 'both sides are being asked' },
  accepted: { zh: '双方愿意，等定调解员', en: 'both agreed; a mediator is to be chosen' },
  appointed: { zh: '调解员定了，等约时间', en: 'a mediator is chosen; a time is to be set' },
  mediating: { zh: '正在调解', en: 'in mediation' },
  drafted: { zh: '谈成了，等双方签', en: 'settled; to be signed by both' },
  signed: { zh: '签了，正在履行', en: 'signed; duties are running' },
  kept: { zh: '都做到了', en: 'all duties kept' },
  broken: { zh: '有没做到的', en: 'a duty was not kept' },
  refused: { zh: '没有都同意调解', en: 'not both wanted mediation' },
  failed: { zh: '没有谈成', en: 'no agreement' },
  stopped: { zh: '这件事不能调解', en: 'not for mediation' },
}

export const SIDES = ['a', 'b'] as const
export type SideName = (typeof SIDES)[number]
export const SIDE_WORDS: Readonly<Record<SideName, Said>> = { a: { zh: '甲方', en: 'Side A' }, b: { zh: '乙方', en: 'Side B' } }

export type Side = {
  readonly side: SideName
  readonly consent: 'asked' | 'yes' | 'no'
  /** The mediator this side objected to; each side may once. */
  readonly objected: string | null
  readonly signed: boolean
  readonly judged: boolean
}

export type Clause = {
  readonly n: number
  readonly by: SideName | 'both'
  readonly what: string
  /** Last day, 'YYYY-MM-DD'. */
  readonly until: string
  readonly fen: number | null
  readonly basis: string | null
}
export type Duty = Clause & { readonly state: 'open' | 'kept' | 'not_kept'; readonly reminded: boolean }
export type Session = { readonly id: string; readonly at: number; readonly state: 'planned' | 'held' | 'cancelled' }

/** A dispute as the rules see it: codes, ids, days and times in epoch milliseconds; no names and no words but the clauses'. */
export type Dispute = {
  readonly id: string
  readonly kind: DisputeKind
  readonly state: State
  readonly committee: string
  readonly mediator: string | null
  readonly declined: readonly string[]
  readonly openedPerson: string
  readonly openedAt: number
  readonly remindedAt: number | null
  /** Last day of the month that mediation may take. */
  readonly until: string | null
  readonly sides: readonly Side[]
  readonly sessions: readonly Session[]
  readonly agreement: { readonly secondNeeded: boolean; readonly second: string | null } | null
  readonly duties: readonly Duty[]
  readonly version: number
}

/** Where somebody stands towards a dispute. */
export type Standing = {
  readonly person: string | null
  readonly committee: boolean
  readonly mediates: boolean
  readonly opener: boolean
  readonly side: SideName | null
  readonly clock: boolean
}

type ActorLike = {
  readonly kind: string; readonly person: string | null; readonly orgs: readonly string[]; readonly side?: SideName | null
}

/** Where an actor stands. A member of the committee acts for it only in a post of the committee. */
export function standingOf(dispute: Dispute, actor: ActorLike): Standing {
  const committee = actor.kind === 'staff' && actor.orgs.includes(dispute.committee)
  return {
    person: actor.person, committee, mediates: committee && actor.person !== null && actor.person === dispute.mediator,
    opener: actor.kind === 'staff' && actor.person === dispute.openedPerson, side: actor.side ?? null, clock: actor.kind === 'clock',
  }
}

/** The side of a dispute by its name. */
export const sideOf = (dispute: Dispute, side: SideName): Side =>
  dispute.sides.find((one) => one.side === side) ?? { side, consent: 'asked', objected: null, signed: false, judged: false }

const ENDED: readonly State[] = ['kept', 'broken', 'refused', 'failed', 'stopped']
/** Whether it is over, as far as mediation goes. */
export const hasEnded = (state: State): boolean => ENDED.includes(state)
