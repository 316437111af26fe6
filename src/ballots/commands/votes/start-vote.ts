import { sql } from 'kysely'
import { shanghaiDay } from '../../../kit/clock.ts'
import { common } from '../../../kit/http.ts'
import { actAs } from '../../../kit/db.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import { placeById, type PlaceView } from '../../../places/index.ts'
import { householdsChannels, isHouseholds } from '../../rules/households.ts'
import { mayDecide } from '../../rules/items.ts'
import { ballotActs, channelsFor, heldBy, householdsHeldBy, type HeldBy, type STARTERS } from '../../rules/life/index.ts'
import { compoundRuleOn } from '../../store/compound-rules.ts'
import { registerOf } from '../../store/register-rows.ts'
import { recordVote } from '../../store/votes.ts'
import type { Channel, Matter, VoteKind } from '../../rules/vote.ts'
import { clockOf, type Staff } from './on-vote.ts'

export type Question = { readonly title: string; readonly words: string; readonly pick: number
  readonly options: readonly { readonly id: string; readonly label: string; readonly cost?: number | undefined }[] }
export type StartVote = {
  readonly body: 'assembly' | 'committee' | 'residents'; readonly kind: VoteKind; readonly place: string; readonly electorate?: string | undefined; readonly item: Matter | null
  readonly title: string; readonly words: string; readonly startedBy: (typeof STARTERS)[number]; readonly secret: boolean
  readonly channels: readonly Channel[]; readonly questions: readonly Question[]
  readonly seats?: number | undefined; readonly reserves?: number | undefined
}
export type Started = { readonly id: string; readonly number: string; readonly version: number }

type Seat = { readonly place: PlaceView; readonly electorate: string; readonly keeper: string }
const no = (code: string, zh: string, en: string): { ok: false } & Result<never> => refuse({ code, rule: 'B22', explain: { zh, en } })
const notKeeper: Refusal = { code: 'not_yours', rule: 'B22',
  explain: { zh: '表决由保管业主名册的一方来组织。', en: 'A vote is held by whoever keeps the register.' } }

/** [B110] Households of a community, compound, building or staircase: by its community, whoever keeps the owners' register. */
async function householdsSeat({ tx, actor }: Staff, input: StartVote): Promise<Result<Seat>> {
  const asked = await placeById(tx, actor.district, input.place)
  const inside = asked?.kind === 'building' || asked?.kind === 'unit'
  const place = inside && asked.compound ? await placeById(tx, actor.district, asked.compound) : asked
  if (!asked || !place || !['community', 'compound'].includes(place.kind)) return refuse(common.notFound)
  if (!actor.org || !actor.audience.includes('community')) return refuse({ ...notKeeper, rule: 'B110', explain: { zh: '户代表表决由居委会组织。', en: 'A vote of households is held by the residents’ committee.' } })
  return ok({ place, electorate: asked.id, keeper: actor.org })
}

/** Where a vote is held and by whom: a compound whose register the actor keeps, or for a budget their community. */
async function seatOf(ctx: Staff, input: StartVote): Promise<Result<Seat>> {
  if (input.body === 'residents') return householdsSeat(ctx, input)
  const { tx, actor } = ctx
  const place = await placeById(tx, actor.district, input.place)
  const electorate = input.electorate === undefined ? place : await placeById(tx, actor.district, input.electorate)
  if (!place || !electorate) return refuse(common.notFound)
  if (input.kind === 'budget') {
    if (place.kind !== 'community' || !actor.org || !actor.audience.includes('community')) return refuse(notKeeper)
    return ok({ place, electorate: electorate.id, keeper: actor.org })
  }
  const register = place.kind === 'compound' ? await registerOf(tx, actor.district, place.id) : null
  if (!register || !actor.orgs.includes(register.keeper)) return refuse(notKeeper)
  const within = electorate.id === place.id || (electorate.compound === place.id && (electorate.kind === 'building' || electorate.kind === 'unit'))
  if (!within) return no('wrong_electorate', '参加表决的范围要在这个小区里：整个小区、一栋楼或一个单元。', 'The electorate is the compound, or a building or staircase of it.')
  return ok({ place, electorate: electorate.id, keeper: register.keeper })
}

/** What the vote is held by as things stand today; resolved once more when it is posted. A budget has its own rules, given by whoever starts it. */
async function rulesOf({ tx, actor, at }: Staff, input: StartVote): Promise<Result<HeldBy>> {
  const day = shanghaiDay(at)
  if (input.body === 'residents') {
    if (!isHouseholds(input.item)) return no('households_covenant', '户代表一户一票表决的，是居民公约；业主共同决定的事项请发起业主表决。', 'Households vote on their covenant; what owners decide together needs a vote of owners.')
    const ways = householdsChannels(input.channels)
    return ways.ok ? ok(householdsHeldBy(actor.district, day)) : ways
  }
  const rule = await compoundRuleOn(tx, actor.district, input.place, day)
  const held = heldBy(actor.district, day, input.item, input.kind === 'budget' ? { ...rule, phone: input.channels.includes('phone') } : rule, null)
  if (!held.ok || input.kind === 'budget') return held
  if (input.item === null) return no('name_the_item', '请写明是民法典第二百七十八条的哪一项。', 'Name the item of article 278.')
  const may = mayDecide(input.body, input.item, held.value.terms)
  if (!may.ok) return may
  if (input.body === 'committee') return no('committee_meets', '业委会自己的事在业委会会议上定，不发业主选票。', 'The committee decides its own matters in its meeting, without ballots of owners.')
  const channels = channelsFor(input.channels, held.value)
  return channels.ok ? held : channels
}

/** The next number of the place in this year. Counted as the clock: a draft of another keeper has a number too. */
async function nextNumber({ tx, actor, at }: Staff, place: PlaceView, input: StartVote): Promise<string> {
  const year = shanghaiDay(at).slice(0, 4)
  await sql`select pg_advisory_xact_lock(hashtextextended(${`vote number ${place.id} ${input.kind}`}, 0))`.execute(tx)
  await actAs(tx, clockOf({ district: actor.district, path: place.path }))
  const { n } = await tx.selectFrom('vote').select((e) => e.fn.countAll<string>().as('n')).where('district', '=', actor.district)
    .where('place', '=', place.id).where('kind', '=', input.kind).where('number', 'like', `${year}-%`).executeTakeFirstOrThrow()
  await actAs(tx, actor)
  return `${year}-${Number(n) + 1}`
}

/**
 * [B22] Starts a draft: of the owners of a compound, building or staircase by whoever keeps the register, or of a community. A matter of the assembly
 * is never the committee's to decide. Whoever starts it leads its team.
 */
export async function startVote(ctx: Staff, input: StartVote): Promise<Result<Started>> {
  const { tx, actor, at } = ctx
  const { district, person, post } = actor
  const seat = await seatOf(ctx, input)
  if (!seat.ok) return seat
  const rules = await rulesOf(ctx, input)
  if (!rules.ok) return rules
  const [id, number] = [newId(), await nextNumber(ctx, seat.value.place, input)]
  const { place, electorate, keeper } = seat.value
  const row = { district, id, place: place.id, path: place.path, compound_path: place.compoundPath, keeper }
  await tx.insertInto('vote').values({ ...row, kind: input.kind, electorate, number, title: input.title, words: input.words, item: input.item,
    secret: input.secret, state: 'draft', started_by: input.startedBy, rules: JSON.stringify({ ...rules.value, seats: input.seats, reserves: input.reserves }), channels: [...input.channels] }).execute()
  const questions = input.questions.length > 0 ? input.questions : [{ title: input.title, words: '', pick: 1, options: [] }]
  await tx.insertInto('vote_question').values(questions.map((one, i) =>
    ({ district, vote: id, n: i + 1, title: one.title, words: one.words, pick: one.pick, options: JSON.stringify(one.options) }))).execute()
  if (person && post) await tx.insertInto('vote_member').values({ district, vote: id, person, post, role: 'lead', since: at }).execute()
  await recordVote(ctx, row, ballotActs.state('ballots.started', { kind: input.kind, item: input.item ?? undefined, started_by: input.startedBy,
    secret: input.secret }))
  return ok({ id, number, version: 0 })
}
