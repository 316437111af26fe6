import type { Context } from '../../kit/command.ts'
import { actAs } from '../../kit/db.ts'
import { common } from '../../kit/http.ts'
import { newId, sha256 } from '../../kit/ids.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { holdersAt } from '../../offices/index.ts'
import { placeById, type PlaceView } from '../../places/index.ts'
import { addPersonWith, normalisePhone, receiptCodeOf, type Actor } from '../../trust/index.ts'
import { shanghaiDay } from '../../kit/clock.ts'
import type { CategoryCode } from '../rules/categories.ts'
import { change } from '../rules/change.ts'
import { clocksAfter, type Clock, type ClockOp } from '../rules/clock-state.ts'
import type { Moment } from '../rules/clocks.ts'
import { decideFiling, firstClocks, joinsAsParty, type Filed } from '../rules/decide/file.ts'
import { replyPromised, type Promised, type TimedOp } from '../rules/decide/split.ts'
import type { Channel } from '../rules/matter.ts'
import { decideMeToo } from '../rules/decide/join.ts'
import { applyChange, clockColumns, keepLedger, recordEntry, saveParty, setClock, tell } from '../store/apply-change.ts'
import { insertMatter } from '../store/insert-matter.ts'
import { mapRow, type Row } from '../store/load-matter.ts'
import { claimPhotos } from '../store/photos.ts'
import { seeing } from './carry-joined.ts'
import { momentOf } from './on-matter.ts'
import { publicRoot } from './public-root.ts'

export type FileMatter = {
  readonly place: string
  readonly words: string
  readonly category: CategoryCode
  readonly channel: Channel
  /** Whether the reporter lets it stand on the public board. */
  readonly onBoard: boolean
  readonly phone?: string | undefined
  readonly name?: string | undefined
  readonly photos?: readonly string[] | undefined
  /** Number of a public matter that is the same: 'me too'. */
  readonly join?: string | undefined
  /** What it was split off from. */
  readonly origin?: Origin | undefined
}
/** A matter that is split off: whose contact it shares, from when its reply was promised, and when that promise stood still. */
export type Origin = { readonly id: string; readonly contact: string | null; readonly promised: Promised }
export type FiledMatter = {
  readonly id: string; readonly number: string; readonly heldBy: string; readonly heldPost: string | null
  readonly holder: string; readonly due: string; readonly urgent: string | null; readonly sensitive: boolean
  /** What it was joined to, where it was. */
  readonly joined: { readonly number: string; readonly title: string } | null
}

const outside = { code: 'outside', rule: 'M3', explain: { zh: '这个地方不在任何社区里，请换一个地方。', en: 'This place lies in no community: choose another.' } }
const badPhone = {
  code: 'bad_phone', rule: 'M3', explain: { zh: '手机号不对，改一下，或者不留也能办。', en: 'The phone number is not right: correct it, or leave it out.' },
}

async function keepContact(ctx: Context<Actor>, input: FileMatter): Promise<Result<string | null>> {
  if (input.origin) return ok(input.origin.contact)
  if (!input.phone) return ok(null)
  if (normalisePhone(input.phone) === null) return refuse(badPhone)
  const fields = [
    { field: 'phone' as const, value: input.phone, purpose: 'follow' },
    ...(input.name ? [{ field: 'name' as const, value: input.name, purpose: 'follow' }] : []),
  ]
  return ok(await addPersonWith(ctx.tx, { district: ctx.actor.district, kind: 'resident', fields, at: ctx.at }))
}

function rowOf(
  ctx: Context<Actor>, input: FileMatter, place: PlaceView, community: string, accountable: string, filed: Filed,
  clocks: readonly Clock[], contact: string | null,
) {
  const id = newId()
  const partyOrgs = [filed.slip?.org, joinsAsParty(filed.holder, accountable) ? filed.holder.org : undefined].filter((org) => org !== undefined)
  return {
    district: ctx.actor.district, id, place: place.id, path: place.path, compound_path: place.compoundPath ?? '', community, compound: place.compound,
    building: place.building, cell: place.cell, category: input.category,
    sensitive: filed.sensitive, urgent: filed.urgent?.kind ?? null, words: input.words,
    title: filed.title, title_from: 'template', state: 'filed', held_by: filed.holder.org, held_post: filed.holder.post, accountable,
    ...clockColumns(clocks), parties: partyOrgs.sort(), closed_to: [...filed.closedTo],
    hands: [ctx.actor.person, ctx.actor.post].filter((one) => one !== null),
    channel: input.channel, filed_at: ctx.at, filed_post: ctx.actor.post, contact, receipt: sha256(receiptCodeOf(id)), touched: ctx.at,
    split_from: input.origin?.id ?? null,
  }
}

type NewRow = ReturnType<typeof rowOf>

/** The saved row as later steps read it: what the database fills in by itself. */
const asRow = (row: NewRow, number: string): Row => ({
  ...row, number, outcome: null, reason: null, answer: null,
  clocks: JSON.parse(row.clocks) as Row['clocks'], // the driver reads it back parsed
  doers: [], doer_orgs: [], handovers: 0, reopened: 0,
  situation: null, plan: null, reached: null, solved: null, satisfied: null, judged_at: null,
  ended_at: null, source: null, source_id: null, outside_number: null, version: 1,
  joined_to: null, joined_state: null, suspended_at: null, review_on: null, money_path: null, basis: null, basis_note: null,
  passes: [], ruled_to: null, extended: 0, returned: 0, worked_by: null, verifier: null, verified: null, tried: 0,
})

/** Ways by which a post files what somebody told it: the act says that it was done on behalf (P02). */
const FOR_OTHERS: readonly string[] = ['captain', 'grid', 'desk', 'phone', 'reception', 'chat']

async function saveAll(
  ctx: Context<Actor>, input: FileMatter, row: Row, filed: Filed, { now, promised }: FirstClocks, quiet: boolean,
): Promise<string> {
  const parties = row.parties.map((org) => saveParty(ctx, row, {
    org, role: org === filed.slip?.org ? 'slip' : 'holder', state: 'asked', task: filed.slip?.org === org ? input.words.slice(0, 60) : '',
  }))
  const facts = {
    category: row.category, channel: row.channel, to: row.held_post ?? row.held_by, urgent: row.urgent ?? undefined, pack: filed.duty.pack.version,
    behalf: FOR_OTHERS.includes(row.channel) || undefined,
  }
  const told = tell(ctx, row, quiet ? [] : [
    { to: 'holder', template: filed.sensitive === 'harm' ? 'matter.harm' : 'matter.yours' },
    ...(filed.slip ? [{ to: { org: filed.slip.org }, template: 'matter.slip' as const }] : []),
  ])
  // none of these waits for another: they travel to the database together
  const [entry] = await Promise.all([
    recordEntry(ctx, row, change('filed', { facts, clocks: now })), setClock(ctx, mapRow(row, []), row.district), told, ...parties,
  ])
  if (promised.length === 0) return entry
  const act = await actOf(ctx, entry)
  for (const { at, op } of promised) await keepLedger({ ...ctx, at: new Date(at) }, row, [op], act)
  return entry
}

const actOf = async (ctx: Context<Actor>, entry: string): Promise<string> => (await ctx.tx.selectFrom('matter_entry').select('act')
  .where('district', '=', ctx.actor.district).where('id', '=', entry).executeTakeFirstOrThrow()).act

/** What starts now, and what has run since a promise was made before: the reply to what is split off. [M25] */
type FirstClocks = { readonly now: readonly ClockOp[]; readonly promised: readonly TimedOp[]; readonly clocks: readonly Clock[] }
function startClocks({ category, phone, origin }: FileMatter, filed: Filed, moment: Moment): FirstClocks {
  const contactable = origin ? origin.contact !== null : phone !== undefined
  const first = (at: number): readonly ClockOp[] => firstClocks({ category, contactable }, filed.holder.org, filed.hasten, { ...moment, at })
  if (!origin) return { now: first(moment.at), promised: [], clocks: clocksAfter([], first(moment.at), moment.at) }
  const now = first(moment.at).filter(({ stage }) => stage !== 'reply')
  const promised = replyPromised(category, filed.holder.org, origin.promised, moment.time)
  const kept = promised.reduce<readonly Clock[]>((clocks, { at, op }) => clocksAfter(clocks, [op], at), [])
  return { now, promised, clocks: clocksAfter(kept, now, moment.at) }
}

/**
 * [M3] Files a matter: it goes straight to whoever has the duty at that place, gets a random number, a receipt, a clock and a line in the record.
 * The actor needs the place in scope; for a resident the caller grants exactly that place.
 */
export async function fileMatter(ctx: Context<Actor>, input: FileMatter, known?: PlaceView): Promise<Result<FiledMatter>> {
  const place = known ?? await placeById(ctx.tx, ctx.actor.district, input.place)
  if (!place) return refuse(common.notFound)
  if (!place.community) return refuse(outside)
  const root = input.join === undefined ? null : await publicRoot(ctx, place, input.join)
  const [holders, compoundType] = await Promise.all([
    holdersAt(ctx.tx, ctx.actor.district, place, shanghaiDay(ctx.at)), place.compound === null ? null : typeOf(ctx, place.compound),
  ])
  const accountable = holders.get('community')
  if (!accountable) return refuse(outside)
  const filed = decideFiling({ ...input, placeLabel: place.fullName, compoundType, holders })
  const first = startClocks(input, filed, await momentOf(ctx))
  const contact = await keepContact(ctx, input)
  if (!contact.ok) return contact
  const fresh = rowOf(ctx, input, place, place.community, accountable.org, filed, first.clocks, contact.value)
  // Who files for somebody what is closed to themselves has it in hand until it is saved, and sees it no more afterwards.
  if (filed.closedTo.some((word) => ctx.actor.audience.includes(word))) await actAs(ctx.tx, { ...ctx.actor, matters: [fresh.id] })
  const row = asRow(fresh, await insertMatter(ctx.tx, fresh))
  const meToo = root && decideMeToo(mapRow(row, []), row.urgent, root.matter)
  const entry = await saveAll(ctx, input, row, filed, first, meToo !== null)
  if (input.photos && input.photos.length > 0) {
    const claimed = await claimPhotos(ctx, row, entry, 'before', input.photos)
    if (!claimed.ok) return claimed
  }
  if (meToo) await seeing(ctx, [row.id], () => applyChange(ctx, { row, matter: mapRow(row, []) }, meToo))
  const holder = [...holders.values()].find((one) => one.org === row.held_by && one.post === row.held_post)?.name ?? ''
  return ok({
    id: row.id, number: row.number, heldBy: row.held_by, heldPost: row.held_post, holder,
    due: fresh.due?.toISOString() ?? ctx.at.toISOString(), urgent: row.urgent, sensitive: filed.sensitive !== null,
    joined: root && meToo ? { number: root.row.number, title: root.row.title } : null,
  })
}

async function typeOf(ctx: Context<Actor>, compound: string) {
  return (await placeById(ctx.tx, ctx.actor.district, compound))?.compoundType ?? null
}
