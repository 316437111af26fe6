/** Rows of votes: reading one with its steps, and what changes it. */
import { sql, type Selectable } from 'kysely'
import type { Context } from '../../kit/command.ts'
import type { Tx } from '../../kit/db.ts'
import type { Vote as VoteTable } from '../../kit/tables.gen.ts'
import { appendAct, type NewAct } from '../../record/index.ts'
import type { Actor } from '../../trust/index.ts'
import { isVoteState, type HeldBy, type VoteState } from '../rules/life/index.ts'
import { CHANNELS, ITEMS, VOTE_KINDS, type Channel, type Matter, type VoteKind } from '../rules/vote.ts'

type Days = { readonly notice_day: string | null }
export type VoteRow = Selectable<VoteTable> & Days

const withDays = (tx: Tx, district: string) => tx.selectFrom('vote').selectAll('vote')
  .select(sql<string | null>`to_char(vote.notice_on, 'YYYY-MM-DD')`.as('notice_day')).where('vote.district', '=', district)

/** Votes with their days as text, to be narrowed by the caller; the scope decides which. */
export const votes = withDays

/**
 * One vote within the actor's reach; undefined where there is none. Locked against other commands, but not against whoever casts: their rows only
 * name the vote.
 */
export async function loadVote(tx: Tx, district: string, id: string, lock = false): Promise<VoteRow | undefined> {
  const base = withDays(tx, district).where('vote.id', '=', id)
  return (lock ? base.forNoKeyUpdate() : base).executeTakeFirst()
}

/** The rules that the vote was posted with; the table holds what rules/life/held-by.ts made. */
export const heldByOf = (row: Pick<VoteRow, 'rules'>): HeldBy => row.rules as unknown as HeldBy // written by startVote and postNotice alone
export const stateOf = ({ state }: Pick<VoteRow, 'state'>): VoteState => (isVoteState(state) ? state : 'withdrawn')
export const kindOf = ({ kind }: Pick<VoteRow, 'kind'>): VoteKind => VOTE_KINDS.find((one) => one === kind) ?? 'motion'
export const matterOf = ({ item }: Pick<VoteRow, 'item'>): Matter | null =>
  (item === 'committee_matter' || item === 'residents_covenant' ? item : ITEMS.find((one) => one === item) ?? null)
export const channelsOfRow = ({ channels }: Pick<VoteRow, 'channels'>): readonly Channel[] => CHANNELS.filter((one) => channels.includes(one))
/** Area of a bigint column: 0.01 m², safe in a number for 90 million homes. */
export const areaOfRow = (area: string | number | bigint): number => Number(area)

type Change = Partial<Pick<Selectable<VoteTable>, 'state' | 'number' | 'title' | 'words' | 'opens_at' | 'closes_at' | 'frozen_at' | 'closed_at' | 'counted_at'
  | 'published_at' | 'electors' | 'root' | 'size' | 'lottery' | 'seed'>> & { readonly notice_on?: string; readonly rules?: HeldBy; readonly area?: number
  readonly result?: object; readonly channels?: readonly string[] }

/** Changes a vote and counts its version up; answers the row as it is then. */
export async function changeVote(tx: Tx, row: VoteRow, { rules, result, channels, ...plain }: Change): Promise<VoteRow> {
  await tx.updateTable('vote').set({ ...plain, version: row.version + 1, ...(rules ? { rules: JSON.stringify(rules) } : {}),
    ...(result ? { result: JSON.stringify(result) } : {}), ...(channels ? { channels: [...channels] } : {}) })
    .where('district', '=', row.district).where('id', '=', row.id).execute()
  const changed = await loadVote(tx, row.district, row.id)
  if (!changed) throw new Error('a vote that was just changed is gone')
  return changed
}

/** Records an act about a vote, at its place. */
export const recordVote = (ctx: Context<Actor>, row: Pick<VoteRow, 'district' | 'id' | 'place' | 'path' | 'compound_path' | 'keeper'>,
  what: NewAct['what'], id?: string): Promise<string> => appendAct(ctx.tx, {
  ...(id === undefined ? {} : { id }), district: row.district, at: ctx.at, channel: ctx.actor.kind === 'clock' ? 'clock' : 'web', actorPerson: ctx.actor.person,
  actorPost: ctx.actor.post, place: row.place, path: row.path, compoundPath: row.compound_path, subject: { kind: 'vote', id: row.id },
  parties: [row.keeper], what,
})

export type StepRow = { readonly code: string; readonly state: string; readonly on: string; readonly reason: string | null; readonly facts: unknown }
/** Steps that were entered, of one vote. */
export const stepsOfVote = (tx: Tx, district: string, vote: string): Promise<StepRow[]> => tx.selectFrom('vote_step')
  .select(['code', 'state', sql<string>`to_char(on_day, 'YYYY-MM-DD')`.as('on'), 'reason', 'facts']).where('district', '=', district)
  .where('vote', '=', vote).orderBy('on_day').orderBy('code').execute()

/** Enters a step, or enters it anew. */
export async function keepStep(ctx: Context<Actor>, vote: string, step: { readonly code: string; readonly state: 'done' | 'waived' | 'no_opinion'
  readonly on: string; readonly reason?: string | null; readonly facts?: object }): Promise<void> {
  const facts = JSON.stringify(step.facts ?? {})
  const row = { state: step.state, on_day: step.on, post: ctx.actor.post, reason: step.reason ?? null, facts }
  // its place and keeper are the vote's: whoever the vote lies within reach of reads its steps
  await ctx.tx.insertInto('vote_step').columns(['district', 'vote', 'keeper', 'path', 'compound_path', 'code', 'state', 'on_day', 'post', 'reason', 'facts'])
    .expression((e) => e.selectFrom('vote').select(['district', 'id', 'keeper', 'path', 'compound_path', sql<string>`${step.code}::text`.as('code'),
      sql<string>`${step.state}::text`.as('state'), sql<string>`${step.on}::date`.as('on_day'), sql<string | null>`${ctx.actor.post}::uuid`.as('post'),
      sql<string | null>`${step.reason ?? null}::text`.as('reason'), sql<string>`${facts}::jsonb`.as('facts')])
      .where('district', '=', ctx.actor.district).where('id', '=', vote))
    .onConflict((c) => c.columns(['district', 'vote', 'code']).doUpdateSet(row)).execute()
}

export type MemberRow = { readonly person: string; readonly post: string; readonly role: string }
/** Who is on a vote's team now. */
export const membersOfVote = (tx: Tx, district: string, vote: string): Promise<MemberRow[]> => tx.selectFrom('vote_member')
  .select(['person', 'post', 'role']).where('district', '=', district).where('vote', '=', vote).where('until', 'is', null).orderBy('role').orderBy('person')
  .execute()

/** When and why a vote was taken back, as it is posted; null for one that was not. [B22] */
export function takenBack(row: Pick<VoteRow, 'state'>, steps: readonly StepRow[]): { readonly on: string; readonly reason: string } | null {
  const step = row.state === 'withdrawn' ? steps.find(({ code }) => code === 'withdrawn') : undefined
  return step ? { on: step.on, reason: step.reason ?? '' } : null
}
