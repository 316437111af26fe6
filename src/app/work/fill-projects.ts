/** Writes the made-up rounds of micro-projects, once, in one transaction. The round of 2026 is counted here by the rules from its ballots. */
import { demoProjects, type DemoProject, type DemoRound } from '../../../demo/projects.ts'
import { settleBudget } from '../../ballots/index.ts'
import { withScope, type Db, type Tx } from '../../kit/db.ts'
import { setTimer } from '../../kit/jobs.ts'
import { clockActor, receiptCodeOf } from '../../trust/index.ts'

const DONE = 'demo_projects'
type Where = { readonly district: string; readonly path: string }
const RULES = { rule: 'equal-shares', completion: 'add1u', caps: {}, reviewers: 2 } as const

const settledOf = (round: DemoRound, projects: readonly DemoProject[]) => {
  const slate = projects.filter((one) => one.round === round.id && one.option !== null)
  return settleBudget({ budget: round.budget, projects: slate.map(({ option, cost }) => ({ id: option ?? '', cost: cost ?? 0 })),
    ballots: round.ballots.flatMap(([n, options]) => Array.from({ length: n }, () => options)) }, RULES, slate.map(({ option }) => option ?? ''))
}

async function writeRound(tx: Tx, district: string, round: DemoRound, all: readonly DemoProject[]): Promise<void> {
  const settled = round.ballots.length > 0 ? settledOf(round, all) : null
  const place = await tx.selectFrom('place').select('path').where('district', '=', district).where('id', '=', round.community).executeTakeFirstOrThrow()
  await tx.insertInto('budget_round').values({ district, id: round.id, community: round.community, path: place.path, keeper: round.keeper, title: round.title,
    budget: round.budget, rules: JSON.stringify(RULES), propose_until: round.proposeUntil, opens_on: round.opensOn, closes_on: round.closesOn, state: round.state,
    started_at: new Date(round.startedAt), ...(settled ? { result: JSON.stringify({ voters: settled.voters, compared: settled.compared }) } : {}) }).execute()
  if (round.state === 'call') await setTimer(tx, { district, due: new Date(Date.parse(`${round.proposeUntil}T00:00:00+08:00`) + 86_400_000), kind: 'round.call', subject: round.id, facts: {} })
  for (const one of all.filter(({ round: of }) => of === round.id)) {
    const found = settled?.projects.find(({ option }) => option === one.option)
    await tx.insertInto('micro_project').values({ district, id: one.id, round: round.id, path: place.path, place: one.place, option: one.option, kind: one.kind,
      proposer_kind: one.proposer, proposer_group: one.group, words: one.words, title: one.title, summary: one.summary, asked: one.asked, cost: one.cost,
      state: one.state, ground: one.ground, reason: one.reason, votes: found?.votes ?? null, found: found ? JSON.stringify({ ...found.words, greedy: found.greedy }) : null,
      supplier: one.supplier, supplier_declared: one.supplier !== null, proposed_at: new Date(one.proposedAt), receipt: receiptCodeOf(one.id) }).execute()
    if (one.reviews.length > 0) await tx.insertInto('project_review').values(one.reviews.map((review) =>
      ({ district, project: one.id, ...review, tied: false, at: new Date(one.proposedAt) }))).execute()
    if (one.milestones.length > 0) await tx.insertInto('project_milestone').values(one.milestones.map(({ title, due, doneOn, note }, at) =>
      ({ district, project: one.id, n: at + 1, title, due, done_on: doneOn, note }))).execute()
  }
}

/** Does it once; answers how many rounds were written, 0 when they are there already. */
export const fillProjects = (db: Db, { district, path }: Where): Promise<number> => withScope(db, clockActor(district, path), async (tx) => {
  const claimed = await tx.insertInto('setting').values({ district, name: DONE, value: '1' }).onConflict((c) => c.doNothing()).returning('name').execute()
  if (claimed.length === 0) return 0
  const { rounds, projects } = demoProjects()
  for (const round of rounds) await writeRound(tx, district, round, projects)
  return rounds.length
})
