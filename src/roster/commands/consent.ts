import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { ok, refuse, type Refusal, type Result } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { isGoodConsent, lawActs, mayKeepLaw, mayWithdraw, type ConsentHow, type ConsentKind, type GivenBy,
  type GuardianIs } from '../rules/law/index.ts'
import { lockTie, type DwellerRow } from '../store/dweller.ts'
import { consentsOfTies, endConsent, lockConsent, putConsent } from '../store/law.ts'
import { lawAct } from './assess-impact.ts'

/** A consent as it is told: to what, by whom, and how it came. */
export type GiveConsent = {
  readonly tie: string; readonly kind: ConsentKind; readonly givenBy: GivenBy; readonly guardianIs: GuardianIs | null; readonly how: ConsentHow
}

/** What a consent is called in the record, which stays for ever. */
export const toldAs = (kind: ConsentKind): 'care' | 'sensitive' => (kind === 'care' ? 'care' : 'sensitive')

const already: Refusal = { code: 'already', rule: 'RO61', explain: { zh: '这一项已经有同意，不用再记。', en: 'There is a consent to this already.' } }

/** The tie within reach, locked, if it holds still. */
export async function openTie(ctx: Context<Actor>, id: string): Promise<Result<DwellerRow>> {
  const [tie] = await lockTie(ctx.tx, { district: ctx.actor.district, id })
  return tie && tie.until === null ? ok(tie) : refuse(common.notFound)
}

/** Writes a consent about a tie. Who may is the caller's to have asked. [RO61] */
export async function giveConsent(ctx: Context<Actor>, tie: DwellerRow, input: Omit<GiveConsent,
  'tie'>): Promise<Result<{ readonly consent: string }>> {
  const { tx, actor, at } = ctx
  const good = isGoodConsent(input.kind, input.givenBy, input.guardianIs)
  if (!good.ok) return good
  const held = await consentsOfTies(tx, { district: actor.district, ties: [tie.id] })
  if (input.kind !== 'care' && held.some(({ kind, withdrawn_at }) => kind === input.kind && withdrawn_at === null)) return refuse(already)
  const id = newId()
  await putConsent(tx, actor.district, tie, { ...input, id, at, post: actor.post })
  await lawAct(ctx, lawActs.state('consent.written', { what: toldAs(input.kind), how: input.how }), { kind: 'person', id: tie.who })
  return ok({ consent: id })
}

/** The community writes a consent down, from a signed paper or as said at the door. [RO61] [RO62] */
export async function writeConsent(ctx: Context<Actor>, input: GiveConsent): Promise<Result<{ readonly consent: string }>> {
  const may = mayKeepLaw(ctx.actor.audience)
  if (!may.ok) return may
  const tie = await openTie(ctx, input.tie)
  return tie.ok ? giveConsent(ctx, tie.value, input) : tie
}

/** Takes a consent back within the transaction's reach; what rested on it is gone with it. `own`: by the person, in their own file. [RO63] */
export async function withdrawConsent(
  ctx: Context<Actor>, input: { readonly consent: string; readonly how: ConsentHow; readonly own?: boolean },
): Promise<Result<{ readonly deleted: number }>> {
  const { tx, actor, at } = ctx
  const [row] = await lockConsent(tx, { district: actor.district, id: input.consent })
  if (!row || row.withdrawn_at !== null) return refuse(common.notFound)
  const may = input.own ? ok(true as const) : mayWithdraw(actor.audience, row.kind)
  if (!may.ok) return may
  const deleted = await endConsent(tx, actor.district, row.id, at, input.how)
  await lawAct(ctx, lawActs.state('consent.withdrawn', { what: toldAs(row.kind), how: input.how, deleted }), { kind: 'person', id: row.person })
  return ok({ deleted })
}
