import { categoryOf, closedTo, titleFrom, type CategoryCode } from '../categories.ts'
import { dangersIn, type Danger } from '../danger.ts'
import { dutyFor, type CompoundType, type Duty } from '../duty-list.ts'
import type { Pace } from '../../../offices/rules/index.ts'
import type { ClockOp } from '../clock-state.ts'
import { begin, pacesOf, type Moment } from '../clocks.ts'
import type { Channel } from '../matter.ts'
import { DANGER_SIGN } from '../packs/stage-paces.ts'

/** Somebody with a duty; `audience` is the word of their posts, by which a sensitive matter may be closed to them. */
export type Holder = { readonly org: string; readonly post: string | null; readonly audience?: string }
const BY_PLACE: readonly string[] = ['captain', 'grid', 'community', 'branch', 'street']
/**
 * Whether a matter given to `holder` makes their organisation a party, because they would not see it otherwise: the community and the posts
 * that reach the place by its path see it anyway; an organisation, and a post such as the mediator's, only as a party. [M1]
 */
export const joinsAsParty = (holder: Holder, accountable: string): boolean =>
  holder.org !== accountable && (holder.post === null || (holder.audience !== undefined && !BY_PLACE.includes(holder.audience)))

export type Filing = {
  readonly category: CategoryCode
  readonly words: string
  readonly channel: Channel
  /** Public label of the place, such as 梧桐苑3号楼. */
  readonly placeLabel: string
  readonly compoundType: CompoundType | null
  readonly onBoard: boolean
  /** Who there is at the place, by kind of duty holder; the community is always there. */
  readonly holders: ReadonlyMap<string, Holder>
}

export type Filed = {
  readonly holder: Holder
  readonly duty: Duty
  readonly title: string
  readonly sensitive: string | null
  readonly urgent: Danger | null
  readonly closedTo: readonly string[]
  /** A utility that gets a contact slip with the filing; the community keeps the matter. */
  readonly slip: Holder | null
  /** The time to sign where danger in the words hastens it. */
  readonly hasten: Pace | null
}

/** Everybody but the community, whose named worker has it and where another has to verify: what harm to a person is closed to. [M4] */
const HARM_CLOSED_TO = ['captain', 'grid', 'branch', 'owners', 'firm', 'station', 'utility', 'developer', 'street', 'unit', 'board'] as const

function communityOf(filing: Filing): Holder {
  const community = filing.holders.get('community')
  if (!community) throw new Error('a place without a community can hold no matter')
  return community
}

function heldBy(filing: Filing, duty: Duty): { readonly holder: Holder; readonly slip: Holder | null } {
  const found = filing.holders.get(duty.holder)
  if (duty.way === 'slip') return { holder: communityOf(filing), slip: found ?? null }
  return { holder: found ?? communityOf(filing), slip: null }
}

/** [M18] The clocks of a matter that is new or begins anew: to sign, to get in touch where a contact was left, to finish, to reply, all from now on. */
export function firstClocks(
  { category, contactable }: { readonly category: CategoryCode; readonly contactable: boolean }, holder: string, hasten: Pace | null, moment: Moment,
  why = 'filed',
): readonly ClockOp[] {
  const paces = pacesOf(category)
  const stages = [['sign', hasten ?? paces.sign], ...(contactable ? [['contact', paces.contact] as const] : []), ['finish', paces.finish],
    ['reply', paces.reply]] as const
  return stages.map(([stage, pace]) => begin({ stage, pace, by: holder, why }, moment))
}

/**
 * [M3] Where a matter goes when it is filed: straight to whoever has the duty for this category in this kind of compound.
 * [M4] Neighbour, letting, family and crime skip the captain; words of harm go to the named worker at once and are closed to all others (P04, P16).
 * [M20] The title comes from a template, never from the words (P23).
 */
export function decideFiling(filing: Filing): Filed {
  const danger = dangersIn(filing.words)[0] ?? null
  const harm = danger?.namedWorker ?? false
  const category = categoryOf(filing.category)
  // to somebody who may not see it a matter is not given either
  const duty = dutyFor(filing.category, filing.compoundType, (holder) =>
    filing.holders.has(holder) && !category.closedTo.some((a) => a === filing.holders.get(holder)?.audience))
  const worker = filing.holders.get('named_worker')
  const { holder, slip } = harm ? { holder: worker ?? communityOf(filing), slip: null } : heldBy(filing, duty)
  const closed = new Set<string>(harm ? HARM_CLOSED_TO : closedTo(filing.category))
  if (!filing.onBoard || !category.board || harm) closed.add('board')
  return {
    holder, slip, duty, title: titleFrom(filing.category, filing.placeLabel), sensitive: harm ? 'harm' : category.sensitive, urgent: danger,
    closedTo: [...closed].sort(),
    hasten: harm ? DANGER_SIGN.harm : danger ? DANGER_SIGN.danger : null,
  }
}
