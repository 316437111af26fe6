import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import type { Context } from '../../kit/command.ts'
import type { Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { common } from '../../kit/http.ts'
import { placeById, type PlaceView } from '../../places/index.ts'
import { appendAct } from '../../record/index.ts'
import type { Actor } from '../../trust/index.ts'
import { officeActs } from '../rules/acts.ts'
import { overlaps } from '../rules/index.ts'
import { orgsServing } from '../store/office-rows.ts'
import { idsAround } from '../views/holders.ts'
import { standingOf } from '../views/standing.ts'
import { saveOrgs, savePosts } from './save-offices.ts'

/** One who was elected. `person` is null for somebody who held no office before: `name` is entered then. */
export type Elected = { readonly person: string | null; readonly name: string; readonly kind: 'owners_chair' | 'owners_member'; readonly title: string }
/** `keep`: people whose posts in the same body stay as they are, as reserves'. `orgName`: what the body is called where it has no organisation yet. */
export type SeatElected = { readonly place: string; readonly orgName: string; readonly termUntil: string; readonly members: readonly Elected[]
  readonly keep: readonly string[] }
/** The people in the order of `members`; `overlap`: those who also hold a post of a residents' committee. */
export type SeatedElected = { readonly org: string; readonly persons: readonly string[]; readonly overlap: readonly string[] }

type Held = { readonly id: string; readonly kind: string; readonly title: string; readonly tenure: string | null; readonly person: string | null }

const postsOf = (tx: Tx, district: string, org: string, day: string): Promise<Held[]> => tx.selectFrom('post as p')
  .leftJoin('tenure as t', (j) => j.onRef('t.district', '=', 'p.district').onRef('t.post', '=', 'p.id').on('t.to_date', 'is', null)
    .on('t.deputy_of', 'is', null))
  .select(['p.id', 'p.kind', 'p.title', 't.id as tenure', 't.person']).where('p.district', '=', district).where('p.org', '=', org)
  .where('p.kind', 'in', ['owners_chair', 'owners_member']).where(sql<boolean>`(p.valid_to is null or p.valid_to > ${day}::date)`)
  .orderBy('p.title').orderBy('p.id').execute()

/** The owners' organisation of a compound; it is entered where there is none yet. */
async function ownersOrg(tx: Tx, district: string, place: PlaceView, name: string, day: string): Promise<Result<string>> {
  const known = (await orgsServing(tx, district, idsAround(place), day)).find(({ kind }) => kind === 'owners')
  if (known) return ok(known.org)
  const id = newId()
  const saved = await saveOrgs(tx, district, [{ id, kind: 'owners', name, place: place.id, validFrom: day, serves: [{ place: place.id, from: day }] }])
  return saved.ok ? ok(id) : saved
}

async function endTenure(ctx: Context<Actor>, place: PlaceView, held: Held, day: string, after?: string): Promise<void> {
  const { tx, at, actor } = ctx
  if (held.tenure !== null) {
    await tx.updateTable('tenure').set({ to_date: day }).where('district', '=', actor.district).where('id', '=', held.tenure).execute()
  }
  await appendAct(tx, { district: actor.district, at, what: officeActs.state('post.handed_over', { post: held.id, from: day,
    before: held.person ?? undefined, after }), channel: 'web', actorPerson: actor.person, actorPost: actor.post, place: place.id, path: place.path,
  compoundPath: place.compoundPath, subject: { kind: 'post', id: held.id } })
}

/** The post of somebody elected: one that nobody holds now, or a new one. */
async function postFor(tx: Tx, district: string, free: Held[], one: Elected, org: string, place: PlaceView, day: string): Promise<Result<Held>> {
  const at = free.findIndex(({ kind }) => kind === one.kind)
  const [found] = at >= 0 ? free.splice(at, 1) : []
  if (found) {
    await tx.updateTable('post').set({ title: one.title }).where('district', '=', district).where('id', '=', found.id).execute()
    return ok(found)
  }
  const id = newId()
  const saved = await savePosts(tx, district, [{ id, org, kind: one.kind, title: one.title, place: place.id, validFrom: day }])
  return saved.ok ? ok({ id, kind: one.kind, title: one.title, tenure: null, person: null }) : saved
}

/**
 * [O18] Gives the posts of an owners' body to those who were elected to it, from today on: whoever sat before leaves, a member who stays keeps theirs, a
 * post that nobody takes any more ends. Who may do so is the election's to say. Sitting on the residents' committee too is told, and bars nobody here.
 */
export async function seatElected(ctx: Context<Actor>, input: SeatElected): Promise<Result<SeatedElected>> {
  const { tx, at, actor: { district } } = ctx
  const day = shanghaiDay(at)
  const place = await placeById(tx, district, input.place)
  if (!place) return refuse(common.notFound)
  const org = await ownersOrg(tx, district, place, input.orgName, day)
  if (!org.ok) return org
  const named = input.members.map((one) => ({ ...one, person: one.person ?? newId(), fresh: one.person === null }))
  const fresh = named.filter((one) => one.fresh)
  if (fresh.length > 0) await tx.insertInto('officer').values(fresh.map(({ person, name }) => ({ district, person, name }))).execute()
  const before = (await postsOf(tx, district, org.value, day)).filter(({ person }) => person === null || !input.keep.includes(person))
  const stays = (held: Held) => named.find(({ person, kind }) => person === held.person && kind === held.kind)
  const free = before.filter((held) => !stays(held)) // those who stay keep their own
  const waiting = named.filter((one) => !before.some((held) => stays(held) === one))
  for (const held of before) {
    const one = stays(held)
    if (one && one.title !== held.title) await tx.updateTable('post').set({ title: one.title }).where('district', '=', district).where('id', '=', held.id).execute()
  }
  const leaving = free.filter(({ tenure }) => tenure !== null)
  const taken = new Set<string>()
  for (const one of waiting) {
    const post = await postFor(tx, district, free, one, org.value, place, day)
    if (!post.ok) return post
    await endTenure(ctx, place, post.value, day, one.person)
    await tx.insertInto('tenure').values({ district, id: newId(), post: post.value.id, person: one.person, from_date: day, term_until: input.termUntil }).execute()
    taken.add(post.value.id)
  }
  for (const held of leaving) if (!taken.has(held.id)) await endTenure(ctx, place, held, day)
  const over = free.filter(({ kind }) => kind === 'owners_member').map(({ id }) => id)
  // a post that was made today leaves nothing behind: it may not end on the day on which it began
  if (over.length > 0) await sql`update post set valid_from = case when valid_from < ${day}::date then valid_from end, valid_to = ${day}::date
    where district = ${district} and id = any(${over}::uuid[])`.execute(tx)
  const overlap: string[] = []
  for (const { person } of named) if (overlaps((await standingOf(tx, district, person, at)).map(({ audience }) => audience))) overlap.push(person)
  return ok({ org: org.value, persons: named.map(({ person }) => person), overlap })
}

/** Takes the name off somebody who was erased and held no other office than in an owners' body; what they did stays. [O18] */
export async function forgetElected(tx: Tx, district: string, person: string): Promise<void> {
  await sql`update officer set name = '＊' where district = ${district} and person = ${person}::uuid and not exists (select from tenure t
    join post p on p.district = t.district and p.id = t.post where t.district = officer.district and t.person = officer.person
    and p.kind not in ('owners_chair', 'owners_member'))`.execute(tx)
}
