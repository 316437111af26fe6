/** Paper on its way out and back: deliveries by two people, envelopes at the door or in the box, what happens to a home meanwhile. */
import { sql } from 'kysely'
import { shanghaiDay } from '../../../kit/clock.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import type { EventKind } from '../../rules/events.ts'
import { ballotActs } from '../../rules/life/index.ts'
import type { Delivery } from '../../rules/vote.ts'
import { insertCast } from '../../store/casting.ts'
import { electorsNamed, meant, type ElectorRow, type Named } from '../../store/electors.ts'
import { addTurnout, AGAIN, DELIVERED, slotOf } from '../../store/turnout.ts'
import { changeVote, heldByOf, keepStep, membersOfVote, recordVote, stepsOfVote, type VoteRow } from '../../store/votes.ts'
import { asClock, done, onVote, type ById, type Done, type OnVote, type Staff } from './on-vote.ts'
import type { ManyDone } from './prepare.ts'
import { proxyHolds } from './proxy-holds.ts'

const no = (code: string, zh: string, en: string): Refusal => ({ code, rule: 'B29', explain: { zh, en } })
const NOT_FOUND = no('not_found', '名册里没有这张票。', 'There is no such ballot in the register.')
const TWO = no('two_collectors', '要两位收票人一起，都在工作组里，不能是同一个人。', 'Two collectors of the team have to be there together.')

/** Two different people of the team who may collect. */
async function areCollectors({ tx }: Staff, row: VoteRow, people: readonly string[]): Promise<boolean> {
  const members = await membersOfVote(tx, row.district, row.id)
  return new Set(people).size === 2 && people.every((person) => members.some((one) => one.person === person && one.role !== 'enterer'))
}

export type Delivered = { readonly title: string; readonly how: Delivery; readonly day: string; readonly by: readonly string[]; readonly photo: string | null }

/** [B29] Enters how the ballots of many titles reached their owners, when and by which two people. What is no title of the vote is told; the rest is kept. */
export const enterDeliveries = (ctx: Staff, input: ById & { readonly rows: readonly Delivered[] }): Promise<Result<ManyDone>> =>
  onVote(ctx, input, 'deliveries', async ({ row }) => {
    const { tx, at } = ctx
    const today = shanghaiDay(at)
    const members = new Set((await membersOfVote(tx, row.district, row.id)).map(({ person }) => person))
    const refusals = input.rows.map(({ day, by }) => (day > today ? no('day_ahead', '还没到那天。', 'That day has not come yet.')
      : new Set(by).size !== 2 || by.some((person) => !members.has(person)) ? TWO : null))
    const good = input.rows.filter((_, i) => refusals[i] === null)
    const fresh = await tx.selectFrom('elector_title').select('title').where('district', '=', row.district).where('vote', '=', row.id)
      .where('title', '=', sql<string>`any(${good.map(({ title }) => title)}::uuid[])`).where('delivered_on', 'is', null).forUpdate().execute()
    const { rows } = await sql<{ title: string }>`update elector_title t set delivered_on = r.day, delivered_how = r.how, delivered_by = r.by, photo = r.photo
      from jsonb_to_recordset(${JSON.stringify(good)}::jsonb) as r(title uuid, how text, day date, by uuid[], photo uuid)
      where t.district = ${row.district} and t.vote = ${row.id} and t.title = r.title returning t.title`.execute(tx)
    const kept = new Set(rows.map(({ title }) => title))
    const refused = input.rows.flatMap(({ title }, i) => {
      const refusal = refusals[i] ?? (kept.has(title) ? null : NOT_FOUND)
      return refusal ? [{ at: i, code: refusal.code, explain: refusal.explain }] : []
    })
    if (kept.size > 0) await recordVote(ctx, row, ballotActs.state('ballots.delivered', { titles: kept.size }))
    if (fresh.length > 0) {
      await addTurnout(tx, { district: row.district, vote: row.id, building: row.place, channel: DELIVERED, slot: 0, heads: 0, area: '0', titles: fresh.length })
    }
    const waiting = await tx.selectFrom('elector_title').select('title').where('district', '=', row.district).where('vote', '=', row.id)
      .where('delivered_on', 'is', null).limit(1).execute()
    if (waiting.length === 0) await keepStep(ctx, row.id, { code: 'ballots_delivered', state: 'done', on: today })
    return ok({ id: row.id, done: kept.size, version: row.version, refused })
  })

export type Envelope = Named & { readonly channel: 'paper' | 'door'; readonly envelope: string; readonly collectors: readonly string[]; readonly proxy: string | null }

async function takeOne(ctx: Staff, { row, scope }: OnVote, elector: ElectorRow | undefined, given: Envelope): Promise<Refusal | null> {
  const { tx, at } = ctx
  const { district, id: vote } = row
  if (!elector) return NOT_FOUND
  if (elector.blocked === 'void') return no('slip_void', '这张票条已经作废，补发过新的。', 'This slip is void: a new one was given for it.')
  if (elector.blocked !== null) return no('elector_blocked', '这一户现在不能投票：请先处理它的变化。', 'This home cannot vote now: look into what happened to it first.')
  if (!await areCollectors(ctx, row, given.collectors)) return TWO
  const { proxy } = given
  const bad = proxy === null ? null : await asClock(ctx, row, scope, () => proxyHolds(tx, row, elector, proxy, at))
  if (bad) return bad
  const [counted] = await tx.updateTable('elector').set((e) => ({ casts: e('casts', '+', 1), took_part: true })).where('district', '=', district)
    .where('vote', '=', vote).where('id', '=', elector.id).returning('casts').execute()
  const seq = counted?.casts ?? 1
  await insertCast(tx, { district, vote, elector: elector.id, seq, channel: given.channel, day: shanghaiDay(at), envelope: given.envelope,
    collectors: [...given.collectors], proxy })
  const first = seq === 1
  await addTurnout(tx, { district, vote, building: elector.building ?? row.place, channel: first ? given.channel : AGAIN, slot: slotOf(elector.id),
    heads: first ? elector.heads : 1, area: first ? elector.area : '0', titles: first ? elector.titles : 0 })
  return null
}

/**
 * [B29] Takes in paper ballots in their envelopes: that a home took part is known from here on, its choice stays sealed in the envelope until the vote
 * is closed. Each by two collectors. One that can't be taken is told; the others are.
 */
export const takeEnvelopes = (ctx: Staff, input: ById & { readonly envelopes: readonly Envelope[] }): Promise<Result<ManyDone>> =>
  onVote(ctx, input, 'casts', async (of) => {
    const { row } = of
    if (row.closes_at && row.closes_at <= ctx.at) {
      return refuse({ ...no('vote_closed', '投票已经截止，不能再收票了。', 'Voting has ended: no ballot is taken any more.'), rule: 'B27' })
    }
    const refused: ManyDone['refused'][number][] = []
    const taken = { paper: 0, door: 0 }
    for (const [at, given] of input.envelopes.entries()) {
      // anew for each: two envelopes of one home in one go are two expressions
      const refusal = row.channels.includes(given.channel)
        ? await takeOne(ctx, of, meant(await electorsNamed(ctx.tx, row.district, row.id, [given]), given), given)
        : no('channel_off', '这次表决没有开这种投票方式。', 'This vote has no such way of voting.')
      if (refusal) refused.push({ at, code: refusal.code, explain: refusal.explain })
      else taken[given.channel] += 1
    }
    for (const channel of ['paper', 'door'] as const) {
      if (taken[channel] > 0) await recordVote(ctx, row, ballotActs.state('ballots.envelopes', { channel, ballots: taken[channel] }))
    }
    return ok({ id: row.id, done: taken.paper + taken.door, version: row.version, refused })
  })

export type Happened = ById & Named & { readonly kind: EventKind | 'lifted'; readonly day: string; readonly paper: string }
const BLOCKS: Readonly<Partial<Record<EventKind, string>>> = { died: 'death', changed_hands: 'transferred', court_set_aside: 'court_order', court_struck: 'court_order' }

/** Who may go on for a head: after a sale whoever owns it now, as the register says; nobody while something was said already. As the clock. */
async function successorOf({ tx }: Staff, row: VoteRow, elector: ElectorRow): Promise<string | null> {
  if (elector.casts > 0) return null
  const found = await tx.selectFrom('elector_title as t').innerJoin('title as r', (j) => j.onRef('r.district', '=', 't.district').onRef('r.id', '=', 't.title'))
    .select('r.head').distinct().where('t.district', '=', row.district).where('t.vote', '=', row.id).where('t.elector', '=', elector.id).execute()
  return found.length === 1 ? found[0]?.head ?? null : null
}

/**
 * [B29] A home changes hands, an owner dies, a court orders: entered with the number of the paper shown, and left as a trace that the count names. What was
 * said stands; whoever comes after speaks once if nothing was. `lifted`: whoever comes after was named, the home may vote again.
 */
export const enterChange = (ctx: Staff, input: Happened): Promise<Result<Done>> => onVote(ctx, input, 'changes', async ({ row, scope }) => {
  const { tx } = ctx
  const { kind, day } = input
  const named = input.elector !== undefined || input.code !== undefined
  const elector = named ? meant(await electorsNamed(tx, row.district, row.id, [input]), input) : undefined
  if (named !== (kind !== 'court_stayed') || (named && !elector)) return refuse(NOT_FOUND)
  const change = (set: { readonly blocked: string | null; readonly head?: string }) => tx.updateTable('elector').set(set).where('district', '=', row.district)
    .where('vote', '=', row.id).where('id', '=', elector?.id ?? null)
  const block = async (blocked: string | null): Promise<void> => { await change({ blocked }).execute() }
  // asked of the row as it is when it is written: a ballot that came in by phone meanwhile stands, and nobody comes after it
  const handOn = async (head: string): Promise<boolean> => (await change({ blocked: null, head }).where('casts', '=', 0).returning('id').execute()).length > 0
  if (kind === 'lifted') {
    if (!elector || elector.casts > 0) return refuse(no('said_already', '这一户已经表达过，后来的人不能再投。', 'This home has spoken: nobody comes after.'))
    await block(null)
    await recordVote(ctx, row, ballotActs.state('ballots.lifted', { elector: elector.id }))
    return done(await changeVote(tx, row, {}))
  }
  const head = kind === 'changed_hands' && elector ? await asClock(ctx, row, scope, () => successorOf(ctx, row, elector)) : null
  if (head === null || !await handOn(head)) await block(BLOCKS[kind] ?? null)
  const n = (await stepsOfVote(tx, row.district, row.id)).filter(({ code }) => code.startsWith('event_')).length + 1
  await keepStep(ctx, row.id, { code: `event_${n}`, state: 'done', on: day, reason: input.paper, facts: { kind, elector: elector?.id ?? null } })
  await recordVote(ctx, row, ballotActs.state('ballots.changed', { elector: elector?.id, kind, on: day }))
  return done(await changeVote(tx, row, {}))
})
