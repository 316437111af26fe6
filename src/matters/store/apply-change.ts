import type { Context } from '../../kit/command.ts'
import { statement } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { cancelTimers, sendNotice, setTimer } from '../../kit/jobs.ts'
import { workingTime } from '../../offices/index.ts'
import { appendAct } from '../../record/index.ts'
import { signFollow, type Actor } from '../../trust/index.ts'
import { matterActs } from '../rules/acts.ts'
import type { Change, PartyChange } from '../rules/change.ts'
import { clockOf, clocksAfter, entriesOf, rulingClock, type Clock, type ClockOp } from '../rules/clock-state.ts'
import { supervisedSince } from '../rules/clocks.ts'
import type { Matter } from '../rules/matter.ts'
import { nextTimer } from '../rules/warnings.ts'
import { insertLedger } from './insert-ledger.ts'
import { recipientOf } from './recipients.ts'
import { clocksOf, mapRow, type Locked, type Row } from './load-matter.ts'
import { takeBackWarnings } from './warnings.ts'

const added = (list: readonly string[], one: string | null): string[] => (one === null || list.includes(one) ? [...list] : [...list, one])
const at = (ms: number): Date => new Date(ms)

function partiesAfter(row: Row, changes: readonly PartyChange[]): string[] {
  return [...new Set([...row.parties, ...changes.map((c) => c.org)])].sort()
}

/** The columns that say how the clocks stand: all of them, and for lists the one that rules and since when the street has it on its list. */
export function clockColumns(clocks: readonly Clock[]) {
  const ruling = rulingClock(clocks)
  const supervised = supervisedSince(clocks)
  return {
    clocks: JSON.stringify(clocks), due: ruling ? at(ruling.due) : null, due_kind: ruling?.stage ?? null, due_from: ruling ? at(ruling.from) : null,
    reminded_at: ruling && ruling.rung > 0 && ruling.rungAt !== null ? at(ruling.rungAt) : null,
    supervised_at: supervised === null ? null : at(supervised),
  }
}

function columns(change: Change, { row, matter }: Locked, ctx: Context<Actor>) {
  const { verdict, ended, closedTo, heldBy, heldPost, joinedTo, joinedState, suspended, reviewOn, moneyPath, basisNote, workedBy, passes, ruledTo, ...plain } = change.set
  return {
    ...plain,
    ...(joinedTo !== undefined ? { joined_to: joinedTo } : {}), ...(joinedState !== undefined ? { joined_state: joinedState } : {}),
    ...(suspended !== undefined ? { suspended_at: suspended ? ctx.at : null } : {}), ...(reviewOn !== undefined ? { review_on: reviewOn } : {}),
    ...(moneyPath !== undefined ? { money_path: moneyPath } : {}), ...(basisNote !== undefined ? { basis_note: basisNote } : {}),
    ...(passes !== undefined ? { passes: [...passes] } : {}), ...(ruledTo !== undefined ? { ruled_to: ruledTo } : {}),
    ...(workedBy !== undefined ? { worked_by: workedBy } : {}),
    ...(plain.title === undefined ? {} : { title_from: 'approved' }),
    ...(heldBy !== undefined ? { held_by: heldBy, held_post: heldPost ?? null } : {}),
    ...(verdict ? { ...verdict, judged_at: ctx.at } : verdict === null ? { reached: null, solved: null, satisfied: null, judged_at: null } : {}),
    ...(closedTo ? { closed_to: [...closedTo] } : {}),
    ...(ended ? { ended_at: ctx.at } : {}),
    ...(change.clocks.length > 0 ? clockColumns(clocksAfter(matter.clocks, change.clocks, ctx.at.getTime())) : {}),
    parties: partiesAfter(row, change.parties),
    hands: change.hand ? added(added(row.hands, ctx.actor.person), ctx.actor.post) : row.hands,
    doers: change.work ? added(row.doers, ctx.actor.person) : row.doers,
    doer_orgs: change.work ? added(row.doer_orgs, change.onBehalfOf ?? ctx.actor.org) : row.doer_orgs,
    touched: ctx.at, version: row.version + 1,
  }
}

type Legs = { path: string; compound_path: string; parties: string[]; closed_to: string[] }
/** The legs of visibility that every part of a matter carries. */
export const legsOf = (row: Row): Legs => ({ path: row.path, compound_path: row.compound_path, parties: row.parties, closed_to: row.closed_to })

type Entry = Legs & {
  district: string; id: string; matter: string; at: Date; kind: string; person: string | null
  post: string | null; org: string | null; said: string; seen_by: string; facts: string; act: string
}
const insertEntry = statement<Entry>('matter.entry', (db, p) => db.insertInto('matter_entry').values({
  district: p('district'), id: p('id'), matter: p('matter'), path: p('path'),
  compound_path: p('compound_path'), parties: p('parties'), closed_to: p('closed_to'),
  at: p('at'), kind: p('kind'), person: p('person'), post: p('post'), org: p('org'),
  said: p('said'), seen_by: p('seen_by'), facts: p('facts'), act: p('act'),
}))

/** Saves one organisation's part in a matter. */
export async function saveParty(ctx: Context<Actor>, row: Row, change: PartyChange): Promise<void> {
  const stamps = {
    ...(change.state === 'asked' ? { reported_at: null, finished_at: null } : {}), // asked once more, in a later round
    ...(change.state === 'reported' ? { reported_at: ctx.at } : {}), ...(change.state === 'finished' ? { finished_at: ctx.at } : {}),
    ...(change.reportBy !== undefined ? { report_by: change.reportBy === null ? null : at(change.reportBy) } : {}),
    ...(change.finishBy !== undefined ? { finish_by: change.finishBy === null ? null : at(change.finishBy) } : {}),
    ...(change.role ? { role: change.role } : {}), ...(change.task !== undefined ? { task: change.task } : {}),
    ...(change.outsideNumber ? { outside_number: change.outsideNumber } : {}), state: change.state,
  }
  await ctx.tx.insertInto('matter_party')
    .values({ district: row.district, matter: row.id, org: change.org, ...legsOf(row), role: 'support', ...stamps })
    .onConflict((c) => c.columns(['district', 'matter', 'org']).doUpdateSet(stamps)).execute()
}

/** Carries the due times of departments' own clocks to their parts, where the change moved a clock and did not say the new time itself. */
async function carryDue(ctx: Context<Actor>, row: Row, { clocks, parties }: Change): Promise<void> {
  const said = new Set(parties.filter((p) => p.reportBy !== undefined || p.finishBy !== undefined).map((p) => p.org))
  const now = clocksOf(row)
  for (const { stage, org } of clocks) {
    if (!org || said.has(org) || (stage !== 'report_in' && stage !== 'finish')) continue
    const clock = clockOf(now, stage, org)
    if (!clock) continue // ended: what was due stays as it was
    await ctx.tx.updateTable('matter_party').set(stage === 'finish' ? { finish_by: at(clock.due) } : { report_by: at(clock.due) })
      .where('district', '=', row.district).where('matter', '=', row.id).where('org', '=', org).execute()
  }
}

/**
 * Appends the act of a change and its line in the story, which holds the words that the act may not; and the
 * ledger of its clocks. Answers the entry's id.
 */
export async function recordEntry(ctx: Context<Actor>, row: Row, change: Change): Promise<string> {
  const facts = Object.fromEntries(Object.entries(change.facts).filter(([, value]) => value !== undefined))
  // state() checks name and facts against the declaration
  const what = matterActs.state(`matter.${change.act}` as keyof typeof matterActs.kinds & string, facts as never)
  const [id, act] = [newId(), newId()]
  const recorded = appendAct(ctx.tx, {
    id: act, district: row.district, at: ctx.at, what, channel: change.channel ?? (ctx.actor.kind === 'clock' ? 'clock' : 'web'),
    onBehalfOf: change.onBehalfOf ?? null,
    actorPerson: ctx.actor.person, actorPost: ctx.actor.post,
    place: row.place, path: row.path, compoundPath: row.compound_path === '' ? null : row.compound_path, subject: { kind: 'matter', id: row.id },
    parties: row.parties, closedTo: row.closed_to,
  })
  const told = insertEntry(ctx.tx, {
    district: row.district, id, matter: row.id, ...legsOf(row), at: ctx.at, kind: change.act, person: ctx.actor.person, post: ctx.actor.post,
    org: ctx.actor.org, said: change.said, seen_by: change.seenBy, facts: JSON.stringify(facts), act,
  })
  await Promise.all([recorded, told, keepLedger(ctx, row, change.clocks, act)])
  return id
}

/** The link of a return visit, sent to the phone that was left: it opens this one matter for the days in which it is asked. [M41] */
const visitLink = (row: Row, from: Date, days: number): string =>
  signFollow({ district: row.district, matter: row.id, expires: Math.floor(from.getTime() / 1000) + days * 86_400 })
/** A thread is judged until it ends, which has no day: its link holds as long as a receipt's does. */
const THREAD_DAYS = 30
const linkFor = (template: string, row: Row, at: Date): { readonly link?: string } => (template === 'matter.your_verdict' ? { link: visitLink(row, row.due ?? at, 1) }
  : template === 'matter.thread_verdict' ? { link: visitLink(row, at, THREAD_DAYS) } : {})

/** Sends what a change tells; nobody is told of their own act twice and a reporter without contact is not told. */
export async function tell(ctx: Context<Actor>, row: Row, notices: Change['tell']): Promise<void> {
  const seen = new Set<string>()
  for (const { to, template } of notices) {
    const recipient = recipientOf(to, row)
    if (recipient === null || seen.has(`${recipient} ${template}`)) continue
    seen.add(`${recipient} ${template}`)
    await sendNotice(
      ctx.tx, { district: row.district, channel: recipient.startsWith('contact:') ? 'sms' : 'app', recipient, template,
        facts: { matter: row.id, ...(row.contact === null ? {} : linkFor(template, row, ctx.at)) } },
      ctx.at,
    )
  }
}

/** Appends to the ledger what a change did to the clocks. */
export async function keepLedger(ctx: Context<Actor>, row: Row, ops: readonly ClockOp[], act: string): Promise<void> {
  const entries = entriesOf(ops, ctx.at.getTime())
  if (entries.length === 0) return
  await insertLedger(ctx.tx, entries.map(({ stage, org, kind, why, pace, hours }) => ({
    district: row.district, id: newId(), matter: row.id, ...legsOf(row), stage, org, at: ctx.at, kind, why,
    amount: pace?.amount ?? null, unit: pace?.unit ?? null, hours: hours ?? null, act,
  })))
}

/** Sets the one timer of a matter to what the clock does next with it: first it warns, then it presses. */
export async function setClock(ctx: Context<Actor>, matter: Pick<Matter, 'id' | 'state' | 'clocks'>, district: string): Promise<void> {
  const next = nextTimer(matter, await workingTime(ctx.tx, district), ctx.at.getTime())
  if (next) await setTimer(ctx.tx, { district, due: at(next.at), kind: 'matter.clock', subject: matter.id, facts: { step: next.step } })
}

/**
 * Carries out what a rule decided, in the transaction of the command: the row, its parties, the act and its line in the story, timers and
 * notices. Answers the id of the entry and the row as it now stands.
 */
export async function applyChange(ctx: Context<Actor>, locked: Locked, change: Change): Promise<{ readonly entry: string; readonly row: Row }> {
  const { district, id } = locked.row
  const row = await ctx.tx.updateTable('matter').set(columns(change, locked, ctx)).where('district', '=', district).where('id', '=', id)
    .returningAll().executeTakeFirstOrThrow()
  for (const party of change.parties) await saveParty(ctx, row, party)
  await carryDue(ctx, row, change)
  const entry = await recordEntry(ctx, row, change)
  if (change.clocks.length > 0 || change.set.state !== undefined) {
    await cancelTimers(ctx.tx, id, ['matter.clock'])
    const after = mapRow(row, [])
    await setClock(ctx, after, district)
    await takeBackWarnings(ctx, locked, after)
  }
  await tell(ctx, row, change.tell)
  return { entry, row }
}

