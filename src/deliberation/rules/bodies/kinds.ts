/** The kinds of standing bodies, the list of what they may do, and what one of each kind is usually like. The numbers are our own defaults. */
import type { Said } from '../../../kit/pure.ts'

export const BODY_KINDS = ['residents_council', 'listening_council', 'building_council', 'joint_conference', 'sub_committee'] as const
export type BodyKind = (typeof BODY_KINDS)[number]
export const POWERS = ['take_up', 'deliberate', 'supervise', 'watch_firm', 'evaluate', 'coordinate', 'open_meeting', 'ask_vote', 'settle'] as const
export type Power = (typeof POWERS)[number]

export const bodyKindWords: { readonly [kind in BodyKind]: Said } = {
  residents_council: { zh: '居民议事会', en: 'Residents’ council' }, listening_council: { zh: '听评会', en: 'Listening-and-judging council' },
  building_council: { zh: '小区共建理事会', en: 'Co-building council' }, joint_conference: { zh: '联席会议', en: 'Joint conference' },
  sub_committee: { zh: '居委会下属委员会', en: 'Sub-committee of the residents’ committee' },
}
/** What a kind is for, in one line. */
export const bodyKindLines: { readonly [kind in BodyKind]: Said } = {
  residents_council: { zh: '居民自己的事，居民来议、来定、来看着办。', en: 'Residents’ own matters: decided, carried out and watched by residents.' },
  listening_council: { zh: '听办事的人说，评办得怎么样。物业不坐在里面。', en: 'Hears those who act and judges what they did. The firm does not sit there.' },
  building_council: { zh: '一个小区里，支部、居委会、业主、物业和结对单位坐到一起。', en: 'Branch, residents’ committee, owners, firm and paired units of a compound.' },
  joint_conference: { zh: '跨单位的事一起商量，谁做、哪天做完，当场写下来。', en: 'Matters of several bodies: who does what by when is written down there.' },
  sub_committee: { zh: '居委会下面管一类事的人，如环境和物业管理委员会。', en: 'Looks after one kind of matter, as environment and property.' },
}
export const powerWords: { readonly [power in Power]: Said } = {
  take_up: { zh: '收居民提的事，排上议程', en: 'Take up what residents bring' },
  deliberate: { zh: '议定居民自己的事', en: 'Decide residents’ own matters' },
  supervise: { zh: '看着定下的事办完', en: 'Watch that decisions are carried out' },
  watch_firm: { zh: '对照合同看物业服务', en: 'Compare the firm’s service with its contract' },
  evaluate: { zh: '听情况、打评价', en: 'Hear reports and judge them' },
  coordinate: { zh: '请几家单位一起办', en: 'Bring several bodies together' },
  open_meeting: { zh: '召集恳谈会、议事会、听证会、评议会', en: 'Call the four kinds of meeting' },
  ask_vote: { zh: '请业主大会表决', en: 'Ask the owners’ assembly for a vote' },
  settle: { zh: '劝和物业纠纷，说不拢转调解', en: 'Settle disputes about property services, else pass on to mediation' },
}

/** Which powers of the list a kind may be given. Nobody is given the nine matters of the owners: they are not in the list. [DB6] */
export const powersOf: { readonly [kind in BodyKind]: readonly Power[] } = {
  residents_council: ['take_up', 'deliberate', 'supervise', 'open_meeting', 'ask_vote'],
  listening_council: ['take_up', 'evaluate', 'watch_firm', 'open_meeting'],
  building_council: ['take_up', 'deliberate', 'supervise', 'watch_firm', 'coordinate', 'open_meeting', 'ask_vote'],
  joint_conference: ['take_up', 'coordinate', 'supervise'],
  sub_committee: ['take_up', 'supervise', 'watch_firm', 'open_meeting', 'ask_vote', 'settle'],
}

export type Usual = { readonly seats: number; readonly rhythmDays: number; readonly termMonths: number }
/** What one starts from when a body of this kind is set up. Our own defaults; no law says them. */
export const usualOf: { readonly [kind in BodyKind]: Usual } = {
  residents_council: { seats: 15, rhythmDays: 30, termMonths: 36 }, listening_council: { seats: 11, rhythmDays: 90, termMonths: 24 },
  building_council: { seats: 9, rhythmDays: 60, termMonths: 24 }, joint_conference: { seats: 9, rhythmDays: 90, termMonths: 36 },
  sub_committee: { seats: 7, rhythmDays: 60, termMonths: 60 },
}

/** Posts of which organisations set a body of a kind up and look after it. Owners' committees and firms reach no place: they sit there. */
export const keepersOf: { readonly [kind in BodyKind]: readonly string[] } = {
  residents_council: ['community'], listening_council: ['community', 'street'], building_council: ['community', 'branch'],
  joint_conference: ['community', 'street'], sub_committee: ['community'],
}

export const SIDES = ['residents', 'owners', 'branch', 'community', 'firm', 'captains', 'deputies', 'capable', 'experts', 'units'] as const
export type Side = (typeof SIDES)[number]
export const sideWords: { readonly [side in Side]: Said } = {
  residents: { zh: '居民', en: 'residents' }, owners: { zh: '业主', en: 'owners' }, branch: { zh: '支部', en: 'branch' },
  community: { zh: '居委会', en: 'residents’ committee' }, firm: { zh: '物业', en: 'firm' }, captains: { zh: '楼栋长', en: 'captains' },
  deputies: { zh: '代表委员', en: 'deputies' }, capable: { zh: '贤达能人', en: 'capable residents' }, experts: { zh: '专家', en: 'experts' },
  units: { zh: '结对单位', en: 'paired units' },
}
export const SEAT_ROLES = ['chair', 'deputy_chair', 'clerk', 'member'] as const
export type SeatRole = (typeof SEAT_ROLES)[number]
export const roleWords: { readonly [role in SeatRole]: Said } = {
  chair: { zh: '召集人', en: 'chair' }, deputy_chair: { zh: '副召集人', en: 'deputy chair' }, clerk: { zh: '记录人', en: 'clerk' },
  member: { zh: '成员', en: 'member' },
}
/** Sides whose seats count as residents': people who live there, whatever they are called. */
export const LIVE_HERE: readonly Side[] = ['residents', 'owners', 'captains', 'capable']
