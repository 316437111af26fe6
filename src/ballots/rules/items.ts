/** The nine matters of the assembly, which majority each needs, and who may decide them. */
import { ok, refuse, type Result, type Said } from '../../kit/pure.ts'
import { CIVIL_CODE } from './packs/article.ts'
import type { PackTerms, Term } from './packs/terms.ts'
import type { Share } from './share.ts'
import { ITEMS, type Decided, type Item, type Matter } from './vote.ts'

export const ITEM_WORDS: Readonly<Record<Item, Said>> = {
  rules: { zh: '制定和修改业主大会议事规则', en: 'Rules of procedure of the assembly' },
  covenant: { zh: '制定和修改管理规约', en: 'The covenant' },
  committee: { zh: '选举业主委员会或者更换业主委员会成员', en: 'Electing the owners’ committee or changing its members' },
  property: { zh: '选聘和解聘物业服务企业或者其他管理人', en: 'Hiring and dismissing the property company' },
  fund_use: { zh: '使用建筑物及其附属设施的维修资金', en: 'Using the maintenance fund' },
  fund_raise: { zh: '筹集建筑物及其附属设施的维修资金', en: 'Raising the maintenance fund' },
  rebuild: { zh: '改建、重建建筑物及其附属设施', en: 'Rebuilding or altering a building' },
  common_use: { zh: '改变共有部分的用途或者利用共有部分从事经营活动', en: 'Changing the use of common parts, or doing business on them' },
  other: { zh: '有关共有和共同管理权利的其他重大事项', en: 'Other important matters of what is owned in common' },
}

/** How a decision is called in a sentence: by its number in the article, or as the households' covenant. */
export const decidedWords = (item: Decided): Said => (item === 'residents_covenant' ? { zh: '“居民公约”', en: 'The residents’ covenant' }
  : { zh: `第（${itemNumber(item)}）项“${ITEM_WORDS[item].zh}”`, en: `(${itemNumber(item)}) ${ITEM_WORDS[item].en}` })

/** The number of a matter in article 278, 1 to 9. */
export const itemNumber = (item: Item): number => ITEMS.indexOf(item) + 1

/** Raising the fund, rebuilding, and changing the use of common parts need the larger majority. [B3] Source: 民法典第二百七十八条第二款. */
export const isSpecial = (item: Item): boolean => item === 'fund_raise' || item === 'rebuild' || item === 'common_use'

/** True for a matter of article 278. */
export const isItem = (word: string): word is Item => ITEMS.some((item) => item === word)

/** The shares that a matter is counted by: taking part, of all; agreeing, of those who took part. Each with its article. */
export type Thresholds = { readonly quorum: Term<Share>; readonly majority: Term<Share>; /** Every head weighs the same: words speak of households, never of area. */ readonly byHeads?: true }

/** [B3] The shares for a matter by the terms of a place and day; a refusal when no law there says them. */
export function thresholdsFor(item: Item, terms: PackTerms): Result<Thresholds> {
  const { quorum } = terms
  const majority = isSpecial(item) ? terms.special : terms.ordinary
  if (quorum && majority) return ok({ quorum, majority })
  return refuse({ code: 'no_rule_of_count', rule: 'B3',
    explain: { zh: '这一天、这个地方没有可依据的计票规定。', en: 'There is no rule of counting for this place and day.' } })
}

/**
 * [B4] Who may decide a matter: the nine are the owners' own and cannot be given to the committee, whatever a delegation says. A matter of the
 * committee may be brought before the owners, as their 'other' matter.
 */
export function mayDecide(body: 'assembly' | 'committee', matter: Matter, terms: PackTerms): Result<true> {
  if (matter === 'residents_covenant') {
    return refuse({ code: 'not_for_owners', rule: 'B110', explain: { zh: '居民公约由居民会议里的户代表表决，一户一票，不是业主表决。', en: 'Households decide on a residents’ covenant, one vote each: it is no vote of owners.' } })
  }
  if (body === 'committee' && matter !== 'committee_matter') {
    return refuse({ code: 'not_for_committee', rule: 'B4', source: terms.mayDelegate?.source ?? CIVIL_CODE(278),
      explain: {
        zh: `“${ITEM_WORDS[matter].zh}”要由业主共同决定，业主大会也不能授权业委会决定。请改为发起业主大会表决。`,
        en: `“${ITEM_WORDS[matter].en}” is for all owners to decide; the assembly cannot hand it to the committee. Start a vote of the owners instead.`,
      } })
  }
  if (body === 'assembly' && matter === 'committee_matter') {
    return refuse({ code: 'name_the_item', rule: 'B4', source: CIVIL_CODE(278),
      explain: { zh: '业主大会表决，请写明是民法典第二百七十八条的哪一项；不属于前八项的，选“其他重大事项”。',
        en: 'For a vote of the owners name the item of article 278; what is none of the first eight is “other”.' } })
  }
  return ok(true as const)
}
