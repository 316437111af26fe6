import { shanghaiDay } from '../../kit/clock.ts'
import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { ok, refuse, type Refusal, type Result } from '../../kit/pure.ts'
import { placeById } from '../../places/index.ts'
import { lookupHash, makePersonKey, maskValue, revealValue, type Actor, type FieldKey, type RevealPurpose } from '../../trust/index.ts'
import { lawActs, mayKeepParty } from '../rules/law/index.ts'
import { keyOfDweller, type DwellerRow } from '../store/dweller.ts'
import { insertMany } from '../store/dweller-bulk.ts'
import { dropParty } from '../store/party.ts'
import { lawAct } from './assess-impact.ts'
import { roomInReach } from './reach.ts'

/** A line of the compartment, in clear as the branch or the person writes it. */
export type KeepMember = { readonly home: string; readonly name: string; readonly phone: string | null; readonly checkedIn: boolean;
  readonly since: string | null }
type Written = Omit<KeepMember, 'home'> & { readonly by: 'self' | 'branch' }
type Ground = { readonly home: string; readonly compound: string; readonly compoundPath: string }

const future: Refusal = { code: 'date_impossible', rule: 'RO67', explain: { zh: '日子不能在今天以后。', en: 'The day cannot lie in the future.' } }

const oddPhone: Refusal = {
  code: 'phone_odd', rule: 'RO67', explain: { zh: '电话号码不对，核对一下；没有就空着。', en: 'This is not a telephone number; check it, or leave it empty.' },
}

async function putMember(ctx: Context<Actor>, ground: Ground, person: string, key: FieldKey,
  written: Written): Promise<Result<{ readonly member: string }>> {
  const { tx, actor, at } = ctx
  const [{ district }, today, id] = [actor, shanghaiDay(at), newId()]
  const since = written.since ?? today
  if (since > today) return refuse(future)
  const { name, phone } = written
  if (phone !== null && !/^1[3-9]\d{9}$/.test(phone.replace(/[\s-]/g, ''))) return refuse(oddPhone)
  await tx.insertInto('party_tie').values({ district, id, person, compound: ground.compound, compound_path: ground.compoundPath, home: ground.home,
    phone_hash: phone === null ? null : lookupHash(district, 'phone', phone), name_cipher: key.seal('name', name),
    name_masked: maskValue('name', name),
    phone_cipher: phone === null ? null : key.seal('phone', phone), phone_masked: phone === null ? null : maskValue('phone', phone),
    checked_in: written.checkedIn, written_by: written.by, consent_how: written.by === 'self' ? 'own_file' : 'paper', since }).execute()
  await lawAct(ctx, lawActs.state('party.kept', { by: written.by }), { kind: 'party_tie', id })
  return ok({ member: id })
}

/**
 * The branch writes somebody of its compound down who signed for it. The line has a person and key of its own: the roster is another room. [RO67] P07
 */
export async function keepMember(ctx: Context<Actor>, { home, ...said }: KeepMember): Promise<Result<{ readonly member: string }>> {
  const { tx, actor, at } = ctx
  const may = mayKeepParty(actor.audience)
  if (!may.ok) return may
  const room = await roomInReach(tx, actor, home)
  if (!room.ok) return room
  const compound = room.value.compound === null ? null : await placeById(tx, actor.district, room.value.compound)
  if (compound === null || compound.compoundPath === null) return refuse(common.notFound)
  const { person, wrapped, alg, ...key } = makePersonKey(actor.district)
  await insertMany(tx, actor.district, 'person', [[person, 'resident', at]])
  await insertMany(tx, actor.district, 'person_key', [[person, wrapped, alg]])
  return putMember(ctx, { home, compound: compound.id, compoundPath: compound.compoundPath }, person, key, { ...said, by: 'branch' })
}

/** The person writes it in their own file; the transaction is theirs. `name` and `phone` are the tie's current ones, in clear. [RO67] */
export async function joinBranch(ctx: Context<Actor>, tie: DwellerRow, said: Omit<KeepMember, 'home'>): Promise<Result<{ readonly member: string }>> {
  const { tx, actor } = ctx
  const [home, key] = [await placeById(tx, actor.district, tie.home), await keyOfDweller(tx, actor.district, tie.person)]
  const compound = home === null || home.compound === null ? null : await placeById(tx, actor.district, home.compound)
  if (!key || compound === null || compound.compoundPath === null) return refuse(common.notFound)
  return putMember(ctx, { home: tie.home, compound: compound.id, compoundPath: compound.compoundPath }, tie.person, key, { ...said, by: 'self' })
}

/** Deletes a line within the transaction's reach, the branch's or one's own; a line of the branch takes its key with it. [RO63] [RO67] */
export async function endMember(ctx: Context<Actor>, input: { readonly member: string; readonly why: 'asked' | 'wrong' | 'moved_out' }):
Promise<Result<{ readonly member: string }>> {
  const { tx, actor } = ctx
  const [row] = await dropParty(tx, { district: actor.district, id: input.member })
  if (!row) return refuse(common.notFound)
  if (row.written_by === 'branch') {
    await tx.deleteFrom('person_key').where('district', '=', actor.district).where('person', '=', row.person).execute()
  }
  await lawAct(ctx, lawActs.state('party.ended', { why: input.why }), { kind: 'party_tie', id: input.member })
  return ok({ member: input.member })
}

/** Shows name or telephone of a line in clear for a purpose. [RO44] [RO67] */
export async function revealMember(
  { tx, actor, at }: Context<Actor>, input: { readonly member: string; readonly field: 'name' | 'phone'; readonly purpose: RevealPurpose },
): Promise<Result<string>> {
  if (!mayKeepParty(actor.audience).ok) return refuse(common.notFound)
  const row = await tx.selectFrom('party_tie').select(['person', 'name_cipher', 'phone_cipher']).where('district', '=', actor.district)
    .where('id', '=', input.member).executeTakeFirst()
  const cipher = input.field === 'name' ? row?.name_cipher : row?.phone_cipher
  if (!row || !cipher) return refuse(common.notFound)
  return revealValue(tx, actor, { person: row.person, field: input.field, cipher, purpose: input.purpose, at })
}
