import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { common } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { ok, refuse, type Refusal, type Result } from '../../kit/pure.ts'
import { workingTime } from '../../offices/index.ts'
import { maskValue } from '../../trust/index.ts'
import { fieldRule, type DwellerField } from '../rules/index.ts'
import { mayAsk, ownFileActs, requestDue, type Asked } from '../rules/own-file/index.ts'
import { lockRequest, putRequest, requestsOf, settleRequest } from '../store/data-request.ts'
import { keyOfDweller } from '../store/dweller.ts'
import { recountHomes } from '../store/import-homes.ts'
import type { OwnRow } from '../store/own-ties.ts'
import { keepValue } from '../store/value.ts'
import { actOfOwn, asClock, type Own, type OwnDesk } from './own-file-open.ts'

/** A person who asks, in a transaction of theirs. */
export type OwnContext = { readonly tx: Tx; readonly desk: OwnDesk; readonly own: Own; readonly at: Date }

const twice: Refusal = {
  code: 'asked_already', rule: 'RO54', explain: { zh: '这一项已经提过，还没答复。要改，先撤回那一次。',
    en: 'You have asked this and it waits for an answer. Withdraw it first.' },
}
const MOST_OPEN = 10
const tooMany: Refusal = {
  code: 'too_many', rule: 'RO54', explain: { zh: `还有${MOST_OPEN}件没答复，先等一等。`, en: `${MOST_OPEN} requests wait for an answer already.` },
}

/** Marks or clears on a home that somebody asked to be deleted. Runs as the clock. */
export async function markDeletion(tx: Tx, district: string, home: string, asked: boolean): Promise<void> {
  await sql`update dwelling set version = version + 1, doubts = ${asked
    ? sql`array_append(array_remove(doubts, 'asked_deletion'), 'asked_deletion')` : sql`array_remove(doubts, 'asked_deletion')`}
    where district = ${district}::char(6) and home = ${home}::uuid`.execute(tx)
}

/** What the person says is right waits beside what stands there, until the community decides. [RO4] [RO53] */
async function putWaiting({ tx, desk: { district }, at }: OwnContext, tie: OwnRow, field: DwellerField, value: string,
  request: string): Promise<boolean> {
  const key = await keyOfDweller(tx, district, tie.person)
  if (!key) return false
  const kept = keepValue(district, key, field, value)
  await tx.insertInto('dweller_value').values({
    district, id: newId(), dweller: tie.id, person: tie.person, path: tie.path, compound_path: tie.compoundPath, field, code: kept.code,
    cipher: kept.cipher,
    masked: kept.masked, keyed_hash: kept.keyedHash, state: 'waiting', seen_on: shanghaiDay(at), source_kind: 'resident', source: request,
    recorded_at: at,
    ended_at: null, ended_by: null,
  }).execute()
  return true
}

const shownOf = (field: DwellerField, value: string): string =>
  (fieldRule(field).sealed && field !== 'sex' && field !== 'relation' ? maskValue(field, value) : value)

/** Asks something about one's own data, or as a guardian about a child of the home. The clock begins. [RO53] [RO54] [RO55] [RO58] */
export async function askRequest(ctx: OwnContext,
  input: Asked & { readonly tie: string }): Promise<Result<{ readonly id: string; readonly due: string }>> {
  const { tx, desk, own, at } = ctx
  const { district } = desk
  const tie = own.ties.find(({ id }) => id === input.tie)
  const key = tie && await keyOfDweller(tx, district, tie.person)
  if (!tie || !key) return refuse(common.notFound)
  const may = mayAsk(input, shanghaiDay(at))
  if (!may.ok) return may
  const open = (await requestsOf(tx, { district, dwellers: own.ties.map(({ id }) => id) })).filter(({ state }) => state === 'open')
  if (open.length >= MOST_OPEN) return refuse(tooMany)
  const field = input.kind === 'correct' && input.askedBy === 'self' ? input.field : null
  if (open.some((one) => one.dweller === tie.id && one.kind === input.kind && one.field === field
    && one.asked_by === input.askedBy)) return refuse(twice)
  const { calendar } = await workingTime(tx, district, at)
  const { due, provisional } = requestDue(at.getTime(), calendar)
  const [id, wanted, words] = [newId(), input.wanted?.trim() ?? '', input.words.trim()]
  const value = field !== null && field !== 'tie' && wanted !== '' ? { field, wanted } : null
  await putRequest(tx, district, {
    id, dweller: tie.id, person: tie.person, path: tie.path, compound_path: tie.compoundPath, community: tie.community, kind: input.kind,
    asked_by: input.askedBy, field, words: words === '' ? null : key.seal('request_words', words),
    wanted: value ? key.seal('request_wanted', value.wanted) : null, wanted_masked: value ? shownOf(value.field, value.wanted) : null,
    asked_at: at, due: new Date(due), provisional,
  })
  if (value) await putWaiting(ctx, tie, value.field, value.wanted, id)
  await asClock(tx, desk)
  if (value) await recountHomes(tx, district, [tie.home])
  if (input.kind === 'delete' && input.askedBy === 'self') await markDeletion(tx, district, tie.home, true)
  await actOfOwn(tx, district, tie, at, ownFileActs.state('request.asked', { kind: input.kind, by: input.askedBy }))
  return ok({ id, due: new Date(due).toISOString() })
}

const gone: Refusal = { code: 'already_decided', rule: 'RO54', explain: { zh: '已经答复了，不能撤回。', en: 'It was answered already.' } }

/** Takes a request back while it is open; what waited for it gives way. [RO54] */
export async function withdrawRequest(ctx: OwnContext, input: { readonly id: string }): Promise<Result<{ readonly id: string }>> {
  const { tx, desk, own, at } = ctx
  const { district } = desk
  const [row] = await lockRequest(tx, { district, id: input.id })
  const tie = own.ties.find(({ id }) => id === row?.dweller)
  if (!row || !tie) return refuse(common.notFound)
  if (row.state !== 'open') return refuse(gone)
  await settleRequest(tx, district, row.id, { state: 'withdrawn', at: null, post: null, reason: null, answer: null })
  await asClock(tx, desk)
  await tx.updateTable('dweller_value').set({ state: 'past', ended_at: at }).where('district', '=', district).where('dweller', '=', tie.id)
    .where('source', '=', row.id).where('state', '=', 'waiting').execute()
  await recountHomes(tx, district, [tie.home])
  if (row.kind === 'delete') await markDeletion(tx, district, tie.home, false)
  await actOfOwn(tx, district, tie, at, ownFileActs.state('request.withdrawn', { kind: row.kind }))
  return ok({ id: row.id })
}

/** The waiting value of a request, if nobody decided it elsewhere. */
export async function waitingOf(tx: Tx, district: string, dweller: string, request: string): Promise<string | null> {
  const rows = await tx.selectFrom('dweller_value').select('id').where('district', '=', district).where('dweller', '=', dweller)
    .where('source', '=', request).where('state', '=', 'waiting').execute()
  return rows[0]?.id ?? null
}
