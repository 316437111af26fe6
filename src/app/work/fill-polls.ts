/** Writes the made-up opinion polls, once, and draws their maps: one closed in July, one that is open. */
import { demoPolls, gardenPoll, morningPoll, type DemoPoll } from '../../../demo/polls.ts'
import { drawPollOnce } from '../../deliberation/index.ts'
import { closesAt } from '../../deliberation/rules/opinions/index.ts'
import { withScope, type Db, type Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { setTimer } from '../../kit/jobs.ts'
import { clockActor } from '../../trust/index.ts'

const DONE = 'demo_polls'
type Where = { readonly district: string; readonly path: string }

/** What the titles of their threads say. */
const THREADS = [[gardenPoll, '%花园%晚上%'], [morningPoll, '%周末%']] as const

/** Joins each poll to its thread once the demo has told that. */
async function linkThreads(tx: Tx, district: string): Promise<void> {
  for (const [poll, title] of THREADS) {
    await tx.updateTable('poll').set((e) => ({ thread: e.selectFrom('thread').select('thread.id').where('thread.district', '=', district).whereRef('thread.place', '=', 'poll.place')
      .where('thread.title', 'like', title).orderBy('thread.started_at').limit(1) })).where('district', '=', district).where('id', '=', poll).where('thread', 'is', null).execute()
  }
}

async function writePoll(tx: Tx, district: string, poll: DemoPoll): Promise<void> {
  const { id, place, keeper, question, about, opensOn, closesOn, state, statements, voters } = poll
  const { path, compound_path } = await tx.selectFrom('place').select(['path', 'compound_path']).where('district', '=', district).where('id', '=', place).executeTakeFirstOrThrow()
  const legs = { district, poll: id, path, compound_path }
  await tx.insertInto('poll').values({ district, id, place, path, compound_path, keeper, thread: null, question, about, opens_on: opensOn, closes_on: closesOn, state, seed: id })
    .execute()
  await tx.insertInto('statement').values(statements.map(({ n, words, name, post, at }) =>
    ({ ...legs, id: newId(), n, words, speaker: null, by_post: post, name, state: 'shown', at: new Date(at) }))).execute()
  await tx.insertInto('poll_voter').values(voters.map(({ id: voter, building, channel, since }) => ({ ...legs, voter, building, channel, since: new Date(since) }))).execute()
  const inTime = voters.toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since))
  await tx.insertInto('poll_answer').values(inTime.flatMap(({ id: voter, answers, since }) => answers.map((answer) => ({ district, poll: id, voter, ...answer, at: new Date(since) })))).execute()
  if (state === 'open') await setTimer(tx, { district, due: new Date(closesAt({ closesOn })), kind: 'poll.close', subject: id, facts: {} })
}

/** Does it once; answers how many polls were written, 0 when they are there already. */
export async function fillPolls(db: Db, { district, path }: Where): Promise<number> {
  const [clock, polls] = [clockActor(district, path), demoPolls()]
  const written = await withScope(db, clock, async (tx) => {
    const claimed = await tx.insertInto('setting').values({ district, name: DONE, value: '1' }).onConflict((c) => c.doNothing()).returning('name').execute()
    for (const poll of claimed.length === 0 ? [] : polls) await writePoll(tx, district, poll)
    await linkThreads(tx, district)
    return claimed.length === 0 ? 0 : polls.length
  })
  if (written > 0) for (const { id, drawnAt } of polls) await drawPollOnce(db, clock, id, new Date(drawnAt))
  return written
}
