import { ok, refuse, type Result, type Source } from '../../kit/pure.ts'
import { plans, SITUATIONS, WHISTLE_PACK, type Situation, type WhistlePlan, type WhistleSituation } from './whistle-pack.ts'

/** One item of the public list: what may be whistled, who leads, who supports, how it counts as done, and by which article. */
export type ListItem = WhistlePlan & { readonly source: Source }
/** An item as it stands on a day, with its version, since when, and why it was amended; version 0 is the pack's own. */
export type ListedItem = ListItem & { readonly version: number; readonly validFrom: string; readonly reason: string | null;
  readonly fromNumber: string | null }
/** One amendment as it is kept; a null item takes it off the list. */
export type Amendment = {
  readonly code: string; readonly version: number; readonly validFrom: string; readonly item: ListItem | null; readonly reason: string;
    readonly fromNumber: string
}

const situationOf = (code: Situation): WhistleSituation | undefined => SITUATIONS.find((s) => s.code === code)
const base: readonly ListedItem[] = plans().map((plan) => ({ ...plan, source: situationOf(plan.situation)?.source ?? { law: WHISTLE_PACK.id },
  version: 0, validFrom: WHISTLE_PACK.validFrom, reason: null, fromNumber: null }))

/**
 * [M32] The list as it stands on a civil day: of each item the latest version that holds by then, in the order of the pack and then of the
 * amendments. Nothing is edited: a version stands beside the one before it.
 */
export function listOn(day: string, amendments: readonly Amendment[]): readonly ListedItem[] {
  const holding = amendments.filter((a) => a.validFrom <= day)
  const codes = [...new Set([...base.map((b) => b.code), ...holding.map((a) => a.code)])]
  return codes.flatMap((code) => {
    const latest = holding.filter((a) => a.code === code).reduce<Amendment | null>((found, a) => (found === null || a.version > found.version
      ? a : found), null)
    if (latest === null) return base.filter((b) => b.code === code)
    const { version, validFrom, reason, fromNumber } = latest
    return latest.item === null ? [] : [{ ...latest.item, version, validFrom, reason, fromNumber }]
  })
}

/** Items that are announced and hold from a later day. */
export const comingAfter = (day: string, amendments: readonly Amendment[]): readonly Amendment[] => amendments.filter((a) => a.validFrom > day)

/** How long an item gives its departments, from its situation. */
export const termsOf = (item: Pick<ListItem, 'situation'>) => {
  const { leadReport, supportReport, finish } = situationOf(item.situation) ?? { leadReport: null, supportReport: null, finish: null }
  return { leadReport, supportReport, finish }
}

const no = (code: string, zh: string, en: string) => refuse({ code, rule: 'M32', explain: { zh, en } })
export type Amend = {
  readonly code: string; readonly validFrom: string; readonly item: ListItem | null; readonly reason: string; readonly fromNumber: string
}
/** Who keeps the list: the street. */
export const mayAmend = (audience: readonly string[]): boolean => audience.includes('street')

export const notTheKeeper = { code: 'not_yours', rule: 'M32', explain: { zh: '吹哨清单由街道来改。', en: 'The street amends the whistle list.' } }

/**
 * [M32] Whether an amendment stands: by the street, from today on, with a reason, the matter that taught it, an article, and departments that
 * differ.
 */
export function checkAmendment(given: Amend, audience: readonly string[], known: readonly Amendment[], today: string): Result<Amendment> {
  if (!mayAmend(audience)) return refuse(notTheKeeper)
  if (given.validFrom < today) return no('past_day', '从今天或以后的一天起用。', 'It holds from today or a later day.')
  const before = known.filter((a) => a.code === given.code)
  const exists = before.length > 0 || base.some((b) => b.code === given.code)
  if (given.item === null && !exists) return no('no_such_item', '清单上没有这一项。', 'The list has no such item.')
  if (given.item && given.item.supports.includes(given.item.lead)) {
    return no('twice', '牵头的部门不用再列在配合里。', 'The lead does not support itself.')
  }
  return ok({ ...given, version: Math.max(0, ...before.map((a) => a.version)) + 1 })
}
