/** After the count: who takes office, who leads, who leaves and who moves up, and what the old body hands over. */
import { actAs } from '../../../kit/db.ts'
import { common } from '../../../kit/http.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { workingTime } from '../../../offices/index.ts'
import { electionActs } from '../../rules/election/acts.ts'
import { checkAbsence, nextReserve, vacancies, type Ending } from '../../rules/election/bodies.ts'
import { checkHandOver, HAND_OVER, handOverBy } from '../../rules/election/committee.ts'
import { daysBetween, yearsAfter } from '../../rules/procedure/days.ts'
import { addDays } from '../../../offices/rules/index.ts'
import { bodiesAt, candidatesOf, changeBody, handOverOf, recordBody, seatsOf, type BodyRow, type SeatRow } from '../../store/elections.ts'
import { stateOf } from '../../store/votes.ts'
import { resultOf } from '../../views/vote-parts.ts'
import { givePosts } from './give-posts.ts'
import { bodyDone, onBody, onElection, type BodyDone, type ById, type OnBody, type OnElection, type Staff } from './on-election.ts'

const no = (rule: string, code: string, zh: string, en: string): { ok: false } & Result<never> => refuse({ code, rule, explain: { zh, en } })

type Counted = { readonly votes: Readonly<Record<string, { readonly area: number; readonly heads: number }>>; readonly elected: readonly string[]
  readonly reserves: readonly string[]; readonly outcome: string }

/** What each candidate got, and who was elected or is in reserve, onto their rows; members and reserves of the new term. */
async function writeMembers({ tx, actor: { district } }: Staff, { body, row, day }: OnElection, counted: Counted): Promise<void> {
  for (const one of await candidatesOf(tx, district, row.id)) {
    const { option } = one
    if (option === null || one.state !== 'posted') continue
    const [votes, rank] = [counted.votes[option], counted.reserves.indexOf(option)]
    const state = counted.elected.includes(option) ? 'elected' : rank >= 0 ? 'reserve' : 'not_elected'
    await tx.updateTable('candidate').set({ state, votes_area: votes?.area ?? 0, votes_heads: votes?.heads ?? 0 }).where('district', '=', district)
      .where('vote', '=', row.id).where('id', '=', one.id).execute()
    if (state === 'not_elected') continue
    await tx.insertInto('body_member').values({ district, body: body.id, person: one.officer ?? one.person, candidate: one.id,
      role: state === 'elected' ? 'member' : 'reserve',
      rank: rank >= 0 ? rank + 1 : null, since: day }).execute()
  }
}

/** The old term hands over: its list, with the day by which, where the place sets one. */
async function beginHandOver({ tx, actor: { district }, at }: Staff, { body, terms, day }: OnBody): Promise<void> {
  const { calendar } = await workingTime(tx, district, at)
  const due = handOverBy(day, terms, calendar)?.day ?? null
  for (const old of await bodiesAt(tx, district, body.place)) {
    if (old.state !== 'in_office' || old.id === body.id) continue
    await tx.insertInto('hand_over_item').values(HAND_OVER.map(({ say }, n) => ({ district, body: old.id, n: n + 1, title: say.zh, due }))).execute()
    await tx.updateTable('body_member').set({ until: day, ended_by: 'term' }).where('district', '=', district).where('body', '=', old.id)
      .where('until', 'is', null).execute()
    await changeBody(tx, old, { state: 'handing_over' })
  }
}

export type Seated = BodyDone & { readonly overlap: number }
/**
 * [B104] Those who were elected take office once the result is posted; the term runs from that day, or from the day that was planned if it is
 * later.
 */
export const seatBody = (ctx: Staff, input: ById): Promise<Result<Seated>> => onElection<Seated>(ctx, input, 'prepares', async (of) => {
  const { body, row, day } = of
  if (body.state !== 'planned') return no('B104', 'seated_already', '这一届已经就任了。', 'This term has begun already.')
  if (!['published', 'filed', 'archived'].includes(stateOf(row))) return no('B104', 'result_first', '先公布结果，再就任。', 'The result is posted first.')
  const line = resultOf(row)?.file.line as Counted | undefined // of an election, written by count.ts
  if (line?.outcome !== 'elected' || line.elected.length === 0) return no('B104', 'nobody_elected', '这次没有选出委员，要重新选举。',
    'Nobody was elected: it has to be held again.')
  await writeMembers(ctx, of, line)
  await beginHandOver(ctx, of)
  const years = Math.round((daysBetween(body.from, body.to) + 1) / 365.25)
  const from = body.from > day ? body.from : day
  const to = addDays(yearsAfter(from, years), -1)
  await changeBody(ctx.tx, body, { state: 'in_office', term_from: from, term_to: to })
  await recordBody(ctx, body, electionActs.state('elections.seated', { members: line.elected.length, reserves: line.reserves.length,
    open: Math.max(0, body.seats - line.elected.length), term_from: from, term_to: to }))
  return withPosts(ctx, body)
}, false)

/** The answer of a step that changed who sits: their posts follow, and how many of them also sit on the residents' committee. */
async function withPosts(ctx: Staff, body: BodyRow): Promise<Result<Seated>> {
  const given = await givePosts(ctx, body.id)
  if (!given.ok) return given
  const now = await bodyDone(ctx, body)
  return now.ok ? ok({ ...now.value, overlap: given.value.length }) : now
}

/** Goes on with the scope of the election of a body, so that the names on its list can be read. */
async function inVote<T>({ tx, actor }: Staff, { vote }: BodyRow, work: () => Promise<T>): Promise<T> {
  if (vote !== null) await actAs(tx, { ...actor, votes: [vote] })
  return work()
}

const sitting = async ({ tx }: Staff, body: BodyRow): Promise<readonly SeatRow[]> => (await seatsOf(tx, body.district, body.id))
  .filter(({ until }) => until === null)

/** [B104] Enters whom the first meeting chose to lead: a chair and deputies out of the members. */
export const nameOfficers = (ctx: Staff, input: ById & { readonly chair: string; readonly deputies: readonly string[] }): Promise<Result<Seated>> =>
  onBody<Seated>(ctx, input, 'prepares', async ({ body }) => {
    const members = (await sitting(ctx, body)).filter(({ role }) => role !== 'reserve')
    const named = [input.chair, ...input.deputies]
    if (new Set(named).size < named.length || named.some((person) => !members.some((one) => one.person === person))) {
      return no('B104', 'not_a_member', '主任、副主任要从在任委员里推选，一人一职。', 'Chair and deputies are members, one office each.')
    }
    for (const { person } of members) {
      const role = person === input.chair ? 'chair' : input.deputies.includes(person) ? 'deputy' : 'member'
      await ctx.tx.updateTable('body_member').set({ role }).where('district', '=', body.district).where('body', '=', body.id)
        .where('person', '=', person)
        .where('until', 'is', null).execute()
    }
    await changeBody(ctx.tx, body, {})
    await recordBody(ctx, body, electionActs.state('elections.officers', { deputies: input.deputies.length }))
    return inVote(ctx, body, () => withPosts(ctx, body))
  })

export type EndMember = ById & { readonly person: string; readonly by: Ending; readonly day: string; readonly held: number; readonly missed: number }

/**
 * [B104] A member leaves: resigned, removed by the assembly, sold the home, died, or away from as many meetings as the place says. The first
 * reserve moves up.
 */
export const endMember = (ctx: Staff, input: EndMember): Promise<Result<Seated & { readonly movedUp: boolean }>> => onBody(ctx, input, 'prepares',
  async ({ body, terms, day }) => {
  const { tx } = ctx
  const members = await sitting(ctx, body)
  const leaving = members.find(({ person }) => person === input.person)
  if (!leaving) return refuse(common.notFound)
  if (input.day > day || input.day < leaving.since) return no('B104', 'day_ahead', '日子要在就任以后、今天以前。', 'The day lies between taking office and today.')
  const may = input.by === 'absent' ? checkAbsence(input.held, input.missed, terms) : ok(true as const)
  if (!may.ok) return may
  const of = (person: string) => tx.updateTable('body_member').where('district', '=', body.district).where('body', '=', body.id)
    .where('person', '=', person)
    .where('until', 'is', null)
  await of(leaving.person).set({ until: input.day, ended_by: input.by }).execute()
  const rest = members.filter(({ person }) => person !== leaving.person)
  const next = leaving.role !== 'reserve' && vacancies(body.seats, rest) > 0 ? nextReserve(rest) : null
  if (next) await of(next.person).set({ role: 'member', rank: null }).execute()
  await changeBody(tx, body, {})
  await recordBody(ctx, body, electionActs.state('elections.member_ended', { ended_by: input.by, moved_up: next !== null, on: input.day }))
  const done = await inVote(ctx, body, () => withPosts(ctx, body))
  return done.ok ? ok({ ...done.value, movedUp: next !== null }) : done
})

export type HandOver = ById & { readonly n: number; readonly handed: boolean; readonly note: string }

/** [B75] One line of the hand-over: given, or what is missing and why. When nothing is open any more the old term is over. */
export const handOver = (ctx: Staff, input: HandOver): Promise<Result<BodyDone>> => onBody(ctx, input, 'prepares', async ({ body, day }) => {
  const { tx } = ctx
  if (body.state !== 'handing_over') return no('B75', 'no_hand_over', '这一届没有在交接。', 'This term is not handing over.')
  if (!input.handed && input.note.trim() === '') return no('B75', 'reason_missing', '没有交出来，请写明缺什么、为什么。', 'Say what is missing and why.')
  const given = input.handed ? day : null
  const found = await tx.updateTable('hand_over_item').set({ handed_on: given, note: input.note.trim() || null })
    .where('district', '=', body.district)
    .where('body', '=', body.id).where('n', '=', input.n).returning('n').execute()
  if (found.length === 0) return refuse(common.notFound)
  const lines = (await handOverOf(tx, body.district, body.id)).flatMap(({ n, handedOn, note }) => {
    const item = HAND_OVER[n - 1]
    return item ? [{ code: item.code, handed: handedOn !== null, reason: note ?? '' }] : []
  })
  await changeBody(tx, body, checkHandOver(lines).ok ? { state: 'ended' } : {})
  await recordBody(ctx, body, electionActs.state('elections.handed_over', { n: input.n, handed: input.handed, ...(given ? { on: given } : {}) }))
  return bodyDone(ctx, body)
})
