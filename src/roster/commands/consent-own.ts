import { shanghaiDay } from '../../kit/clock.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { clockActor } from '../../trust/index.ts'
import type { CareKind } from '../rules/law/index.ts'
import { keyOfDweller, lockTie, type DwellerRow } from '../store/dweller.ts'
import { lockConsent } from '../store/law.ts'
import { partyLines } from '../store/party.ts'
import { valuesOf } from '../store/value.ts'
import { agreeOnCare } from './care.ts'
import { withdrawConsent } from './consent.ts'
import type { OwnContext } from './data-request-ask.ts'
import { asClock } from './own-file-open.ts'
import { endMember, joinBranch } from './party.ts'

/** The transaction goes on as the clock once it is clear that what is meant is the person's own: a resident reaches no place to record an act in. */
async function goOn({ tx, desk, at }: OwnContext) {
  await asClock(tx, desk)
  return { tx, at, actor: clockActor(desk.district, desk.path) }
}

async function ownTie({ tx, desk, own }: OwnContext, tie: string): Promise<Result<DwellerRow>> {
  if (!own.ties.some(({ id }) => id === tie)) return refuse(common.notFound)
  const [row] = await lockTie(tx, { district: desk.district, id: tie })
  return row && row.until === null ? ok(row) : refuse(common.notFound)
}

/** The person takes a consent of their own back: one press, and what rested on it is gone. [RO63] */
export async function withdrawOwn(ctx: OwnContext, { consent }: { readonly consent: string }): Promise<Result<{ readonly deleted: number }>> {
  const [row] = await lockConsent(ctx.tx, { district: ctx.desk.district, id: consent })
  if (!row || !ctx.own.persons.includes(row.person)) return refuse(common.notFound)
  return withdrawConsent(await goOn(ctx), { consent, how: 'own_file', own: true })
}

/** The person asks for care by themselves. [RO65] */
export async function askForCare(
  ctx: OwnContext, { tie, ...care }: { readonly tie: string; readonly kind: CareKind; readonly until: string; readonly hint: string },
): Promise<Result<{ readonly care: string }>> {
  const row = await ownTie(ctx, tie)
  return row.ok ? agreeOnCare(await goOn(ctx), row.value, { ...care, askedBy: 'self', familyIs: null, how: 'own_file' }) : row
}

/** The person tells the branch of their compound that they are a member, with the name and telephone of their file. [RO67] P07 */
export async function tellBranch(ctx: OwnContext, { tie, checkedIn }: { readonly tie: string;
  readonly checkedIn: boolean }): Promise<Result<{ readonly member: string }>> {
  const row = await ownTie(ctx, tie)
  if (!row.ok) return row
  const { tx, desk: { district }, at } = ctx
  const key = await keyOfDweller(tx, district, row.value.person)
  const values = await valuesOf(tx, { district, dwellers: [tie] })
  const open = (field: 'name' | 'phone'): string | null => {
    const cipher = values.find((one) => one.field === field && one.state === 'current')?.cipher
    return key && cipher ? key.open(field, cipher) : null
  }
  const name = open('name')
  if (name === null || (await partyLines(tx, { district })).some(({ home }) => home === row.value.home)) return refuse(common.notFound)
  return joinBranch(await goOn(ctx), row.value, { name, phone: open('phone'), checkedIn, since: shanghaiDay(at) })
}

/** The person leaves the branch's list. [RO63] [RO67] */
export async function leaveBranch(ctx: OwnContext, { member }: { readonly member: string }): Promise<Result<{ readonly member: string }>> {
  const mine = (await partyLines(ctx.tx, { district: ctx.desk.district })).find(({ id }) => id === member)
  return mine ? endMember(await goOn(ctx), { member, why: 'asked' }) : refuse(common.notFound)
}
