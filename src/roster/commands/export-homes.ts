import { shanghaiMinute } from '../../kit/clock.ts'
import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { officerName } from '../../offices/index.ts'
import { placeById } from '../../places/index.ts'
import { appendAct } from '../../record/index.ts'
import type { Actor, RosterPurpose } from '../../trust/index.ts'
import { EXPORT_MOST, homeActs, keeperOf, mayExport, type ListKind } from '../rules/index.ts'
import { exportedPeople, type ExportedPerson } from '../views/export-people.ts'
import { listHomes, type ListedHome } from '../views/home-lists.ts'
import { revealOne } from './reveal-value.ts'

/** What is to be exported: a list of homes of a place, for what, masked unless `clear`. */
export type ExportHomes = { readonly kind: ListKind; readonly place?: string | undefined; readonly purpose: RosterPurpose; readonly clear: boolean }
/** What stands on the sheet: who took it, when and what for, so that a paper that is found names its way. */
export type ExportMark = { readonly name: string; readonly at: string; readonly purpose: RosterPurpose; readonly clear: boolean }
export type Exported = { readonly mark: ExportMark; readonly homes: readonly (ListedHome & { readonly people: readonly ExportedPerson[] })[] }

async function inClear(ctx: Context<Actor>, people: readonly ExportedPerson[], purpose: RosterPurpose): Promise<ExportedPerson[]> {
  const shown: ExportedPerson[] = []
  for (const person of people) {
    const open = async (value: { readonly id: string; readonly shown: string } | null) => {
      if (value === null) return null
      const clear = await revealOne(ctx, { value: value.id, purpose })
      return clear.ok ? { ...value, shown: clear.value } : value
    }
    shown.push({ ...person, name: await open(person.name), phone: await open(person.phone) })
  }
  return shown
}

/**
 * Exports a list of homes with who lives there, names and telephones masked. In clear only for the community, a few homes at a time; then each person
 * sees that they were shown. An act, and a mark of who and why on the sheet. [RO45]
 */
export async function exportHomes(ctx: Context<Actor>, input: ExportHomes): Promise<Result<Exported>> {
  const { tx, actor, at } = ctx
  if (keeperOf(actor.audience) === null) return refuse(common.notFound)
  const list = await listHomes(tx, actor, { kind: input.kind, place: input.place, limit: EXPORT_MOST }, at)
  if (list === null) return refuse(common.notFound)
  const may = mayExport(actor.audience, input.clear, list.total ?? list.items.length)
  if (!may.ok) return may
  const masked = await exportedPeople(tx, actor, list.items.map(({ id }) => id))
  const homes = []
  for (const home of list.items) {
    const own = masked.get(home.id) ?? []
    homes.push({ ...home, people: input.clear ? await inClear(ctx, own, input.purpose) : own })
  }
  const place = input.place === undefined ? null : await placeById(tx, actor.district, input.place)
  await appendAct(tx, {
    district: actor.district, at, channel: 'web', actorPerson: actor.person, actorPost: actor.post,
    subject: { kind: 'roster', id: place?.id ?? actor.post ?? '' },
    ...(place === null ? {} : { place: place.id, path: place.path, compoundPath: place.compoundPath }),
    what: homeActs.state('roster.exported', { list: input.kind, homes: homes.length, clear: input.clear, purpose: input.purpose,
      people: homes.reduce((n, { people }) => n + people.length, 0) }),
  })
  const name = actor.person === null ? '' : await officerName(tx, actor.person)
  return ok({ mark: { name, at: shanghaiMinute(at), purpose: input.purpose, clear: input.clear }, homes })
}
