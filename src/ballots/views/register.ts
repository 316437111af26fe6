/** The voting register as its keeper reads it: totals, building by building, one head's file. Names are masked. */
import { shanghaiDay } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { namesOf } from '../../offices/index.ts'
import { placeById, placesWithin } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { countRegister, stopOf, type Counted, type KeptTitle, type Stop } from '../rules/register/stops.ts'
import { ballotPackFor } from '../rules/packs/index.ts'
import { leastOf } from '../rules/share.ts'
import { TITLE_KINDS, type CompoundRule, type Measure, type TitleKind } from '../rules/vote.ts'
import { compoundRuleOn } from '../store/compound-rules.ts'
import { headsOfCompound, keptBy, ownersOfHeads, proxiesOfHeads, titlesOfCompound, type HeadRow, type OwnerRow, type ProxyRow, type TitleRow,
} from '../store/register-rows.ts'

/** The whole register in memory: what its pages are drawn from. A compound of 900 homes takes about 10 ms. */
export type WholeRegister = {
  readonly rule: CompoundRule; readonly titles: readonly TitleRow[]; readonly heads: ReadonlyMap<string, HeadRow>
  readonly owners: ReadonlyMap<string, readonly OwnerRow[]>; readonly proxies: ReadonlyMap<string, readonly ProxyRow[]>
}

/** Reads the whole register of a compound within the keeper's reach. Owners that are owners no more are left out. */
export async function wholeRegister(tx: Tx, district: string, compound: string, at: Date): Promise<WholeRegister> {
  const [titles, heads] = await Promise.all([titlesOfCompound(tx, district, compound), headsOfCompound(tx, district, compound)])
  const ids = heads.map(({ id }) => id)
  const [owners, proxies] = await Promise.all([ownersOfHeads(tx, district, ids), proxiesOfHeads(tx, district, ids)])
  const today = shanghaiDay(at)
  return {
    rule: await compoundRuleOn(tx, district, compound, today), titles: inOrder(titles), heads: new Map(heads.map((head) => [head.id, head])),
    owners: Map.groupBy(owners.filter(({ until }) => until === null), ({ head }) => head),
    proxies: Map.groupBy(proxies.filter((one) => !one.revoked && one.valid_from <= today && today <= one.valid_to), ({ head }) => head),
  }
}

const numbers = (label: string): string => label.replace(/\d+/g, (digits) => digits.padStart(5, '0'))
const inOrder = (titles: readonly TitleRow[]): TitleRow[] =>
  titles.map((title) => [numbers(title.label), title] as const).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, title]) => title)

/** A title as the rules read it. */
export const keptTitle = ({ id, head, kind, area, building, unit }: TitleRow, heads: ReadonlyMap<string, HeadRow>): KeptTitle =>
  ({ id, head, kind, area, building, unit, developer: heads.get(head)?.kind === 'developer' })

/** What keeps a head of the register from voting, or null. */
export const stopIn = ({ owners }: WholeRegister, head: HeadRow): Stop | null => {
  const mine = owners.get(head.id) ?? []
  return stopOf({ blocked: head.blocked, owners: mine.length, chosen: mine.filter(({ chosen }) => chosen).length })
}

/** A part of the register: a building, or the shops, garages and the like that stand in none. */
export type RegisterGroup = Counted & { readonly key: string; readonly name: string | null; readonly kind: TitleKind; readonly listed: number
  readonly counts: boolean }
export type RegisterHead = {
  readonly compound: { readonly id: string; readonly name: string }; readonly keeper: { readonly id: string; readonly name: string };
    readonly since: string
  readonly totals: Counted; readonly quorum: Measure | null
  readonly kinds: readonly (Counted & { readonly kind: TitleKind; readonly listed: number; readonly listedArea: number })[]
  readonly groups: readonly RegisterGroup[]; readonly stops: Readonly<Record<Stop, number>>; readonly several: number; readonly joint: number;
    readonly proxies: number
  readonly rule: { readonly written: boolean; readonly adoptedOn: string | null }
}

/** How a kind counts by the compound's rule. */
export const countsFor = (rule: CompoundRule, kind: TitleKind) => rule.counts[kind]

/** The key of the part of the register that a title stands in: its building's id, or its kind. */
export const groupOf = ({ building, kind }: Pick<TitleRow, 'building' | 'kind'>): string => building ?? kind

function groupsOf(whole: WholeRegister, names: ReadonlyMap<string, string>): RegisterGroup[] {
  const { titles, heads, rule } = whole
  return [...Map.groupBy(titles, groupOf)].map(([key, all]) => ({
    key, name: names.get(key) ?? null, kind: all[0]?.kind ?? 'home', listed: all.length,
    ...countRegister(all.map((one) => keptTitle(one, heads)), rule.counts), counts: all.some(({ kind }) => countsFor(rule, kind) !== 'nothing'),
  }))
}

/** The head of the register for its keeper; null for everybody else, also where there is none. [B80] [B81] */
export async function readRegister(tx: Tx, actor: Actor, compound: string, at: Date): Promise<RegisterHead | null> {
  const kept = await keptBy(tx, actor, compound)
  const place = kept && await placeById(tx, actor.district, compound)
  if (!kept || !place) return null
  const whole = await wholeRegister(tx, actor.district, compound, at)
  const buildings = await placesWithin(tx, actor.district, place, 'building')
  const names = new Map(buildings.map(({ id, name }) => [id, name]))
  const { titles, heads, rule, owners, proxies } = whole
  const plain = titles.map((one) => keptTitle(one, heads))
  const perHead = Map.groupBy(titles.filter(({ kind }) => countsFor(rule, kind) !== 'nothing'), ({ head }) => head)
  const stops = { death: 0, court_order: 0, nobody: 0, not_chosen: 0 }
  for (const id of perHead.keys()) {
    const head = heads.get(id)
    const stop = head && stopIn(whole, head)
    if (stop) stops[stop]++
  }
  const totals = countRegister(plain, rule.counts)
  const share = ballotPackFor(actor.district, shanghaiDay(at))?.terms.quorum?.value
  const org = (await namesOf(tx, actor.district, { orgs: [kept.keeper] })).org(kept.keeper)
  return {
    compound: { id: place.id, name: place.fullName }, keeper: { id: kept.keeper, name: org?.name ?? '' }, since: kept.since,
    totals, groups: groupsOf(whole, names), stops,
    quorum: share ? { area: leastOf(totals.area, share), heads: leastOf(totals.heads, share) } : null,
    kinds: TITLE_KINDS.flatMap((kind) => {
      const all = titles.filter((one) => one.kind === kind)
      return all.length === 0 ? [] : [{ kind, listed: all.length, listedArea: all.reduce((sum, { area }) => sum + area, 0),
        ...countRegister(all.map((one) => keptTitle(one, heads)), rule.counts) }]
    }),
    several: [...perHead.values()].filter((all) => all.length > 1).length, joint: [...perHead.keys()].filter((id) =>
      (owners.get(id)?.length ?? 0) > 1).length,
    proxies: [...perHead.keys()].filter((id) => proxies.has(id)).length,
    rule: { written: rule.adopted !== null, adoptedOn: rule.adopted?.day ?? null },
  }
}
