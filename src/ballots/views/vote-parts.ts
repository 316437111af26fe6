/** Parts that several views of a vote share: participation, rules, questions, result. */
import type { Tx } from '../../kit/db.ts'
import type { Said } from '../../kit/pure.ts'
import { placeById } from '../../places/index.ts'
import { turnoutOf } from '../rules/index.ts'
import { type CountedVote, type Shown, type Standing } from '../rules/life/index.ts'
import { saidCount } from '../rules/share.ts'
import type { Measure } from '../rules/vote.ts'
import type { Question } from '../store/paper.ts'
import { areaOfRow, heldByOf, type VoteRow } from '../store/votes.ts'

/** Below so many heads no building is shown, and no vote's participation to the public while it runs (P13). */
export const FEW = 30

export type ParticipationView = {
  readonly heads: number; readonly headsNeeded: number; readonly headsTotal: number; readonly area: number; readonly areaNeeded: number
  readonly areaTotal: number; readonly missingHeads: number; readonly missingArea: number; readonly quorum: boolean; readonly words: Said
}

/** Who took part against both quorums. A budget has none: everybody who takes part is enough. */
export function participationOf(row: VoteRow, took: Measure): ParticipationView {
  const totals = { area: areaOfRow(row.area), heads: row.electors }
  const { thresholds } = heldByOf(row)
  if (thresholds === null) {
    return { heads: took.heads, headsNeeded: 0, headsTotal: totals.heads, area: took.area, areaNeeded: 0, areaTotal: totals.area, missingHeads: 0,
      missingArea: 0, quorum: true, words: { zh: `已有${saidCount(took.heads)}人投票`, en: `${saidCount(took.heads)} have voted` } }
  }
  const { need, missing, reached, say } = turnoutOf(totals, took, thresholds)
  if (thresholds.byHeads) {
    return { heads: took.heads, headsNeeded: need.heads, headsTotal: totals.heads, area: 0, areaNeeded: 0, areaTotal: 0, missingHeads: missing.heads, missingArea: 0, quorum: reached.heads, words: say }
  }
  return { heads: took.heads, headsNeeded: need.heads, headsTotal: totals.heads, area: took.area, areaNeeded: need.area, areaTotal: totals.area,
    missingHeads: missing.heads, missingArea: missing.area, quorum: reached.area && reached.heads, words: say }
}

/**
 * Whether figures of a vote would tell who took part: few may vote, the result is not posted, and the reader is neither on its team nor holds it. P13
 */
export const tellsTooMuch = (row: Pick<VoteRow, 'kind' | 'electors' | 'published_at'>, took: Measure, { roles, keeps, clock }: Standing): boolean =>
  isFew(row, took) && row.published_at === null && roles.length === 0 && !keeps && !clock

/** Whether so few are asked, or of a budget have come so far, that a figure would tell of them. A budget has no list of who is asked. P13 */
export const isFew = (row: Pick<VoteRow, 'kind' | 'electors'>, took: Measure): boolean => (row.kind === 'budget' ? took.heads : row.electors) < FEW

/** Below so many answers no building is shown either (P13). */
const FEW_ANSWERS = 10
type InBuilding = { readonly id: string; readonly heads: number; readonly tookPart: number }

/**
 * Which buildings may be told to whoever is not on the team: those where thirty or more vote and ten or more have, as long as all that are left out are as
 * many together. The whole is public, so that otherwise the difference would tell of the few; then the smallest that was shown is left out as well. P13
 */
export function buildingsTold(all: readonly InBuilding[]): ReadonlySet<string> {
  const enough = ({ heads, tookPart }: Omit<InBuilding, 'id'>): boolean => heads >= FEW && tookPart >= FEW_ANSWERS
  const told = new Map(all.filter(enough).sort((a, b) => b.tookPart - a.tookPart || (a.id < b.id ? -1 : 1)).map((one) => [one.id, one]))
  for (const { id } of [...told.values()].reverse()) {
    const rest = all.filter((one) => !told.has(one.id))
    if (rest.length === 0 || enough({ heads: rest.reduce((n, { heads }) => n + heads, 0), tookPart: rest.reduce((n, { tookPart }) => n + tookPart, 0) })) break
    told.delete(id)
  }
  return new Set(told.keys())
}

/** Whether figures may be exact: the result is posted, or the reader is on the team, holds the vote or is the clock. */
export const seesAll = (row: Pick<VoteRow, 'published_at'>, { roles, keeps, clock }: Standing): boolean =>
  row.published_at !== null || roles.length > 0 || keeps || clock

/**
 * Participation in steps of 500 m², and of ten people in a budget, for whoever is not on the team while a vote runs: to the hundredth, somebody who looks again and again would see the
 * very home that has just voted. P13
 */
export const roughly = ({ area, heads }: Measure, kind?: string): Measure =>
  ({ heads: kind === 'budget' ? heads - (heads % 10) : heads, area: area - (area % 50_000) })

export type PlaceName = { readonly id: string; readonly name: string; readonly kind: string }
/** What a place is called; an empty name where it is gone. */
export async function placeName(tx: Tx, district: string, id: string): Promise<PlaceName> {
  const place = await placeById(tx, district, id)
  return { id, name: place?.kind === 'compound' || place?.kind === 'community' ? place.name : place?.fullName ?? '', kind: place?.kind ?? 'compound' }
}

/** Questions with costs as null where there are none. */
export const questionViews = (questions: readonly Question[]) => questions.map(({ options, ...one }) =>
  ({ ...one, options: options.map(({ id, label, cost }) => ({ id, label, cost: cost ?? null })) }))

/** What was stored of a count. */
export type StoredResult = { readonly shown: Shown; readonly file: Pick<CountedVote, 'rules' | 'line'> } & Pick<CountedVote, 'motion'>
/** The result of a counted vote; null before. Written by count.ts alone. */
export const resultOf = ({ result }: Pick<VoteRow, 'result'>): StoredResult | null => result as StoredResult | null
export const iso = (at: Date | null): string | null => at?.toISOString() ?? null
export const hex = (bytes: Buffer | null): string | null => bytes?.toString('hex') ?? null
