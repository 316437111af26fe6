import { shanghaiDay } from '../../../kit/clock.ts'
import { withScope, type Db } from '../../../kit/db.ts'
import { common } from '../../../kit/http.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import type { Actor } from '../../../trust/index.ts'
import { mayAnswer, pollRefusals, type Sign } from '../../rules/opinions/index.ts'
import type { Speaking } from '../../rules/speech/index.ts'
import { answeredBy, giveAnswer } from '../../store/answering.ts'
import { mapPoll, pollById } from '../../store/polls.ts'
import type { Next, PollDesk } from '../../views/poll-desk.ts'
import { maySpeak } from '../speech/may-speak.ts'
import { voterOf } from './voter.ts'

export type AnswerStatement = { readonly id: string; readonly statement: number; readonly sign: Sign }
export type Asked = { readonly next: Next | null; readonly answered: number; readonly of: number }
/** Where answers are taken: the database as the clock, and the desk that knows what to ask. */
export type Asking = { readonly db: Db; readonly clock: Actor; readonly desk: PollDesk }

/** Why nothing was taken, looked up once more and slowly. */
async function refused({ db, clock }: Asking, speaking: Speaking, id: string, at: Date): Promise<Result<never>> {
  return withScope(db, clock, async (tx) => {
    const row = await pollById(tx, clock.district, id)
    if (!row || row.state === 'draft') return refuse(common.notFound)
    const may = mayAnswer(mapPoll(row), shanghaiDay(at))
    if (!may.ok) return may
    const speaker = await maySpeak(tx, clock.district, speaking.id, at)
    return speaker.ok ? refuse(pollRefusals.notThere) : speaker
  })
}

/**
 * [OM14] Takes one answer and says what to ask next, in two messages to the database. The same answer again changes nothing, another sign replaces the
 * first: so this command needs no idempotency key. Refused when the poll is not open, the statement is not shown, or the speaker may not speak.
 */
export async function answerStatement(asking: Asking, speaking: Speaking, { id, statement, sign }: AnswerStatement, at: Date): Promise<Result<Asked>> {
  const { db, clock, desk } = asking
  const here = await desk.of(id)
  if (!here) return refuse(common.notFound)
  const voter = voterOf(clock.district, id, speaking.id)
  const { taken, answered } = await withScope(db, clock, (tx) => giveAnswer(tx, { district: clock.district, poll: id, voter, speaker: speaking.id,
    building: here.building(speaking.building), statement, sign, at, today: shanghaiDay(at) }))
  if (!taken) return refused(asking, speaking, id, at)
  const all = new Set(answered)
  if (!all.has(statement)) here.count(statement, sign)
  return ok(here.next(voter, all.add(statement)))
}

/** [OM14] What somebody is asked next, without answering. */
export async function askNext({ db, clock, desk }: Asking, speaking: Speaking, id: string, at: Date): Promise<Result<Asked>> {
  const here = await desk.of(id)
  if (!here) return refuse(common.notFound)
  const may = mayAnswer(here.poll, shanghaiDay(at))
  if (!may.ok) return may
  const voter = voterOf(clock.district, id, speaking.id)
  return ok(here.next(voter, new Set(await withScope(db, clock, (tx) => answeredBy(tx, clock.district, id, voter)))))
}
