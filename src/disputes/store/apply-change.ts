import type { Context } from '../../kit/command.ts'
import { newId } from '../../kit/ids.ts'
import { cancelTimers, sendNotice, setTimer } from '../../kit/jobs.ts'
import { appendAct } from '../../record/index.ts'
import { maskedFields, type Actor } from '../../trust/index.ts'
import { disputeActs } from '../rules/acts.ts'
import type { Change, SideChange } from '../rules/change.ts'
import { nextClockStep } from '../rules/clock.ts'
import { hasEnded } from '../rules/dispute.ts'
import { loadDispute, type Loaded, type Row } from './load-dispute.ts'

type Ctx = Context<Actor>
type Legs = { district: string; dispute: string; committee: string; opened_person: string; team: string[] }
/** The legs of visibility that every part of a dispute carries. */
export const legsOf = (row: Pick<Row, 'district' | 'id' | 'committee' | 'opened_person' | 'team'>): Legs =>
  ({ district: row.district, dispute: row.id, committee: row.committee, opened_person: row.opened_person, team: row.team })

/**
 * Records what was done. The act carries no place but the district, so that nobody reaches it by a path; its party is the committee, and it is
 * closed to captains, board and public.
 */
export async function recordAct(ctx: Ctx, row: Pick<Row, 'district' | 'id' | 'committee' | 'path'>, act: string,
  facts: Change['facts']): Promise<void> {
  const stated = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
  await appendAct(ctx.tx, {
    district: row.district, at: ctx.at, channel: ctx.actor.kind === 'clock' ? 'clock' : 'web',
    // state() checks name and facts against the declaration
    what: disputeActs.state(`dispute.${act}` as keyof typeof disputeActs.kinds & string, stated as never),
    actorPerson: ctx.actor.person, actorPost: ctx.actor.post, path: row.path.split('.')[0] ?? null, subject: { kind: 'dispute', id: row.id },
    parties: [row.committee], closedTo: ['captain', 'board', 'public'],
  })
}

function columns({ set }: Change, row: Row, at: Date) {
  return {
    ...(set.state ? { state: set.state } : {}),
    ...(set.mediator === undefined ? {} : {
      mediator: set.mediator?.person ?? null, mediator_post: set.mediator?.post ?? null, team: set.mediator ? [set.mediator.person] : [],
    }),
    ...(set.declined ? { declined: [...new Set([...row.declined, set.declined])] } : {}),
    ...(set.acceptedOn ? { accepted_on: set.acceptedOn } : {}), ...(set.until ? { until: set.until } : {}),
    ...(set.signedOn ? { signed_on: set.signedOn } : {}), ...(set.endedHow ? { ended_how: set.endedHow } : {}),
    ...(set.state && hasEnded(set.state) ? { ended_at: at } : {}), ...(set.reminded ? { reminded_at: at } : {}), touched: at,
      version: row.version + 1,
  }
}

async function saveSide(ctx: Ctx, row: Row, one: SideChange): Promise<void> {
  await ctx.tx.updateTable('dispute_side').set({
    ...(one.consent ? { consent: one.consent, consent_at: ctx.at, consent_via: one.via ?? null } : {}),
    ...(one.objected ? { objected: one.objected } : {}),
    ...(one.signed === undefined ? {} : one.signed ? { signed_at: ctx.at, signed_via: one.via ?? null } : { signed_at: null, signed_via: null }),
    ...(one.judged ? { judged_at: ctx.at } : {}),
  }).where('district', '=', row.district).where('dispute', '=', row.id).where('side', '=', one.side).execute()
}

async function saveSessions(ctx: Ctx, row: Row, change: Change): Promise<void> {
  const of = () => ctx.tx.updateTable('dispute_session').where('district', '=', row.district).where('dispute', '=', row.id)
  if (change.cancel) await of().set({ state: 'cancelled' }).where('state', '=', 'planned').execute()
  if (change.plan) {
    await ctx.tx.insertInto('dispute_session')
      .values({ ...legsOf(row), id: newId(), at: new Date(change.plan.at), spot: change.plan.spot, state: 'planned' }).execute()
  }
  if (change.held) await of().set({ state: 'held', present: [...change.held.present] }).where('id', '=', change.held.session).execute()
}

async function saveAgreement(ctx: Ctx, row: Row, change: Change): Promise<void> {
  const { tx } = ctx
  const { district, id } = row
  if (change.agreement) {
    const text = { facts: change.agreement.facts, drafted_at: ctx.at, second_needed: change.agreement.secondNeeded, second: null, second_at: null }
    await tx.insertInto('dispute_agreement').values({ ...legsOf(row), ...text })
      .onConflict((c) => c.columns(['district', 'dispute']).doUpdateSet(text)).execute()
    await tx.deleteFrom('dispute_clause').where('district', '=', district).where('dispute', '=', id).execute()
    await tx.insertInto('dispute_clause').values(change.agreement.clauses.map((clause) => ({
      ...legsOf(row), id: newId(), n: clause.n, by_side: clause.by, what: clause.what, until: clause.until, fen: clause.fen, basis: clause.basis,
      state: 'open',
    }))).execute()
  }
  if (change.second) {
    await tx.updateTable('dispute_agreement').set({ second: change.second, second_at: ctx.at }).where('district', '=', district)
      .where('dispute', '=', id).execute()
  }
  if (change.duty) {
    const { n, state, reminded } = change.duty
    await tx.updateTable('dispute_clause').set({ ...(state ? { state, checked_at: ctx.at } : {}), ...(reminded ? { reminded_at: ctx.at } : {}) })
      .where('district', '=', district).where('dispute', '=', id).where('n', '=', n).execute()
  }
}

async function tell(ctx: Ctx, loaded: Loaded, notices: Change['tell']): Promise<void> {
  const { row, sides } = loaded
  const send = (channel: 'app' | 'sms', recipient: string, template: string) =>
    sendNotice(ctx.tx, { district: row.district, channel, recipient, template, facts: { dispute: row.id } }, ctx.at)
  for (const { to, template } of notices) {
    if (to === 'committee') await send('app', `org:${row.committee}`, template)
    if (to === 'mediator' && row.mediator_post) await send('app', `post:${row.mediator_post}`, template)
    if (to !== 'sides') continue
    for (const person of sides.flatMap(({ persons }) => persons)) {
      if ((await maskedFields(ctx.tx, row.district, person))['phone']) await send('sms', `contact:${person}`, template)
    }
  }
}

/** Sets the one timer of a dispute to what the clock does next with it. */
export async function setClock(ctx: Ctx, loaded: Loaded): Promise<void> {
  await cancelTimers(ctx.tx, loaded.row.id, ['dispute.clock'])
  const next = nextClockStep(loaded.dispute)
  if (!next) return
  await setTimer(ctx.tx, { district: loaded.row.district, due: new Date(next.at), kind: 'dispute.clock', subject: loaded.row.id,
    facts: { step: next.step } })
}

/** Carries out what a rule decided, in the transaction of the command; answers the dispute as it now stands. */
export async function applyChange(ctx: Ctx, loaded: Loaded, change: Change): Promise<Loaded> {
  const { district, id } = loaded.row
  const saved = await ctx.tx.updateTable('dispute').set(columns(change, loaded.row, ctx.at)).where('district', '=', district).where('id', '=', id)
    .returning(['team']).executeTakeFirstOrThrow()
  const row = { ...loaded.row, team: saved.team }
  for (const side of change.sides) await saveSide(ctx, row, side)
  await saveSessions(ctx, row, change)
  await saveAgreement(ctx, row, change)
  if (change.said) {
    await ctx.tx.insertInto('dispute_note').values({
      ...legsOf(row), id: newId(), at: ctx.at, kind: change.said.kind, session: change.said.session ?? null, person: ctx.actor.person,
      said: change.said.words,
    }).execute()
  }
  await recordAct(ctx, row, change.act, change.facts)
  const after = await loadDispute(ctx.tx, district, id)
  if (!after) throw new Error('a dispute went out of sight of who changed it')
  await setClock(ctx, after)
  await tell(ctx, after, change.tell)
  return after
}
