import type { Said, Source } from '../../kit/pure.ts'
import type { CompoundType } from '../../places/rules/index.ts'

/** What a compound should have somebody for, by its type. */
export const COMPOUND_ROLES = ['captain', 'branch', 'manager', 'owners', 'tenants', 'developer'] as const

/** One role. */
export type CompoundRole = (typeof COMPOUND_ROLES)[number]

/** What each role is called. */
export const COMPOUND_ROLE_SAID: Readonly<Record<CompoundRole, Said>> = {
  captain: { zh: '每栋楼有楼栋长', en: 'a captain for each building' },
  branch: { zh: '小区党支部', en: 'a compound branch' },
  manager: { zh: '管理责任主体', en: 'a responsible manager' },
  owners: { zh: '业委会或代行的组织', en: "an owners' committee or its stand-in" },
  tenants: { zh: '住户议事小组', en: "a tenants' group" },
  developer: { zh: '建设单位联系人', en: "the developer's contact" },
}

/** What follows from the type of a compound. Days are natural days. */
export type CompoundDefaults = {
  /** Every home is visited once in so many days: a rhythm to plan by, never a target of a person. */
  readonly visitDays: number
  /** A home that nobody confirmed for so many days is stale in the roster. */
  readonly reconfirmDays: number
  /** Homes that one captain looks after at most. */
  readonly homesPerCaptain: number
  readonly roles: readonly CompoundRole[]
  readonly why: Said
}

/** The pack that is in force: dated, with where it comes from. Its numbers are starting points that a place sets for itself. */
export const compoundDefaultsPack: { readonly version: string; readonly validFrom: string; readonly source: Source; readonly said: Said } = {
  version: '2026-01', validFrom: '2026-01-01', source: { law: '分类治理（D0、D4）：按小区类型定做法' },
  said: { zh: '起点值，本地还没有另定', en: 'Starting points; none set here' },
}

const DEFAULTS: Readonly<Record<CompoundType, CompoundDefaults>> = {
  commodity: { visitDays: 180, reconfirmDays: 180, homesPerCaptain: 100, roles: ['captain', 'branch', 'manager', 'owners'],
    why: { zh: '有业委会和物业，住户变动不快。', en: 'Committee and firm are there, and homes change slowly.' } },
  work_unit: { visitDays: 90, reconfirmDays: 120, homesPerCaptain: 60, roles: ['captain', 'branch', 'manager', 'owners'],
    why: { zh: '老人多、熟人多，上门比电话管用。', en: 'Many are old and know each other: a knock does more than a call.' } },
  public_rental: { visitDays: 90, reconfirmDays: 90, homesPerCaptain: 100, roles: ['captain', 'branch', 'manager', 'tenants'],
    why: { zh: '租期到了住户就换，由运营单位管，没有业主大会。', en: "Homes change hands with the lease; the operator manages, there is no owners' assembly." } },
  new: { visitDays: 60, reconfirmDays: 90, homesPerCaptain: 100, roles: ['captain', 'branch', 'manager', 'owners', 'developer'],
    why: { zh: '正在入住，天天有变化，保修期内还有建设单位的事。', en: 'People are moving in, and the developer still has duties.' } },
  old_courtyard: { visitDays: 60, reconfirmDays: 90, homesPerCaptain: 50, roles: ['captain', 'branch', 'manager', 'owners'],
    why: { zh: '没有物业公司，小毛病靠人看见。', en: 'There is no firm: small faults are found by people who look.' } },
}

/** Used for homes outside of any compound. */
const WITHOUT: CompoundDefaults = { visitDays: 90, reconfirmDays: 180, homesPerCaptain: 50, roles: ['captain'],
  why: { zh: '不在小区里。', en: 'Outside of any compound.' } }

/** Visit rhythm, re-confirmation, staffing and required roles of a type of compound; null for places outside of any compound. [O16] */
export const compoundDefaults = (type: CompoundType | null): CompoundDefaults => (type === null ? WITHOUT : DEFAULTS[type])
