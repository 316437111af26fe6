/** Which rules hold at a place on a day: the nearest region's word on each point, the country's where it is silent. */
import type { CivilDay } from '../../../offices/rules/index.ts'
import { BEIJING } from './beijing.ts'
import { HANGZHOU } from './hangzhou.ts'
import { NATIONAL } from './national.ts'
import { SHANDONG } from './shandong.ts'
import { SHANGHAI } from './shanghai.ts'
import type { BallotPack, PackTerms } from './terms.ts'

export type { BallotPack, PackTerms, TermName, Terms } from './terms.ts'

/** The packs that come with the product. A lawyer of the place reads them before they are used live. */
export const BALLOT_PACKS: readonly BallotPack[] = [NATIONAL, BEIJING, SHANGHAI, HANGZHOU, SHANDONG]

/** The terms that hold, each with its article, and the packs they come from, nearest first. */
export type HeldPack = { readonly packs: readonly { readonly id: string; readonly version: string }[]; readonly terms: PackTerms }

const fits = (pack: BallotPack, region: string, day: CivilDay): boolean =>
  (pack.region === 'CN' || region.startsWith(pack.region)) && pack.validFrom <= day && (pack.validTo === null || day < pack.validTo)
const nearness = ({ region }: BallotPack): number => (region === 'CN' ? 0 : region.length)

/**
 * [B1] The terms that hold for a district code on a civil day: of each region's versions the newest, then the nearest region's word on each point.
 * Null where no national pack holds yet, as before 2021.
 */
export function ballotPackFor(region: string, day: CivilDay, packs: readonly BallotPack[] = BALLOT_PACKS): HeldPack | null {
  const held = packs.filter((pack) => fits(pack, region, day))
    .sort((one, other) => nearness(one) - nearness(other) || (one.validFrom < other.validFrom ? -1 : 1))
    .filter((pack, i, all) => all[i + 1]?.region !== pack.region)
  if (!held.some((pack) => pack.region === 'CN')) return null
  return {
    packs: [...held].reverse().map(({ id, version }) => ({ id, version })),
    terms: held.reduce<PackTerms>((terms, pack) => ({ ...terms, ...pack.values }), {}),
  }
}
