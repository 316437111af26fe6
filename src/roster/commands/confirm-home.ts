import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { confirms, maySay, type DoorMove } from '../rules/door.ts'
import { lockDwelling, saveDwelling } from '../store/dwelling.ts'
import { addDweller } from './keep-dweller.ts'
import { endTies } from './keep-end.ts'
import { keepHome } from './keep-home.ts'
import { correctValue } from './keep-value.ts'
import { roomInReach } from './reach.ts'

/** What was said at a door: of which home, what its file said then, when (by the place's clock; a phone sends it later). */
export type SaidAtDoor = { readonly home: string; readonly version: number; readonly said: DoorMove; readonly happenedAt: Date }

/** Values and ties that this transaction wrote say that they were told at the door. */
async function fromDoor({ tx, actor, at }: Context<Actor>, home: string, day: string): Promise<void> {
  await sql`update dweller_value v set source_kind = 'door', seen_on = ${day}::date from dweller d where d.district = ${actor.district}::char(6)
    and d.home = ${home}::uuid and v.district = d.district and v.dweller = d.id and v.recorded_at = ${at} and v.source_kind = 'desk'`.execute(tx)
  await sql`update dweller set source_kind = 'door' where district = ${actor.district}::char(6) and home = ${home}::uuid and recorded_at = ${at}
    and source_kind = 'desk'`.execute(tx)
}

async function act(ctx: Context<Actor>, { home, version, said }: SaidAtDoor, day: string): Promise<Result<unknown>> {
  switch (said.move) {
    case 'holds': return keepHome(ctx, { home, version, confirm: 'door' })
    case 'state': return keepHome(ctx, { home, version, state: said.state, confirm: 'door' })
    case 'children': return keepHome(ctx, { home, version, children: said.children })
    case 'left': return endTies(ctx, { ties: said.ties, why: 'moved', on: day, said: 'told' })
    case 'phone': return correctValue(ctx, { tie: said.tie, field: 'phone', value: said.phone, behalf: said.behalf ?? false })
    case 'came': return addDweller(ctx, { home, ties: said.rents ? ['lives', 'rents'] : ['lives'], since: null,
      values: { name: said.name, ...(said.phone.trim() === '' ? {} : { phone: said.phone }) } })
  }
}

/** Whether ties belong to the home at whose door they were told. */
async function allHere({ tx, actor }: Context<Actor>, home: string, ties: readonly string[]): Promise<boolean> {
  const rows = await tx.selectFrom('dweller').select('home').where('district', '=', actor.district).where('id', '=',
    sql<string>`any(${[...ties]}::uuid[])`).execute()
  return rows.length === ties.length && rows.every((row) => row.home === home)
}

/**
 * Writes down what was said at a door: that all holds, how the home is used, who left, who came, a telephone, how many children. When the file has
 * changed since the phone read it, nothing is written and the person is asked. Answers the file's new version. [RO59]
 */
export async function sayAtDoor(ctx: Context<Actor>, input: SaidAtDoor): Promise<Result<{ readonly version: number }>> {
  const { tx, actor } = ctx
  const { home, said } = input
  const place = await roomInReach(tx, actor, home)
  if (!place.ok) return place
  const row = await lockDwelling(tx, actor.district, place.value)
  if (row === null) return refuse(common.notFound)
  const may = maySay(actor.audience, said, row.living - row.children)
  if (!may.ok) return may
  if (row.version !== input.version) return refuse(common.stale)
  const ties = said.move === 'left' ? said.ties : said.move === 'phone' ? [said.tie] : []
  if (!(await allHere(ctx, home, ties))) return refuse(common.notFound)
  const day = shanghaiDay(input.happenedAt)
  const done = await act(ctx, input, day)
  if (!done.ok) return done
  await fromDoor(ctx, home, day)
  return ok({ version: await saveDwelling(tx, actor.district, home, confirms(said) ? { confirmed_on: day } : {}) })
}
