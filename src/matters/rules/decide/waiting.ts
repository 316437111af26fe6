import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { dayOf, startOf, type Pace } from '../../../offices/rules/index.ts'
import { change, type Change } from '../change.ts'
import { clockOf, ledgerOf, stopped } from '../clock-state.ts'
import { begin, changePace, pauseAll, resumeAll, type Moment } from '../clocks.ts'
import type { Matter, Standing } from '../matter.ts'
import { mayMove } from '../moves.ts'
import { MONEY_PACK, moneyPathOf } from '../packs/money-paths.ts'

const DAY = 86_400_000

/**
 * [M36] Put aside 挂账: only with a way to the money, and with a day on which it is looked at again, no later than the way allows. Its clocks stand
 * still until then. *Source: realism 6.*
 */
export function decideSuspend(
  matter: Matter, standing: Standing, given: { readonly path: string; readonly reviewOn: string; readonly note: string }, moment: Moment,
): Result<Change> {
  const may = mayMove('suspend', matter, standing)
  if (!may.ok) return may
  const path = moneyPathOf(given.path)
  if (!path) {
    return refuse({ code: 'no_money_path', rule: 'M36',
      explain: { zh: '还不能挂账：要先选钱从哪来，再定回头看的日子。', en: 'Not yet: choose where the money comes from, and a day to look at it again.' } })
  }
  const days = Math.round((startOf(given.reviewOn) - startOf(dayOf(moment.at))) / DAY)
  if (!(days >= 1 && days <= path.mostDays)) {
    return refuse({ code: 'bad_review_day', rule: 'M36', source: path.source, explain: { zh: `回头看的日子要在明天到${path.mostDays}天之内。`,
      en: `The day of review lies between tomorrow and ${path.mostDays} days from now.` } })
  }
  return ok(change('suspend', {
    facts: { path: path.code, days, pack: `${MONEY_PACK.id}:${MONEY_PACK.version}` }, said: given.note, set: { suspended: true, reviewOn: given.reviewOn, moneyPath: path.code },
    clocks: [...pauseAll(matter, 'suspended'), begin({ stage: 'review', pace: { amount: days, unit: 'day' }, by: matter.accountable, why: 'suspended' }, moment)],
    tell: [{ to: 'reporter', template: 'matter.suspended' }, { to: 'holder', template: 'matter.suspended' }],
  }))
}

/** [M36] Taken up again: every clock goes on where it stood, later by what was paused. */
export function decideResume(matter: Matter, standing: Standing, note: string, moment: Moment): Result<Change> {
  const may = mayMove('resume', matter, standing)
  return may.ok ? ok(change('resume', {
    said: note, set: { suspended: false, reviewOn: null },
    clocks: [...stopped(matter.clocks, 'resumed', ['review']), ...resumeAll(matter, 'resumed', moment)],
    tell: [{ to: 'reporter', template: 'matter.resumed' }, { to: 'holder', template: 'matter.resumed' }],
  })) : may
}

/** How often a deadline may be extended, and by how many working days at once. */
export const EXTENSIONS = { most: 2, mostDays: 15 } as const

/** The finishing clock that somebody works under: their own in a whistle, else the matter's. */
const finishOf = (matter: Matter, org: string | null) => clockOf(matter.clocks, 'finish', org) ?? clockOf(matter.clocks, 'finish')

/** [M37] A longer time is asked for before the old one is over, with a reason that the reporter is told too. */
export function decideAskExtension(
  matter: Matter, standing: Standing, given: { readonly days: number; readonly why: string }, { at }: Moment,
): Result<Change> {
  const may = mayMove('ask_extension', matter, standing)
  if (!may.ok) return may
  const clock = finishOf(matter, standing.party?.org ?? null)
  if (!clock || clock.state === 'paused') {
    return refuse({ code: 'no_clock', rule: 'M37', explain: { zh: '现在没有在走的办结时限，不用延期。', en: 'No time to finish is running: there is nothing to extend.' } })
  }
  if (clock.due <= at) {
    return refuse({ code: 'too_late', rule: 'M37', explain: { zh: '已经超时，不能再申请延期：延期要在到期前提出。', en: 'It is over already: a longer time is asked for before the old one ends.' } })
  }
  if (matter.extended >= EXTENSIONS.most || given.days < 1 || given.days > EXTENSIONS.mostDays) {
    return refuse({ code: 'too_much', rule: 'M37', explain: { zh: `一件事最多延期${EXTENSIONS.most}次，每次不超过${EXTENSIONS.mostDays}个工作日。`,
      en: `At most ${EXTENSIONS.most} extensions, each of at most ${EXTENSIONS.mostDays} working days.` } })
  }
  return ok(change('ask_extension', { facts: { days: given.days }, said: given.why, tell: [{ to: 'accountable', template: 'matter.extension_asked' },
    ...(matter.heldBy === matter.accountable ? [{ to: 'street' as const, template: 'matter.extension_asked' as const }] : [])] }))
}

/** A pace with so many working days more: hours and minutes by as many days of eight. */
function longer(pace: Pace, days: number): Pace {
  if (pace.unit === 'working_day' || pace.unit === 'day') return { amount: pace.amount + days, unit: pace.unit }
  if (pace.unit === 'minute') return { amount: pace.amount + days * 1440, unit: 'minute' }
  return { amount: pace.amount + days * (pace.unit === 'hour' ? 24 : 7), unit: pace.unit }
}

export type AskedExtension = { readonly org: string; readonly days: number }

/** [M37] Granted or not, by another office than the one that asked; a longer time to finish moves the reply by the same days. */
export function decideExtension(
  matter: Matter, standing: Standing & { readonly org: string | null }, asked: AskedExtension,
  given: { readonly granted: boolean; readonly note: string }, moment: Moment,
): Result<Change> {
  const may = mayMove('decide_extension', matter, standing)
  if (!may.ok) return may
  if (standing.org === null || standing.org === asked.org) {
    return refuse({ code: 'own_request', rule: 'M37', explain: { zh: '自己申请的延期，要由另一家来批。', en: 'Who asked does not decide: another office does.' } })
  }
  const told = [{ to: { org: asked.org }, template: given.granted ? 'matter.extended' as const : 'matter.not_extended' as const }]
  if (!given.granted) return ok(change('decide_extension', { facts: { granted: false }, said: given.note, seenBy: 'staff', tell: told }))
  const own = clockOf(matter.clocks, 'finish', asked.org) ? asked.org : null
  const ops = (['finish', 'reply'] as const).flatMap((stage) => {
    const org = stage === 'finish' ? own : null
    const pace = ledgerOf(matter.ledger, stage, org).findLast((entry) => entry.pace)?.pace
    return pace ? changePace(matter, { stage, pace: longer(pace, asked.days), by: own ?? matter.heldBy, why: 'extended', org }, moment) : []
  })
  return ok(change('decide_extension', {
    facts: { granted: true, days: asked.days }, said: given.note, set: { extended: matter.extended + 1 }, clocks: ops,
    tell: [...told, { to: 'reporter', template: 'matter.extended' }],
  }))
}
