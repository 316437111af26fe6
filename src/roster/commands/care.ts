import { shanghaiDay } from '../../kit/clock.ts'
import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { ok, refuse, type Refusal, type Result } from '../../kit/pure.ts'
import { placeById } from '../../places/index.ts'
import { revealValue, type Actor } from '../../trust/index.ts'
import { mayWriteWords } from '../rules/keep.ts'
import { carePack, lawActs, mayAgree, mayKeepLaw, mayOpenCare, type CareKind, type ConsentHow, type GuardianIs } from '../rules/law/index.ts'
import { careById, countOpen } from '../store/care.ts'
import { keyOfDweller, type DwellerRow } from '../store/dweller.ts'
import { valuesOf } from '../store/value.ts'
import { lawAct } from './assess-impact.ts'
import { giveConsent, openTie, withdrawConsent } from './consent.ts'

/** What somebody asks for: which care, until when, what to mind at the door, and who asked. */
export type ArrangeCare = {
  readonly tie: string; readonly kind: CareKind; readonly until: string; readonly hint: string
  readonly askedBy: 'self' | 'family'; readonly familyIs: GuardianIs | null; readonly how: ConsentHow
}

const SEALED_AS = 'care_hint'
const already: Refusal = { code: 'already', rule: 'RO65', explain: { zh: '这样的约定已经有了。', en: 'There is such an agreement already.' } }

/** Writes an agreement of care with its consent. Who may is the caller's to have asked: the community, or the person in their own file. [RO65] */
export async function agreeOnCare(ctx: Context<Actor>, tie: DwellerRow, input: Omit<ArrangeCare, 'tie'>): Promise<Result<{ readonly care: string }>> {
  const { tx, actor, at } = ctx
  const { district } = actor
  const today = shanghaiDay(at)
  const may = mayAgree(today, input.until)
  if (!may.ok) return may
  const said = mayWriteWords(input.hint)
  if (!said.ok) return said
  const [place, key] = [await placeById(tx, district, tie.home), await keyOfDweller(tx, district, tie.person)]
  if (!key || place === null || place.building === null || place.community === null) return refuse(common.notFound)
  const there = await tx.selectFrom('care').select('id').where('district', '=', district).where('dweller', '=', tie.id).where('kind', '=', input.kind)
    .where('ended_on', 'is', null).executeTakeFirst()
  if (there) return refuse(already)
  const consent = await giveConsent(ctx, tie, { kind: 'care', givenBy: input.askedBy, guardianIs: input.familyIs, how: input.how })
  if (!consent.ok) return consent
  const id = newId()
  await tx.insertInto('care').values({ district, id, dweller: tie.id, person: tie.person, home: tie.home, path: tie.path,
    compound_path: tie.compound_path,
    community: place.community, building: place.building, kind: input.kind, asked_by: input.askedBy, consent: consent.value.consent,
    hint: key.seal(SEALED_AS, input.hint), since: today, until: input.until }).execute()
  await lawAct(ctx, lawActs.state('care.arranged', { asked_by: input.askedBy }), { kind: 'person', id: tie.who })
  return ok({ care: id })
}

/** The community writes down what somebody, or their family, asked for. [RO62] [RO65] */
export async function arrangeCare(ctx: Context<Actor>, input: ArrangeCare): Promise<Result<{ readonly care: string }>> {
  const may = mayKeepLaw(ctx.actor.audience)
  if (!may.ok) return may
  const tie = await openTie(ctx, input.tie)
  return tie.ok ? agreeOnCare(ctx, tie.value, input) : tie
}

/** One home, opened: where, who as shown, what to mind. Shown for a minute and never printed. */
export type OpenedCare = {
  readonly home: string; readonly name: string; readonly kind: CareKind; readonly hint: string; readonly askedBy: 'self' | 'family'
  readonly until: string; readonly left: number
}

/** Opens one agreement for its purpose: counted, limited for each post and day, and the person sees it. [RO64] P18 */
export async function openCare(
  ctx: Context<Actor>, input: { readonly care: string; readonly purpose: 'care' | 'reach_in_emergency' },
): Promise<Result<OpenedCare>> {
  const { tx, actor, at } = ctx
  const [{ district }, today] = [actor, shanghaiDay(at)]
  const [row] = await careById(tx, { district, id: input.care })
  if (!row || row.until <= today || actor.post === null) return refuse(common.notFound)
  const [count] = await countOpen(tx, { district, post: actor.post, day: today })
  const opened = count?.opened ?? 1
  const may = mayOpenCare(opened - 1)
  if (!may.ok) return may
  const hint = row.hint === null ? ok('')
    : await revealValue(tx, actor, { person: row.person, field: 'sensitive', sealedAs: SEALED_AS, cipher: row.hint,
    purpose: input.purpose, at })
  if (!hint.ok) return hint
  const place = await placeById(tx, district, row.home)
  const name = (await valuesOf(tx, { district, dwellers: [row.dweller] })).find(({ field, state }) => field === 'name' && state === 'current')
  return ok({ home: place?.fullName ?? '', name: name?.masked ?? '＊', kind: row.kind, hint: hint.value, askedBy: row.asked_by, until: row.until,
    left: carePack.opensPerDay - opened })
}

/** Ends an agreement because the person, or whoever asked, no longer wants it: consent, agreement and hint are gone at once. [RO63] */
export async function endCare(ctx: Context<Actor>, { care, how }: { readonly care: string;
  readonly how: ConsentHow }): Promise<Result<{ readonly deleted: number }>> {
  const [row] = await careById(ctx.tx, { district: ctx.actor.district, id: care })
  return row ? withdrawConsent(ctx, { consent: row.consent, how }) : refuse(common.notFound)
}
