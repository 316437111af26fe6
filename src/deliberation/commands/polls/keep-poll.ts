/** What the organisation that asks does with its poll: draft, post, close, propose a resolution. */
import { sql } from 'kysely'
import { shanghaiDay } from '../../../kit/clock.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { setTimer } from '../../../kit/jobs.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { placeById } from '../../../places/index.ts'
import { ASKERS, closesAt, mayClose, mayOpen, mayStart, pollActs, pollRefusals, proposalOf, type Picture } from '../../rules/opinions/index.ts'
import { changePollState, insertPoll, insertStatements, mapOf, statementsOf } from '../../store/polls.ts'
import { onPoll, recordPoll, type Done, type Staff } from './on-poll.ts'

export type StartPoll = {
  readonly place: string; readonly thread: string | null; readonly question: string; readonly about: string
  readonly opensOn: string; readonly closesOn: string; readonly perPerson: number
  /** What the keeper begins with, as the first statements. */
  readonly statements: readonly string[]
}
const KINDS: readonly string[] = ['community', 'compound', 'building']

const keeperName = async ({ tx, actor }: Staff, org: string): Promise<string> =>
  (await tx.selectFrom('org').select('name').where('district', '=', actor.district).where('id', '=', org).executeTakeFirstOrThrow()).name

/** [OM13] Drafts a poll of a community, compound or building, with the statements that it begins with. Its seed is its id: known to all, chosen by nobody. */
export async function startPoll(ctx: Staff, input: StartPoll): Promise<Result<Done>> {
  const { actor, tx, at } = ctx
  const { org } = actor
  if (!org || !ASKERS.some((kind) => actor.audience.includes(kind))) return refuse(pollRefusals.notAsker)
  const may = mayStart(input, shanghaiDay(at))
  if (!may.ok) return may
  const place = await placeById(tx, actor.district, input.place)
  if (!place || !KINDS.includes(place.kind)) return refuse(common.notFound)
  const reaches = await sql<{ reaches: boolean }>`select ${place.path}::ltree <@ any (app_scopes()) or coalesce(${place.compoundPath}::ltree <@ any (app_scopes()), false) as reaches`.execute(tx)
  if (!reaches.rows[0]?.reaches) return refuse(common.notFound)
  const thread = input.thread === null ? undefined
    : await tx.selectFrom('thread').select(['id', 'path']).where('district', '=', actor.district).where('id', '=', input.thread).executeTakeFirst()
  if (input.thread !== null && !thread) return refuse(common.notFound)
  const id = newId()
  const row = { district: actor.district, id, place: place.id, path: place.path, compound_path: place.compoundPath, keeper: org, thread: input.thread, question: input.question,
    about: input.about, opens_on: input.opensOn, closes_on: input.closesOn, state: 'draft', seed: id, per_person: input.perPerson }
  await insertPoll(tx, row)
  const name = await keeperName(ctx, org)
  await insertStatements(tx, input.statements.map((words, i) => ({ district: actor.district, id: newId(), poll: id, path: place.path, compound_path: place.compoundPath, n: i + 1, words,
    speaker: null, by_post: actor.post, name, state: 'shown', held_for: null, at })))
  await recordPoll(ctx, row, pollActs.state('poll.start', { statements: input.statements.length }))
  return ok({ id, state: 'draft' })
}

/** [OM13] Posts the poll: from its first day on everybody may answer, and at the end of its last day it closes by itself. */
export const openPoll = (ctx: Staff, { id }: { readonly id: string }): Promise<Result<Done>> => onPoll(ctx, id, async (poll, row) => {
  const statements = await statementsOf(ctx.tx, row.district, id, true)
  const may = mayOpen(poll, shanghaiDay(ctx.at), statements.length)
  if (!may.ok) return may
  await changePollState(ctx.tx, row, may.value)
  await setTimer(ctx.tx, { district: row.district, due: new Date(closesAt(poll)), kind: 'poll.close', subject: id, facts: {} })
  await recordPoll(ctx, row, pollActs.state('poll.open', { statements: statements.length }))
  return ok({ id, state: may.value })
})

/** [OM13] Closes it, on its last day or when that is over. Its map is drawn for good a few seconds later. */
export const closePoll = (ctx: Staff, { id }: { readonly id: string }): Promise<Result<Done>> => onPoll(ctx, id, async (poll, row) => {
  const may = mayClose(poll, shanghaiDay(ctx.at))
  if (!may.ok) return may
  await changePollState(ctx.tx, row, may.value)
  await recordPoll(ctx, row, pollActs.state('poll.close', {}))
  return ok({ id, state: may.value })
})

/** [OM18] The text that common ground proposes. Nothing is decided by it, so nothing is written. */
export const draftResolution = (ctx: Staff, { id }: { readonly id: string }) => onPoll(ctx, id, async (_poll, row) => {
  const [map, statements] = [await mapOf(ctx.tx, row.district, id), await statementsOf(ctx.tx, row.district, id, true)]
  if (!map) return refuse(pollRefusals.noCommon)
  const picture = map.map as unknown as Picture // written by the job that draws, alone
  const draft = proposalOf(picture, new Map(statements.map(({ n, words }) => [n, words])))
  return draft.ok ? ok({ words: draft.value.words, from: [...draft.value.from], people: picture.people, groups: picture.groups.length }) : draft
})
