import { refuse, type Result, ok } from '../../../kit/pure.ts'

export const RATE_CUTS = ['community', 'compound', 'party', 'category'] as const
/** What the rows of a table of rates stand for. */
export type RateCut = (typeof RATE_CUTS)[number]

/** How far a post reads the rates: a street all its communities, a community itself, a party what is its own. */
export type RateReach = 'street' | 'community' | 'party'

const PARTIES: readonly string[] = ['station', 'utility', 'firm', 'owners', 'branch', 'developer', 'unit']

/** [R7] How far somebody of these audiences reads. Captains and grid workers have no rates: nobody's work is counted as a person's. */
export function rateReachOf(audience: readonly string[]): Result<RateReach> {
  if (audience.includes('street')) return ok('street')
  if (audience.includes('community')) return ok('community')
  if (audience.some(one => PARTIES.includes(one))) return ok('party')
  return refuse({
    code: 'wrong_post', rule: 'R7',
    explain: { zh: '三率算的是地方和单位，不算个人，这里没有您的数。', en: 'Rates are of places and organisations, never of persons: there is none of yours.' },
  })
}

/** The cuts that a reader is offered, the first being the one shown at first. */
export const cutsOf = (reach: RateReach): readonly RateCut[] =>
  reach === 'street' ? ['community', 'party', 'compound', 'category'] : reach === 'community' ? ['party', 'compound', 'category']
    : ['community', 'compound', 'category']
