/** Rows of elected bodies: terms, candidates with what is said of them, members, and what is handed over. */
import { sql, type Selectable } from 'kysely'
import type { Context } from '../../kit/command.ts'
import type { Tx } from '../../kit/db.ts'
import type { Candidate, GoverningBody, Vote } from '../../kit/tables.gen.ts'
import { appendAct, type NewAct } from '../../record/index.ts'
import type { Actor } from '../../trust/index.ts'
import { electionActs } from '../rules/election/acts.ts'
import { BODY_KINDS, BODY_STATES, MEMBER_ROLES, type BodyKind, type BodyState, type MemberRole } from '../rules/election/bodies.ts'
import { OUTCOMES, REVIEW_ROLES, type ReviewOutcome, type ReviewRole } from '../rules/election/review.ts'

export type BodyRow = Omit<Selectable<GoverningBody>,
  'kind' | 'state'> & { readonly from: string; readonly to: string; readonly kind: BodyKind; readonly state: BodyState }
export type CandidateRow = Selectable<Candidate>
export type ReviewRow = { readonly candidate: string; readonly role: ReviewRole; readonly outcome: ReviewOutcome; readonly reason: string;
  readonly at: Date }
export type SeatRow = { readonly person: string; readonly candidate: string | null; readonly role: MemberRole; readonly rank: number | null;
  readonly since: string
  readonly until: string | null; readonly endedBy: string | null }
export type HandOverRow = { readonly n: number; readonly title: string; readonly due: string | null; readonly handedOn: string | null;
  readonly note: string | null }

const civil = (column: string) => sql<string>`to_char(${sql.ref(column)}, 'YYYY-MM-DD')`
const maybeCivil = (column: string) => sql<string | null>`to_char(${sql.ref(column)}, 'YYYY-MM-DD')`
const one = <W extends string>(words: readonly W[], word: string, otherwise: W): W => words.find((each) => each === word) ?? otherwise

const bodies = (tx: Tx, district: string) => tx.selectFrom('governing_body').selectAll()
  .select([civil('term_from').as('from'), civil('term_to').as('to')]).where('district', '=', district)
type Read = Omit<BodyRow, 'kind' | 'state'> & { readonly kind: string; readonly state: string }
const asBody = (row: Read): BodyRow => ({ ...row, kind: one(BODY_KINDS, row.kind, 'owners_committee'), state: one(BODY_STATES, row.state, 'ended') })

/** One term of a body, locked where asked; null where there is none. Everybody of the district may read which bodies there are. */
export async function loadBody(tx: Tx, district: string, id: string, lock = false): Promise<BodyRow | null> {
  const asked = bodies(tx, district).where('id', '=', id)
  const row = await (lock ? asked.forUpdate() : asked).executeTakeFirst()
  return row ? asBody(row) : null
}

/** The term that an election is for; null where it is for none. */
export async function bodyOfVote(tx: Tx, district: string, vote: string): Promise<BodyRow | null> {
  const row = await bodies(tx, district).where('vote', '=', vote).executeTakeFirst()
  return row ? asBody(row) : null
}

/** Terms within somebody's reach: of places below their scopes, or kept by their organisation; newest first. */
export async function bodiesWithin(tx: Tx, { district, scopes, orgs }: Pick<Actor, 'district' | 'scopes' | 'orgs'>): Promise<BodyRow[]> {
  const rows = await bodies(tx, district).where(sql<boolean>`(keeper = any(${[...orgs]}::uuid[]) or path <@ any(${[...scopes]}::ltree[])
    or compound_path <@ any(${[...scopes]}::ltree[]))`).orderBy('term_from', 'desc').limit(200).execute()
  return rows.map(asBody)
}

/** Terms of one place, newest first. */
export const bodiesAt = async (tx: Tx, district: string, place: string): Promise<BodyRow[]> =>
  (await bodies(tx, district).where('place', '=', place).orderBy('term_from', 'desc').execute()).map(asBody)

type Change = Partial<Pick<BodyRow, 'state' | 'vote' | 'seats' | 'reserves'>> & { readonly term_from?: string; readonly term_to?: string;
  readonly days?: object }
/** Changes a term and counts its version up. */
export async function changeBody(tx: Tx, row: BodyRow, { days, ...plain }: Change): Promise<void> {
  await tx.updateTable('governing_body').set({ ...plain, ...(days ? { days: JSON.stringify(days) } : {}), version: row.version + 1 })
    .where('district', '=', row.district).where('id', '=', row.id).execute()
}

/** All candidates of an election, in the order of their nomination. */
export const candidatesOf = (tx: Tx, district: string, vote: string): Promise<CandidateRow[]> => tx.selectFrom('candidate').selectAll()
  .where('district', '=', district).where('vote', '=', vote).orderBy('at').orderBy('id').execute()

/** Officers who stand in an election: they neither collect nor count. */
export async function officersStanding(tx: Tx, district: string, vote: string): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('candidate').select('officer').where('district', '=', district).where('vote', '=', vote)
    .where('officer', 'is not', null)
    .where('state', 'not in', ['refused', 'withdrawn']).execute()
  return new Set(rows.flatMap(({ officer }) => officer ?? []))
}

/** What was said of the candidates of an election. */
export async function reviewsOf(tx: Tx, district: string, vote: string): Promise<ReviewRow[]> {
  const rows = await tx.selectFrom('candidate_review').select(['candidate', 'role', 'outcome', 'reason', 'at']).where('district', '=', district)
    .where('vote', '=', vote).orderBy('at').orderBy('role').execute()
  return rows.map((row) => ({ ...row, role: one(REVIEW_ROLES, row.role, 'preparatory_group'), outcome: one(OUTCOMES, row.outcome, 'no_opinion') }))
}

/** Members of a term, past ones too: chair first, then deputies, members and reserves in their order. */
export async function seatsOf(tx: Tx, district: string, body: string): Promise<SeatRow[]> {
  const rows = await tx.selectFrom('body_member').select(['person', 'candidate', 'role', 'rank', civil('since').as('since'), maybeCivil('until')
    .as('until'),
    'ended_by as endedBy']).where('district', '=', district).where('body', '=', body).execute()
  const order = (role: string): number => MEMBER_ROLES.findIndex((each) => each === role)
  return rows.map((row) => ({ ...row, role: one(MEMBER_ROLES, row.role, 'member') }))
    .sort((a, b) => order(a.role) - order(b.role) || (a.rank ?? 0) - (b.rank ?? 0) || (a.person < b.person ? -1 : 1))
}

/** What a term hands over. */
export const handOverOf = (tx: Tx, district: string, body: string): Promise<HandOverRow[]> => tx.selectFrom('hand_over_item')
  .select(['n', 'title', maybeCivil('due').as('due'), maybeCivil('handed_on').as('handedOn'), 'note']).where('district', '=', district)
  .where('body', '=', body).orderBy('n').execute()

/** Records an act about a body, at its place. */
export const recordBody = (ctx: Context<Actor>, body: Pick<BodyRow, 'district' | 'id' | 'place' | 'path' | 'compound_path' | 'keeper'>,
  what: NewAct['what']): Promise<string> =>
  appendAct(ctx.tx, { district: body.district, at: ctx.at, channel: ctx.actor.kind === 'clock' ? 'clock' : 'web', actorPerson: ctx.actor.person,
    actorPost: ctx.actor.post, place: body.place, path: body.path, compoundPath: body.compound_path, subject: { kind: 'body', id: body.id },
      parties: [body.keeper], what })

/** [B104] Ends the term that an election was for when nobody will take office by it, so that a new one can be prepared. Nothing where it is for none. */
export async function endUnformed(ctx: Context<Actor>, vote: Pick<Selectable<Vote>, 'district' | 'id'>, why: 'withdrawn' | 'nobody_elected'): Promise<void> {
  const body = await bodyOfVote(ctx.tx, vote.district, vote.id)
  if (body?.state !== 'planned') return
  await changeBody(ctx.tx, body, { state: 'ended' })
  await recordBody(ctx, body, electionActs.state('elections.came_to_nothing', { why }))
}
