import { shanghaiDay } from '../../kit/clock.ts'
import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { newId, randomCode, sha256 } from '../../kit/ids.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { matterBehind, type MatterBehind } from '../../matters/index.ts'
import { holdersAt, namesOf } from '../../offices/index.ts'
import { placeById, type PlaceView } from '../../places/index.ts'
import { addPersonWith, inReach, normalisePhone, receiptCodeOf, type Actor } from '../../trust/index.ts'
import { decideOpen } from '../rules/decide/open.ts'
import type { DisputeKind } from '../rules/kinds.ts'
import { legsOf, recordAct, setClock } from '../store/apply-change.ts'
import { loadDispute } from '../store/load-dispute.ts'

export type SidePerson = { readonly name: string; readonly phone?: string | undefined; readonly address?: string | undefined }
export type OpenSide = { readonly persons: readonly SidePerson[]; readonly org?: string | undefined; readonly home?: string | undefined }
export type OpenDispute = {
  readonly place: string; readonly kind: DisputeKind; readonly words: string; readonly source?: string | undefined;
    readonly sides: readonly OpenSide[]
}
export type Opened = { readonly id: string; readonly number: string; readonly a: string; readonly b: string }

type Ctx = Context<Actor>
const noCommittee = { code: 'no_committee', rule: 'D1', explain: { zh: '这里还没有人民调解委员会，请找街道司法所。',
  en: 'There is no mediation committee here: ask the justice station.' } }
const badPhone = { code: 'bad_phone', rule: 'D1', explain: { zh: '手机号不对，改一下，或者不填。', en: 'A phone number is not right: correct it or leave it out.' } }
const twice = { code: 'opened_already', rule: 'D1', explain: { zh: '这件事已经开过纠纷，接着办就行。', en: 'A dispute was opened from this matter already.' } }

async function behind(ctx: Ctx, source: string | undefined): Promise<Result<MatterBehind | null>> {
  if (source === undefined) return ok(null)
  const matter = await matterBehind(ctx.tx, ctx.actor.district, source)
  if (!matter) return refuse(common.notFound)
  const open = await ctx.tx.selectFrom('dispute').select('id').where('district', '=', ctx.actor.district).where('source', '=', source)
    .where('state', 'not in', ['refused', 'failed', 'stopped']).executeTakeFirst()
  return open ? refuse(twice) : ok(matter)
}

const twoDigits = (n: number): string => String(n).padStart(2, '0')
function numberAt(at: Date): string {
  const shanghai = new Date(at.getTime() + 8 * 3_600_000)
  return `${twoDigits(shanghai.getUTCMonth() + 1)}${twoDigits(shanghai.getUTCDate())}-${randomCode(4)}`
}

async function insertRow(ctx: Ctx, input: OpenDispute, place: PlaceView, committee: string, matter: MatterBehind | null) {
  const { district, person, post } = ctx.actor
  for (let tries = 0; tries < 20; tries++) {
    const [row] = await ctx.tx.insertInto('dispute').values({
      district, id: newId(), number: numberAt(ctx.at), kind: input.kind, place: place.id, path: place.path, community: place.community ?? '',
      committee, opened_person: person ?? '', opened_post: post ?? '', opened_at: ctx.at, source: matter?.id ?? null,
      source_hands: [...(matter?.hands ?? [])], state: 'asked', touched: ctx.at,
    }).onConflict((c) => c.columns(['district', 'number']).doNothing()).returning(['district', 'id', 'number', 'committee', 'opened_person', 'team',
      'path'])
      .execute()
    if (row) return row
  }
  throw new Error('no free number was found for a dispute')
}

async function keepPersons(ctx: Ctx, persons: readonly SidePerson[]): Promise<string[]> {
  const kept: string[] = []
  for (const { name, phone, address } of persons) {
    const purpose = 'mediation'
    const fields = [
      { field: 'name' as const, value: name, purpose }, ...(phone ? [{ field: 'phone' as const, value: phone, purpose }] : []),
      ...(address ? [{ field: 'address' as const, value: address, purpose }] : []),
    ]
    kept.push(await addPersonWith(ctx.tx, { district: ctx.actor.district, kind: 'resident', fields, at: ctx.at }))
  }
  return kept
}

async function homeOf(ctx: Ctx, side: OpenSide): Promise<Result<string | null>> {
  if (side.home === undefined) return ok(null)
  const home = await placeById(ctx.tx, ctx.actor.district, side.home)
  return home?.building ? ok(home.building) : refuse(common.notFound)
}

/**
 * [D1] Opens a dispute from a matter or by itself: who the sides are is kept encrypted, each side gets a code of its own, and both are asked
 * whether they want mediation. Answers the ids from which the two codes are worked out. The actor must reach the place.
 */
export async function openDispute(ctx: Ctx, input: OpenDispute): Promise<Result<Opened>> {
  const { tx, actor } = ctx
  const place = await placeById(tx, actor.district, input.place)
  if (!place?.community || actor.person === null || actor.post === null) return refuse(common.notFound)
  const matter = await behind(ctx, input.source)
  if (!matter.ok) return matter
  const committee = (await holdersAt(tx, actor.district, place, shanghaiDay(ctx.at))).get('mediation')?.org
  if (!committee) return refuse(noCommittee)
  const ofCommittee = actor.orgs.includes(committee)
  const may = decideOpen({
    audience: actor.audience, ofCommittee, inReach: ofCommittee || inReach(actor, place), words: input.words, matter: matter.value,
    sides: input.sides.map(({ persons, org }) => ({ persons: persons.length, org: org !== undefined })),
  })
  if (!may.ok) return may
  if (input.sides.some(({ persons }) => persons.some(({ phone }) => phone && normalisePhone(phone) === null))) return refuse(badPhone)
  const names = await namesOf(tx, actor.district, { orgs: input.sides.map(({ org }) => org ?? null) })
  const row = await insertRow(ctx, input, place, committee, matter.value)
  const codes: string[] = []
  for (const [index, side] of input.sides.entries()) {
    const home = await homeOf(ctx, side)
    if (!home.ok) return home
    if (side.org !== undefined && !names.org(side.org)) return refuse(common.notFound)
    const code = newId()
    codes.push(code)
    await tx.insertInto('dispute_side').values({
      ...legsOf(row), id: newId(), side: index === 0 ? 'a' : 'b', persons: await keepPersons(ctx, side.persons), org: side.org ?? null,
      building: home.value, code: sha256(receiptCodeOf(code)), code_id: code,
    }).execute()
  }
  await tx.insertInto('dispute_note').values({ ...legsOf(row), id: newId(), at: ctx.at, kind: 'opening', person: actor.person,
    said: input.words }).execute()
  await recordAct(ctx, row, 'open', { kind: input.kind, from_matter: matter.value !== null })
  const loaded = await loadDispute(tx, actor.district, row.id)
  if (loaded) await setClock(ctx, loaded)
  return ok({ id: row.id, number: row.number, a: codes[0] ?? '', b: codes[1] ?? '' })
}
