import { shanghaiDay } from '../../../kit/clock.ts'
import type { Outcome } from '../../../kit/command.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import { mayAdd, phaseOf, pollActs, pollRefusals, sameStatement } from '../../rules/opinions/index.ts'
import { heldFor, type Speaking } from '../../rules/speech/index.ts'
import { agreeToOwn } from '../../store/answering.ts'
import { insertStatements, lockPoll, mapPoll, nextNumber, statementsOf, type StatementRow } from '../../store/polls.ts'
import { maySpeak } from '../speech/may-speak.ts'
import { onPoll, recordPoll, type Staff } from './on-poll.ts'
import { voterOf } from './voter.ts'

export type Added = Outcome & { readonly id: string; readonly n: number; readonly state: 'shown' | 'held' }
export type AddStatement = { readonly id: string; readonly words: string }

const repeated = (rows: readonly StatementRow[], words: string): boolean => rows.some((row) => row.state !== 'removed' && sameStatement(row.words, words))

/**
 * [OM15] A resident adds a statement under the free name, and so agrees to it: never asked, changed where answers are. What may point at somebody, and what a
 * minor says, waits for a look. `speaking.building` lies in the poll's place or is null. As the clock.
 */
export async function addStatement(ctx: Staff, speaking: Speaking, { id, words }: AddStatement): Promise<Result<Added>> {
  const { tx, actor: { district }, at } = ctx
  const row = await lockPoll(tx, district, id)
  if (!row || row.state === 'draft') return refuse(common.notFound)
  const speaker = await maySpeak(tx, district, speaking.id, at)
  if (!speaker.ok) return speaker
  const rows = await statementsOf(tx, district, id)
  const may = mayAdd(mapPoll(row), shanghaiDay(at), rows.filter((one) => one.speaker === speaking.id).length)
  if (!may.ok) return may
  if (repeated(rows, words)) return refuse(pollRefusals.same)
  const held = heldFor(words, speaker.value.minor)
  const [n, state] = [nextNumber(rows), held ? 'held' as const : 'shown' as const]
  const made = newId()
  await insertStatements(tx, [{ district, id: made, poll: id, path: row.path, compound_path: row.compound_path, n, words, speaker: speaking.id, by_post: null, name: speaker.value.name,
    state, held_for: held, at }])
  await agreeToOwn(tx, { district, poll: id, path: row.path, compoundPath: row.compound_path, building: speaking.building, at }, voterOf(district, id, speaking.id), n)
  await recordPoll(ctx, row, pollActs.state('poll.add', { n, keeper: false, ...(held ? { held } : {}) }))
  return ok({ id: made, n, state })
}

const over: Refusal = { code: 'poll_closed', rule: 'OM15', explain: { zh: '征集已经结束，不能再加观点。', en: 'The poll is closed: no statement can be added.' } }

/** [OM15] The keeper adds a statement, also while people answer: what somebody said at the door. It stands under the keeper's name. */
export const addKeeperStatement = (ctx: Staff, { id, words }: AddStatement): Promise<Result<Added>> => onPoll(ctx, id, async (poll, row) => {
  const { tx, actor, at } = ctx
  if (phaseOf(poll, shanghaiDay(at)) === 'closed') return refuse(over)
  const rows = await statementsOf(tx, row.district, id)
  if (repeated(rows, words)) return refuse(pollRefusals.same)
  const held = heldFor(words, false)
  const [n, state, made] = [nextNumber(rows), held ? 'held' as const : 'shown' as const, newId()]
  const org = await tx.selectFrom('org').select('name').where('district', '=', row.district).where('id', '=', row.keeper).executeTakeFirstOrThrow()
  await insertStatements(tx, [{ district: row.district, id: made, poll: id, path: row.path, compound_path: row.compound_path, n, words, speaker: null, by_post: actor.post, name: org.name,
    state, held_for: held, at }])
  await recordPoll(ctx, row, pollActs.state('poll.add', { n, keeper: true, ...(held ? { held } : {}) }))
  return ok({ id: made, n, state })
})
