/** What the roster may hold of a person: every field with why, by what right, for how long and for whom. Nothing else can be written down. [RO1] */

/** A value of a tie to a home. */
export type DwellerField = 'name' | 'phone' | 'id_number' | 'born' | 'sex' | 'relation' | 'registered_at' | 'note'

/** How somebody is tied to a home. */
export type Tie = 'lives' | 'registered' | 'owns' | 'rents'
export const ties: readonly Tie[] = ['lives', 'registered', 'owns', 'rents']

/** What the last day of a tie rests on: that day, month or year was said; or none, and it is the day of the list that told it, or on which it was written. [RO24] */
export const untilSaids = ['day', 'month', 'year', 'file', 'told'] as const
export type UntilSaid = (typeof untilSaids)[number]

/** How a home is used, as the roster knows it. */
export type DwellingState = 'unknown' | 'lived_in' | 'let' | 'vacant' | 'business' | 'unfinished'
export const dwellingStates: readonly DwellingState[] = ['unknown', 'lived_in', 'let', 'vacant', 'business', 'unfinished']

/** Where something in the roster came from. */
export type SourceKind = 'import' | 'door' | 'desk' | 'resident' | 'demo'

/** How a home was last confirmed. */
export type ConfirmedHow = 'door' | 'phone' | 'import' | 'resident' | 'desk'

/** GB/T 2261.1. */
export type Sex = 'male' | 'female' | 'unknown'
/** GB/T 4761, in its groups. */
export type Relation = 'head' | 'spouse' | 'son' | 'daughter' | 'grandchild' | 'parent' | 'grandparent' | 'sibling' | 'other'
export const relations: readonly Relation[] = ['head', 'spouse', 'son', 'daughter', 'grandchild', 'parent', 'grandparent', 'sibling', 'other']

/** Why personal data may be kept or opened. */
export type Purpose = 'know_homes' | 'reach_in_emergency' | 'handle_matter' | 'care' | 'correct_roster' | 'owners_vote'

type Said = { readonly zh: string; readonly en: string }
/** One line of the register of fields, which anybody can read. `basis`: article of 个人信息保护法. `months`: kept so long after somebody left. */
export type FieldRule = {
  readonly field: DwellerField
  readonly said: Said
  readonly why: Said
  readonly basis: string
  readonly months: number
  readonly seenBy: readonly ('captain' | 'grid' | 'community')[]
  /** Sealed with the person's key and shown masked; else a code in clear. */
  readonly sealed: boolean
}

const duty = '个人信息保护法第13条第1款第3项（法定职责：城市居民委员会组织法）'
const consent = '个人信息保护法第13条第1款第1项（本人同意）'

/** The register of fields. */
export const fieldRules: readonly FieldRule[] = [
  { field: 'name', said: { zh: '姓名', en: 'Name' }, why: { zh: '知道这户住着谁，办事时称呼得对', en: 'To know who lives here' }, basis: duty, months: 12,
    seenBy: ['captain', 'grid', 'community'], sealed: true },
  { field: 'phone', said: { zh: '手机号', en: 'Phone' }, why: { zh: '急事找得到人；本人查自己的档案', en: 'To reach somebody in an emergency; to open one’s own file' },
    basis: consent, months: 12, seenBy: ['captain', 'grid', 'community'], sealed: true },
  { field: 'id_number', said: { zh: '身份证号', en: 'ID number' }, why: { zh: '同名的人不弄混', en: 'To tell people of the same name apart' }, basis: duty,
    months: 6,
    seenBy: ['community'], sealed: true },
  { field: 'born', said: { zh: '出生日期', en: 'Date of birth' }, why: { zh: '到年龄的服务送得到', en: 'For services that depend on age' }, basis: duty, months: 6,
    seenBy: ['grid', 'community'], sealed: true },
  { field: 'sex', said: { zh: '性别', en: 'Sex' }, why: { zh: '称呼得对', en: 'To address people rightly' }, basis: duty, months: 12,
    seenBy: ['captain', 'grid', 'community'], sealed: false },
  { field: 'relation', said: { zh: '与户主关系', en: 'Relation to the head of household' }, why: { zh: '一户人家放在一起', en: 'To keep a household together' },
    basis: duty, months: 12, seenBy: ['captain', 'grid', 'community'], sealed: false },
  { field: 'registered_at', said: { zh: '户籍地址', en: 'Address of registration' }, why: { zh: '人户分离时找得到', en: 'To find people registered elsewhere' },
    basis: duty, months: 6, seenBy: ['community'], sealed: true },
  { field: 'note', said: { zh: '备注', en: 'Note' }, why: { zh: '写的人自己要记住的一句', en: 'One sentence that the writer has to remember' }, basis: consent,
    months: 3,
    seenBy: ['community'], sealed: true },
]

/** The rule of a field. */
export function fieldRule(field: DwellerField): FieldRule {
  const found = fieldRules.find((rule) => rule.field === field)
  if (found === undefined) throw new Error(`no rule for the field ${field}`)
  return found
}
