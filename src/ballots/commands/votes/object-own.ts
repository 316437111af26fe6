/** An owner objects to a vote of their compound, from their own page. */
import { shanghaiDay } from '../../../kit/clock.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { addDays, startOf } from '../../../offices/rules/index.ts'
import { workingTime } from '../../../offices/index.ts'
import { isHouseholds, OPINION_DAYS, periodEnd } from '../../rules/index.ts'
import { ballotActs, type ABOUTS } from '../../rules/life/index.ts'
import { mayObject } from '../../rules/procedure/objections.ts'
import { homesOfHeads, objectionsOfHeads } from '../../store/own-objections.ts'
import type { OwnHead } from '../../store/own-heads.ts'
import { loadVote, matterOf, recordVote, stateOf, stepsOfVote, type VoteRow } from '../../store/votes.ts'
import type { Staff } from './on-vote.ts'

export type OwnObjecting = { readonly vote: string; readonly about: (typeof ABOUTS)[number]; readonly words: string; readonly own: readonly OwnHead[]
  /** Who opened them, to be told of the answer. */
  readonly person: string }

/** Whether one's head may object to a vote on a day, with how many of one's own wait. */
export async function mayHeadObject({ tx, at }: Pick<Staff, 'tx' | 'at'>, row: VoteRow, open: number): Promise<Result<true>> {
  const { calendar } = await workingTime(tx, row.district, at)
  const posted = (await stepsOfVote(tx, row.district, row.id)).find(({ code }) => code === 'result_posted')?.on ?? null
  return mayObject({ noticedOn: row.notice_day, postedOn: posted, over: ['draft', 'withdrawn'].includes(stateOf(row)), today: shanghaiDay(at), calendar, open })
}

/** The head as which somebody objects to a vote: one with a title in its compound, their own right before a proxy's. */
export async function headFor({ tx }: Pick<Staff, 'tx'>, row: VoteRow, own: readonly OwnHead[]): Promise<string | null> {
  const mine = own.filter(({ vote }) => vote === null || vote === row.id).sort((a, b) => Number(a.as === 'proxy') - Number(b.as === 'proxy'))
  const homes = await homesOfHeads(tx, row.district, mine.map(({ head }) => head))
  return mine.find(({ head }) => homes.some((one) => one.head === head && one.compound === row.place))?.head ?? null
}

/**
 * [B35] Takes an objection of an owner whose phone opened their ballots; the ballot team answers within five working days, and the owner is told
 * by SMS and reads it on the same page. Runs as the clock. A vote of another compound is not found.
 */
export async function objectAsOwner(ctx: Staff, { vote, about, words, own, person }: OwnObjecting): Promise<Result<{ readonly id: string; readonly due: string }>> {
  const { tx, actor: { district }, at } = ctx
  const row = await loadVote(tx, district, vote)
  const head = row && !isHouseholds(matterOf(row)) ? await headFor(ctx, row, own) : null
  if (!row || head === null) return refuse({ ...common.notFound, rule: 'B35' })
  const open = (await objectionsOfHeads(tx, district, [head])).filter((one) => one.vote === vote && one.answered === null).length
  const may = await mayHeadObject(ctx, row, open)
  if (!may.ok) return may
  const { calendar } = await workingTime(tx, district, at)
  const { day } = periodEnd(shanghaiDay(at), OPINION_DAYS, calendar, 'working_day')
  const [id, due] = [newId(), new Date(startOf(addDays(day, 1)))]
  await tx.insertInto('vote_objection').values({ district, vote, id, about, words, at, due, head, person }).execute()
  await recordVote(ctx, row, ballotActs.state('ballots.objected', { about }))
  return ok({ id, due: due.toISOString() })
}
