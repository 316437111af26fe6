import { shanghaiDay } from '../../kit/clock.ts'
import type { Context } from '../../kit/command.ts'
import type { Tx } from '../../kit/db.ts'
import { common } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { setTimer } from '../../kit/jobs.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { isWithin } from '../../places/rules/index.ts'
import { appendAct, type NewAct } from '../../record/index.ts'
import type { Actor } from '../../trust/index.ts'
import { officeActs } from '../rules/acts.ts'
import { checkDay, checkHours, checkYear, mayKeepTime, NATIONAL_CALENDAR, notTheKeeper } from '../rules/index.ts'
import { insertDay, insertHours, insertYear, timeParts, type DayInput, type Entered, type HoursInput } from '../store/time-rows.ts'
import { workingTimeChanged } from '../views/working-time.ts'

/** A year whose holidays are published, with its days as the notice names them. */
export type YearInput = { readonly year: number; readonly source: string
  readonly days: readonly { readonly day: string; readonly work: boolean; readonly name: string }[] }

type Ctx = Context<Actor>

const enteredBy = ({ actor, at }: Ctx): Entered => ({ district: actor.district, post: actor.post, at })

/** Appends the act about the keeper's own post's place: the calendar and hours have no place of their own. */
async function record({ tx, actor, at }: Ctx, what: NewAct['what'], subject: { readonly kind: string; readonly id: string } | null): Promise<void> {
  const post = await tx.selectFrom('post').select(['place', 'path', 'compound_path']).where('district', '=', actor.district)
    .where('id', '=', actor.post ?? '').executeTakeFirstOrThrow()
  await appendAct(tx, { district: actor.district, at, what, channel: 'web', actorPerson: actor.person, actorPost: actor.post, place: post.place,
    path: post.path, compoundPath: post.compound_path, subject })
  workingTimeChanged()
  // whoever keeps clocks counts them anew behind this, some at a time
  await setTimer(tx, { district: actor.district, due: at, kind: 'working_time.changed', subject: newId(), facts: {} })
}

/**
 * Enters that a day is worked or not, other than the calendar says, or takes such an entry back (`work` null). From today on; for the street's
 * director and heads of office. Clocks that run are derived anew by whoever keeps them. [W14]
 */
export async function saveCalendarDay(ctx: Ctx, input: DayInput): Promise<Result<{ readonly day: string }>> {
  if (!mayKeepTime(ctx.actor.postKind)) return refuse(notTheKeeper)
  const checked = checkDay(input.day, shanghaiDay(ctx.at))
  if (!checked.ok) return checked
  await insertDay(ctx.tx, enteredBy(ctx), input)
  const work = input.work === null ? 'national' : input.work ? 'worked' : 'off'
  await record(ctx, officeActs.state('calendar.day_entered', { day: input.day, work }), null)
  return ok({ day: input.day })
}

/** Enters the holidays of a year as the State Council's notice has them, and with that says that they are published. [W7] [W14] */
export async function publishYear(ctx: Ctx, { year, source, days }: YearInput): Promise<Result<{ readonly year: number }>> {
  if (!mayKeepTime(ctx.actor.postKind)) return refuse(notTheKeeper)
  const { years } = await timeParts(ctx.tx, ctx.actor.district)
  const checked = checkYear(year, [...NATIONAL_CALENDAR.published, ...years], days)
  if (!checked.ok) return checked
  for (const day of days) await insertDay(ctx.tx, enteredBy(ctx), { ...day, source })
  await insertYear(ctx.tx, enteredBy(ctx), year, source)
  await record(ctx, officeActs.state('calendar.year_published', { year, days: days.length }), null)
  return ok({ year })
}

/** Saves days and hours as they are, for an import and the demo; nobody's act. */
export async function saveWorkingTime(tx: Tx, district: string, at: Date, given: { readonly days: readonly DayInput[]
  readonly hours: readonly HoursInput[] }): Promise<void> {
  for (const day of given.days) await insertDay(tx, { district, post: null, at }, day)
  for (const hours of given.hours) await insertHours(tx, { district, post: null, at }, hours)
  workingTimeChanged()
}

/**
 * Sets when an organisation of the street's area is on duty, from a day on. Earlier versions stay: clocks that count by one go on by it, as what
 * was promised does not change when an office closes earlier. [W3] [W14]
 */
export async function saveDutyHours(ctx: Ctx, input: HoursInput): Promise<Result<{ readonly id: string }>> {
  const { tx, actor, at } = ctx
  if (!mayKeepTime(actor.postKind)) return refuse(notTheKeeper)
  const org = await tx.selectFrom('org').select(['id', 'path']).where('district', '=', actor.district).where('id', '=', input.org).executeTakeFirst()
  if (org === undefined || !actor.scopes.some((scope) => isWithin(org.path, scope))) return refuse(common.notFound)
  const checked = checkHours(input.week, input.validFrom, shanghaiDay(at))
  if (!checked.ok) return checked
  const id = await insertHours(tx, enteredBy(ctx), input)
  await record(ctx, officeActs.state('duty_hours.set', { org: org.id, hours: id, from: input.validFrom }), { kind: 'org', id: org.id })
  return ok({ id })
}
