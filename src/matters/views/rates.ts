import type { Tx } from '../../kit/db.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse, type Said } from '../../kit/pure.ts'
import { namesOf } from '../../offices/index.ts'
import type { Actor } from '../../trust/index.ts'
import { CATEGORIES, categoryOf } from '../rules/categories.ts'
import {
  added, cutsOf, dayAt, groundOf, monthAfter, NOBODY, NOTHING, periodOf, periodOfMonth, ratePackFor, rateReachOf, ratesOfCounts, sumOf, type Counts,
  type RateCut, type RatePack,
} from '../rules/rates/index.ts'
import { waitingExclusions } from './rate-exclusions.ts'
import { compoundsOf, rateScopeOf, type RateScope } from './rate-scope.ts'
import { firstMonthOf, partiesAround, sumsOf } from './rate-sums.ts'

export type RatesQuery = { readonly place?: string | undefined; readonly by?: RateCut | undefined; readonly period?: string | undefined }

type Head = { readonly key: string; readonly name: Said; readonly kind: string; readonly badge: string | null; readonly parent: string | null }
const said = (name: string): Said => ({ zh: name, en: name })
const ELSEWHERE: Said = { zh: '小区以外', en: 'Outside compounds' }
const UNKNOWN: Said = { zh: '较早的记录，没记谁办的', en: 'Earlier acts, which do not say whose work it was' }
/** The order of the board: who answers first, then who is bound to the compound, then who comes when called. */
const BOARD_ORDER = ['community', 'firm', 'owners', 'branch', 'developer', 'station', 'utility', 'unit', 'team', 'street']

async function partyHeads(tx: Tx, district: string, scope: RateScope, found: readonly string[]): Promise<Head[]> {
  const compounds = scope.org === null ? (await compoundsOf(tx, district, scope.communities)).map(({ id }) => id) : []
  const around = scope.org === null ? await partiesAround(tx, district, scope, compounds) : []
  const names = await namesOf(tx, district, { orgs: [...found, ...around.map(({ id }) => id), scope.org] })
  const ids = [...new Set([...around.map(({ id }) => id), ...found, ...(scope.org ? [scope.org] : [])])].filter((id) => id !== NOBODY)
  const heads = ids.map((id): Head => {
    const org = names.org(id)
    return { key: id, name: said(org?.name ?? ''), kind: org?.kind ?? '', badge: org?.badge ?? null, parent: null }
  }).sort((one, other) => BOARD_ORDER.indexOf(one.kind) - BOARD_ORDER.indexOf(other.kind)) // stable: else in the order of their places
  return found.includes(NOBODY) ? [...heads, { key: NOBODY, name: UNKNOWN, kind: '', badge: null, parent: null }] : heads
}

/** What the rows stand for, in the order of the board, those without a visit among them; never sorted by value. */
async function headsOf(tx: Tx, district: string, scope: RateScope, by: RateCut, found: readonly string[]): Promise<Head[]> {
  if (by === 'party') return partyHeads(tx, district, scope, found)
  if (by === 'community') {
    return scope.communities.map(({ id, name, path }) => ({ key: path, name: said(name), kind: 'community', badge: null, parent: id }))
  }
  if (by === 'category') {
    const groups = new Map(CATEGORIES.map(({ group, groupZh, groupEn }) => [group, { zh: groupZh, en: groupEn }]))
    return [...groups].map(([key, name]) => ({ key, name, kind: 'category', badge: null, parent: null }))
  }
  const compounds = await compoundsOf(tx, district, scope.communities)
  const shown = scope.compound ? compounds.filter(({ path }) => path === scope.compound?.path)
    : scope.org === null ? compounds : compounds.filter(({ path }) => found.includes(path))
  const heads = shown.map(({ id, name, path }): Head => ({ key: path, name: said(name), kind: 'compound', badge: null, parent: id }))
  return found.includes('') ? [...heads, { key: '', name: ELSEWHERE, kind: 'compound', badge: null, parent: null }] : heads
}

const keyOf = (by: RateCut, key: string): string => (by === 'category' ? categoryOf(key).group : key)

async function monthsOf(tx: Tx, district: string, scope: RateScope, current: string): Promise<string[]> {
  const first = await firstMonthOf(tx, district, scope)
  const months = [current, monthAfter(current, -1)]
  for (let month = monthAfter(current, -2); first !== null && month >= first && months.length < 60; month = monthAfter(month, -1)) months.push(month)
  return months
}

const packView = (pack: RatePack) => ({
  id: pack.id, version: pack.version, name: pack.name, source: [...pack.source], basicallyPermille: pack.values.basicallyPermille,
  weights: pack.values.weights,
  monthStartsOn: pack.values.monthStartsOn, monthOf: pack.values.monthOf, minBase: pack.values.minBase, tries: pack.values.tries,
  grounds: pack.values.exclusionGrounds.map(({ code, say, needs }) => ({ code, say, needs })),
})

/**
 * Of the present month and the one before, that which is shown unless one was asked for: the present one as soon as it has as many visits as a figure
 * needs. Reads both from the rollup.
 */
async function monthShown(tx: Tx, scope: RateScope, by: RateCut, current: string, pack: RatePack) {
  const sums = await sumsOf(tx, scope, current, by)
  const visits = sums.reduce((sum, [, , counts]) => sum + counts.visits, 0)
  if (visits >= pack.values.minBase) return { month: current, sums }
  const before = monthAfter(current, -1)
  const earlier = await sumsOf(tx, scope, before, by)
  return earlier.some(([, , counts]) => counts.visits > 0) || visits === 0 ? { month: before, sums: earlier } : { month: current, sums }
}

/**
 * The three rates of a month by community, compound, party or category, from the rollup alone [R5] [R7]. Refused for posts that have none; not found
 * when the place lies outside of the reader's reach. `at` is the product's time.
 */
export async function ratesView(tx: Tx, actor: Actor, query: RatesQuery, at: number) {
  const reach = rateReachOf(actor.audience)
  if (!reach.ok) return reach
  const [scope, pack] = [await rateScopeOf(tx, actor, reach.value, query.place), ratePackFor(actor.district, dayAt(at))]
  if (!scope || !pack) return refuse(common.notFound)
  const cuts = cutsOf(reach.value).filter((cut) => cut !== 'community' || scope.place.kind === 'street' || scope.place.kind === 'all')
    .filter((cut) => cut !== 'compound' || scope.compound === null)
  const by = query.by !== undefined && cuts.includes(query.by) ? query.by : cuts[0] ?? 'party'
  const current = periodOf(at, pack).month
  const { month, sums } = query.period !== undefined ? { month: query.period, sums: await sumsOf(tx, scope, query.period, by) }
    : await monthShown(tx, scope, by, current, pack)
  return ok(await drawn(tx, actor, { scope, pack, by, month, current, cuts, sums }, at))
}

type Drawing = {
  readonly scope: RateScope; readonly pack: RatePack; readonly by: RateCut; readonly month: string; readonly current: string
  readonly cuts: readonly RateCut[]; readonly sums: Awaited<ReturnType<typeof sumsOf>>
}

const placeView = ({ id, name, kind }: RateScope['place']) => ({ id, name, kind })

function leftOutBy(sums: Drawing['sums'], pack: RatePack) {
  const grounds = Map.groupBy(sums.filter(([, ground]) => ground !== ''), ([, ground]) => ground)
  return [...grounds].map(([code, rows]) => ({
    ground: code, say: groundOf(pack, code)?.say ?? said(code), count: rows.reduce((sum, [, , { leftOut }]) => sum + leftOut, 0),
  })).filter(({ count }) => count > 0).sort((one, other) => (one.ground < other.ground ? -1 : 1))
}

async function drawn(tx: Tx, actor: Actor, { scope, pack, by, month, current, cuts, sums }: Drawing, at: number) {
  const counts = new Map<string, Counts>()
  for (const [key, , sum] of sums) counts.set(keyOf(by, key), added(counts.get(keyOf(by, key)) ?? NOTHING, sum))
  const heads = await headsOf(tx, actor.district, scope, by, [...counts.keys()])
  const row = (sum: Counts) => ({ counts: sum, rates: ratesOfCounts(sum, pack) })
  const { first, last } = periodOfMonth(month, pack)
  return {
    reach: scope.reach, home: placeView(scope.home), place: placeView(scope.place),
    communities: scope.communities.map(({ id, name }) => ({ id, name })),
    compounds: (scope.reach === 'party' ? [] : await compoundsOf(tx, actor.district, scope.communities)).map(({ id, name, community }) =>
      ({ id, name, community })),
    period: { month, first, last, open: month === current }, months: await monthsOf(tx, actor.district, scope, current), by, cuts: [...cuts],
    pack: packView(pack), total: row(sumOf([...counts.values()])),
    rows: heads.map((head) => ({ ...head, ...row(counts.get(head.key) ?? NOTHING) })),
    leftOut: leftOutBy(sums, pack), waiting: await waitingExclusions(tx, actor, scope), asOf: new Date(at).toISOString(),
  }
}
