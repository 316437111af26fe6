/** Plays the made-up votes through the front door of ballots, each once and in one transaction; hundreds of ballots of a vote go in at one go. */
import { sql } from 'kysely'
import { demoVotes, type DemoBallot, type DemoVote, type VoteMember } from '../../../demo/votes.ts'
import { giveBallots, keepVoteStep, loadVote, voteSteps } from '../../ballots/index.ts'
import { shanghaiDay } from '../../kit/clock.ts'
import { actAs, withScope, type Db, type Scope, type Tx } from '../../kit/db.ts'
import type { Result } from '../../kit/pure.ts'
import { standingOf } from '../../offices/index.ts'
import { placeById, placesWithin } from '../../places/index.ts'
import { clockActor, staffActor, type Actor } from '../../trust/index.ts'

/** Under which setting the first page finds an owner's telephone to try a ballot with. */
export const TRY_PHONE = 'demo_owner_phone'
export type Where = { readonly district: string; readonly path: string }
export type Step<In> = (ctx: { readonly tx: Tx; readonly actor: Actor; readonly at: Date }, input: In) => Promise<Result<unknown>>

/** The value of a step of the story; a refusal is a fault of the story. */
export const must = <T>(result: Result<T>, what: string): T => {
  if (!result.ok) throw new Error(`demo: ${what}: ${result.refusal.explain.en}`)
  return result.value
}

/** Somebody of the story in their post. */
async function staff(tx: Tx, { district }: Where, { person, post }: VoteMember, at: Date): Promise<Actor> {
  const standing = (await standingOf(tx, district, person, at)).find((one) => one.post === post)
  if (!standing) throw new Error('demo: somebody has a hand in a vote in a post they do not hold')
  return staffActor(district, person, standing)
}

/** One step of the story, by one of its people at its time. */
export async function play<In extends object>(tx: Tx, where: Where, who: VoteMember, at: string, step: Step<In>, input: In): Promise<unknown> {
  const actor = await staff(tx, where, who, new Date(at))
  await actAs(tx, actor)
  return must(await step({ tx, actor, at: new Date(at) }, input), step.name)
}

/** Buildings of the vote, or its staircase. */
async function doors(tx: Tx, { district }: Where, electorate: string): Promise<readonly string[]> {
  const place = await placeById(tx, district, electorate)
  if (!place) return []
  return place.kind === 'unit' ? [place.id] : (await placesWithin(tx, district, place, 'building')).map(({ id }) => id)
}

/** Draft, notice, steps, team, frozen register. */
async function prepared(tx: Tx, where: Where, vote: DemoVote): Promise<string> {
  const lead = <In extends object>(at: string, step: Step<In>, input: In) => play(tx, where, vote.lead, at, step, input)
  const { place, electorate, item, title, words, startedBy, channels, notice, opensAt, closesAt } = vote
  const started = await lead(vote.startedAt, voteSteps.startVote, { body: 'assembly', kind: 'motion', place, electorate, item, title, words, startedBy, secret: false, channels,
    questions: [] }) as { readonly id: string } // what startVote answers
  const { id } = started
  const posted = `${notice}T09:00:00+08:00`
  await lead(posted, voteSteps.postNotice, { id, day: notice, opensAt, closesAt })
  for (const code of ['residents_told', 'topics_posted', 'branch_asked']) await lead(posted, voteSteps.enterStep, { id, code, state: 'done', day: notice, reason: null })
  await lead(posted, voteSteps.keepDoors, { id, photos: (await doors(tx, where, electorate)).map((one) => ({ place: one, photo: null })) })
  if (vote.opinion) {
    await play(tx, where, vote.opinion.member, vote.opinion.at, voteSteps.giveOpinion, { id, saidBy: 'branch', stance: vote.opinion.stance, words: vote.opinion.words })
  }
  await lead(posted, voteSteps.nameTeam, { id, members: vote.team })
  await lead(vote.frozenAt, voteSteps.freezeRegister, { id })
  return id
}

/** Areas as they stood in the register in those days. The totals stay. */
async function asItWas(tx: Tx, id: string, areas: DemoVote['areas']): Promise<void> {
  const rows = JSON.stringify(areas)
  await sql`update elector e set area = r.area from jsonb_to_recordset(${rows}::jsonb) as r(head uuid, area bigint) where e.vote = ${id} and e.head = r.head`.execute(tx)
  await sql`update elector_title t set area = e.area from elector e join jsonb_to_recordset(${rows}::jsonb) as r(head uuid, area bigint) on e.head = r.head
    where e.vote = ${id} and t.district = e.district and t.vote = e.vote and t.elector = e.id`.execute(tx)
}

async function ballots(tx: Tx, { district, path }: Where, id: string, given: readonly DemoBallot[], collectors: readonly string[]): Promise<void> {
  await actAs(tx, clockActor(district, path))
  const row = await loadVote(tx, district, id)
  if (!row) throw new Error('demo: a vote is gone')
  const electors = new Map((await tx.selectFrom('elector').select(['id', 'head']).where('district', '=', district).where('vote', '=', id).execute()).map((one) => [one.head, one.id]))
  await giveBallots(tx, row, given.flatMap(({ head, seq, channel, day, said }, i) => {
    const elector = electors.get(head)
    const phone = channel === 'phone'
    return elector ? [{ elector, seq, channel, day, envelope: phone ? null : `第${i + 1}号`, collectors: phone ? null : collectors, content: said === null ? null : `q1=${said}` }] : []
  }))
}

/** Deliveries of all titles but the last few, in a row of their labels. */
async function deliver(tx: Tx, where: Where, id: string, vote: DemoVote): Promise<void> {
  const clock: Scope = clockActor(where.district, where.path)
  await actAs(tx, clock)
  const titles = await tx.selectFrom('elector_title').select(['title', 'label']).where('district', '=', where.district).where('vote', '=', id).orderBy('label').execute()
  const [first, second] = vote.collectors
  const rows = titles.slice(0, titles.length - vote.delivered.missing).map(({ title }, i) => ({ title, how: i % 23 === 7 ? 'registered_post' as const : 'in_person' as const,
    day: vote.delivered.on, by: [first, second], photo: null }))
  await play(tx, where, vote.lead, `${vote.delivered.on}T19:00:00+08:00`, voteSteps.enterDeliveries, { id, rows })
}

/** From the last day to the archive. */
async function ended(tx: Tx, where: Where, id: string, vote: DemoVote, countedAt: string): Promise<void> {
  const lead = <In extends object>(at: string, step: Step<In>, input: In) => play(tx, where, vote.lead, at, step, input)
  await lead(vote.closesAt, voteSteps.closeVote, { id })
  const actor = await staff(tx, where, vote.lead, new Date(countedAt))
  await actAs(tx, actor)
  await keepVoteStep({ tx, actor, at: new Date(countedAt) }, id, { code: 'paper_entered', state: 'done', on: shanghaiDay(new Date(countedAt)) })
  await lead(countedAt, voteSteps.sealVote, { id })
  if (vote.publishedAt) await lead(vote.publishedAt, voteSteps.publishResult, { id })
  if (vote.objection) {
    const { at, by, words, answeredAt, answer } = vote.objection
    const made = await play(tx, where, by, at, voteSteps.objectToVote, { id, about: 'proxy', words }) as { readonly id: string } // what objectToVote answers
    await lead(answeredAt, voteSteps.answerObjection, { id, objection: made.id, answer })
  }
  if (vote.archivedAt) await lead(vote.archivedAt, voteSteps.archiveVote, { id })
}

async function playVote(tx: Tx, where: Where, vote: DemoVote): Promise<void> {
  const id = await prepared(tx, where, vote)
  await actAs(tx, clockActor(where.district, where.path))
  await asItWas(tx, id, vote.areas)
  await deliver(tx, where, id, vote)
  await play(tx, where, vote.lead, vote.opensAt, voteSteps.openVote, { id })
  await ballots(tx, where, id, vote.ballots, vote.collectors)
  if (vote.countedAt) await ended(tx, where, id, vote, vote.countedAt)
  await actAs(tx, clockActor(where.district, where.path))
  if (vote.tryPhone) await tx.insertInto('setting').values({ district: where.district, name: TRY_PHONE, value: vote.tryPhone }).onConflict((c) => c.doNothing()).execute()
}

/** Whether the register of the story is the one that stands there: who began another by hand goes on with their own. */
async function isOurs(tx: Tx, { district }: Where, { ballots: given, place }: DemoVote): Promise<boolean> {
  const [known] = await tx.selectFrom('head').select('id').where('district', '=', district).where('compound', '=', place).where('id', '=', given[0]?.head ?? '').execute()
  return known !== undefined
}

/** Does it once for each vote; answers how many were played. */
export async function fillVotes(db: Db, where: Where): Promise<number> {
  const missing = await withScope(db, clockActor(where.district, where.path), async (tx) => {
    const there = await tx.selectFrom('setting').select('name').where('district', '=', where.district).where('name', 'like', 'demo\\_vote\\_%').execute()
    return there.length < 4
  })
  if (!missing) return 0
  let played = 0
  for (const vote of demoVotes()) {
    await withScope(db, clockActor(where.district, where.path), async (tx) => {
      const claimed = await tx.insertInto('setting').values({ district: where.district, name: `demo_vote_${vote.key}`, value: '1' }).onConflict((c) => c.doNothing())
        .returning('name').execute()
      if (claimed.length === 0 || !await isOurs(tx, where, vote)) return
      await playVote(tx, where, vote)
      played += 1
    })
  }
  return played
}
