import { sql, type Selectable } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { BudgetRound, MicroProject, ProjectReview } from '../../kit/tables.gen.ts'
import type { Ground, Project, ProjectKind, ProjectState, Review, Round, RoundRules, RoundState } from '../rules/projects/index.ts'

type Days = { readonly propose_until: string; readonly opens_on: string | null; readonly closes_on: string | null }
/** A round as it is stored, its days as civil days. */
export type RoundRow = Omit<Selectable<BudgetRound>, keyof Days> & Days
export type ProjectRow = Selectable<MicroProject>
type ReviewRow = Selectable<ProjectReview>

/** A round as its rules see it. The table's checks and the commands keep codes right, and rules were written by `startRound`. */
export const mapRound = (row: RoundRow): Round => ({
  id: row.id, state: row.state as RoundState, budget: Number(row.budget), proposeUntil: row.propose_until,
  opensOn: row.opens_on, closesOn: row.closes_on, rules: row.rules as RoundRules,
})

const mapReview = (row: ReviewRow): Review =>
  ({ post: row.post, eligible: row.eligible, ground: row.ground as Ground | null, cost: row.cost === null ? null : Number(row.cost), tied: row.tied })

/** A project as its rules see it, with its reviews. */
export const mapProject = (row: ProjectRow, reviews: readonly ReviewRow[]): Project => ({
  id: row.id, state: row.state as ProjectState, kind: row.kind as ProjectKind, cost: row.cost === null ? null : Number(row.cost),
  proposerPost: row.proposer_post, reviews: reviews.filter(({ project }) => project === row.id).map(mapReview),
})

const roundColumns = ['district', 'id', 'community', 'path', 'keeper', 'title', 'budget', 'rules', 'state', 'vote', 'result', 'started_at', 'version'] as const
const days = [sql<string>`propose_until::text`.as('propose_until'), sql<string | null>`opens_on::text`.as('opens_on'),
  sql<string | null>`closes_on::text`.as('closes_on')] as const
const rounds = (tx: Tx, district: string) => tx.selectFrom('budget_round').select([...roundColumns, ...days]).where('district', '=', district)

/** One round; undefined where the actor sees none. */
export const roundById = (tx: Tx, district: string, id: string): Promise<RoundRow | undefined> => rounds(tx, district).where('id', '=', id).executeTakeFirst()

/** One round, locked until the transaction ends; undefined where the actor sees none. */
export const lockRound = (tx: Tx, district: string, id: string): Promise<RoundRow | undefined> =>
  rounds(tx, district).where('id', '=', id).forUpdate().executeTakeFirst()

/** The rounds of a community, newest first. */
export const roundsOf = (tx: Tx, district: string, community: string): Promise<RoundRow[]> =>
  rounds(tx, district).where('community', '=', community).orderBy('started_at', 'desc').limit(40).execute()

/** One project with its reviews, locked; undefined where the actor sees none. */
export async function lockProject(tx: Tx, district: string, id: string): Promise<{ readonly row: ProjectRow; readonly project: Project } | undefined> {
  const row = await tx.selectFrom('micro_project').selectAll().where('district', '=', district).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && { row, project: mapProject(row, await reviewsOf(tx, district, [id])) }
}

/** The reviews of these projects, in the order in which they were made. */
export const reviewsOf = (tx: Tx, district: string, projects: readonly string[]): Promise<ReviewRow[]> => projects.length === 0 ? Promise.resolve([])
  : tx.selectFrom('project_review').selectAll().where('district', '=', district).where('project', 'in', [...projects]).orderBy('at').execute()

/** The projects of a round as they were proposed. */
export const projectsOf = (tx: Tx, district: string, round: string): Promise<ProjectRow[]> => tx.selectFrom('micro_project').selectAll()
  .where('district', '=', district).where('round', '=', round).orderBy('proposed_at').orderBy('id').execute()

/** Changes a round and counts its version up. */
export async function changeRound(tx: Tx, { district, id, version }: RoundRow, to: Partial<Omit<RoundRow, 'result'>> & { readonly result?: object }): Promise<void> {
  const { result, ...rest } = to
  await tx.updateTable('budget_round').set({ ...rest, ...(result === undefined ? {} : { result: JSON.stringify(result) }), version: version + 1 }).where('district', '=', district).where('id', '=', id).execute()
}

/** Changes a project and counts its version up. */
export async function changeProject(tx: Tx, { district, id, version }: ProjectRow, to: Partial<ProjectRow>): Promise<void> {
  const { found, ...rest } = to
  await tx.updateTable('micro_project').set({ ...rest, ...(found === undefined ? {} : { found: JSON.stringify(found) }), version: version + 1 })
    .where('district', '=', district).where('id', '=', id).execute()
}
