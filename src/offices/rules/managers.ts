import { ok, refuse, type Result, type Said } from '../../kit/pure.ts'
import type { OrgKind } from './orgs.ts'

/** The steps by which a compound without a responsible manager gets one, in their order (M02). */
export const MANAGER_STEPS = ['own', 'shared', 'firm'] as const

/** One step. */
export type ManagerStep = (typeof MANAGER_STEPS)[number]

/** What each step is called, and which organisations can be named by it. */
export const MANAGER_STEP_SAID: Readonly<Record<ManagerStep, { readonly said: Said; readonly orgs: readonly OrgKind[] }>> = {
  own: { said: { zh: '住户自己管', en: 'own managers' }, orgs: ['owners', 'team'] },
  shared: { said: { zh: '几个小区合聘', en: 'shared with neighbours' }, orgs: ['firm'] },
  firm: { said: { zh: '请物业公司', en: 'a firm' }, orgs: ['firm'] },
}

/** A dated step of the path. */
export type StepPlan = { readonly step: ManagerStep; readonly until: string }

const no = (code: string, zh: string, en: string): Result<never> => refuse({ code, rule: 'O15', explain: { zh, en } })

/** Checks a path: each step once, none before today, and each no earlier than the one before it. [O15] */
export function checkManagerPath(steps: readonly StepPlan[], today: string): Result<readonly StepPlan[]> {
  const ordered = [...steps].sort((one, two) => MANAGER_STEPS.indexOf(one.step) - MANAGER_STEPS.indexOf(two.step))
  if (ordered.length === 0 || new Set(ordered.map(({ step }) => step)).size !== ordered.length) return no('no_steps', '至少写一步，每一步写一次。', 'Name one step at least, each once.')
  if (ordered.some(({ until }) => until < today)) return no('step_past', '日期已经过去了，写今天以后的。', 'A date lies in the past.')
  if (ordered.some(({ until }, at) => until < (ordered[at - 1]?.until ?? ''))) return no('steps_cross', '后一步不能早于前一步。', 'A later step cannot come before an earlier one.')
  return ok(ordered)
}

/** Says whether an organisation of this kind can be named by a step. [O15] */
export function checkManager(step: ManagerStep, org: OrgKind): Result<null> {
  return MANAGER_STEP_SAID[step].orgs.includes(org) ? ok(null) : no('wrong_org', '这一步不能定这样的单位。', 'Such an organisation cannot be named by this step.')
}

/** Somebody who answers for a compound as a whole, with how: `firm` or own body for good, the community until then. */
export type Responsible = { readonly org: string; readonly name: string; readonly kind: OrgKind; readonly since: string }

/** Whether a compound has a responsible manager: one for good, a caretaker (the community), or nobody. Both of the latter stay on the list. [O15] */
export type ManagerState = 'named' | 'caretaker' | 'none'

/** The state that follows from who answers for it. */
export const managerState = (one: Responsible | null): ManagerState => (one === null ? 'none' : one.kind === 'community' ? 'caretaker' : 'named')
