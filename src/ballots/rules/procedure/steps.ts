/** The procedure of a vote as data: what has to happen, until when, and what of it has happened. */
import type { Calendar, CivilDay } from '../../../offices/rules/index.ts'
import type { PackTerms } from '../packs/terms.ts'
import { isHouseholds } from '../households.ts'
import type { CompoundRule, Step, StepCode, StepDone, StepState, Vote } from '../vote.ts'
import { latestStart, periodEnd, yearsAfter, type Due } from './days.ts'
import { checkCollectors, checkScrutineers } from './officials.ts'
import { STEP_WORDS, stepSource } from './words.ts'

/** What a procedure is counted by. `opinionDays`: working days within which branch or street give their opinion; then it goes on without. */
export type Procedure = { readonly terms: PackTerms; readonly rule: CompoundRule; readonly calendar: Calendar; readonly opinionDays: number }

/** Working days for an opinion, until a place says otherwise. */
export const OPINION_DAYS = 5

export const doneOf = (vote: Vote, code: StepDone['code']): StepDone | undefined => vote.done.find((one) => one.code === code)

/** Days for which notice and topics have to be up: the place's own number for meetings between the regular ones, where it has one. Null without. */
export function noticeDays(vote: Vote, { notice }: PackTerms): number | null {
  if (!notice) return null
  return vote.assembly === 'temporary' ? notice.value.temporaryDays ?? notice.value.days : notice.value.days
}

/** Days for which something has to be posted before the vote may open; null for steps that are no posting. */
export function postingDays(code: StepCode, vote: Vote, terms: PackTerms): number | null {
  if (code === 'notice_posted' || code === 'topics_posted') return noticeDays(vote, terms)
  if (code === 'candidates_posted') return terms.candidatesPosted?.value.daysBefore ?? terms.candidatesPosted?.value.days ?? null
  return null
}

const FILED: readonly Vote['matter'][] = ['rules', 'covenant', 'committee']

/** [B17] The steps that a vote has, in order. Which ones follows from its kind, matter and channels; what was not carried has nothing to file. */
export function codesOf(vote: Vote, { terms }: Procedure): readonly StepCode[] {
  const owners = vote.kind !== 'budget'
  const assembly = owners && !isHouseholds(vote.matter)
  const some = (when: boolean, code: StepCode): readonly StepCode[] => (when ? [code] : [])
  return [
    ...some(owners, 'matter_named'), ...some(owners && terms.residentsTold !== undefined, 'residents_told'),
    ...some(vote.matter === 'committee' || vote.assembly === 'first', 'street_told'),
    'notice_posted', 'topics_posted', ...some(vote.kind === 'election', 'candidates_posted'), ...some(assembly, 'branch_opinion'),
    'register_frozen', 'scrutineers_named', ...some(vote.channels.includes('door'), 'collectors_named'), ...some(owners, 'ballots_delivered'), 'window_open',
    'window_closed', ...some(vote.channels.some((channel) => channel !== 'phone'), 'paper_entered'), 'counted', 'result_posted',
    ...some(owners && FILED.includes(vote.matter) && vote.carried !== false, 'filed'), ...some(assembly, 'objections_over'), 'archived',
  ]
}

/** The steps without which a vote may not open. The branch's opinion is none: it informs and never delays. */
export const BEFORE_OPENING: readonly StepCode[] = [
  'matter_named', 'residents_told', 'street_told', 'notice_posted', 'topics_posted', 'candidates_posted', 'register_frozen', 'scrutineers_named',
  'collectors_named',
]

const on = (day: CivilDay | undefined, provisional = false): Due | null => (day === undefined ? null : { day, provisional })

function dueAfterwards(code: StepCode, vote: Vote, { terms, calendar }: Procedure): Due | null {
  const after = (step: StepCode, days: number | undefined): Due | null => {
    const from = doneOf(vote, step)?.on
    return from === undefined || days === undefined ? null : periodEnd(from, days, calendar)
  }
  if (code === 'result_posted') return after('counted', terms.resultPosted?.value.days)
  if (code === 'filed') return after('result_posted', terms.filing?.value.days)
  const posted = doneOf(vote, 'result_posted')?.on
  return code === 'objections_over' && posted !== undefined && terms.revoke ? on(yearsAfter(posted, terms.revoke.value.years)) : null
}

/** [B17] When a step is due: the last day on which it is in time; null where nothing sets one, as before the window is set. */
export function dueOf(code: StepCode, vote: Vote, procedure: Procedure): Due | null {
  const days = postingDays(code, vote, procedure.terms)
  const posted = doneOf(vote, code)?.on
  if (days !== null && posted !== undefined) return periodEnd(posted, days, procedure.calendar)
  if (code === 'branch_opinion') {
    const asked = doneOf(vote, 'branch_asked')?.on ?? doneOf(vote, 'notice_posted')?.on
    return asked === undefined ? null : periodEnd(asked, procedure.opinionDays, procedure.calendar, 'working_day')
  }
  if (code === 'residents_told') return on(doneOf(vote, 'notice_posted')?.on) ?? on(vote.window?.opensOn)
  if (vote.window === null) return dueAfterwards(code, vote, procedure)
  if (code === 'window_closed' || code === 'ballots_delivered') return on(vote.window.closesOn)
  if (days !== null) return latestStart(vote.window.opensOn, days, procedure.calendar)
  return BEFORE_OPENING.includes(code) || code === 'window_open' ? on(vote.window.opensOn) : dueAfterwards(code, vote, procedure)
}

/** Scrutineers and collectors are there when they are the right ones, whatever was ticked. */
function peopleThere(code: StepCode, vote: Vote): boolean | null {
  if (code === 'scrutineers_named') return checkScrutineers(vote.scrutineers).ok
  return code === 'collectors_named' ? checkCollectors(vote.collectors).ok : null
}

function stateOf(code: StepCode, done: StepDone | undefined, due: Due | null, vote: Vote, today: CivilDay, procedure: Procedure): StepState {
  if (peopleThere(code, vote) === true) return 'done'
  if (done?.waived) return 'waived'
  const posting = postingDays(code, vote, procedure.terms) !== null
  if (done && peopleThere(code, vote) === null) return posting && due !== null && today <= due.day ? 'due' : 'done'
  if (code === 'objections_over') return due !== null && today > due.day ? 'done' : 'due'
  if (due === null || today <= due.day) return 'due'
  if (code === 'branch_opinion') return 'waived'
  // delivery is proof; the count needs it only where silence counts
  return code === 'ballots_delivered' && procedure.rule.silence === 'not_counted' ? 'waived' : 'missing'
}

const NO_OPINION = { zh: '支部意见：没有在期限内提出，照常进行', en: 'The branch gave no opinion in time: the vote goes on' }

/** [B17] Every step of a vote with its state on a day, its due day, its words and its article. */
export function stepsOf(vote: Vote, today: CivilDay, procedure: Procedure): readonly Step[] {
  return codesOf(vote, procedure).map((code) => {
    const done = doneOf(vote, code)
    const due = dueOf(code, vote, procedure)
    const state = stateOf(code, done, due, vote, today, procedure)
    return {
      code, state, doneOn: done?.on ?? null, due: due?.day ?? null, provisional: due?.provisional ?? false,
      words: code === 'branch_opinion' && state === 'waived' ? NO_OPINION : STEP_WORDS[code],
      source: code === 'branch_opinion' ? null : stepSource(code, procedure.terms),
    }
  })
}
