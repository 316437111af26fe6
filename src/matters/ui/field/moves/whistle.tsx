/** 吹哨 in an emergency: a plan from the list calls its stations; those that serve this place are filled in. */
import { Chip, RadioCards, PartyBadge, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { planOf, plans, plansFor, situationsFor, stationsOf, type WhistlePlan } from '../../../rules/index.ts'
import { useParties, type MatterDetail, type PlaceParty, type StaffPost } from '../../staff-api.ts'
import { paceWord } from '../../parts/pace-word.ts'
import { useDraft } from '../../../../trust/ui/parts/draft.ts'
import { MoveForm, Part, useFormMove, Words } from '../move-form.tsx'
import { moveWords } from '../move-words.ts'

const empty: { plan: string; without: readonly string[]; difficulty: string } = { plan: '', without: [], difficulty: '' }

type Called = { readonly party: PlaceParty; readonly role: 'lead' | 'support'; readonly task: string }

/** The plans of the situations that this post may blow for: those that fit the category first. */
function plansAllowed(category: string, situations: readonly string[]): readonly WhistlePlan[] {
  const fitting = plansFor(category)
  return [...fitting, ...plans().filter((plan) => !fitting.includes(plan))].filter((plan) => situations.includes(plan.situation))
}

/** The stations of a plan that serve this place, the lead first; the one bound closest to the place stands for its kind. */
function calledBy(plan: WhistlePlan | null, parties: readonly PlaceParty[]): readonly Called[] {
  if (!plan) return []
  const here = parties.filter((party) => party.move === 'whistle')
  return stationsOf(plan).flatMap(({ kind, role, does }) => {
    const party = here.find((one) => one.stationKind === kind && one.firstInLine) ?? here.find((one) => one.stationKind === kind)
    return party ? [{ party, role, task: does.zh }] : []
  })
}

export function WhistleForm({ matter, post }: { matter: MatterDetail; post: StaffPost }) {
  const w = useWords(moveWords)
  const situations = situationsFor(post.kind).map((one) => one.code)
  const allowed = plansAllowed(matter.category, situations)
  // In an emergency the plan made for this kind of matter stands there already; another is one press away.
  const usual = plansFor(matter.category).find((one) => situations.includes(one.situation))
  const { draft, change, clear } = useDraft(`whistle.${matter.id}`, { ...empty, plan: usual?.code ?? '' })
  const { send, busy, error } = useFormMove(matter, 'whistle', clear)
  const parties = useParties(matter.id)
  const plan = planOf(draft.plan)
  const called = calledBy(plan, parties.data ?? [])
  const lead = called.find((one) => one.role === 'lead')
  const supports = called.filter((one) => one.role === 'support' && !draft.without.includes(one.party.org))
  const missing = plan === null ? w.chooseAnswer : parties.data && !lead ? w.whistleNobody : draft.difficulty.trim() === '' ? w.writeSomething
    : undefined
  const asked = ({ party, task }: Called) => ({ org: party.org, task })
  const onSend = () => {
    if (plan && lead) send({ situation: plan.situation, plan: plan.code, difficulty: draft.difficulty, lead: asked(lead),
      supports: supports.map(asked) }, w.whistleDone)
  }
  return <MoveForm matter={matter} title={w.whistle} lead={w.whistleLead} send={w.sendWhistle(supports.length + (lead ? 1 : 0))}
    after={w.afterWhistle} whyNot={missing} busy={busy} error={error} onSend={onSend}>
    <Part title={w.whistlePlan}><PlanChoice plans={allowed} value={plan?.code} onChange={(code) => change({ plan: code, without: [] })} /></Part>
    {plan && <Stations plan={plan} called={called} without={draft.without} post={post} onChange={(without) => change({ without })} />}
    <Words label={w.whistleSaid} value={draft.difficulty} onChange={(event) => change({ difficulty: event.target.value })} />
  </MoveForm>
}

function PlanChoice({ plans: offered, value,
  onChange }: { plans: readonly WhistlePlan[]; value: string | undefined; onChange: (code: string) => void }) {
  const w = useWords(moveWords)
  const say = useSay()
  return <RadioCards legend={w.whistlePlan} value={value} onChange={onChange}
    options={offered.map((plan) => ({ value: plan.code, word: say(plan.name),
      ...(plan.code === value && plan.also ? { note: w.whistleAlso(say(plan.also)) } : {}) }))} />
}

function Stations({ plan, called, without, post, onChange }:
  { plan: WhistlePlan; called: readonly Called[]; without: readonly string[]; post: StaffPost; onChange: (without: readonly string[]) => void }) {
  const w = useWords(moveWords)
  const say = useSay()
  const { lang } = useSettings()
  const terms = situationsFor(post.kind).find((one) => one.code === plan.situation)
  return <Part title={w.whistleWho}>
    <ul>{called.map(({ party, role, task }) => <li key={party.org} className="fd-party">
      {role === 'lead' ? <p><PartyBadge kind={party.kind} name={party.name} lead>{party.name}{lang === 'zh' ? '，' : ', '}{w.whistleLeads}</PartyBadge></p>
        : <Chip checked={!without.includes(party.org)}
          onChange={(on) => onChange(on ? without.filter((org) => org !== party.org) : [...without, party.org])}>{party.name}</Chip>}
      <p className="lk-small">{lang === 'zh' ? task
        : say(stationsOf(plan).find((one) => one.kind === party.stationKind)?.does ?? { zh: task, en: task })}</p>
    </li>)}</ul>
    <p className="lk-small">{w.whistleDoneWhen(say(plan.done))}</p>
    {terms && <p className="lk-small">{w.whistleTimes(paceWord(terms.leadReport, lang), paceWord(terms.finish, lang))}</p>}
  </Part>
}
