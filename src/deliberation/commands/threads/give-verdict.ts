/** 评事: those who raised it say whether the result holds, by telephone, or on a slip that the keeper enters. */
import { common } from '../../../kit/http.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { lookupHash } from '../../../trust/index.ts'
import type { Speaking } from '../../rules/speech/index.ts'
import { threadActs } from '../../rules/threads/acts.ts'
import { mayJudge, type Verdict } from '../../rules/threads/index.ts'
import { legOf, lockThread, mapThread, within, type ThreadRow } from '../../store/threads.ts'
import { maySpeak } from '../speech/may-speak.ts'
import { onThread, recordThread, type Done, type Staff } from './on-thread.ts'

type Given = { readonly answer: Verdict; readonly words: string; readonly channel: 'phone' | 'paper' | 'door' | 'meeting'; readonly by: string }

/** One answer a telephone or slip; a later one replaces it. What is kept is a keyed mark for this thread alone. */
async function keep(ctx: Staff, row: ThreadRow, { answer, words, channel, by }: Given): Promise<Result<Done>> {
  const may = mayJudge(mapThread(row))
  if (!may.ok) return may
  const values = { answer, words: words.trim() || null, channel, at: ctx.at }
  await ctx.tx.insertInto('thread_verdict').values({ ...legOf(row), voter_hash: lookupHash(row.district, 'project_slip', `thread ${row.id} ${by}`), ...values })
    .onConflict((c) => c.columns(['district', 'thread', 'voter_hash']).doUpdateSet(values)).execute()
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
  return spoke || lives ? keep(ctx, row, { answer, words, channel: 'phone', by: `speaker ${speaking.id}` }) : refuse(notAsked)
}

export type SlipVerdict = { readonly id: string; readonly slip: string; readonly answer: Verdict; readonly words: string; readonly channel: 'paper' | 'door' }

/** [DT9] The keeper enters a slip by its number, once each. */
export const enterVerdict = (ctx: Staff, { id, slip, ...given }: SlipVerdict): Promise<Result<Done>> =>
  onThread(ctx, id, ({ row }) => keep(ctx, row, { ...given, by: `slip ${slip.normalize('NFKC').replace(/\s/g, '').toUpperCase()}` }))
