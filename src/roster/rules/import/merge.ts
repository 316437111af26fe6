/** What a row says of somebody at a home, met with what the roster knows of that home: nothing is overwritten. Values are opaque keys. [RO4] */
import type { DwellerField, Tie, UntilSaid } from '../fields.ts'

/** A value told: its key is a keyed hash or, for sex and relation, the code itself. */
export type ToldValue = { readonly field: DwellerField; readonly key: string }
/** Somebody told by a row. `until`: first day no longer; `seenOn`: day as of which the file speaks. */
export type ToldPerson = {
  readonly values: readonly ToldValue[]; readonly ties: readonly Tie[]; readonly since?: string | undefined
  readonly until?: string | undefined; readonly whyUntil?: 'moved' | 'died' | undefined; readonly untilSaid?: UntilSaid | undefined; readonly seenOn: string
}
/** A value of a tie that stands in the roster, whatever its state: what was decided once is not asked again. */
export type HeldValue = ToldValue & { readonly state: 'current' | 'past' | 'waiting' }
/** A tie at the home. */
export type HeldTie = {
  readonly id: string; readonly person: string; readonly who: string; readonly ties: readonly Tie[]; readonly since: string | null
  readonly until: string | null; readonly values: readonly HeldValue[]
}

export type NewValue = ToldValue & { readonly state: 'current' | 'waiting' }
/**
 * What follows from a row for one person. `stranger`: nobody of the home: a new person with a tie. `known`: `anchor` is the tie that new values hang
 * on; `tie`: a further tie of the same person that is to be made, with its values; `end`: ties that end on `until`; `since`: the anchor had none.
 */
export type Meeting =
  | { readonly is: 'stranger' }
  | {
    readonly is: 'known'; readonly anchor: HeldTie; readonly values: readonly NewValue[]; readonly since: string | null
    readonly end: readonly { readonly tie: string; readonly until: string }[];
    readonly tie: { readonly ties: readonly Tie[]; readonly values: readonly NewValue[] } | null
  }

const valueOf = (values: readonly ToldValue[], field: DwellerField): string | undefined => values.find((one) => one.field === field)?.key
const currentOf = (held: readonly HeldTie[], field: DwellerField): readonly string[] =>
  held.flatMap(({ values }) => values.filter((one) => one.field === field && one.state === 'current').map(({ key }) => key))
const differs = (told: string | undefined, held: readonly string[]): boolean => told !== undefined && held.length > 0 && !held.includes(told)

/** The ties of the one at this home who is meant: the same name, or the same ID number without a name, and no other ID number. [RO23] */
function known(home: readonly HeldTie[], told: ToldPerson): readonly HeldTie[] {
  const [name, number] = [valueOf(told.values, 'name'), valueOf(told.values, 'id_number')]
  const whos = [...new Set(home.map(({ who }) => who))].sort()
  const groups = whos.map((who) => home.filter((tie) => tie.who === who))
  const fits = groups.filter((held) => {
    const [names, numbers] = [currentOf(held, 'name'), currentOf(held, 'id_number')]
    const sameName = name !== undefined && names.includes(name)
    const sameNumber = number !== undefined && numbers.includes(number) && (name === undefined || names.length === 0)
    return (sameName || sameNumber) && !differs(number, numbers)
  })
  const surest = fits.find((held) => number !== undefined && currentOf(held, 'id_number').includes(number))
  return surest ?? fits[0] ?? []
}

/** Fields of which somebody may have several at the same time. */
const several = (field: DwellerField): boolean => field === 'note'

/**
 * Values that the roster doesn't know: current where nothing stands against, else waiting. A further phone beside a known one is no contradiction.
 */
function fresh(held: readonly HeldTie[], told: readonly ToldValue[]): readonly NewValue[] {
  const all = held.flatMap(({ values }) => values)
  const phones = currentOf(held, 'phone')
  const agrees = told.some(({ field, key }) => field === 'phone' && phones.includes(key))
  return told.filter(({ field, key }) => !all.some((one) => one.field === field && one.key === key)).map((one) => {
    const free = several(one.field) || currentOf(held, one.field).length === 0 || (one.field === 'phone' && agrees)
    return { ...one, state: free ? 'current' as const : 'waiting' as const }
  })
}

const LEFT_BY_MOVING: readonly Tie[] = ['lives', 'rents']

function ended(open: readonly HeldTie[], told: ToldPerson): { readonly end: { tie: string; until: string }[]; readonly kept: readonly Tie[] } {
  if (told.until === undefined) return { end: [], kept: [] }
  const day = told.until
  const hit = open.filter(({ ties }) => told.whyUntil === 'died' || ties.some((tie) => LEFT_BY_MOVING.includes(tie)))
  const kept = told.whyUntil === 'died' ? [] : [...new Set(hit.flatMap(({ ties }) => ties.filter((tie) => !LEFT_BY_MOVING.includes(tie))))]
  return { end: hit.map(({ id, since }) => ({ tie: id, until: since !== null && since > day ? since : day })), kept }
}

/** Of what a row tells, what somebody would carry on a further tie of theirs: all of it, each as the roster takes it. */
function carried(held: readonly HeldTie[], told: ToldPerson): readonly NewValue[] {
  const news = fresh(held, told.values)
  return told.values.map((one) => news.find(({ field, key }) => field === one.field && key === one.key)
    ?? { ...one, state: 'current' as const }).filter((one) => one.state === 'waiting' || news.includes(one)
      || currentOf(held, one.field).includes(one.key))
}

/**
 * Meets a row with what is known of its home. Somebody who left before the day of the file is taken in again; a file that is older than their leaving
 * tells nothing new of it. Met a second time, the same row changes nothing. [RO23] [RO24]
 */
export function meet(home: readonly HeldTie[], told: ToldPerson): Meeting {
  const held = known(home, told)
  const [anchor] = [...held].sort((a, b) => (a.id < b.id ? -1 : 1)).filter(({ values }) => values.length > 0)
  if (anchor === undefined) return { is: 'stranger' }
  const open = held.filter(({ until }) => until === null)
  const since = anchor.since === null && told.since !== undefined && (anchor.until === null || told.since <= anchor.until) ? told.since : null
  const nothing = { is: 'known', anchor, values: [], since: null, end: [], tie: null } as const
  if (told.until !== undefined) {
    const { end, kept } = ended(open, told)
    const further = kept.filter((tie) => !open.some(({ id, ties }) => !end.some((one) => one.tie === id) && ties.includes(tie)))
    return { ...nothing, values: fresh(held, told.values), end, since,
      tie: further.length > 0 ? { ties: further, values: currentValues(anchor) } : null }
  }
  const last = held.map(({ until }) => until ?? '').sort().at(-1) ?? ''
  if (open.length === 0 && told.seenOn < last) return nothing
  const missing = told.ties.filter((tie) => !open.some(({ ties }) => ties.includes(tie)))
  if (missing.length > 0) return { ...nothing, since, tie: { ties: missing, values: carried(held, told) } }
  return { ...nothing, values: fresh(held, told.values), since }
}

const currentValues = (anchor: HeldTie): readonly NewValue[] =>
  anchor.values.filter(({ state }) => state === 'current').map(({ field, key }) => ({ field, key, state: 'current' as const }))
