import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import type { Context } from '../../kit/command.ts'
import type { Tx } from '../../kit/db.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { partiesOf } from '../../offices/index.ts'
import { placeById, type PlaceView } from '../../places/index.ts'
import { appendAct, type NewAct } from '../../record/index.ts'
import type { Actor } from '../../trust/index.ts'
import { mustSit, partiesAt, seatsFor, type Chair } from '../rules/joint-board.ts'

/** The table of a compound today: the compound, who sits there, and the legs that everything on it carries. */
export type Table = {
  readonly compound: PlaceView & { readonly compoundPath: string }; readonly chairs: readonly Chair[]; readonly parties: readonly string[]
}

/** Audiences to whom acts of the board are closed: the board is between the four and the street. */
const CLOSED_TO = ['public', 'board', 'captain', 'grid']

/**
 * The table of a compound on a day, brought up to who serves the compound now: when somebody comes or goes, all that lies on it goes with the table.
 * Null for what is no compound. [M45]
 */
export async function seatTable(tx: Tx, district: string, compound: string, day: string): Promise<Table | null> {
  const place = await placeById(tx, district, compound)
  if (place?.kind !== 'compound' || place.compoundPath === null) return null
  const chairs = seatsFor(await partiesOf(tx, district, place, day), place.compoundType)
  const parties = [...partiesAt(chairs)].sort()
  const table: Table = { compound: { ...place, compoundPath: place.compoundPath }, chairs, parties }
  const stands = await tx.selectFrom('joint_board').select('parties').where('district', '=', district).where('compound', '=',
    compound).executeTakeFirst()
  if (stands === undefined) {
    await tx.insertInto('joint_board').values({ district, compound, path: place.path, compound_path: place.compoundPath, parties })
      .onConflict((c) => c.doNothing()).execute()
  } else if (stands.parties.join() !== parties.join()) {
    await tx.updateTable('joint_board').set({ parties }).where('district', '=', district).where('compound', '=', compound).execute()
  }
  return table
}

/** Who writes on a table: the table itself and the organisation that the actor sits there for. Not found for who does not sit there. */
export async function atTable(ctx: Context<Actor>, compound: string): Promise<Result<Table & { readonly own: string; readonly today: string }>> {
  const today = shanghaiDay(ctx.at)
  const table = await seatTable(ctx.tx, ctx.actor.district, compound, today)
  if (table === null) return refuse(common.notFound)
  const own = mustSit(table.chairs, ctx.actor.orgs)
  if (own.ok) return ok({ ...table, own: own.value, today })
  return mayRead(ctx.actor, table) ? own : refuse(common.notFound)
}

/** Who reads a table: those who sit there, and street and community of the place. [M45] */
export const mayRead = (actor: Actor, { compound, parties }: Table): boolean => parties.some((org) => actor.orgs.includes(org))
  || (actor.audience.some((one) => one === 'street' || one === 'community')
    && actor.scopes.some((scope) => compound.path === scope || compound.path.startsWith(`${scope}.`)))

/** The columns that whatever lies on a table carries. */
export const legsOf = ({ compound, parties }: Table) =>
  ({ compound: compound.id, path: compound.path, compound_path: compound.compoundPath, parties: [...parties] })

/** Records an act of the table. */
export const tableAct = (ctx: Context<Actor>, { compound, parties }: Table, what: NewAct['what'], subject: { readonly kind: string;
  readonly id: string }): Promise<string> =>
  appendAct(ctx.tx, { district: ctx.actor.district, at: ctx.at, channel: 'web', actorPerson: ctx.actor.person, actorPost: ctx.actor.post, what,
    subject,
    place: compound.id, path: compound.path, compoundPath: compound.compoundPath, parties, closedTo: CLOSED_TO })

/** One item of a board under lock, as the actor sees it. */
export const lockItem = (tx: Tx, district: string, id: string) => tx.selectFrom('joint_item').selectAll().select(sql<string>`agreed::text`.as('day'))
  .where('district', '=', district).where('id', '=', id).forUpdate().executeTakeFirst()
