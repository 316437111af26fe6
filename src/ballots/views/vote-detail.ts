/** One vote as the console shows it. Until the close nobody sees how it stands; who took part is told by building only where thirty or more vote. */
import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import { actAs, type Tx } from '../../kit/db.ts'
import { namesOf } from '../../offices/index.ts'
import { placeById, placesWithin } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { clockOf, rolesOn, standingOf, teamScope } from '../commands/votes/on-vote.ts'
import { isItem, leastOf, stepsOf } from '../rules/index.ts'
import { ballotPackFor } from '../rules/packs/index.ts'
import { firstOpening } from '../rules/procedure/gates.ts'
import { isHouseholds } from '../rules/households.ts'
import { movesFor, ruleLines, type Standing } from '../rules/life/index.ts'
import { bodyOfVote } from '../store/elections.ts'
import { homesOfHeads } from '../store/own-objections.ts'
import { questionsOf } from '../store/paper.ts'
import { turnoutOfVote, type TurnoutSum } from '../store/turnout.ts'
import { proceedingOf, type TeamMember } from '../store/vote-procedure.ts'
import { channelsOfRow, heldByOf, kindOf, loadVote, matterOf, stateOf, stepsOfVote, takenBack, type VoteRow } from '../store/votes.ts'
import { buildingsTold, hex, iso, participationOf, placeName, questionViews, resultOf, roughly, seesAll, tellsTooMuch } from './vote-parts.ts'
import { todosOf } from './vote-todos.ts'

/** Participation building by building: the whole of it for the team, for others where it tells of nobody. P13 */
function buildingsOf(row: VoteRow, { buildings }: TurnoutSum, team: boolean) {
  const { thresholds, buildings: all = [] } = heldByOf(row)
  const told = team ? null : buildingsTold(all.map(({ id, heads }) => ({ id, heads, tookPart: buildings.get(id)?.heads ?? 0 })))
  return all.filter(({ id }) => told?.has(id) ?? true).map(({ id, name, heads }) => ({ id, name, tookPart: buildings.get(id)?.heads ?? 0, titles: heads,
    needed: thresholds ? leastOf(heads, thresholds.quorum.value) : 0 }))
}

/** Doors where the notice has to hang: buildings and staircases of the electorate, with the photo where there is one. */
async function noticesOf(tx: Tx, row: VoteRow) {
  const electorate = await placeById(tx, row.district, row.electorate)
  const doors = electorate === null ? [] : electorate.kind === 'unit' ? [electorate]
    : electorate.kind === 'building' ? await placesWithin(tx, row.district, electorate, 'unit') : await placesWithin(tx, row.district, electorate, 'building')
  const posted = await tx.selectFrom('vote_notice').select(['place', 'posted_on', 'photo']).where('district', '=', row.district).where('vote', '=', row.id).execute()
  const known = new Map(posted.map((one) => [one.place, one]))
  const outside = posted.filter(({ place }) => !doors.some(({ id }) => id === place))
  const extra = await Promise.all(outside.map(async ({ place }) => ({ id: place, name: (await placeName(tx, row.district, place)).name })))
  const codes = await tx.selectFrom('place').select(['id', 'building', 'door_code as code']).where('district', '=', row.district).where('door_code', 'is not', null)
    .where((e) => e.or([e('id', '=', sql<string>`any(${doors.map(({ id }) => id)}::uuid[])`), e('building', '=', sql<string>`any(${doors.map(({ id }) => id)}::uuid[])`)])).execute()
  // a community has several buildings of one name
  const called = doors.map(({ id, name, fullName }) => ({ id, name: electorate?.kind === 'community' ? fullName : name }))
  return [...called, ...extra].map(({ id, name }) => {
    const one = known.get(id)
    return { place: id, name, codes: codes.filter((each) => each.id === id || each.building === id).flatMap(({ code }) => code ?? []), postedOn: one ? shanghaiDay(new Date(one.posted_on)) : null, photo: one?.photo ?? null }
  })
}

const opinionsOf = async (tx: Tx, row: VoteRow) => (await tx.selectFrom('vote_opinion').selectAll().where('district', '=', row.district)
  .where('vote', '=', row.id).orderBy('at').execute()).map(({ org, said_by: saidBy, stance, words, at }) => ({ org, saidBy, stance, words, at: at.toISOString() }))

/** Objections with the homes of who objected from their own page: the team has to know which door it is about. */
async function objectionsOf(tx: Tx, row: VoteRow) {
  const rows = await tx.selectFrom('vote_objection').selectAll().where('district', '=', row.district).where('vote', '=', row.id).orderBy('at').execute()
  const homes = new Map((await homesOfHeads(tx, row.district, rows.flatMap(({ head }) => head ?? []))).map((one) => [one.head, one.homes]))
  return rows.map(({ id, about, words, at, due, answered_at: answered, answer, head }) => ({ id, about, words, at: at.toISOString(), due: due.toISOString(),
    answeredAt: iso(answered), answer, homes: homes.get(head ?? '') ?? null }))
}

/** What scrutineers asked to open and is not over. [B54] */
const openingsOf = async (tx: Tx, row: VoteRow, actor: Actor, at: Date) => (await tx.selectFrom('key_opening').select(['id', 'objection', 'shuts_at', 'first_person'])
  .where('district', '=', row.district).where('vote', '=', row.id).where('opened_at', 'is', null).where('shuts_at', '>', at).orderBy('asked_at').execute())
  .map(({ id, objection, shuts_at: shuts, first_person: first }) => ({ id, objection, shuts: shuts.toISOString(), mine: first === actor.person }))

async function teamView(tx: Tx, row: VoteRow, team: readonly TeamMember[]) {
  const names = await namesOf(tx, row.district, { persons: team.map(({ person }) => person) })
  return team.map(({ person, post, title, org, role }) => ({ person, post, name: names.person(person) ?? '', title, org, role }))
}

/** What list and detail both say of a vote, to somebody who stands to it in this way. */
export async function cardOf(tx: Tx, row: VoteRow, turnout: TurnoutSum, todo: number, standing: Standing) {
  const [place, electorate, names] = await Promise.all([placeName(tx, row.district, row.place), placeName(tx, row.district, row.electorate),
    namesOf(tx, row.district, { orgs: [row.keeper] })])
  return {
    id: row.id, kind: kindOf(row), number: row.number, title: row.title, item: row.item, state: stateOf(row), secret: row.secret, place, electorate,
    keeper: { id: row.keeper, name: names.org(row.keeper)?.name ?? '' }, noticeOn: row.notice_day, opensAt: iso(row.opens_at), closesAt: iso(row.closes_at),
    participation: tellsTooMuch(row, turnout, standing) ? null : participationOf(row, seesAll(row, standing) ? turnout : roughly(turnout, row.kind)), outcome: seesAll(row, standing) ? resultOf(row)?.shown.outcome ?? null : null, todo,
    version: row.version,
  }
}

/** Before the opening the team is named; from then on only who has lost the post is replaced. [B25] */
const isBefore = (row: VoteRow): boolean => ['draft', 'noticed', 'frozen'].includes(row.state)

/** The parts that stand under a vote's row, read in a turn. */
async function partsOf(tx: Tx, row: VoteRow, at: Date) {
  const [proceeding, questions, notices, opinions, objections] = await Promise.all([proceedingOf(tx, row, at),
    questionsOf(tx, row.district, row.id), noticesOf(tx, row), opinionsOf(tx, row), objectionsOf(tx, row)])
  return { ...proceeding, questions, notices, opinions, objections }
}

/** The day until which the court may be asked, once the result is posted. */
const objectionsUntil = (steps: ReturnType<typeof stepsOf>): string | null => steps.find(({ code }) => code === 'objections_over')?.due ?? null

/** Everything of one vote within the actor's reach; null where there is none. Objections are read by the team, and by whoever holds the vote. */
export async function voteDetail(tx: Tx, actor: Actor, id: string, at: Date) {
  const roles = await rolesOn({ tx, actor }, id, at)
  await actAs(tx, teamScope(actor, id, roles))
  const row = await loadVote(tx, actor.district, id)
  if (!row) return null
  const standing: Standing = standingOf(row, actor, roles)
  const [team, keeps] = [standing.roles.length > 0, standing.keeps]
  await actAs(tx, clockOf(row)) // who took part is the clock's to read; what of it is told follows from where the reader stands
  const turnout = await turnoutOfVote(tx, row.district, row.id)
  if (!keeps || team) await actAs(tx, teamScope(actor, id, roles))
  const parts = { ...await partsOf(tx, row, at), turnout }
  const steps = stepsOf(parts.vote, shanghaiDay(at), parts.procedure)
  const todos = await todosOf(tx, row, { team: team || keeps, steps, notices: parts.notices, again: parts.turnout.again, delivered: parts.turnout.delivered, objections: parts.objections })
  const card = await cardOf(tx, row, parts.turnout, todos.length, standing)
  const matter = matterOf(row)
  const result = resultOf(row)
  // what holds is resolved on the day of posting: a draft is told by what holds today
  const first = stateOf(row) === 'draft' && row.kind !== 'budget'
    ? firstOpening(shanghaiDay(at), { terms: isHouseholds(matter) ? heldByOf(row).terms : ballotPackFor(row.district, shanghaiDay(at))?.terms ?? {}, calendar: parts.procedure.calendar }) : null
  return {
    ...card, withdrawn: row.state === 'withdrawn' ? takenBack(row, await stepsOfVote(tx, row.district, row.id)) : null, words: row.words, startedBy: row.started_by, channelsAllowed: [...channelsOfRow(row)], questions: questionViews(parts.questions),
    frozenAt: iso(row.frozen_at), closedAt: iso(row.closed_at), countedAt: iso(row.counted_at), publishedAt: iso(row.published_at),
    objectionsUntil: objectionsUntil(steps), firstOpening: first && { day: first.day, days: first.days }, buildings: buildingsOf(row, parts.turnout, team),
    channels: tellsTooMuch(row, parts.turnout, standing) || (row.kind === 'budget' && !seesAll(row, standing)) ? null : parts.turnout.channels, steps, todos,
    sealed: result === null, result: seesAll(row, standing) ? result?.shown ?? null : null, root: hex(row.root), size: row.size, lottery: hex(row.lottery),
    rules: ruleLines(heldByOf(row), matter !== null && isItem(matter) ? matter : null), notices: parts.notices, opinions: parts.opinions,
    team: await teamView(tx, row, parts.team), objections: parts.objections, election: row.kind === 'election' ? (await bodyOfVote(tx, row.district, row.id))?.id ?? null : null,
    openings: roles.includes('scrutineer') ? await openingsOf(tx, row, actor, at) : [], roles: [...standing.roles], may: movesFor(stateOf(row), standing).filter((move) => move !== 'team' || isBefore(row) || parts.team.some(({ orgKind }) => orgKind === '')),
  }
}
