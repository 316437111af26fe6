/** Lists of votes: in the actor's reach, and for everybody. */
import { shanghaiDay } from '../../kit/clock.ts'
import { actAs, type Tx } from '../../kit/db.ts'
import { standingOf as postsHeld } from '../../offices/index.ts'
import type { Actor } from '../../trust/index.ts'
import { clockOf, standingOf } from '../commands/votes/on-vote.ts'
import { isItem, stepsOf } from '../rules/index.ts'
import { ruleLines } from '../rules/life/index.ts'
import { questionsOf } from '../store/paper.ts'
import { NOBODY, turnoutOfVote, type TurnoutSum } from '../store/turnout.ts'
import { proceedingOf } from '../store/vote-procedure.ts'
import { channelsOfRow, heldByOf, kindOf, loadVote, matterOf, stateOf, stepsOfVote, takenBack, votes, type VoteRow } from '../store/votes.ts'
import { cardOf } from './vote-detail.ts'
import { slipsTold } from './slips.ts'
import { hex, iso, isFew, participationOf, placeName, questionViews, resultOf, roughly } from './vote-parts.ts'

const MOST = 100

/** The votes that somebody may see, newest first: of a place, or of everything in reach, and those whose team they are on. */
export async function listVotes(tx: Tx, actor: Actor, { place, kind }: { readonly place?: string | undefined; readonly kind?: string | undefined }, at: Date) {
  const named = actor.person === null ? [] : await tx.selectFrom('vote_member').select(['vote', 'role', 'post']).where('district', '=', actor.district)
    .where('person', '=', actor.person).where('until', 'is', null).execute()
  const held = new Set(actor.person === null || named.length === 0 ? [] : (await postsHeld(tx, actor.district, actor.person, at)).map(({ post }) => post))
  const teams = named.filter(({ post }) => held.has(post))
  await actAs(tx, { ...actor, votes: [...new Set(teams.map(({ vote }) => vote))] })
  const rows = await votes(tx, actor.district).$if(place !== undefined, (q) => q.where('vote.place', '=', place ?? ''))
    .$if(kind !== undefined, (q) => q.where('vote.kind', '=', kind ?? '')).orderBy('vote.id', 'desc').limit(MOST).execute()
  // who took part is the clock's to read; what of it is told follows from where the reader stands
  const turnouts = new Map<string, TurnoutSum>()
  const [first] = rows
  if (first) await actAs(tx, clockOf(first))
  for (const row of rows) turnouts.set(row.id, await turnoutOfVote(tx, row.district, row.id))
  await actAs(tx, actor)
  return { items: await Promise.all(rows.map(async (row) => {
    const turnout = turnouts.get(row.id) ?? NOBODY
    const standing = standingOf(row, actor, teams.filter(({ vote }) => vote === row.id).map(({ role }) => role))
    // how many doubts wait is for whoever looks into them
    const waits = standing.roles.length > 0 || standing.keeps ? turnout.again : 0
    return cardOf(tx, row, turnout, stateOf(row) === 'open' || stateOf(row) === 'closed' ? waits : 0, standing)
  })) }
}

const OPEN_TO_ALL = ['noticed', 'frozen', 'open', 'closed', 'counted', 'published', 'filed', 'archived', 'withdrawn'] as const

async function publicCard(tx: Tx, row: VoteRow) {
  const [place, electorate] = await Promise.all([placeName(tx, row.district, row.place), placeName(tx, row.district, row.electorate)])
  // how it came out is told once it was posted
  const outcome = row.published_at === null ? null : resultOf(row)?.shown.outcome ?? null
  return { id: row.id, kind: kindOf(row), number: row.number, title: row.title, state: stateOf(row), place: row.place, placeName: place.name, electorateName: electorate.name,
    opensAt: iso(row.opens_at), closesAt: iso(row.closes_at), outcome }
}

/** Votes of a compound or community that were posted, for everybody; `tx` is the clock's, because the public reaches no place. */
export async function publicVotes(tx: Tx, district: string, place: string) {
  const rows = await votes(tx, district).where('vote.place', '=', place).where('vote.state', 'in', OPEN_TO_ALL)
    .where((e) => e.or([e('vote.state', '!=', 'withdrawn'), e('vote.notice_on', 'is not', null)])).orderBy('vote.id', 'desc').limit(MOST).execute()
  return { items: await Promise.all(rows.map((row) => publicCard(tx, row))) }
}

/** One vote for everybody: totals, rules, root; nothing of a building or a home. Null where it is a draft or none. */
export async function publicVote(tx: Tx, district: string, id: string, at: Date) {
  const row = await loadVote(tx, district, id)
  if (!row || row.state === 'draft' || (row.state === 'withdrawn' && row.notice_day === null)) return null
  const [{ vote, procedure }, turnout, questions] = await Promise.all([proceedingOf(tx, row, at), turnoutOfVote(tx, district, id), questionsOf(tx, district, id)])
  const opinions = await tx.selectFrom('vote_opinion').select(['said_by as saidBy', 'stance', 'words', 'at']).where('district', '=', district).where('vote', '=', id)
    .orderBy('at').execute()
  const [steps, matter, posted] = [stepsOf(vote, shanghaiDay(at), procedure), matterOf(row), row.published_at !== null]
  return {
    ...await publicCard(tx, row), withdrawn: row.state === 'withdrawn' ? takenBack(row, await stepsOfVote(tx, district, id)) : null, words: row.words, item: row.item, secret: row.secret, noticeOn: row.notice_day, questions: questionViews(questions),
    participation: isFew(row, turnout) && !posted ? null : participationOf(row, posted ? turnout : roughly(turnout, row.kind)),
    slips: row.kind === 'budget' ? await slipsTold(tx, row) : [], channelsAllowed: [...channelsOfRow(row)],
    rules: ruleLines(heldByOf(row), matter !== null && isItem(matter) ? matter : null), steps,
    opinions: opinions.map(({ at: on, ...one }) => ({ ...one, at: on.toISOString() })), sealed: row.root === null,
    result: posted ? resultOf(row)?.shown ?? null : null, root: hex(row.root), size: row.size, lottery: hex(row.lottery),
    seed: row.closed_at === null ? null : hex(row.seed), objectionsUntil: steps.find(({ code }) => code === 'objections_over')?.due ?? null,
  }
}
