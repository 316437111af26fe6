import type { Said, Source } from '../../../kit/pure.ts'

/** Who sits on a chair in somebody's place, or why nobody does. */
export type StandInCode = 'management_committee' | 'self_management' | 'tenants_group' | 'landlord' | 'community_for_owners' | 'community_for_firm'
  | 'no_branch'
export type StandIn = { readonly code: StandInCode; readonly why: Said; readonly source: Source }

const say = (zh: string, en: string): Said => ({ zh, en })
const guide = '《业主大会和业主委员会指导规则》'

/**
 * Each stand-in with the sentence that the board shows and the rule it rests on. Version 2026-demo-1 for region 990106, valid from 2025-01-01: a place
 * replaces it by its own rules.
 */
export const STAND_INS: Readonly<Record<StandInCode, StandIn>> = {
  management_committee: { code: 'management_committee', source: { law: '桐荫街道小区共治办法（演示）', article: '第六条' },
    why: say('没有业委会，物管会代行', 'No owners’ committee: the property management committee acts for it') },
  self_management: { code: 'self_management', source: { law: '桐荫街道小区共治办法（演示）', article: '第八条' },
    why: say('没有业委会，自管小组代行', 'No owners’ committee: the self-management group acts for it') },
  tenants_group: { code: 'tenants_group', source: { law: '桐荫街道小区共治办法（演示）', article: '第九条' },
    why: say('公租房没有业主大会，住户议事小组坐这把椅子', 'Public rental has no owners’ assembly: the tenants’ group sits here') },
  landlord: { code: 'landlord', source: { law: '桐荫街道小区共治办法（演示）', article: '第九条' },
    why: say('公租房没有业主大会，产权方坐这把椅子', 'Public rental has no owners’ assembly: the owner of the housing sits here') },
  community_for_owners: { code: 'community_for_owners', source: { law: guide, article: '第五十八条' },
    why: say('还没有业委会，居委会代行，街道指导和监督', 'No owners’ committee yet: the residents’ committee acts for it, guided by the street') },
  community_for_firm: { code: 'community_for_firm', source: { law: '桐荫街道小区共治办法（演示）', article: '第十条' },
    why: say('没有物业，居委会托底', 'No property company: the residents’ committee looks after it') },
  no_branch: { code: 'no_branch', source: { law: '桐荫街道小区共治办法（演示）', article: '第四条' },
    why: say('没有小区支部，三方联动', 'No compound branch: three parties work together') },
}
