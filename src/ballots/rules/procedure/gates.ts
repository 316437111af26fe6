/** What may happen now in a vote. A refusal names the step that is missing and, where that is known, from when it will be possible. */
import { ok, refuse, type Result, type Said, type Source } from '../../../kit/pure.ts'
import { addDays, type CivilDay } from '../../../offices/rules/index.ts'
import { checkWindow } from '../compound-rule.ts'
import { isHouseholds } from '../households.ts'
import { mayDecide } from '../items.ts'
import type { Step, StepCode, Vote } from '../vote.ts'
import { daysBetween, momentOf, periodEnd, saidDay } from './days.ts'
import { checkCollectors, checkScrutineers } from './officials.ts'
import { BEFORE_OPENING, codesOf, doneOf, postingDays, stepsOf, type Procedure } from './steps.ts'

type More = { readonly source?: Source | null; readonly from?: CivilDay }
const refused = (code: string, explain: Said, { source, from }: More = {}): Result<never> =>
  refuse({ code, rule: 'B17', explain, ...(source && { source }), ...(from !== undefined && { from: momentOf(from) }) })
const say = (zh: string, en: string): Said => ({ zh, en })

const POSTED: Readonly<Partial<Record<StepCode, Said>>> = {
  notice_posted: { zh: '公告', en: 'The notice' }, topics_posted: { zh: '议题', en: 'The topics' }, candidates_posted: { zh: '候选人名单', en: 'The list of candidates' },
}

function peopleOf(code: StepCode, vote: Vote): Result<true> | null {
  if (code === 'scrutineers_named') return checkScrutineers(vote.scrutineers)
  return code === 'collectors_named' ? checkCollectors(vote.collectors) : null
}

/** Why a step stands in the way of opening, or null. */
function blocks(step: Step, vote: Vote, today: CivilDay, { terms }: Procedure): Result<never> | null {
  if (step.state === 'done' || step.state === 'waived') return null
  const people = peopleOf(step.code, vote)
  if (people && !people.ok) return people
  const posted = POSTED[step.code]
  const days = postingDays(step.code, vote, terms)
  if (posted && days !== null && step.doneOn !== null && step.due !== null) {
    const [up, full] = [Math.max(0, daysBetween(step.doneOn, today)), saidDay(step.due)]
    return refused(step.code, say(`还不能投票：${posted.zh}才公示了${up}天，到${full.zh}满${days}天。`,
      `Voting cannot begin: ${posted.en.toLowerCase()} has been up for ${up} days; the ${days} days are full on ${full.en}.`),
    { source: step.source, from: addDays(step.due, 1) })
  }
  if (posted) {
    return refused(step.code, say(`还不能投票：${posted.zh}还没有公示${days === null ? '' : `，要公示满${days}天`}。`,
      `Voting cannot begin: ${posted.en.toLowerCase()} is not posted${days === null ? '' : `; it has to be up for ${days} days`}.`), { source: step.source })
  }
  return refused(step.code, say(`还不能投票：还缺“${step.words.zh}”这一步。`, `Voting cannot begin: one step is missing: ${step.words.en}.`), { source: step.source })
}

/** The first day on which voting can begin when the notice is posted on a day: the posting has to be full. Null where the place asks for no days. [B23] */
export function firstOpening(noticedOn: CivilDay, { terms, calendar }: Pick<Procedure, 'terms' | 'calendar'>): { readonly day: CivilDay; readonly days: number
  readonly source: Source } | null {
  const { notice } = terms
  if (!notice) return null
  return { day: addDays(periodEnd(noticedOn, notice.value.days, calendar).day, 1), days: notice.value.days, source: notice.source }
}

/** [B23] Whether a notice posted on a day may name an opening day: not one on which it has not been up for long enough yet. */
export function mayAnnounce(noticedOn: CivilDay, opensOn: CivilDay, procedure: Pick<Procedure, 'terms' | 'calendar'>): Result<true> {
  const first = firstOpening(noticedOn, procedure)
  if (!first || opensOn >= first.day) return ok(true as const)
  const { zh, en } = saidDay(first.day)
  return refuse({ code: 'opens_too_early', rule: 'B23', source: first.source, from: momentOf(first.day), explain: {
    zh: `公告要公示满${first.days}天，最早${zh}开始投票。`, en: `The notice has to be up for ${first.days} days: voting can begin on ${en} at the earliest.` } })
}

/**
 * [B17] Whether voting may begin on a day: the matter is the owners' own, the window fits, and every step before it is there for long enough. The
 * branch's opinion is never waited for. Source: 民法典第二百七十八条, 物业管理条例第十四条 and the place's own.
 */
export function mayOpen(vote: Vote, today: CivilDay, procedure: Procedure): Result<true> {
  const decides = vote.kind === 'motion' && !isHouseholds(vote.matter) ? mayDecide('assembly', vote.matter, procedure.terms) : ok(true as const)
  if (!decides.ok) return decides
  if (vote.window === null) return refused('window_missing', say('还不能投票：没有定投票从哪天到哪天。', 'Voting cannot begin: the days of voting are not set.'))
  // a vote that begins later than its notice says still has to have a window of enough days
  const from = today > vote.window.opensOn ? today : vote.window.opensOn
  const fits = checkWindow(from, vote.window.closesOn, procedure.rule, procedure.terms)
  if (!fits.ok) return fits
  for (const step of stepsOf(vote, today, procedure)) {
    const refusal = BEFORE_OPENING.includes(step.code) ? blocks(step, vote, today, procedure) : null
    if (refusal) return refusal
  }
  if (doneOf(vote, 'window_closed')) return refused('closed_already', say('投票已经截止。', 'Voting has ended.'))
  if (today < vote.window.opensOn) {
    const day = saidDay(vote.window.opensOn)
    return refused('window_early', say(`投票从${day.zh}开始。`, `Voting begins on ${day.en}.`), { from: vote.window.opensOn })
  }
  return ok(true as const)
}

/** [B17] Whether voting may end: it began, and its last day is over. A window is not cut short. */
export function mayClose(vote: Vote, today: CivilDay): Result<true> {
  if (!doneOf(vote, 'window_open')) return refused('not_open', say('投票还没有开始。', 'Voting has not begun.'))
  if (doneOf(vote, 'window_closed')) return refused('closed_already', say('投票已经截止。', 'Voting has ended.'))
  if (vote.window && today <= vote.window.closesOn) {
    const day = saidDay(vote.window.closesOn)
    return refused('window_runs', say(`公告写的是到${day.zh}截止，不能提前。`, `The notice says until ${day.en}: it cannot end earlier.`),
      { from: addDays(vote.window.closesOn, 1) })
  }
  return ok(true as const)
}

/** [B17] Whether choices on paper may be entered: only after the end, so that nobody knows how it stands. */
export function mayEnterPaper(vote: Vote): Result<true> {
  if (doneOf(vote, 'window_closed')) return ok(true as const)
  return refused('before_close', say('投票截止以后才能录入纸质票，免得提前知道结果。', 'Paper is entered after the end of voting, so that nobody knows how it stands.'))
}

/** [B17] Whether a vote may be counted: it ended and all paper is in. */
export function mayCount(vote: Vote, procedure: Procedure): Result<true> {
  if (!doneOf(vote, 'window_closed')) return refused('before_close', say('投票还没有截止，不能计票。', 'Voting has not ended: it cannot be counted.'))
  if (codesOf(vote, procedure).includes('paper_entered') && !doneOf(vote, 'paper_entered')) {
    return refused('paper_entered', say('还不能计票：纸质票没有录完。', 'It cannot be counted: paper ballots are still to be entered.'))
  }
  return ok(true as const)
}

/** [B17] Whether a vote may be put into the archive: counted, its result posted, filed where it has to be. Objections do not wait for it. */
export function mayArchive(vote: Vote, today: CivilDay, procedure: Procedure): Result<true> {
  const before: readonly StepCode[] = ['counted', 'result_posted', 'filed']
  const open = stepsOf(vote, today, procedure).find(({ code, state }) => before.includes(code) && state !== 'done' && state !== 'waived')
  if (!open) return ok(true as const)
  return refused(open.code, say(`还不能归档：还缺“${open.words.zh}”这一步。`, `It cannot be archived: one step is missing: ${open.words.en}.`), { source: open.source })
}
