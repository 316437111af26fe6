import { sql } from 'kysely'
import { shanghaiDay } from '../../../kit/clock.ts'
import type { Context } from '../../../kit/command.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { maskValue, personKey, type Actor } from '../../../trust/index.ts'
import { registerActs } from '../../rules/register/acts.ts'
import { mayTell } from '../../rules/register/told.ts'
import { compoundRuleOn } from '../../store/compound-rules.ts'
import { ownerPhoneHash } from '../../store/owner-phone.ts'
import { insertOwners, insertProxies, ownersOf, sealPerson } from '../../store/register-bulk.ts'
import { ownersOfHeads } from '../../store/register-rows.ts'
import { loadVote } from '../../store/votes.ts'
import { no, notAhead, onHead, record, touchHeads } from './on-register.ts'

type Made = Promise<Result<{ readonly id: string }>>
type OnHead = { readonly head: string; readonly version: number }

/**
 * Enters an owner: alone they vote, beside others nobody does until they have chosen. Name and telephone are sealed with a key of their own. [B82]
 */
export async function addOwner(ctx: Context<Actor>, { head, version, name, phone, since }: OnHead & { readonly name: string;
  readonly phone: string | null
  readonly since: string | null }): Made {
  const { tx, actor, at } = ctx
  const on = await onHead(ctx, head, version)
  if (!on.ok) return on
  const may = mayTell(name, phone)
  if (!may.ok) return may
  if (since !== null) { const fits = notAhead(ctx, since); if (!fits.ok) return fits }
  const there = (await ownersOfHeads(tx, actor.district, [head])).filter(({ until }) => until === null)
  const [made] = ownersOf(actor.district, head, on.value.head.keeper, [{ name, phone }], since)
  if (!made) return refuse(common.notFound)
  await insertOwners(tx, actor.district, [{ ...made, chosen: there.length === 0 }], at)
  await touchHeads(ctx, [head])
  await record(ctx, on.value.kept, { kind: 'person', id: made.person }, registerActs.state('register.owner_added', { head, owner: made.id }))
  return ok({ id: made.id })
}

async function ownerOf({ tx, actor }: Context<Actor>, id: string) {
  return tx.selectFrom('owner').select(['id', 'head', 'person', 'chosen', 'until']).where('district', '=', actor.district).where('id', '=',
    id).executeTakeFirst()
}

/**
 * Puts a right name or telephone in the place of the one that stands there; the one before is gone, because nobody voted by it. Null: no telephone.
 * [B83]
 */
export async function correctOwner(ctx: Context<Actor>, { owner, version, name, phone }: { readonly owner: string; readonly version: number
  readonly name?: string | undefined; readonly phone?: string | null | undefined }): Made {
  const { tx, actor } = ctx
  const row = await ownerOf(ctx, owner)
  if (!row || row.until !== null) return refuse(common.notFound)
  const on = await onHead(ctx, row.head, version)
  if (!on.ok) return on
  if (name === undefined && phone === undefined) return no('nothing_said', 'B83', '还没有写要改什么。', 'Nothing to correct was said.')
  const may = mayTell(name ?? '某某', phone ?? null)
  if (!may.ok) return may
  const key = await personKey(tx, actor.district, row.person)
  if (!key) return refuse(common.notFound)
  const hash = phone ? ownerPhoneHash(actor.district, phone) : null
  await tx.updateTable('owner').set({
    ...(name === undefined ? {} : { name: key.seal('name', name), name_masked: maskValue('name', name) }),
    ...(phone === undefined ? {} : { phone: phone === null ? null : key.seal('phone', phone),
      phone_masked: phone === null ? null : maskValue('phone', phone), phone_hash: hash }),
  }).where('district', '=', actor.district).where('id', '=', owner).execute()
  await touchHeads(ctx, [row.head])
  const fields = [...(name === undefined ? [] : ['name']), ...(phone === undefined ? [] : ['phone'])]
  await record(ctx, on.value.kept, { kind: 'person', id: row.person }, registerActs.state('register.owner_corrected', { head: row.head, owner,
    fields }))
  return ok({ id: owner })
}

/** Writes down that somebody is an owner no more. What was entered by mistake goes without a trace of the person. [B83] */
export async function endOwner(ctx: Context<Actor>, { owner, version, why, on: day }: { readonly owner: string; readonly version: number
  readonly why: 'left' | 'died' | 'wrong'; readonly on: string }): Made {
  const { tx, actor } = ctx
  const row = await ownerOf(ctx, owner)
  if (!row || row.until !== null) return refuse(common.notFound)
  const on = await onHead(ctx, row.head, version)
  if (!on.ok) return on
  const fits = notAhead(ctx, day)
  if (!fits.ok) return fits
  await tx.updateTable('owner').set({ until: day, chosen: false }).where('district', '=', actor.district).where('id', '=', owner).execute()
  await touchHeads(ctx, [row.head])
  await record(ctx, on.value.kept, { kind: 'person', id: row.person }, registerActs.state('register.owner_ended', { head: row.head, owner, why }))
  const left = (await ownersOfHeads(tx, actor.district, [row.head])).filter(({ until }) => until === null)
  // who is left alone votes; several choose anew
  const [only] = left
  if (left.length === 1 && only) await tx.updateTable('owner').set({ chosen: true }).where('district', '=', actor.district).where('id', '=',
    only.id).execute()
  return ok({ id: owner })
}

/** Writes down whom joint owners chose to vote for them; of a company, who signs for it. [B82] */
export async function chooseVoter(ctx: Context<Actor>, { head, version, owner }: OnHead & { readonly owner: string }): Made {
  const { tx, actor } = ctx
  const on = await onHead(ctx, head, version)
  if (!on.ok) return on
  const row = await ownerOf(ctx, owner)
  if (row?.head !== head || row.until !== null) return refuse(common.notFound)
  await tx.updateTable('owner').set({ chosen: sql<boolean>`id = ${owner}::uuid` }).where('district', '=', actor.district).where('head', '=',
    head).execute()
  await touchHeads(ctx, [head])
  await record(ctx, on.value.kept, { kind: 'person', id: row.person }, registerActs.state('register.voter_chosen', { head, owner }))
  return ok({ id: owner })
}

/** Marks that nobody may vote for a head, after a death or by a court's order, or that somebody may again. [B82] [B83] */
export async function blockHead(ctx: Context<Actor>, { head, version,
  blocked }: OnHead & { readonly blocked: 'death' | 'court_order' | null }): Made {
  const { tx, actor } = ctx
  const on = await onHead(ctx, head, version)
  if (!on.ok) return on
  await tx.updateTable('head').set({ blocked }).where('district', '=', actor.district).where('id', '=', head).execute()
  await touchHeads(ctx, [head])
  await record(ctx, on.value.kept, { kind: 'head', id: head },
    blocked === null ? registerActs.state('register.unblocked', { head }) : registerActs.state('register.blocked', { head, why: blocked }))
  return ok({ id: head })
}

/** Enters a written authority: who may vote for a head, for one vote or for all, from when until when. A year at most. [B84] */
export async function giveProxy(ctx: Context<Actor>, { head, version, name, phone, vote, from, to }: OnHead & { readonly name: string;
  readonly phone: string | null
  readonly vote: string | null; readonly from: string; readonly to: string }): Made {
  const { tx, actor, at } = ctx
  const on = await onHead(ctx, head, version)
  if (!on.ok) return on
  const may = mayTell(name, phone)
  if (!may.ok) return may
  const rule = await compoundRuleOn(tx, actor.district, on.value.head.compound, shanghaiDay(at))
  if (!rule.proxies.allowed) return no('no_proxies', 'B84', '本小区议事规则不接受委托。', 'The compound’s rules take no proxies.')
  if (to < from || to > yearAfter(from)) return no('proxy_days', 'B84', '委托最长一年，到期日不能早于开始日。',
    'A proxy lasts a year at most and does not end before it begins.')
  if (vote !== null) {
    const row = await loadVote(tx, actor.district, vote)
    if (row?.place !== on.value.head.compound || !BEFORE_CLOSE.includes(row.state)) {
      return no('no_such_vote', 'B84', '这次表决不在这个小区，或者已经截止了。', 'This vote is not of this compound, or it has ended.')
    }
  }
  const { phone: _phone, phone_masked: _masked, ...sealed } = sealPerson(actor.district, { name, phone })
  const id = newId()
  await insertProxies(tx, actor.district, [{ id, head, keeper: on.value.head.keeper, vote, valid_from: from, valid_to: to, ...sealed }], at)
  await touchHeads(ctx, [head])
  await record(ctx, on.value.kept, { kind: 'head', id: head }, registerActs.state('register.proxy_given', { head, proxy: id,
    vote: vote ?? undefined }))
  return ok({ id })
}

/** Until a vote is closed somebody may be given to vote in it. */
const BEFORE_CLOSE: readonly string[] = ['draft', 'noticed', 'frozen', 'open']
const yearAfter = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`

/** Takes a written authority back: from this moment on nobody votes by it. [B84] */
export async function revokeProxy(ctx: Context<Actor>, { proxy }: { readonly proxy: string }): Made {
  const { tx, actor, at } = ctx
  const row = await tx.selectFrom('proxy as p').innerJoin('head as h', (join) => join.onRef('h.district', '=', 'p.district').onRef('h.id', '=',
    'p.head'))
    .select(['p.id', 'p.head', 'h.version', 'p.revoked_at']).where('p.district', '=', actor.district).where('p.id', '=', proxy).executeTakeFirst()
  if (!row || row.revoked_at !== null) return refuse(common.notFound)
  const on = await onHead(ctx, row.head, row.version)
  if (!on.ok) return on
  await tx.updateTable('proxy').set({ revoked_at: at }).where('district', '=', actor.district).where('id', '=', proxy).execute()
  await touchHeads(ctx, [row.head])
  await record(ctx, on.value.kept, { kind: 'head', id: row.head }, registerActs.state('register.proxy_revoked', { head: row.head, proxy }))
  return ok({ id: proxy })
}
