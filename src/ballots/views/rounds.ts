import type { Tx } from '../../kit/db.ts'
import { placeById } from '../../places/index.ts'
import { maskedFields } from '../../trust/index.ts'
import { reviewed, type Answer, type Ground, type Settled } from '../rules/projects/index.ts'
import { mapProject, mapRound, projectsOf, reviewsOf, roundById, roundsOf, type ProjectRow, type RoundRow } from '../store/projects.ts'

const number = (value: string | number | null): number | null => (value === null ? null : Number(value))
const nobody = { works: 0, partly: 0, not: 0 }

async function placeNames(tx: Tx, district: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('place').select(['id', 'full_name']).where('district', '=', district).where('id', 'in', [...new Set(ids)]).execute()
  return new Map(rows.map((row) => [row.id, row.full_name]))
}

const milestonesOf = (tx: Tx, district: string, projects: readonly string[]) => projects.length === 0 ? Promise.resolve([])
  : tx.selectFrom('project_milestone').select(['project', 'n', 'title', 'photo', 'note'])
    .select((e) => [e.cast<string>('due', 'text').as('due'), e.cast<string | null>('done_on', 'text').as('done_on')])
    .where('district', '=', district).where('project', 'in', [...projects]).orderBy('n').execute()

const answersOf = (tx: Tx, district: string, projects: readonly string[]) => projects.length === 0 ? Promise.resolve([])
  : tx.selectFrom('project_acceptance').select(['project', 'answer']).select((e) => e.fn.countAll<string>().as('count'))
    .where('district', '=', district).where('project', 'in', [...projects]).groupBy(['project', 'answer']).execute()

/** What the count said of a project, as `settleRound` wrote it. */
type Found = { readonly zh: string; readonly en: string; readonly greedy: boolean }
type Parts = { readonly names: ReadonlyMap<string, string>; readonly milestones: Awaited<ReturnType<typeof milestonesOf>>
  readonly answers: Awaited<ReturnType<typeof answersOf>> }

async function partsOf(tx: Tx, district: string, rows: readonly ProjectRow[]): Promise<Parts> {
  const ids = rows.map(({ id }) => id)
  const [names, milestones, answers] = await Promise.all([placeNames(tx, district, rows.map(({ place }) => place)), milestonesOf(tx, district, ids),
    answersOf(tx, district, ids)])
  return { names, milestones, answers }
}

function projectView(row: ProjectRow, { names, milestones, answers }: Parts) {
  const { kind, state, ...project } = mapProject(row, [])
  const found = row.found as Found | null // written by settleRound alone
  return {
    id: project.id, option: row.option, kind, proposer: row.proposer_kind as 'resident' | 'group' | 'capable', group: row.proposer_group,
    place: names.get(row.place) ?? '', title: row.title, summary: row.summary, cost: project.cost, state, ground: row.ground as Ground | null, reason: row.reason, votes: row.votes,
    found: found && { zh: found.zh, en: found.en }, foundGreedy: found ? found.greedy : null, supplier: row.supplier, declared: row.supplier_declared,
    finalCost: number(row.final_cost),
    milestones: milestones.filter((one) => one.project === row.id).map(({ n, title, due, done_on, photo, note }) => ({ n, title, due, doneOn: done_on, photo, note })),
    answers: answers.filter((one) => one.project === row.id)
      .reduce((sum, { answer, count }) => ({ ...sum, [answer as Answer]: Number(count) }), nobody),
  }
}

const communityName = async (tx: Tx, row: RoundRow): Promise<string> => (await placeById(tx, row.district, row.community))?.name ?? ''

function head(row: RoundRow, name: string) {
  const { id, state, budget, proposeUntil, opensOn, closesOn, rules } = mapRound(row)
  return { id, title: row.title, budget, state, proposeUntil, opensOn, closesOn, vote: row.vote, rules: { ...rules, caps: { ...rules.caps } },
    community: { id: row.community, name }, startedAt: row.started_at.toISOString() }
}

type Both = Pick<Settled, 'compared' | 'voters'>
/** Both counts of a round; none before it was counted. */
function comparedOf(row: RoundRow) {
  const result = row.result as Both | null // written by settleRound
  return { compared: (result?.compared ?? []).map((one) => ({ ...one, winners: [...one.winners] })), voters: result?.voters ?? null }
}

/** The rounds of a community, newest first, with how many proposals and how many were funded. */
export async function listRounds(tx: Tx, district: string, community: string) {
  const rows = await roundsOf(tx, district, community)
  const [first] = rows
  if (!first) return { items: [] }
  const name = await communityName(tx, first)
  const counts = await tx.selectFrom('micro_project').select(['round', (e) => e.fn.countAll<string>().as('proposals'),
    (e) => e.fn.countAll<string>().filterWhere('votes', 'is not', null).filterWhere('state', 'not in', ['not_funded', 'refused', 'withdrawn']).as('funded')])
    .where('district', '=', district).where('round', 'in', rows.map(({ id }) => id)).groupBy('round').execute()
  return { items: rows.map((row) => {
    const count = counts.find(({ round }) => round === row.id)
    return { ...head(row, name), proposals: Number(count?.proposals ?? 0), funded: Number(count?.funded ?? 0) }
  }) }
}

const open = ['proposed', 'withdrawn']

/** A round for everybody: decided proposals with their reasons, those that wait only as a number. Undefined where there is none. [B64] P23 */
export async function publicRound(tx: Tx, district: string, id: string) {
  const row = await roundById(tx, district, id)
  if (!row) return undefined
  const projects = await projectsOf(tx, district, id)
  const parts = await partsOf(tx, district, projects)
  return { ...head(row, await communityName(tx, row)), ...comparedOf(row), waiting: projects.filter(({ state }) => state === 'proposed').length,
    projects: projects.filter(({ state }) => !open.includes(state)).map((one) => projectView(one, parts)) }
}

/** A round for the community and its reviewers: the proposers' words, reviews and what may be decided. Undefined where the actor sees none. */
export async function staffRound(tx: Tx, { district, post }: { readonly district: string; readonly post: string | null }, id: string, leader: boolean) {
  const row = await roundById(tx, district, id)
  if (!row) return undefined
  const { rules } = mapRound(row)
  const projects = await projectsOf(tx, district, id)
  const ids = projects.map((one) => one.id)
  const [parts, reviews] = [await partsOf(tx, district, projects), await reviewsOf(tx, district, ids)]
  const posts = reviews.length === 0 ? [] : await tx.selectFrom('post').select(['id', 'title']).where('district', '=', district)
    .where('id', 'in', [...new Set(reviews.map((one) => one.post))]).execute()
  const contacts = new Map(await Promise.all(projects.flatMap(({ person }) => (person === null ? []
    : [maskedFields(tx, district, person).then((fields) => [person, fields['phone'] ?? null] as const)]))))
  return { ...head(row, await communityName(tx, row)), ...comparedOf(row), leads: leader, projects: projects.map((one) => {
    const project = mapProject(one, reviews)
    const { counted, eligible, costs } = reviewed(project)
    return { ...projectView(one, parts), words: one.words, asked: number(one.asked), proposedAt: one.proposed_at.toISOString(),
      contact: one.person === null ? null : contacts.get(one.person) ?? null, missing: Math.max(0, rules.reviewers - counted), costs: costs && [costs[0], costs[1]] as [number, number],
      mayDecide: one.state === 'proposed' && counted >= rules.reviewers && eligible * 2 !== counted,
      reviews: reviews.filter(({ project: of }) => of === one.id).map((review) => ({ title: posts.find((p) => p.id === review.post)?.title ?? '',
        eligible: review.eligible, ground: mapProject(one, [review]).reviews[0]?.ground ?? null, cost: number(review.cost), reason: review.reason,
        tied: review.tied, mine: review.post === post })) }
  }) }
}

/** One's own proposal by its receipt; undefined where there is none. */
export async function followedProject(tx: Tx, district: string, receipt: string) {
  const row = await tx.selectFrom('micro_project').selectAll().where('district', '=', district).where('receipt', '=', receipt).executeTakeFirst()
  if (!row) return undefined
  return { round: row.round, project: projectView(row, await partsOf(tx, district, [row])) }
}
