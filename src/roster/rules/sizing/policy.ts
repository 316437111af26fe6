import { refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import { isWithin } from '../../../places/rules/index.ts'
import type { Part } from './split.ts'
import type { Norm } from './norms.ts'

/** Who asks: the kind of their post and the paths that it reaches. */
export type SizingAsker = { readonly postKind: string | null; readonly scopes: readonly string[] }

const reaches = (asker: SizingAsker, path: string): boolean => asker.scopes.some((scope) => isWithin(path, scope))

/** The street's director divides grids of the street, and takes it back. [RO72] */
export const mayDivide = (asker: SizingAsker, path: string): boolean => asker.postKind === 'street_director' && reaches(asker, path)

/** The street's director and heads of office enter its norms. [RO70] */
export const mayEnterNorm = (asker: SizingAsker, path: string): boolean =>
  ['street_director', 'street_office_head'].includes(asker.postKind ?? '') && reaches(asker, path)

/** What somebody without that post is told. */
export const notTheirs: Refusal = { code: 'wrong_post', rule: 'RO72',
  explain: { zh: '划分网格由街道办事处主任定。', en: "The street's director decides how grids are divided." } }

/** Says whether parts answer to the norm that the grid is above: no part above it, unless it is a single building. [RO72] */
export function checkAgainstNorm(parts: readonly Part[], norm: Norm | null): Result<null> {
  const homes = parts.reduce((all, part) => all + part.homes, 0)
  if (norm === null) {
    return refuse({ code: 'no_norm', rule: 'RO70',
      explain: { zh: '街道还没有登记网格的规模标准，先登记，再按它划分。', en: 'The street has entered no norm for grids yet.' } })
  }
  const source = { law: norm.source }
  if (homes <= norm.most) {
    return refuse({ code: 'not_over', rule: 'RO72', source,
      explain: { zh: `这个网格${homes}户，没有超过${norm.most}户，不用划分。`, en: `This grid has ${homes} homes, not more than ${norm.most}.` } })
  }
  const over = parts.find((part) => part.homes > norm.most && part.blocks.length > 1)
  if (over === undefined) return { ok: true, value: null }
  return refuse({ code: 'still_over', rule: 'RO72', source,
    explain: { zh: `有一部分还有${over.homes}户，超过${norm.most}户。`, en: `One part still has ${over.homes} homes, more than ${norm.most}.` } })
}
