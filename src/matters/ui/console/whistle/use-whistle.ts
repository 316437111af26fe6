/**
 * What is being put together on the whistle page: situation, plan and who is called, each choice following from the one before until it is
 * changed.
 */
import { useState } from 'react'
import { now } from '../../../../ui-kit/index.ts'
import { planOf, plansFor, plans, SITUATIONS, situationsFor, stationsOf, type WhistlePlan,
  type WhistleSituation } from '../../../rules/index.ts'
import { useCounting } from '../../parts/counting.ts'
import type { MatterDetail, PlaceParty } from '../../staff-api.ts'

export type AskedStation = { readonly party: PlaceParty; readonly task: string }

/** Stations of a plan found among the parties of the place, lead first, with their tasks as they read them; and the kinds that nobody here has. */
export function matchPlan(plan: WhistlePlan, parties: readonly PlaceParty[]) {
  const stations = parties.filter((p) => p.move === 'whistle')
  const wanted = stationsOf(plan).map(({ kind, does }) => ({ kind, task: does.zh, party: stations.find((p) => p.stationKind === kind) }))
  return { asked: wanted.flatMap(({ party, task }) => (party ? [{ party, task }] : [])),
    missing: wanted.filter((one) => !one.party).map((one) => one.kind) }
}

/** Plans to choose from: those of the category first. */
export const plansInOrder = (category: string): readonly WhistlePlan[] => [...new Set([...plansFor(category), ...plans()])]

/** The draft of a whistle while it is being written: what the reader's post may choose from, what was chosen, and what is still missing. */
export function useWhistle(matter: MatterDetail, parties: readonly PlaceParty[]) {
  const allowed = situationsFor(matter.standing.postKind ?? '')
  const usual = plansFor(matter.category)[0] ?? null
  const allows = (code: string | undefined) => allowed.some((s) => s.code === code)
  const [difficulty, write] = useState('')
  const [planCode, setPlan] = useState(usual?.code ?? '')
  const [situationCode, choose] = useState<WhistleSituation['code'] | undefined>(usual && allows(usual.situation) ? usual.situation :
    allowed[0]?.code)
  // null: as the plan has it; a list once somebody changed it.
  const [changed, setAsked] = useState<readonly AskedStation[] | null>(null)
  const count = useCounting()
  const plan = planOf(planCode)
  const matched = plan ? matchPlan(plan, parties) : { asked: [], missing: [] }
  const asked = changed ?? matched.asked
  const situation = SITUATIONS.find((s) => s.code === situationCode && allows(s.code))
  const pickPlan = (code: string) => {
    const next = planOf(code)
    setPlan(code)
    setAsked(null)
    if (next && allows(next.situation)) choose(next.situation)
  }
  return {
    difficulty, write, plan, planCode, pickPlan, missing: changed === null ? matched.missing : [], situation, choose, allowed, asked,
    add: (party: PlaceParty) => setAsked([...asked, { party, task: '' }]),
    remove: (org: string) => setAsked(asked.filter((a) => a.party.org !== org)),
    lead: (org: string) => setAsked([...asked.filter((a) => a.party.org === org), ...asked.filter((a) => a.party.org !== org)]),
    task: (org: string, task: string) => setAsked(asked.map((a) => (a.party.org === org ? { ...a, task } : a))),
    free: parties.filter((p) => p.move === 'whistle' && !asked.some((a) => a.party.org === p.org)),
    /** Why each has to report in then, and be done; undefined until there is a situation. */
    reportIn: (org: string) => situation && count(org === asked[0]?.party.org ? situation.leadReport : situation.supportReport, org, now()),
    finish: (org: string) => situation && count(situation.finish, org, now()),
  }
}
export type WhistleDraft = ReturnType<typeof useWhistle>
