import type { Context } from '../../../kit/command.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { placeById, placesWithin } from '../../../places/index.ts'
import type { Actor } from '../../../trust/index.ts'
import type { AreaSource, TitleState } from '../../rules/heads.ts'
import { registerActs } from '../../rules/register/acts.ts'
import { planTable } from '../../rules/register/heads-said.ts'
import { roomsOf, sameRoom } from '../../rules/register/rooms.ts'
import { readTable } from '../../rules/register/table.ts'
import { mayTell } from '../../rules/register/told.ts'
import { knownTitles } from '../../store/register-known.ts'
import type { Told } from '../../store/register-bulk.ts'
import type { TitleKind } from '../../rules/vote.ts'
import { carryOut } from './import-register.ts'
import { inRegister, no, record } from './on-register.ts'

/** One title as the keeper writes it down. `area` in 0.01 m²; `owners` may be empty where nobody is known yet; `company`: it belongs to one. */
export type AddTitle = { readonly compound: string; readonly label: string; readonly kind: TitleKind; readonly area: number; readonly source: AreaSource
  readonly status: TitleState; readonly company: string | null; readonly owners: readonly Told[] }

const KIND_COLUMN: Readonly<Record<TitleKind, string>> = { home: '住宅', shop: '商铺', garage: '车位', storeroom: '储藏室' }

/**
 * [B87] Enters one title by hand, by the same rules as a row of a table: the room has to exist, one buyer of several stays one head. Answers the head that
 * owns it. What is there already is changed where it is, by a transfer or a corrected area, never by this.
 */
export async function addTitle(ctx: Context<Actor>, said: AddTitle): Promise<Result<{ readonly id: string }>> {
  const { tx, actor: { district } } = ctx
  const kept = await inRegister(ctx, said.compound)
  if (!kept.ok) return kept
  const place = await placeById(tx, district, said.compound)
  if (!place) return refuse(common.notFound)
  for (const { name, phone } of said.owners) { const may = mayTell(name, phone); if (!may.ok) return may }
  const known = await knownTitles(tx, district, said.compound)
  if (known.some(({ label }) => sameRoom(label, said.label))) {
    return no('title_there', 'B87', `名册里已经有“${said.label}”。换了业主请办过户，面积不对请改面积。`, `${said.label} is in the register: enter a transfer or correct its area.`)
  }
  const rooms = roomsOf(await placesWithin(tx, district, place, 'room', 100_000))
  const area = `${Math.trunc(said.area / 100)}.${String(said.area % 100).padStart(2, '0')}`
  const read = readTable([{ line: 1, cells: ['房号', '类型', '面积', '来源', '状态', '产权人'] },
    { line: 2, cells: [said.label, KIND_COLUMN[said.kind], area, said.source, said.status, said.company ?? ''] }], rooms, place.name)
  const [row] = read.rows
  const grave = read.problems.find((one) => one.grave)
  if (!row || grave) return grave ? no('title_wrong', 'B87', grave.said.zh, grave.said.en) : refuse(common.notFound)
  const plan = planTable([{ ...row, owners: said.owners, company: said.company }], known)
  await carryOut(ctx, kept.value, plan)
  const [title] = await tx.selectFrom('title').select(['id', 'head']).where('district', '=', district).where('compound', '=', said.compound)
    .where('label', '=', row.label).execute()
  if (!title) return refuse(common.notFound)
  await record(ctx, kept.value, { kind: 'title', id: title.id }, registerActs.state('register.title_added', { title: title.id, head: title.head }))
  return ok({ id: title.head })
}
