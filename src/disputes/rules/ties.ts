import { refuse, type Refusal, type Said } from '../../kit/pure.ts'
import { LAW } from './packs/law.ts'

/** Why somebody may not mediate a dispute. */
export const TIES = ['is_side', 'same_building', 'own_org', 'declared', 'captain', 'on_matter', 'declined'] as const
export type Tie = (typeof TIES)[number]

export const TIE_WORDS: Readonly<Record<Tie, Said>> = {
  is_side: { zh: '本人就是一方', en: 'is one of the sides' },
  same_building: { zh: '和一方住同一栋楼', en: 'lives in the same building as a side' },
  own_org: { zh: '在作为一方的单位里任职', en: 'holds a post in an organisation that is a side' },
  declared: { zh: '申报过和一方有关系', en: 'declared a tie to a side' },
  captain: { zh: '是这栋楼的楼栋长', en: 'is the captain of the building' },
  on_matter: { zh: '经手过原来那件事', en: 'had a hand in the matter behind it' },
  declined: { zh: '被一方要求换过，或自己回避过', en: 'was objected to, or stood aside' },
}

/** What is known of somebody who might mediate: buildings and organisations by id. */
export type Candidate = {
  readonly person: string
  readonly posts: readonly string[]
  readonly home: string | null
  readonly tiedPlaces: readonly string[]
  readonly tiedOrgs: readonly string[]
  readonly orgs: readonly string[]
  readonly captainOf: readonly string[]
}
/** What a dispute brings: where its sides live, what they are, and who had a hand in its matter. */
export type TiedTo = {
  readonly buildings: readonly string[]
  readonly orgs: readonly string[]
  readonly persons: readonly string[]
  readonly hands: readonly string[]
  readonly declined: readonly string[]
}

const meet = (one: readonly string[], two: readonly string[]): boolean => one.some((id) => two.includes(id))

/** [D5] Every tie of a candidate to a dispute; nobody with one mediates. Empty: untied. Source: 《人民调解法》第十九条、第二十三条. */
export function tiesOf(candidate: Candidate, to: TiedTo): readonly Tie[] {
  const found: Readonly<Record<Tie, boolean>> = {
    is_side: to.persons.includes(candidate.person),
    same_building: candidate.home !== null && to.buildings.includes(candidate.home),
    own_org: meet(candidate.orgs, to.orgs),
    declared: meet(candidate.tiedPlaces, to.buildings) || meet(candidate.tiedOrgs, to.orgs),
    captain: meet(candidate.captainOf, to.buildings),
    on_matter: meet([candidate.person, ...candidate.posts], to.hands),
    declined: to.declined.includes(candidate.person),
  }
  return TIES.filter((tie) => found[tie])
}

/** The refusal for a tied mediator: says which tie. [D5] */
export const tied = (ties: readonly Tie[]): { readonly ok: false; readonly refusal: Refusal } => refuse({
  code: 'tied', rule: 'D5', source: LAW.mediator,
  explain: {
    zh: `这位不能调解这件事：${ties.map((tie) => TIE_WORDS[tie].zh).join('，')}。请换一位。`,
    en: `They cannot mediate this: ${ties.map((tie) => TIE_WORDS[tie].en).join('; ')}. Choose another.`,
  },
})
