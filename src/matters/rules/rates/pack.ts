import type { Said, Source } from '../../../kit/pure.ts'

/** Why a judgment may be left out of the rates: from a closed list, never a word about the person who judged. */
export type ExclusionGround = { readonly code: string; readonly say: Said; readonly needs: Said }

/** What the three rates are counted by in one region during one time. Shares and weights are thousandths. */
export type RatePack = {
  readonly id: 'rates'
  /** 'CN', or the first digits of the district codes it holds for. */
  readonly region: string
  readonly version: string
  readonly validFrom: string
  /** First day on which it no longer holds; null while it does. */
  readonly validTo: string | null
  readonly name: Said
  readonly source: readonly Source[]
  readonly values: {
    /** What 'satisfied on the whole' counts for. */
    readonly basicallyPermille: number
    /** Parts of the composite; they add up to 1000. */
    readonly weights: { readonly reached: number; readonly solved: number; readonly satisfied: number }
    /** Day of the month on which the assessment month begins, 1 to 28: from the second on it is named after the month in which it ends. */
    readonly monthStartsOn: number
    /** A matter belongs to the month in which it was filed, or to that in which it was judged. */
    readonly monthOf: 'filed' | 'judged'
    /** Below this many visits there is no figure. */
    readonly minBase: number
    /** After so many failed tries the reporter counts as not reached. */
    readonly tries: number
    readonly exclusionGrounds: readonly ExclusionGround[]
  }
}

const ground = (code: string, zh: string, en: string, needsZh: string, needsEn: string): ExclusionGround =>
  ({ code, say: { zh, en }, needs: { zh: needsZh, en: needsEn } })

const GROUNDS: readonly ExclusionGround[] = [
  ground('judged_other', '评的是另一件事', 'It judges another matter', '写明评的是哪一件', 'Say which matter it judges'),
  ground('entered_wrong', '代录时记错了', 'It was entered wrongly for the reporter', '写明纸面或电话里原话怎么说', 'Say what the paper or the call says'),
  ground('judged_twice', '同一件事同一人已在另一件里评过', 'The same person judged the same thing elsewhere', '写明另一件的编号', 'Give the number of the other matter'),
  ground('outside_place', '不在本区范围，已转出', 'Outside this district and passed on', '写明转给了谁、哪天', 'Say to whom it was passed, and when'),
  ground('before_court', '已进入诉讼、仲裁或复议', 'Before a court, an arbitrator or a review', '写明受理机关和日期', 'Name the body and the day'),
  ground('law_forbids', '所求法律不允许，已书面答复', 'What was asked is against the law, as answered in writing', '写明哪部法、第几条', 'Name the law and the article'),
  ground('disaster', '因灾害或突发事件没法办', 'Not possible because of a disaster or an emergency', '写明哪次、从哪天到哪天', 'Say which one, and from when until when'),
]

/** The pack of the demo: figures as in the only working code found, the official text of the formula was not. */
const NATIONAL: RatePack = {
  id: 'rates', region: 'CN', version: '2026-demo-1', validFrom: '2019-01-01', validTo: null,
  name: { zh: '三率口径（演示）2026版', en: 'Terms of the three rates (demo), 2026' },
  source: [
    { law: '公开代码 S1mpleLIAO/12345（北京样式的区级报表）', article: '4e944021' },
    { law: '官方公式全文未见；本地文件有不同的，以本地为准' },
  ],
  values: {
    basicallyPermille: 900, weights: { reached: 100, solved: 500, satisfied: 400 }, monthStartsOn: 19, monthOf: 'filed', minBase: 10, tries: 3,
    exclusionGrounds: GROUNDS,
  },
}

/** The packs that come with the product. */
export const RATE_PACKS: readonly RatePack[] = [NATIONAL]

const fits = (pack: RatePack, region: string, day: string): boolean =>
  (pack.region === 'CN' || region.startsWith(pack.region)) && pack.validFrom <= day && (pack.validTo === null || day < pack.validTo)

const nearness = (pack: RatePack): number => (pack.region === 'CN' ? 0 : pack.region.length)

/**
 * The pack that holds for a district code on a civil day: the nearest region's, of several the newest [R1]. Null when none holds yet.
 */
export function ratePackFor(region: string, day: string, packs: readonly RatePack[] = RATE_PACKS): RatePack | null {
  const held = packs.filter(pack => fits(pack, region, day))
  return [...held].sort((one, other) => nearness(other) - nearness(one) || (one.validFrom < other.validFrom ? 1 : -1))[0] ?? null
}

/** The ground of a code in a pack, or null. */
export const groundOf = (pack: RatePack, code: string): ExclusionGround | null => pack.values.exclusionGrounds.find(one => one.code === code) ?? null
