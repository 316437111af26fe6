/** Everything between the draft and the first ballot: notice, doors, steps, opinions, team, withdrawing. */
import { shanghaiDay } from '../../../kit/clock.ts'
import { cancelTimers, setTimer } from '../../../kit/jobs.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { standingOf, workingTime } from '../../../offices/index.ts'
import { checkWindow } from '../../rules/compound-rule.ts'
import { isHouseholds } from '../../rules/households.ts'
import { mayAnnounce } from '../../rules/procedure/gates.ts'
import { checkCollectors, checkScrutineers } from '../../rules/procedure/officials.ts'
import { ballotActs, channelsFor, heldBy, householdsHeldBy, ROLES, type Role, type SAYERS, type STANCES } from '../../rules/life/index.ts'
import { compoundRuleOn, rulesOf } from '../../store/compound-rules.ts'
import { endUnformed } from '../../store/elections.ts'
import { proceedingOf, teamOf, type TeamMember } from '../../store/vote-procedure.ts'
import { changeVote, channelsOfRow, heldByOf, keepStep, kindOf, matterOf, recordVote } from '../../store/votes.ts'
import { done, onVote, type ById, type Done, type Staff } from './on-vote.ts'

const no = (code: string, rule: string, zh: string, en: string): { ok: false } & Result<never> => refuse({ code, rule, explain: { zh, en } })
/** The kind of timer by which a vote opens and closes by itself. */
export const VOTE_TIMER = 'vote.clock'

export type PostNotice = ById & { readonly day: string; readonly opensAt: string; readonly closesAt: string }

/** [B23] Posts the notice: from here on title, words, questions and rules stand. What it is held by is what holds on the day of posting. */
export const postNotice = (ctx: Staff, input: PostNotice): Promise<Result<Done>> => onVote(ctx, input, 'notice', async ({ row }) => {
  const { tx, at } = ctx
  const [opens, closes] = [new Date(input.opensAt), new Date(input.closesAt)]
  if (input.day > shanghaiDay(at)) return no('notice_ahead', 'B23', '公告还没到张贴那天，不能先记。', 'The notice can be entered on the day it is posted, not before.')
  if (opens.getTime() <= at.getTime()) return no('window_past', 'B23', '开始投票的时间要在以后。', 'Voting has to open later than now.')
  if (closes <= opens) return no('window_upside_down', 'B23', '截止时间要晚于开始时间。', 'The vote has to close after it opens.')
  const households = isHouseholds(matterOf(row))
  const own = households || kindOf(row) === 'budget'
  const rule = own ? heldByOf(row).rule : await compoundRuleOn(tx, row.district, row.place, input.day)
  const [kept] = own ? [] : (await rulesOf(tx, row.district, row.place)).filter(({ validFrom, validTo }) => validFrom <= input.day && (validTo === null || input.day <= validTo))
  const held = households ? ok(householdsHeldBy(row.district, input.day)) : heldBy(row.district, input.day, matterOf(row), rule, kept?.id ?? null)
  if (!held.ok) return held
  const { calendar } = await workingTime(tx, row.district, at)
  const announced = own && !households ? ok(true as const) : mayAnnounce(input.day, shanghaiDay(opens), { terms: held.value.terms, calendar })
  if (!announced.ok) return announced
  const window = checkWindow(shanghaiDay(opens), shanghaiDay(closes), rule, held.value.terms)
  if (!own && !window.ok) return window
  const channels = own ? ok(channelsOfRow(row)) : channelsFor(channelsOfRow(row), held.value)
  if (!channels.ok) return channels
  // what a budget is shared by was given when it was started, and stays
  const rules = { ...heldByOf(row), ...held.value }
  const changed = await changeVote(tx, row, { state: 'noticed', notice_on: input.day, opens_at: opens, closes_at: closes, rules, channels: channels.value })
  // the notice names the matter; that its topics were posted too is entered by whoever posted them
  for (const code of households ? ['matter_named', 'topics_posted', 'notice_posted'] : own ? ['topics_posted', 'notice_posted'] : ['matter_named', 'notice_posted']) {
    await keepStep(ctx, row.id, { code, state: 'done', on: input.day })
  }
  for (const due of [opens, closes]) await setTimer(tx, { district: row.district, due, kind: VOTE_TIMER, subject: row.id, facts: {} })
  await recordVote(ctx, row, ballotActs.state('ballots.noticed', { on: input.day, opens: shanghaiDay(opens), closes: shanghaiDay(closes) }))
  return done(changed)
})

export type ManyDone = { readonly id: string; readonly done: number; readonly version: number
  readonly refused: readonly { readonly at: number; readonly code: string; readonly explain: { readonly zh: string; readonly en: string } }[] }

export type Opinion = ById & { readonly saidBy: (typeof SAYERS)[number]; readonly stance: (typeof STANCES)[number]; readonly words: string }

/** [B24] Branch, residents' committee or street say what they think: an annex to the vote, never a condition of it (P09). */
export const giveOpinion = (ctx: Staff, input: Opinion): Promise<Result<Done>> => onVote(ctx, input, 'opinions', async ({ row, standing }) => {
  const { tx, actor, at } = ctx
  if (!actor.org || standing.says !== input.saidBy) return no('not_yours', 'B24', '只能说自己这一方的意见。', 'One gives the opinion of one’s own body alone.')
  const said = { said_by: input.saidBy, stance: input.stance, words: input.words, at }
  await tx.insertInto('vote_opinion').values({ district: row.district, vote: row.id, org: actor.org, ...said })
    .onConflict((c) => c.columns(['district', 'vote', 'org']).doUpdateSet(said)).execute()
  if (input.saidBy === 'branch') await keepStep(ctx, row.id, { code: 'branch_opinion', state: 'done', on: shanghaiDay(at) })
  await recordVote(ctx, row, ballotActs.state('ballots.opinion', { said_by: input.saidBy, stance: input.stance }))
  return done(row)
})

/** Steps that come about by their own commands: nobody ticks them. */
const OWN = new Set(['notice_posted', 'register_frozen', 'scrutineers_named', 'collectors_named', 'window_open', 'window_closed', 'paper_entered', 'counted',
  'result_posted', 'filed', 'archived', 'branch_opinion', 'matter_named'])
const MANUAL = new Set(['residents_told', 'street_told', 'topics_posted', 'ballots_delivered', 'objections_over', 'branch_asked'])
export type Step = ById & { readonly code: string; readonly state: 'done' | 'waived'; readonly day?: string | undefined; readonly reason: string | null }

/** [B24] Enters a step that somebody did outside: told the residents' committee, asked the branch. Waiving one takes a reason. */
export const enterStep = (ctx: Staff, input: Step): Promise<Result<Done>> => onVote(ctx, input, 'steps', async ({ row }) => {
  const day = input.day ?? shanghaiDay(ctx.at)
  if (OWN.has(input.code) || !MANUAL.has(input.code)) return no('no_such_step', 'B24', '这一步不是手工登记的。', 'This step is not entered by hand.')
  if (input.state === 'waived' && !input.reason) return no('reason_needed', 'B24', '不做这一步，请写明原因。', 'Say why this step is left out.')
  if (day > shanghaiDay(ctx.at)) return no('step_ahead', 'B24', '还没到那天，不能先记。', 'That day has not come yet.')
  await keepStep(ctx, row.id, { code: input.code, state: input.state, on: day, reason: input.reason })
  await recordVote(ctx, row, ballotActs.state('ballots.step', { step: input.code, state: input.state, on: day }))
  return done(row)
})

export type Team = ById & { readonly members: readonly { readonly person: string; readonly post: string; readonly role: Role }[] }

/** Of whom a team is: the roster of owners and who has not voted is no business of the firm whose contract is voted on. [P19] */
const MAY_HOLD: readonly string[] = ['captain', 'grid', 'community', 'branch', 'owners', 'street']

const key = (one: { readonly person: string; readonly post: string; readonly role: string }): string => `${one.person} ${one.post} ${one.role}`

/** From the opening on only who has lost the post is replaced, one for one; everybody else stays as they are. */
function mayReplace(team: readonly TeamMember[], members: Team['members']): Result<true> {
  const named = new Set(members.map(key))
  const stay = team.filter(({ orgKind }) => orgKind !== '')
  const many = (all: readonly { readonly role: string }[], role: Role): number => all.filter((one) => one.role === role).length
  const fits = stay.length < team.length && stay.every((one) => named.has(key(one))) && ROLES.every((role) => many(members, role) === many(team, role))
  return fits ? ok(true as const) : no('team_stands', 'B25', '投票开始以后，工作组不换人；只有卸任的人可以由别人接替，一个换一个。',
    'Once voting has begun the team stands: only who has lost the post is replaced, one for one.')
}

/** [B25] Names the team anew. Everybody on it holds a post; whoever was on it before and is not named goes. */
export const nameTeam = (ctx: Staff, input: Team): Promise<Result<Done>> => onVote(ctx, input, 'team', async ({ row }) => {
  const { tx, at } = ctx
  const running = !['draft', 'noticed', 'frozen'].includes(row.state)
  const may = running ? mayReplace(await teamOf(tx, row, at), input.members) : ok(true as const)
  if (!may.ok) return may
  const named = new Map(input.members.map((one) => [`${one.person} ${one.role}`, one]))
  const people = [...new Set(input.members.map(({ person }) => person))]
  const held = new Map(await Promise.all(people.map(async (person) =>
    [person, (await standingOf(tx, row.district, person, at)).filter(({ audience }) => MAY_HOLD.includes(audience)).map(({ post }) => post)] as const)))
  if (input.members.some(({ person, post }) => !held.get(person)?.includes(post))) {
    return no('no_such_post', 'B25', '工作组的人要有在任的岗位；物业、开发商和部门的人不进工作组。', 'Everybody on the team has to hold a post now, and none of the firm, the developer or an outside office.')
  }
  if (![...named.values()].some(({ role }) => role === 'lead')) return no('no_lead', 'B25', '工作组要有一位负责人。', 'A team has a lead.')
  await tx.updateTable('vote_member').set({ until: at }).where('district', '=', row.district).where('vote', '=', row.id).where('until', 'is', null).execute()
  await tx.insertInto('vote_member').values([...named.values()].map((one) => ({ district: row.district, vote: row.id, ...one, since: at })))
    .onConflict((c) => c.columns(['district', 'vote', 'person', 'role']).doUpdateSet((e) => ({ until: null, post: e.ref('excluded.post') }))).execute()
  const scrutineers = [...named.values()].filter(({ role }) => role === 'scrutineer').length
  // before the opening that is asked when it opens
  const { vote } = await proceedingOf(tx, row, at)
  const fit = [vote.scrutineers.length > 0 ? checkScrutineers(vote.scrutineers) : ok(true as const), vote.collectors.length > 0 ? checkCollectors(vote.collectors) : ok(true as const)]
  for (const one of running ? fit : []) if (!one.ok) return one
  await recordVote(ctx, row, ballotActs.state('ballots.team', { members: named.size, scrutineers }))
  return done(await changeVote(tx, row, {}))
})

/** [B22] Takes a vote back before its first ballot, with a reason that is posted. The term that an election was for ends with it. */
export const withdrawVote = (ctx: Staff, input: ById & { readonly reason: string }): Promise<Result<Done>> => onVote(ctx, input, 'withdraw', async ({ row }) => {
  await cancelTimers(ctx.tx, row.id, [VOTE_TIMER])
  const changed = await changeVote(ctx.tx, row, { state: 'withdrawn' })
  await keepStep(ctx, row.id, { code: 'withdrawn', state: 'done', on: shanghaiDay(ctx.at), reason: input.reason })
  await recordVote(ctx, row, ballotActs.state('ballots.withdrawn', {}))
  await endUnformed(ctx, row, 'withdrawn')
  return done(changed)
})

