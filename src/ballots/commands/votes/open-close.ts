/** Opening and closing: by the clock at the times of the notice, or by the lead when the clock could not. */
import { sql } from 'kysely'
import { shanghaiDay } from '../../../kit/clock.ts'
import type { Tx } from '../../../kit/db.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { mayOpen, saidDay } from '../../rules/index.ts'
import { ballotActs } from '../../rules/life/index.ts'
import { sealKeyOf } from '../../store/vote-keys.ts'
import { turnoutOfVote } from '../../store/turnout.ts'
import { proceedingOf } from '../../store/vote-procedure.ts'
import { changeVote, keepStep, loadVote, recordVote, stateOf, type VoteRow } from '../../store/votes.ts'
import { asClock, done, onVote, type ById, type Done, type Staff } from './on-vote.ts'

/** [B27] Opens a vote whose time has come, if every step before it is there; the refusal names the one that is missing. */
export const openVote = (ctx: Staff, input: ById): Promise<Result<Done>> => onVote(ctx, input, 'open', async ({ row }) => {
  const { tx, at } = ctx
  const today = shanghaiDay(at)
  const { vote, procedure } = await proceedingOf(tx, row, at)
  const may = mayOpen(vote, today, procedure)
  if (!may.ok) return may
  if (row.closes_at && row.closes_at <= at) {
    return refuse({ code: 'window_over', rule: 'B27', explain: { zh: '公告的投票时间已经过了，请撤回后重新公告。', en: 'The time of the notice is over: withdraw the vote and post it anew.' } })
  }
  if (row.opens_at && row.opens_at > at) {
    const day = saidDay(shanghaiDay(row.opens_at))
    return refuse({ code: 'window_early', rule: 'B27', from: row.opens_at.toISOString(),
      explain: { zh: `公告写的是${day.zh}开始投票，还没到。`, en: `The notice says that voting begins on ${day.en}.` } })
  }
  const changed = await changeVote(tx, row, { state: 'open' })
  await keepStep(ctx, row.id, { code: 'window_open', state: 'done', on: today })
  await recordVote(ctx, row, ballotActs.state('ballots.opened', {}))
  return done(changed)
})

/** Whoever casts holds this lock shared until the end of its transaction; closing waits for them, and nobody casts while it waits. */
export const CLOSING_LOCK = (vote: string): string => `vote ${vote}`
const waitForCasts = async (tx: Tx, vote: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${CLOSING_LOCK(vote)}, 0))`.execute(tx)
}

/** Shows the seed of the lottery, which nobody could read until now. As the clock. */
async function seedOf(tx: Tx, row: VoteRow): Promise<{ readonly seed: Buffer } | object> {
  if (row.seed === null) return {}
  const key = await sealKeyOf(tx, { district: row.district, vote: row.id })
  return { seed: Buffer.from(key.open('seed', row.seed), 'hex') }
}

/** [B27] Closes a vote when its time is over, never before: no ballot is taken from then on, on paper neither. */
export const closeVote = (ctx: Staff, input: ById): Promise<Result<Done>> => onVote(ctx, input, 'close', async ({ row, scope }) => {
  const { tx, at } = ctx
  if (row.closes_at && row.closes_at > at) {
    const day = saidDay(shanghaiDay(row.closes_at))
    return refuse({ code: 'window_runs', rule: 'B27', from: row.closes_at.toISOString(),
      explain: { zh: `公告写的是${day.zh}截止，不能提前。`, en: `The notice says until ${day.en}: it cannot end earlier.` } })
  }
  await waitForCasts(tx, row.id)
  const { heads, area, channels } = await asClock(ctx, row, scope, () => turnoutOfVote(tx, row.district, row.id))
  const seed = await asClock(ctx, row, scope, () => seedOf(tx, row))
  const changed = await changeVote(tx, row, { state: 'closed', closed_at: at, ...seed })
  await keepStep(ctx, row.id, { code: 'window_closed', state: 'done', on: shanghaiDay(at) })
  if (channels.paper + channels.door === 0) await keepStep(ctx, row.id, { code: 'paper_entered', state: 'done', on: shanghaiDay(at) })
  await recordVote(ctx, row, ballotActs.state('ballots.closed', { heads, area }))
  return done(changed)
})

/** What the clock does with a vote whose time has come; a vote that may not be opened waits for its lead. */
export async function stepVote(ctx: Staff, { id }: { readonly id: string }): Promise<Result<{ readonly id: string; readonly state: string }>> {
  const row = await loadVote(ctx.tx, ctx.actor.district, id)
  if (!row) return ok({ id, state: 'gone' })
  const state = stateOf(row)
  if (state === 'frozen') return openVote(ctx, { id })
  return state === 'open' ? closeVote(ctx, { id }) : ok({ id, state })
}
