/** 评事: those who raised it say whether the result holds, by telephone, or on a slip that the keeper enters. */
import type { Tx } from '../../../kit/db.ts'
import { common } from '../../../kit/http.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { speaksAs } from '../../../matters/index.ts'
import { lookupHash } from '../../../trust/index.ts'
import type { Speaking } from '../../rules/speech/index.ts'
import { threadActs } from '../../rules/threads/acts.ts'
import { mayJudge, type Verdict } from '../../rules/threads/index.ts'
import { judgingAt } from '../../store/thread-facts.ts'
import { legOf, lockThread, mapThread, within, type ThreadRow } from '../../store/threads.ts'
import { maySpeak } from '../speech/may-speak.ts'
import { onThread, recordThread, type Done, type Staff } from './on-thread.ts'

type Given = { readonly answer: Verdict; readonly words: string; readonly channel: 'phone' | 'paper' | 'door' | 'meeting'; readonly by: string }

const markOf = ({ district, id }: Pick<ThreadRow, 'district' | 'id'>, by: string): Buffer => lookupHash(district, 'project_slip', `thread ${id} ${by}`)

/** One answer a telephone, receipt or slip in a round of judging; a later one replaces it. What is kept is a keyed mark for this thread alone. */
async function keep(ctx: Staff, row: ThreadRow, { answer, words, channel, by }: Given): Promise<Result<Done>> {
  const may = mayJudge(mapThread(row))
  if (!may.ok) return may
  const { round } = await judgingAt(ctx.tx, row)
  const values = { answer, words: words.trim() || null, channel, at: ctx.at }
  await ctx.tx.insertInto('thread_verdict').values({ ...legOf(row), round, voter_hash: markOf(row, by), ...values })
    .onConflict((c) => c.columns(['district', 'thread', 'round', 'voter_hash']).doUpdateSet(values)).execute()
  await recordThread(ctx, row, threadActs.state('thread.verdict', { answer, channel }))
  return ok({ id: row.id, step: row.step })
}

const notAsked = { code: 'not_asked', rule: 'DT9', explain: { zh: '请说过这件事的人、住在这里的人来评。', en: 'Those who spoke of it and those who live here judge it.' } }

/** [DT9] By telephone: who spoke in the thread, or says they live where it is about. As the clock. */
export async function giveVerdict(ctx: Staff, { id, answer, words }: { readonly id: string; readonly answer: Verdict; readonly words: string }, speaking: Speaking): Promise<Result<Done>> {
  const { tx, actor: { district } } = ctx
  const speaker = await maySpeak(tx, district, speaking.id, ctx.at)
  if (!speaker.ok) return speaker
  const row = await lockThread(tx, district, id)
  if (!row) return refuse(common.notFound)
  const spoke = await tx.selectFrom('speech').select('id').where('district', '=', district).where('subject', '=', id).where('speaker', '=', speaking.id).limit(1).executeTakeFirst()
  const { compound, building } = speaker.value
  const lives = spoke ? undefined : await tx.selectFrom('place').select('id').where('district', '=', district).where('id', 'in', [compound ?? id, building ?? id])
    .where(within(row)).limit(1).executeTakeFirst()
  return spoke || lives ? keep(ctx, row, { answer, words, channel: 'phone', by: `phone ${speaker.value.phone_hash.toString('hex')}` }) : refuse(notAsked)
}

/** The verdict that a report gave in this round; `asked`: whether whoever follows that matter is asked at all. */
export async function reporterAsked(tx: Tx, row: ThreadRow, matter: string): Promise<{ readonly asked: boolean; readonly answer: Verdict | null }> {
  const own = await speaksAs(tx, row.district, matter)
  const joined = own.length === 0 ? undefined : await tx.selectFrom('thread_matter').select('matter').where('district', '=', row.district).where('thread', '=', row.id)
    .where('matter', 'in', [...own]).limit(1).executeTakeFirst()
  if (!joined) return { asked: false, answer: null }
  const { round } = await judgingAt(tx, row)
  const given = await tx.selectFrom('thread_verdict').select('answer').where('district', '=', row.district).where('thread', '=', row.id).where('round', '=', round)
    .where('voter_hash', '=', markOf(row, `matter ${matter}`)).executeTakeFirst()
  return { asked: true, answer: (given?.answer ?? null) as Verdict | null } // the table's check
}

/** [DT12] By the receipt of a matter that was solved here, or was joined to one: whoever holds it, wherever they live. As the clock. */
export async function giveReporterVerdict(ctx: Staff, { id, answer, words, matter }: { readonly id: string; readonly answer: Verdict; readonly words: string; readonly matter: string }): Promise<Result<Done>> {
  const row = await lockThread(ctx.tx, ctx.actor.district, id)
  if (!row) return refuse(common.notFound)
  return (await reporterAsked(ctx.tx, row, matter)).asked ? keep(ctx, row, { answer, words, channel: 'phone', by: `matter ${matter}` }) : refuse(notAsked)
}

export type SlipVerdict = { readonly id: string; readonly slip: string; readonly answer: Verdict; readonly words: string; readonly channel: 'paper' | 'door' }

/** [DT9] The keeper enters a slip by its number, once each. */
export const enterVerdict = (ctx: Staff, { id, slip, ...given }: SlipVerdict): Promise<Result<Done>> =>
  onThread(ctx, id, ({ row }) => keep(ctx, row, { ...given, by: `slip ${slip.normalize('NFKC').replace(/\s/g, '').toUpperCase()}` }))
