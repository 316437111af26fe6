import { refuse, ok, type Refusal, type Result, type Said } from '../../kit/pure.ts'

/** What a visit is for. */
export const PURPOSES = ['round', 'care', 'notice', 'opinions', 'check', 'dispute', 'other'] as const
export type Purpose = (typeof PURPOSES)[number]

/** What the purposes are called on screens. */
export const PURPOSE_SAID: Readonly<Record<Purpose, Said>> = {
  round: { zh: '例行走访', en: 'Regular round' },
  care: { zh: '关爱', en: 'Care' },
  notice: { zh: '通知', en: 'Notice' },
  opinions: { zh: '收集意见', en: 'Opinions' },
  check: { zh: '复核', en: 'Second look' },
  dispute: { zh: '纠纷', en: 'Dispute' },
  other: { zh: '其他', en: 'Other' },
}

/** Whether somebody was met at the door. */
export const MET = ['met', 'nobody', 'door_closed'] as const
export type Met = (typeof MET)[number]

/** What the answers at the door are called. Nobody at home is no fault of the home. */
export const MET_SAID: Readonly<Record<Met, Said>> = {
  met: { zh: '见到了', en: 'Met' },
  nobody: { zh: '没人在', en: 'Nobody in' },
  door_closed: { zh: '不方便', en: 'Not now' },
}

/** The longest sentence that is kept about a visit, in characters. */
export const SAID_MOST = 140

/** Audiences whose posts record visits. [V1] */
export const VISITING: readonly string[] = ['captain', 'grid', 'community', 'branch']

/** Kinds of place that have a door to knock at. [V1] */
export const DOORS: readonly string[] = ['room', 'unit', 'building']

const notVisiting: Refusal = {
  code: 'wrong_post', rule: 'V1', explain: { zh: '走访由楼栋长、网格员、社区和小区支部的人记。',
    en: 'Visits are recorded by captains, grid workers, the community and the branch of the compound.' },
}
const noDoor: Refusal = {
  code: 'no_door', rule: 'V1', explain: { zh: '请选到楼栋、单元或者户，再记走访。', en: 'Choose a building, a unit or a home to record a visit.' },
}

/** Whether a post of this audience may record a visit to a place of this kind; that it lies within reach is the wall's. [V1] */
export function mayRecord(audience: readonly string[], kind: string): Result<true> {
  if (!audience.some((word) => VISITING.includes(word))) return refuse(notVisiting)
  return DOORS.includes(kind) ? ok(true) : refuse(noDoor)
}

/** To whom a visit is closed: one about a quarrel to captain and branch, save who made it. [V7] */
export const closedTo = (purpose: Purpose): readonly string[] => (purpose === 'dispute' ? ['captain', 'branch'] : [])
