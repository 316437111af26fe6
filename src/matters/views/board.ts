import { sql } from 'kysely'
import type { Scope, Tx } from '../../kit/db.ts'
import { namesOf } from '../../offices/index.ts'
import type { PlaceView } from '../../places/index.ts'
import { maskText } from '../rules/privacy.ts'
import { alsoOf, publicCount } from './similar.ts'

/** The public's scope on one compound's board: its path, as audience 'board', so that the wall itself keeps private matters off. [M20] */
export const boardScope = (district: string, compound: PlaceView): Scope =>
  ({ district, person: null, scopes: compound.compoundPath ? [compound.compoundPath] : [], orgs: [], audience: ['board', 'public'] })

const shown = [
  'id', 'number', 'title', 'category', 'state', 'outcome', 'answer', 'held_by', 'held_post', 'due', 'due_kind',
  'due_from', 'filed_at', 'ended_at', 'touched', 'sensitive', 'supervised_at', 'reached', 'solved', 'satisfied', 'reopened', 'verified',
] as const

const query = (tx: Tx, compound: PlaceView, district: string) => tx.selectFrom('matter').select(shown)
  .where('district', '=', district).where('compound', '=', compound.id)

async function tallies(tx: Tx, district: string, compound: PlaceView, monthStart: Date, yearStart: Date) {
  const { rows } = await sql<{ open: number; late: number; done: number; judged: number; solved: number; unable: number }>`
    select count(*) filter (where state not in ('closed', 'withdrawn', 'answered', 'joined'))::int as open,
      count(*) filter (where state not in ('closed', 'withdrawn', 'joined') and supervised_at is not null)::int as late,
      count(*) filter (where state in ('answered', 'closed') and outcome = 'solved' and touched >= ${monthStart})::int as done,
      count(*) filter (where solved is not null and judged_at >= ${monthStart})::int as judged,
      count(*) filter (where solved and judged_at >= ${monthStart})::int as solved,
      count(*) filter (where state in ('answered', 'closed') and outcome = 'unable' and touched >= ${yearStart})::int as unable
    from matter where district = ${district} and compound = ${compound.id}`.execute(tx)
  return rows[0] ?? { open: 0, late: 0, done: 0, judged: 0, solved: 0, unable: 0 }
}

/** Photos that were released for the board, by matter, newest last. */
async function photosOf(tx: Tx, district: string, matters: readonly string[]) {
  if (matters.length === 0) return new Map<string, { id: string; phase: string }[]>()
  const rows = await tx.selectFrom('photo').select(['id', 'matter', 'phase']).where('district', '=', district).where('matter', 'in', [...matters])
    .where('released_at', 'is not', null).orderBy('at').execute()
  return Map.groupBy(rows, (r) => r.matter)
}

/**
 * The public board of a compound: what was raised, who has it, until when, how it ended, how it was judged. Never words, names, phones, doors.
 * [M20]
 */
export async function boardOf(tx: Tx, district: string, compound: PlaceView, at: Date) {
  const shanghai = new Date(at.getTime() + 8 * 3_600_000)
  const start = (month: number): Date => new Date(Date.UTC(shanghai.getUTCFullYear(), month, 1) - 8 * 3_600_000)
  const open = await query(tx, compound, district).where('state', 'not in', ['closed', 'withdrawn', 'answered', 'joined'])
    .orderBy('due').orderBy('id').limit(60).execute()
  const done = await query(tx, compound, district).where('state', 'in', ['answered', 'closed'])
    .where('outcome', 'in', ['solved', 'explained']).orderBy('touched', 'desc').limit(24).execute()
  const unable = await query(tx, compound, district).where('state', 'in', ['answered', 'closed'])
    .where('outcome', '=', 'unable').orderBy('touched', 'desc').limit(6).execute()
  const all = [...open, ...done, ...unable]
  const names = await namesOf(tx, district, { orgs: all.map((r) => r.held_by), posts: all.map((r) => r.held_post) })
  const photos = await photosOf(tx, district, all.map((r) => r.id))
  const also = await alsoOf(tx, all.map((r) => r.id))
  const item = (r: (typeof all)[number]) => ({
    number: r.number, title: r.title, category: r.category, state: r.state, outcome: r.outcome,
    holder: names.post(r.held_post)?.title ?? names.org(r.held_by)?.name ?? '',
    answer: (r.outcome === 'unable' || r.outcome === 'explained') && r.answer ? maskText(r.answer) : null,
    due: r.due?.toISOString() ?? null, dueKind: r.due_kind, dueFrom: r.due_from?.toISOString() ?? null,
    filedAt: r.filed_at.toISOString(), endedAt: (r.ended_at ?? r.touched).toISOString(), supervised: r.supervised_at !== null,
    solved: r.solved, satisfied: r.satisfied, reached: r.reached, reopened: r.reopened, unverified: r.verified === 'overdue',
    photos: (photos.get(r.id) ?? []).map((p) => ({ id: p.id, phase: p.phase })), also: r.sensitive === null ? publicCount(also.get(r.id)) : 0,
  })
  return {
    tally: await tallies(tx, district, compound, start(shanghai.getUTCMonth()), start(0)),
    open: open.map(item), done: done.map(item), unable: unable.map(item),
  }
}
