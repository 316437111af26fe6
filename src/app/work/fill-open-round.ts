/** Plays the round of micro-projects that is voted on now through the front door of ballots, once and in one transaction. */
import { randomBytes } from 'node:crypto'
import { openRound, openRoundPhones } from '../../../demo/open-round.ts'
import type { VoteMember } from '../../../demo/votes.ts'
import { addBudgetVoters, giveBallots, loadVote, projectSteps, voteSteps } from '../../ballots/index.ts'
import { actAs, withScope, type Db, type Tx } from '../../kit/db.ts'
import { clockActor } from '../../trust/index.ts'
import { must, play, type Step, type Where } from './fill-votes.ts'

const DONE = 'demo_open_round'
const RULES = { rule: 'equal-shares', completion: 'add1u', caps: {}, reviewers: 2 } as const
type Made = { readonly id: string } // what the steps below answer
const lead = <In extends object>(tx: Tx, where: Where, at: string, step: Step<In>, input: In) => play(tx, where, openRound.lead, at, step, input)

/** One proposal from its words to the decision. */
async function decided(tx: Tx, where: Where, round: string, one: (typeof openRound)['proposed'][number]): Promise<void> {
  await actAs(tx, clockActor(where.district, where.path))
  const { id } = must(await projectSteps.proposeProject({ tx, actor: clockActor(where.district, where.path), at: new Date(one.at) }, { round, place: one.place, kind: one.kind, words: one.words,
    proposer: one.by, group: one.group, asked: one.asked ?? undefined }), 'proposal')
  const eligible = one.cost !== null
  for (const who of openRound.reviewers) {
    await play(tx, where, who, openRound.reviewedAt, projectSteps.reviewProject, { id, eligible, ground: eligible ? null : 'one_household', cost: one.cost, reason: one.reason, tied: false })
  }
  await lead(tx, where, openRound.reviewedAt, projectSteps.decideOnProject, one.cost === null ? { id, accept: false, ground: 'one_household', reason: one.reason, title: one.title }
    : { id, accept: true, cost: one.cost, title: one.title, summary: one.summary })
}

/** What came in so far: ballots of phones, and slips in the box that nobody has opened yet. */
async function cameIn(tx: Tx, where: Where, id: string): Promise<void> {
  const row = await loadVote(tx, where.district, id)
  if (!row) throw new Error('demo: the vote on the round is gone')
  const phones = openRoundPhones()
  const voters = await addBudgetVoters(tx, row, phones.map(() => randomBytes(32)))
  const slips = await tx.selectFrom('elector').select(['id', 'building']).where('district', '=', where.district).where('vote', '=', id).where('voter_hash', 'is', null).orderBy('id').execute()
  const back = openRound.slips.flatMap(({ building, back: n }) => slips.filter((one) => one.building === building).slice(0, n))
  await giveBallots(tx, row, [...phones.map(({ day, content }, i) => ({ elector: voters[i] ?? '', seq: 1, channel: 'phone' as const, day, envelope: null, collectors: null, content })),
    ...back.map((one, i) => ({ elector: one.id, seq: 1, channel: 'paper' as const, day: '2026-11-18', envelope: `第${i + 1}号`, collectors: openRound.collectors, content: null }))])
}

async function playRound(tx: Tx, where: Where): Promise<void> {
  const { community, title, budget, proposeUntil, startedAt, opensOn, closesOn, postedAt, team, slips } = openRound
  const { id: round } = await lead(tx, where, startedAt, projectSteps.startRound, { community, title, budget, proposeUntil, rules: RULES }) as Made
  for (const one of openRound.proposed) await decided(tx, where, round, one)
  await lead(tx, where, openRound.reviewedAt, projectSteps.closeCall, { id: round })
  await lead(tx, where, postedAt, projectSteps.postSlate, { id: round, opensOn, closesOn })
  const { vote } = await tx.selectFrom('budget_round').select('vote').where('district', '=', where.district).where('id', '=', round).executeTakeFirstOrThrow()
  const id = vote ?? ''
  await lead(tx, where, postedAt, voteSteps.nameTeam, { id, members: team })
  for (const { building, made } of slips) await lead(tx, where, postedAt, voteSteps.issueSlips, { id, building, count: made })
  await lead(tx, where, `${opensOn}T08:00:00+08:00`, voteSteps.openVote, { id })
  await actAs(tx, clockActor(where.district, where.path))
  await cameIn(tx, where, id)
}

/** Does it once; answers whether it was played now. */
export const fillOpenRound = (db: Db, where: Where): Promise<boolean> => withScope(db, clockActor(where.district, where.path), async (tx) => {
  const claimed = await tx.insertInto('setting').values({ district: where.district, name: DONE, value: '1' }).onConflict((c) => c.doNothing()).returning('name').execute()
  if (claimed.length > 0) await playRound(tx, where)
  return claimed.length > 0
})
