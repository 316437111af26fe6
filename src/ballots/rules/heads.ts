/** How units become heads: who counts as one person, with which area. Areas are whole numbers of 0.01 m². */
import { refuse, ok, type Result } from '../../kit/pure.ts'
import type { CivilDay } from '../../offices/rules/index.ts'
import { INTERPRETATION } from './packs/article.ts'
import type { CompoundRule, Elector, Measure, TitleKind, Vote } from './vote.ts'

export const TITLE_STATES = ['sold', 'unsold', 'undelivered'] as const
/** `undelivered`: sold, but not handed over yet. */
export type TitleState = (typeof TITLE_STATES)[number]

/** Where an area is written, best first. Source: interpretation on building ownership, art. 8. */
export const AREA_SOURCES = ['register', 'survey', 'contract'] as const
export type AreaSource = (typeof AREA_SOURCES)[number]

/** [B5] Which of several areas of a unit counts: the land register's, else the surveyor's, else that of the contract of sale. Null without any. */
export function areaOf(areas: { readonly [S in AreaSource]?: number | null }): { readonly area: number; readonly source: AreaSource } | null {
  for (const source of AREA_SOURCES) {
    const area = areas[source]
    if (typeof area === 'number') return { area, source }
  }
  return null
}

/**
 * One exclusive unit. `owners`: ids of whoever owns it, in any order; several own it together. `place`: the paths it lies in, as building and
 * staircase, so that a vote can be of one of them; `since`: when the owners became so, where that is known.
 */
export type Title = {
  readonly id: string
  readonly kind: TitleKind
  readonly area: number
  readonly state: TitleState
  readonly owners: readonly string[]
  readonly building: string | null
  readonly unit: string | null
  readonly since?: CivilDay
}

/** One head: whoever owns together. `owners` empty: the developer, for everything unsold and undelivered. */
export type Head = Elector & { readonly owners: readonly string[]; readonly of: readonly Title[] }

/** The id of the developer's head. */
export const DEVELOPER = 'developer'

/** Orders text by code unit, the same on every machine. */
const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** The id of the head of a unit: the developer, or its owners in one order, whatever order they were written in. */
export function headIdOf({ state, owners }: Pick<Title, 'state' | 'owners'>): string {
  return state === 'sold' && owners.length > 0 ? [...new Set(owners)].sort(order).join('+') : DEVELOPER
}

/** [B7] The units of an electorate: the whole compound, a building or a staircase. */
export function electorateOf(titles: readonly Title[], scope: Vote['scope']): readonly Title[] {
  if (scope.kind === 'compound') return titles
  return titles.filter((title) => (scope.kind === 'building' ? title.building : title.unit) === scope.place)
}

function headOf(id: string, of: readonly Title[], counts: CompoundRule['counts']): Head {
  const counting = of.filter(({ kind }) => counts[kind] !== 'nothing')
  const heads = of.some(({ kind }) => counts[kind] === 'area_and_head') ? 1 : 0
  return {
    id, area: counting.reduce((sum, { area }) => sum + area, 0), heads, titles: of.length,
    // a parking place that counts for nothing does not take somebody out of the building of their home
    building: [...counting, ...of].find(({ building }) => building !== null)?.building ?? null,
    // an area without a head would weigh on one side of the count alone
    counts: heads === 1, owners: id === DEVELOPER ? [] : id.split('+'), of,
  }
}

/**
 * [B6] The heads of some units, in the order of their ids: each set of joint owners is one, a buyer of several units is one, a company is one, the
 * developer with everything unsold and undelivered is one. Shops, garages and storerooms count as the compound's rule says; whoever has only what
 * makes no head stays listed and is in no total. Throws RangeError for an area that is no whole number above nothing.
 * Source: interpretation on building ownership, arts 8 and 9.
 */
export function headsOf(titles: readonly Title[], counts: CompoundRule['counts']): readonly Head[] {
  const byHead = new Map<string, Title[]>()
  for (const title of titles) {
    if (!Number.isSafeInteger(title.area) || title.area <= 0) throw new RangeError(`the area of ${title.id} is ${String(title.area)}`)
    const id = headIdOf(title)
    const of = byHead.get(id)
    if (of) of.push(title)
    else byHead.set(id, [title])
  }
  return [...byHead].sort(([one], [other]) => order(one, other))
    .map(([id, of]) => headOf(id, [...of].sort((one, other) => order(one.id, other.id)), counts))
}

/** The whole of an electorate: what quorums are shares of. */
export function totalsOf(electors: readonly Pick<Elector, 'area' | 'heads' | 'counts'>[]): Measure {
  const counting = electors.filter(({ counts }) => counts)
  return { area: counting.reduce((sum, { area }) => sum + area, 0), heads: counting.reduce((sum, { heads }) => sum + heads, 0) }
}

/** [B6] Whether a register may be frozen: somebody counts in it, and every home that is sold has an owner. Names the first units that lack one. */
export function mayFreeze(titles: readonly Title[], counts: CompoundRule['counts']): Result<true> {
  const lost = titles.filter(({ state, owners }) => state === 'sold' && owners.length === 0)
  if (lost.length > 0) {
    const some = lost.slice(0, 3).map(({ id }) => id).join('、')
    return refuse({ code: 'owner_unknown', rule: 'B6', source: INTERPRETATION(9),
      explain: { zh: `还不能冻结名册：${lost.length}处已售的房屋没有登记业主（${some}${lost.length > 3 ? '等' : ''}）。`,
        en: `The register cannot be frozen yet: ${lost.length} sold units have no owner (${some}${lost.length > 3 ? ' and others' : ''}).` } })
  }
  if (totalsOf(headsOf(titles, counts)).heads === 0) {
    return refuse({ code: 'nobody_votes', rule: 'B6', explain: { zh: '名册里还没有能计票的房屋。', en: 'There is nobody in the register who counts.' } })
  }
  return ok(true as const)
}
