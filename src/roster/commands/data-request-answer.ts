import { sql } from 'kysely'
import { actAs } from '../../kit/db.ts'
import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { sendNotice } from '../../kit/jobs.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { appendAct } from '../../record/index.ts'
import { clockActor, erasePerson, personKey, revealValue, type Actor, type EraseHook, type SealedField } from '../../trust/index.ts'
import { mayAnswer, opensTies, ownFileActs, type Answer } from '../rules/own-file/index.ts'
import { lockRequest, settleRequest, type RequestRow } from '../store/data-request.ts'
import { tiesOfSame } from '../store/own-ties.ts'
import { decideConflict } from './import/decide-conflict.ts'
import { markDeletion, waitingOf } from './data-request-ask.ts'

/** What the answering takes from the app: the district's path, and what else is deleted with a person. */
export type Erasing = { readonly path: string; readonly hooks: readonly EraseHook[] }

const homeOf = async ({ tx, actor }: Context<Actor>, dweller: string): Promise<string> => (await tx.selectFrom('dweller').select('home')
  .where('district', '=', actor.district).where('id', '=', dweller).executeTakeFirstOrThrow()).home

/** Deletes everything of whoever asked: all ties that their phone opened. The worker's reach ends at their community, the clock's does not. */
async function erase({ tx, actor, at }: Context<Actor>, { path, hooks }: Erasing, row: RequestRow): Promise<void> {
  const clock = clockActor(actor.district, path)
  await actAs(tx, clock)
  const ties = await tiesOfSame(tx, actor.district, row.dweller)
  const persons = new Set([row.person, ...opensTies(ties, row.dweller).map(({ person }) => person)])
  for (const person of persons) {
    await erasePerson(tx, clock, person, at, { reason: 'asked', hooks, channel: 'web', by: { person: actor.person, post: actor.post } })
  }
  await actAs(tx, actor)
}

/**
 * Answers a request: done or refused with a reason, always in words to the person, sealed with their key. A correction that is done takes the place
 * of
 * what stood there; a deletion that is done destroys the key, and what was answered with it. [RO56] [RO57]
 */
export async function answerRequest(
  ctx: Context<Actor>, input: Answer & { readonly id: string; readonly version: number }, erasing: Erasing,
): Promise<Result<{ readonly id: string; readonly version: number }>> {
  const { tx, actor, at } = ctx
  const { district } = actor
  const [row] = await lockRequest(tx, { district, id: input.id })
  if (!row) return refuse(common.notFound)
  const may = mayAnswer(actor.audience, row.state, input)
  if (!may.ok) return may
  if (row.version !== input.version) return refuse(common.stale)
  const done = input.outcome === 'done'
  const erased = done && row.kind === 'delete' && row.asked_by === 'self'
  const key = await personKey(tx, district, row.person)
  if (!key) return refuse(common.notFound)
  const home = await homeOf(ctx, row.dweller)
  const version = await settleRequest(tx, district, row.id, { state: input.outcome, at, post: actor.post, reason: done ? null : input.reason,
    answer: erased ? null : key.seal('request_answer', input.words.trim()) })
  if (row.kind === 'correct') {
    const waiting = await waitingOf(tx, district, row.dweller, row.id)
    const decided = waiting === null ? ok(true) : await decideConflict(ctx, { value: waiting, kept: done ? 'new' : 'old' })
    if (!decided.ok) return decided
  }
  if (row.kind === 'delete') await markDeletion(tx, district, home, false)
  await appendAct(tx, { district, at, channel: 'web', actorPerson: actor.person, actorPost: actor.post, place: home, path: row.path,
    compoundPath: row.compound_path, subject: { kind: 'person', id: row.person },
    what: ownFileActs.state('request.answered', { kind: row.kind, outcome: input.outcome, reason: done ? undefined : input.reason ?? undefined }) })
  if (erased) await erase(ctx, erasing, row)
  else await sendNotice(tx, { district, channel: 'sms', recipient: `contact:${row.person}`, template: 'request.answered',
    facts: { request: row.id } }, at)
  return ok({ id: row.id, version })
}

const opened = (field: string | null): SealedField => (['name', 'phone', 'id_number', 'born', 'registered_at'].includes(field ?? '')
  ? field as SealedField : 'note') // the line before names sealed fields alone

/** Shows what somebody asked in their own words, and the value they say is right; they see that it was shown. [RO44] [RO56] */
export async function readRequest(ctx: Context<Actor>,
  input: { readonly id: string }): Promise<Result<{ readonly words: string | null; readonly wanted: string | null }>> {
  const { tx, actor, at } = ctx
  if (!actor.audience.includes('community')) return refuse(common.notFound)
  const [row] = await lockRequest(tx, { district: actor.district, id: input.id })
  if (!row) return refuse(common.notFound)
  const look = { person: row.person, purpose: 'person_asked' as const, at }
  const words = row.words ? await revealValue(tx, actor, { ...look, field: 'note', cipher: row.words, sealedAs: 'request_words' }) : ok(null)
  if (!words.ok) return words
  const wanted = row.wanted ? await revealValue(tx, actor, { ...look, field: opened(row.field), cipher: row.wanted,
    sealedAs: 'request_wanted' }) : ok(row.wanted_masked)
  return wanted.ok ? ok({ words: words.value, wanted: wanted.value }) : wanted
}

/** Takes away what requests hold of somebody who is erased; that they asked, and what became of it, stays without words. [T12] */
export const eraseRequests: EraseHook = async (tx, { district, person }) => {
  await sql`update data_request set words = null, wanted = null, wanted_masked = null, answer = case when state = 'refused' then answer end,
    state = case when state = 'open' then 'withdrawn' else state end, version = version + 1
    where district = ${district}::char(6) and person = ${person}::uuid`.execute(tx)
}
