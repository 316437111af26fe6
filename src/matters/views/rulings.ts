import type { Tx } from '../../kit/db.ts'
import { namesOf } from '../../offices/index.ts'
import { placeById } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { clocksOf } from '../store/load-matter.ts'
import { withNames } from './cards.ts'
import { partsOf, reachOf } from './reach.ts'

const isoOf = (time: number | undefined): string | null => (time === undefined ? null : new Date(time).toISOString())

/** What waits for a ruling of the street: objections, third returns, and what stood still after supervision; oldest first. [M33] [M35] */
export async function listRulings(tx: Tx, actor: Actor, limit: number) {
  const waiting = await tx.selectFrom('objection').select(['id', 'matter', 'org', 'ground', 'said', 'forced', 'at'])
    .where('district', '=', actor.district).where('ruled_at', 'is', null).orderBy('at').orderBy('id').limit(limit).execute()
  const rows = waiting.length === 0 ? [] : await tx.selectFrom('matter').selectAll().where('district', '=', actor.district)
    .where('id', 'in', waiting.map((one) => one.matter)).execute()
  const cards = new Map((await withNames(tx, actor, rows)).map((card) => [card.id, card]))
  const due = new Map(rows.map((row) => [row.id, clocksOf(row).find(({ stage }) => stage === 'ruling')?.due]))
  const names = await namesOf(tx, actor.district, { orgs: waiting.map((one) => one.org) })
  return waiting.flatMap((one) => {
    const card = cards.get(one.matter)
    // what ended or moved on meanwhile has no such clock any more
    return card && due.get(one.matter) !== undefined ? [{ ...card, objection: { id: one.id, by: names.org(one.org)?.name ?? '', ground: one.ground, said: one.said, forced: one.forced,
      at: one.at.toISOString(), due: isoOf(due.get(one.matter)) } }] : []
  })
}

/** What was ruled before on matters of the same category, newest first, those in the same type of compound before the others. [M35] */
export async function precedentsFor(tx: Tx, actor: Actor, matter: string) {
  const row = await tx.selectFrom('matter').select(['category', 'compound']).where('district', '=', actor.district).where('id', '=', matter).executeTakeFirst()
  if (!row) return undefined
  const type = row.compound === null ? null : (await placeById(tx, actor.district, row.compound))?.compoundType ?? null
  const rows = await tx.selectFrom('precedent').selectAll().where('district', '=', actor.district).where('category', '=', row.category)
    .orderBy('at', 'desc').orderBy('id', 'desc').limit(20).execute()
  const names = await namesOf(tx, actor.district, { orgs: rows.map((one) => one.owner) })
  const near = (one: (typeof rows)[number]): number => (one.compound_type === type ? 0 : 1)
  return { items: [...rows].sort((a, b) => near(a) - near(b)).slice(0, 5).map((one) => ({
    id: one.id, sameType: near(one) === 0, owner: names.org(one.owner)?.name ?? '', ownerOrg: one.owner, ownerKind: one.owner_kind, fromKind: one.from_kind,
    ruling: one.ruling, why: one.why, basis: one.basis, at: one.at.toISOString(),
  })) }
}

/** What stands in the reader's communities as put aside, by the day of review. [M36] */
export async function listSuspended(tx: Tx, actor: Actor, limit: number) {
  const here = partsOf(await reachOf(tx, actor))
  const rows = await tx.selectFrom('matter').selectAll().where('matter.district', '=', actor.district).where('suspended_at', 'is not', null)
    .where('state', 'not in', ['closed', 'withdrawn']).where((e) => e.or(here.map((part) => part(e)))).orderBy('review_on').orderBy('matter.id').limit(limit).execute()
  const cards = await withNames(tx, actor, rows)
  const more = new Map(rows.map((row) => [row.id, { path: row.money_path, suspendedAt: row.suspended_at?.toISOString() ?? null }]))
  return cards.map((card) => ({ ...card, ...more.get(card.id) }))
}
