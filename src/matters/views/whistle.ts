import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { namesOf } from '../../offices/index.ts'
import type { Actor } from '../../trust/index.ts'
import { answersOf, linkState, waitedFor } from '../rules/answering.ts'
import { actsForOrg, standingOf, type Matter } from '../rules/matter.ts'
import { mayMove } from '../rules/moves.ts'
import { blownOf, lastWhistle, mapLink, type BlownRow } from '../store/whistle-rows.ts'
import { mapRow } from '../store/load-matter.ts'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null
const HANDS_OUT: readonly string[] = ['community', 'grid']

async function linksOf(tx: Tx, actor: Actor, matter: string, at: Date) {
  if (!actor.audience.some((one) => HANDS_OUT.includes(one))) return []
  const rows = await tx.selectFrom('answer_link').select(['id', 'org', 'made_at', 'expires_at', 'tries', 'used_at', 'used_for', 'withdrawn_at'])
    .where('district', '=', actor.district).where('matter', '=', matter).orderBy('made_at', 'desc').limit(60).execute()
  return rows.map((row) => ({ id: row.id, org: row.org, madeAt: row.made_at.toISOString(), until: row.expires_at.toISOString(),
    state: linkState(mapLink(row), at.getTime()), usedAt: iso(row.used_at), usedFor: row.used_for }))
}

/** The two sides of each pair as this reader may see them: the wall keeps the other side of a sealed one. */
async function pairsOf(tx: Tx, actor: Actor, whistle: BlownRow, name: (org: string) => string, open: boolean) {
  const rows = await tx.selectFrom('whistle_rating').select(['by_org', 'of_org', 'answers', 'said', 'at', 'shown_at']).where('district', '=',
    actor.district)
    .where('matter', '=', whistle.matter).where('whistle', '=', whistle.id).execute()
  const side = (by: string, of: string) => {
    const row = rows.find((one) => one.by_org === by && one.of_org === of)
    return row ? { answers: row.answers, said: row.said, at: row.at.toISOString(), shown: row.shown_at !== null } : null
  }
  const own = actsForOrg(actor) ? actor.org : null
  return whistle.called.map((org) => {
    const [ofDepartment, ofWhistle] = [side(whistle.by_org, org), side(org, whistle.by_org)]
    const shown = [ofDepartment, ofWhistle].some((one) => one?.shown === true)
    const mine = own === whistle.by_org ? ofDepartment : own === org ? ofWhistle : null
    const rates = own === whistle.by_org ? org : own === org ? whistle.by_org : null
    return { org, name: name(org), ofDepartment, ofWhistle, shown, rate: open && rates !== null && mine === null && !shown ? rates : null }
  })
}

async function reviewOf(tx: Tx, district: string, whistle: BlownRow) {
  const row = await tx.selectFrom('whistle_review').select(['id', 'lacked', 'changes', 'by_org', 'item', 'at', 'done_at',
    sql<string>`until::text`.as('day')])
    .where('district', '=', district).where('matter', '=', whistle.matter).where('whistle', '=', whistle.id).executeTakeFirst()
  return row ?? null
}

const allowed = (matter: Matter, actor: Actor, move: 'answer_link' | 'type_in' | 'rate' | 'review'): boolean => mayMove(move, matter,
  standingOf(matter, actor)).ok

/** What stands around the parties of a matter: the whistle, its links, what may be typed in for whom, ratings, review. Undefined when not seen. */
export async function aroundWhistle(tx: Tx, actor: Actor, id: string, at: Date) {
  const { district } = actor
  const row = await tx.selectFrom('matter').selectAll().where('district', '=', district).where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const parties = await tx.selectFrom('matter_party').selectAll().where('district', '=', district).where('matter', '=', id).execute()
  const matter = mapRow(row, parties)
  const whistle = await lastWhistle(tx, district, id)
  const review = whistle ? await reviewOf(tx, district, whistle) : null
  const names = await namesOf(tx, district, { orgs: [...parties.map((p) => p.org), ...(whistle?.called ?? []), whistle?.by_org ?? null,
    review?.by_org ?? null] })
  const name = (org: string): string => names.org(org)?.name ?? ''
  const typed = allowed(matter, actor, 'type_in')
  return {
    whistle: whistle ? { id: whistle.id, at: whistle.at.toISOString(), situation: whistle.situation, plan: whistle.plan, by: { org: whistle.by_org,
      name: name(whistle.by_org) }, called: whistle.called.map((org) => ({ org, name: name(org) })), reviewed: blownOf(whistle).reviewed } : null,
    links: await linksOf(tx, actor, id, at),
    answers: typed ? parties.filter((p) => waitedFor(matter, p.org)).map((p) => ({ org: p.org, name: name(p.org),
      may: [...answersOf(matter, p.org, names.org(p.org)?.kind ?? '')], link: allowed(matter, actor, 'answer_link') })) : [],
    pairs: whistle ? await pairsOf(tx, actor, whistle, name, allowed(matter, actor, 'rate')) : [],
    review: review ? { id: review.id, lacked: review.lacked, changes: review.changes, by: { org: review.by_org, name: name(review.by_org) },
      until: review.day, item: review.item, at: review.at.toISOString(), doneAt: iso(review.done_at) } : null,
    mayReview: whistle !== undefined && whistle.reviewed_at === null && actsForOrg(actor) && actor.org === whistle.by_org && allowed(matter, actor,
      'review'),
  }
}

export const WHISTLE_LISTS = ['to_rate', 'to_review', 'promised'] as const
export type WhistleListName = (typeof WHISTLE_LISTS)[number]
/** Whistles older than this are no longer asked to be rated. */
const RATED_WITHIN_MS = 90 * 86_400_000
const SHOWN = 50

type Listed = { id: string; matter: string; number: string; title: string; at: Date; situation: string; by_org: string; called: string[] }
const listed = ({ id, matter, number, title, at, situation, by_org: by, called }: Listed, name: (org: string) => string) =>
  ({ whistle: id, matter, number, title, at: at.toISOString(), situation, by: name(by), called: called.map(name) })

async function toRate(tx: Tx, actor: Actor, at: Date) {
  const { district, org } = actor
  if (org === null || !actsForOrg(actor)) return []
  const rows: Listed[] = await tx.selectFrom('whistle as w').innerJoin('matter as m', (j) => j.onRef('m.district', '=', 'w.district').onRef('m.id',
    '=', 'w.matter'))
    .select(['w.id', 'w.matter', 'w.at', 'w.situation', 'w.by_org', 'w.called', 'm.number', 'm.title']).where('w.district', '=', district)
    .where('w.at', '>', new Date(at.getTime() - RATED_WITHIN_MS)).where('m.state', 'in', ['answered', 'closed'])
    .where((e) => e.or([e('w.by_org', '=', org), e(sql<string>`${org}::uuid`, '=', sql<string>`any(w.called)`)]))
    .orderBy('w.at', 'desc').limit(4 * SHOWN).execute()
  if (rows.length === 0) return []
  const given = await tx.selectFrom('whistle_rating').select(['whistle', 'by_org', 'of_org', 'shown_at']).where('district', '=', district)
    .where('matter', 'in', rows.map((row) => row.matter)).execute()
  const waits = (row: Listed, department: string): boolean => !given.some((g) => g.whistle === row.id && ((g.by_org === org
    && (g.of_org === department
    || g.of_org === row.by_org)) || (g.shown_at !== null && (g.by_org === department || g.of_org === department))))
  return rows.filter((row) => (row.by_org === org ? row.called : [org]).some((department) => waits(row, department))).slice(0, SHOWN)
}

async function toReview(tx: Tx, actor: Actor): Promise<Listed[]> {
  const base = tx.selectFrom('whistle as w').innerJoin('matter as m', (j) => j.onRef('m.district', '=', 'w.district').onRef('m.id', '=', 'w.matter'))
    .select(['w.id', 'w.matter', 'w.at', 'w.situation', 'w.by_org', 'w.called', 'm.number', 'm.title']).where('w.district', '=', actor.district)
    .where('w.reviewed_at', 'is', null).where('m.state', 'in', ['answered', 'closed'])
  const narrowed = actor.audience.includes('street') ? base : base.where('w.by_org', '=', actor.org)
  return narrowed.orderBy('w.at', 'desc').limit(SHOWN).execute()
}

/** Whistles that wait for the reader's organisation: to be rated, to be reviewed, or with a change that was promised. At most fifty, latest first. */
export async function listWhistles(tx: Tx, actor: Actor, list: WhistleListName, at: Date) {
  if (list === 'promised') return { items: await promised(tx, actor) }
  const rows = list === 'to_rate' ? await toRate(tx, actor, at) : await toReview(tx, actor)
  const names = await namesOf(tx, actor.district, { orgs: rows.flatMap((row) => [row.by_org, ...row.called]) })
  return { items: rows.map((row) => ({ ...listed(row, (org) => names.org(org)?.name ?? ''), review: null })) }
}

async function promised(tx: Tx, actor: Actor) {
  const all = tx.selectFrom('whistle_review as r').innerJoin('whistle as w', (j) => j.onRef('w.district', '=', 'r.district').onRef('w.id', '=',
    'r.whistle'))
    .innerJoin('matter as m', (j) => j.onRef('m.district', '=', 'r.district').onRef('m.id', '=', 'r.matter'))
    .select(['w.id', 'w.matter', 'w.at', 'w.situation', 'w.by_org', 'w.called', 'm.number', 'm.title', 'r.id as review', 'r.lacked', 'r.changes',
      'r.by_org as promiser', 'r.item', 'r.done_at', sql<string>`r.until::text`.as('day')]).where('r.district', '=', actor.district)
  const narrowed = actor.audience.includes('street') ? all : all.where((e) => e.or([e('r.by_org', '=', actor.org), e('w.by_org', '=', actor.org)]))
  const rows = await narrowed.orderBy(sql`r.done_at is not null`).orderBy('r.until').limit(2 * SHOWN).execute()
  const names = await namesOf(tx, actor.district, { orgs: rows.flatMap((row) => [row.by_org, row.promiser, ...row.called]) })
  const name = (org: string): string => names.org(org)?.name ?? ''
  return rows.map((row) => ({ ...listed(row, name), review: { id: row.review, lacked: row.lacked, changes: row.changes, by: name(row.promiser),
    until: row.day,
    item: row.item, doneAt: iso(row.done_at), mayEnd: row.done_at === null && actsForOrg(actor) && (row.promiser === actor.org
      || row.by_org === actor.org) } }))
}
