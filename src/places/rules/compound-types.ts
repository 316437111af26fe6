import type { Said, Source } from '../../kit/pure.ts'

/** The five types of compound by which a community treats compounds differently (分类治理). */
export const COMPOUND_TYPES = ['commodity', 'work_unit', 'public_rental', 'new', 'old_courtyard'] as const

/** One type of compound. */
export type CompoundType = (typeof COMPOUND_TYPES)[number]

/** A post or body that a compound of some type must have; kinds of post and of organisation, as offices name them. */
export type RequiredRole = 'captain' | 'branch_secretary' | 'owners' | 'firm' | 'developer' | 'self_management'

/** What follows from the type of a compound unless its place sets otherwise. Visits and re-confirmation are in months. */
export type CompoundTypeDefaults = {
  readonly said: Said
  readonly explain: Said
  /** Each home is visited at least once in so many months. */
  readonly visitMonths: number
  /** Each home's entry is confirmed again after so many months. */
  readonly confirmMonths: number
  /** Homes that one grid worker looks after at most. */
  readonly homesPerWorker: number
  readonly requiredRoles: readonly RequiredRole[]
  /** Whether a responsible manager must be named; if there is none it is flagged with a dated path. */
  readonly managerRequired: boolean
}

/** Where the types come from; the numbers are settings of a place, these are only the values it starts with. */
export const COMPOUND_TYPE_SOURCE: Source = { law: 'D0、D4 分类治理', article: 'M02' }

/** The defaults of each type. [P9] */
export const COMPOUND_TYPE_DEFAULTS: Readonly<Record<CompoundType, CompoundTypeDefaults>> = {
  commodity: {
    said: { zh: '商品房', en: 'commodity housing' },
    explain: { zh: '业主自己的房子，物业是合同请来的，大事由业主共同决定。', en: 'Homes belong to owners; the firm works by contract; owners decide on major things.' },
    visitMonths: 6, confirmMonths: 12, homesPerWorker: 450, requiredRoles: ['captain', 'branch_secretary', 'owners', 'firm'], managerRequired: true,
  },
  work_unit: {
    said: { zh: '单位住宅', en: 'work-unit housing' },
    explain: { zh: '老单位的家属区，邻里相熟，老人多，物业多是后来接的。', en: 'Homes of a former work unit: neighbours know each other, many are old, the firm came later.' },
    visitMonths: 3, confirmMonths: 12, homesPerWorker: 450, requiredRoles: ['captain', 'branch_secretary', 'owners', 'firm'], managerRequired: true,
  },
  public_rental: {
    said: { zh: '公租房', en: 'public rental housing' },
    explain: { zh: '房子是公家的，住的是租户，维修找产权和运营单位。', en: 'Homes are public and let; repairs go to the operator.' },
    visitMonths: 3, confirmMonths: 6, homesPerWorker: 400, requiredRoles: ['captain', 'branch_secretary', 'firm'], managerRequired: true,
  },
  new: {
    said: { zh: '新建未交接', en: 'new, not handed over' },
    explain: { zh: '刚建成或还在交付，质量问题先找建设单位，住户变动快。', en: 'Just built or being handed over: defects go to the developer, residents change quickly.' },
    visitMonths: 3, confirmMonths: 3, homesPerWorker: 500, requiredRoles: ['captain', 'branch_secretary', 'developer', 'firm'], managerRequired: true,
  },
  old_courtyard: {
    said: { zh: '老旧院落', en: 'old courtyard' },
    explain: { zh: '老房子，没有物业，靠自管小组和居委会兜底。', en: 'Old houses without a property company, looked after by residents and the committee.' },
    visitMonths: 2, confirmMonths: 6, homesPerWorker: 350, requiredRoles: ['captain', 'branch_secretary', 'self_management'], managerRequired: true,
  },
}

/** The steps by which a compound without a responsible manager gets one, each within so many days of the day it was found. [P10] */
export const MANAGER_PATH: readonly { readonly step: 'own' | 'shared' | 'firm'; readonly said: Said; readonly withinDays: number }[] = [
  { step: 'own', said: { zh: '居民自管小组或居委会代管', en: 'residents manage, or the committee stands in' }, withinDays: 30 },
  { step: 'shared', said: { zh: '与相邻小区合聘管理人', en: 'a manager shared with a neighbouring compound' }, withinDays: 180 },
  { step: 'firm', said: { zh: '聘请物业服务企业', en: 'a property company is engaged' }, withinDays: 365 },
]

/** True for a word that is a type of compound. */
export const isCompoundType = (word: string): word is CompoundType => COMPOUND_TYPES.some((type) => type === word)
