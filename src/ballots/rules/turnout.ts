/** Who has taken part so far, in words: both counts against both quorums, never how it stands. */
import type { Said, Source } from '../../kit/pure.ts'
import type { Thresholds } from './items.ts'
import { leastOf, reaches, saidArea, saidCount } from './share.ts'
import type { Measure } from './vote.ts'

/** `need`: the least of each that reaches the quorum; `missing`: what is still needed, nothing where it is reached. */
export type Turnout = {
  readonly totals: Measure
  readonly took: Measure
  readonly need: Measure
  readonly missing: Measure
  readonly reached: { readonly area: boolean; readonly heads: boolean }
  readonly say: Said
  readonly source: Source
  /** Households alone were counted. */
  readonly byHeads?: true
}

const households = ({ heads }: Measure): Said => (heads === 0 ? { zh: '户数够了，表决能算数', en: 'Enough households have taken part' }
  : { zh: `还差${saidCount(heads)}户`, en: `${saidCount(heads)} household${heads === 1 ? '' : 's'} still needed` })

function words(missing: Measure): Said {
  const [area, heads] = [saidArea(missing.area), saidCount(missing.heads)]
  if (missing.area === 0 && missing.heads === 0) {
    return { zh: '人数和面积都够了，表决能算数', en: 'Enough owners and enough area have taken part' }
  }
  if (missing.area === 0) return { zh: `面积够了，还差${heads}人`, en: `The area is enough; ${heads} more owners are needed` }
  if (missing.heads === 0) return { zh: `人数够了，还差${area}平方米`, en: `The owners are enough; ${area} m² more are needed` }
  return { zh: `还差${heads}人、${area}平方米`, en: `${heads} owners and ${area} m² still needed` }
}

/**
 * [B11] How participation stands against both quorums. Nobody in the register or nobody taking part reaches nothing. Throws RangeError for anything
 * but whole numbers. Source: 民法典第二百七十八条第二款.
 */
export function turnoutOf(totals: Measure, took: Measure, { quorum, byHeads }: Pick<Thresholds, 'quorum' | 'byHeads'>): Turnout {
  const need = { area: Math.max(1, leastOf(totals.area, quorum.value)), heads: Math.max(1, leastOf(totals.heads, quorum.value)) }
  const reached = {
    area: took.area > 0 && reaches(took.area, totals.area, quorum.value),
    heads: took.heads > 0 && reaches(took.heads, totals.heads, quorum.value),
  }
  const missing = { area: Math.max(0, need.area - took.area), heads: Math.max(0, need.heads - took.heads) }
  return { totals, took, need, missing, reached, say: byHeads ? households(missing) : words(missing), source: quorum.source, ...(byHeads ? { byHeads } : {}) }
}
