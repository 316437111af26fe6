/** What the rules of speaking talk about, and how it is said. */
import type { Said, Source } from '../../../kit/pure.ts'

/** Somebody who speaks, as a browser carries it: the free name in front, where they say they live, whether a person looks first. */
export type Speaking = {
  readonly id: string; readonly name: string; readonly compound: string | null; readonly building: string | null; readonly minor: boolean
}

export const AGES = ['adult', '14_17', 'under_14'] as const
export type Age = (typeof AGES)[number]

/** Why something waits for a look before it is public. */
export type HeldFor = 'minor' | 'private'
export const heldWords: Readonly<Record<HeldFor, Said>> = {
  private: { zh: '里面像是有电话、姓名、门牌或者车牌。社区看过再放出来，也可以现在改一改。',
    en: 'It seems to hold a phone number, a name, a door number or a number plate. The community looks before it is shown; you may also change it now.' },
  minor: { zh: '您还没满18岁，社区的大人先看一遍再放出来，是替您把关。', en: 'You are under 18: somebody of the community looks at it first, to look after you.' },
}

/** What may be looked after: each has its own table and the same states, held, shown (or open) and removed. */
export const SPOKEN = ['speech', 'statement', 'amendment', 'intake'] as const
export type Spoken = (typeof SPOKEN)[number]
export const spokenWords: Readonly<Record<Spoken, Said>> = {
  speech: { zh: '发言', en: 'comment' }, statement: { zh: '说法', en: 'statement' }, amendment: { zh: '公约修改', en: 'amendment' },
  intake: { zh: '提给议事会的话', en: 'item for a council' },
}

export type ModerationRule = { readonly n: number; readonly code: string; readonly say: Said; readonly source?: Source }

/**
 * Why something may be taken away, and nothing else is a reason: the product's own list, posted beside what people say. To disagree, to complain and to
 * criticise whoever it may be is none of them. [DS5]
 */
export const moderationRules: readonly ModerationRule[] = [
  { n: 1, code: 'private', say: { zh: '说出了别人的姓名、电话、门牌或者车牌', en: 'It tells somebody’s name, phone, door or number plate' },
    source: { law: '《中华人民共和国个人信息保护法》', article: '第二十五条' } },
  { n: 2, code: 'attack', say: { zh: '骂人、威胁人，不是在说事', en: 'It insults or threatens somebody instead of talking about the matter' } },
  { n: 3, code: 'accuse', say: { zh: '指着一个认得出的人说没有根据的事', en: 'It accuses somebody who can be recognised without any ground' } },
  { n: 4, code: 'impersonate', say: { zh: '冒用别人或者一个单位的名义', en: 'It speaks in the name of somebody else or of an organisation' } },
  { n: 5, code: 'advert', say: { zh: '做广告、拉生意', en: 'It advertises' } },
  { n: 6, code: 'repeat', say: { zh: '同样的话反复贴，把别人的话挤下去', en: 'It repeats the same words until others are pushed away' } },
  { n: 7, code: 'minor', say: { zh: '会让人认出一个没成年的孩子', en: 'It lets a child be recognised' } },
]

/** The rule of this code; undefined for another. */
export const ruleOf = (code: string): ModerationRule | undefined => moderationRules.find((one) => one.code === code)

/** What stands in front of words whose speaker was erased or went. */
export const GONE_NAME = '已离开'
/** What is kept in the place of words that were taken back or belong to nobody any more. */
export const GONE_WORDS = '—'
