/** 底数清: which homes are known and which were confirmed lately enough. [RO40] [RO41] */
import { civilDay, daysOf, type Source } from '../../kit/pure.ts'
import { compoundDefaults } from '../../offices/rules/index.ts'
import type { CompoundType } from '../../places/rules/index.ts'
import type { DwellingState } from './fields.ts'

/** For how many days a confirmation holds, by type of compound; `other`: outside of any compound. Dated: an old answer can be explained. */
export type RhythmPack = {
  readonly id: string; readonly region: string; readonly validFrom: string; readonly validTo: string | null; readonly version: number
  readonly source: Source; readonly days: Readonly<Record<CompoundType | 'other', number>>
}

/** What follows from the type of a compound stands in one place, with the offices. */
const days = (type: CompoundType | null): number => compoundDefaults(type).reconfirmDays

/**
 * The packs, newest first. No law says how often a home is to be looked at: what stands here is where the product begins, and a street's own table
 * takes its place. Where people come and go (rented, handed over lately, no firm at the gate) the rhythm is shorter.
 */
export const rhythmPacks: readonly RhythmPack[] = [
  {
    id: 'rhythm', region: 'CN', validFrom: '2026-01-01', validTo: null, version: 1, source: { law: '产品的起始值，由街道改定' },
    days: { commodity: days('commodity'), work_unit: days('work_unit'), public_rental: days('public_rental'), new: days('new'),
      old_courtyard: days('old_courtyard'),
      other: days(null) },
  },
]

/** The pack in force on a day ('YYYY-MM-DD'). Throws when there is none: days before the first pack are not asked about. */
export function rhythmOn(day: string, packs: readonly RhythmPack[] = rhythmPacks): RhythmPack {
  const found = packs.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo))
  if (found === undefined) throw new Error(`no rhythm on ${day}`)
  return found
}

/** The first day on which a confirmation still holds today, by type of compound. */
export function cutoffs(today: string, pack: RhythmPack = rhythmOn(today)): Readonly<Record<CompoundType | 'other', string>> {
  const back = (days: number): string => civilDay(daysOf(today) - days)
  const { commodity, work_unit, public_rental, other, old_courtyard, new: fresh } = pack.days
  return { commodity: back(commodity), work_unit: back(work_unit), public_rental: back(public_rental), new: back(fresh),
    old_courtyard: back(old_courtyard), other: back(other) }
}

/** What is looked at of a home. `living`: how many people are known to live there, children included. */
export type KnownHome = { readonly state: DwellingState; readonly living: number }

/** Whether we know how a home is used and, where people live, who at least one of them is. [RO40] */
export const isKnown = ({ state, living }: KnownHome): boolean => (state === 'lived_in' || state === 'let' ? living > 0 : state !== 'unknown')

/** Whether the last confirmation still holds; a home that is not known is never confirmed. [RO41] */
export const isConfirmed = (home: KnownHome & { readonly confirmedOn: string | null }, cutoff: string): boolean =>
  isKnown(home) && home.confirmedOn !== null && home.confirmedOn >= cutoff

/** The lists to work through; `all`, `known` and `confirmed` stand behind the numbers of coverage. [RO42] */
export const listKinds = ['unknown', 'stale', 'doubtful', 'conflict', 'vacant', 'known', 'confirmed', 'all'] as const
export type ListKind = (typeof listKinds)[number]
/** Those of them in which there is something to do. */
export const workKinds: readonly ListKind[] = ['unknown', 'stale', 'doubtful', 'conflict', 'vacant']

/** What is counted of some homes. confirmed ≤ known ≤ homes. */
export type Coverage = {
  readonly homes: number; readonly known: number; readonly confirmed: number; readonly unknown: number; readonly stale: number
  readonly doubtful: number; readonly conflict: number; readonly vacant: number; readonly living: number
}
