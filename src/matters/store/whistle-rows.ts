import type { Selectable } from 'kysely'
import type { Context } from '../../kit/command.ts'
import type { Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import type { AnswerLink as LinkRow, OutsideUpdate as OutsideRow, Whistle as WhistleRow } from '../../kit/tables.gen.ts'
import type { Actor } from '../../trust/index.ts'
import type { AnswerLink } from '../rules/answering.ts'
import { legsOf } from './apply-change.ts'
import type { Row } from './load-matter.ts'

export type BlownRow = Selectable<WhistleRow>
type Blown = { readonly situation: string; readonly plan: string | null; readonly called: readonly string[] }

/** Saves a whistle that was blown, with the legs that its matter has now; lead first. */
export async function saveWhistle(ctx: Context<Actor>, row: Row, { situation, plan, called }: Blown): Promise<void> {
  await ctx.tx.insertInto('whistle').values({ district: row.district, id: newId(), matter: row.id, ...legsOf(row), at: ctx.at, situation, plan,
    by_org: row.accountable, called: [...called] }).execute()
}

/** The last whistle of a matter; undefined when none was blown or it may not be seen. */
export const lastWhistle = (tx: Tx, district: string, matter: string): Promise<BlownRow | undefined> => tx.selectFrom('whistle').selectAll()
  .where('district', '=', district).where('matter', '=', matter).orderBy('at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()

/** A whistle as the rules of rating and review see it. */
export const blownOf = (row: BlownRow) => ({ id: row.id, byOrg: row.by_org, called: row.called, reviewed: row.reviewed_at !== null })

/** Whether an organisation's side of a pair is in, and whether the pair is open; the other side of a sealed pair is not seen. */
export async function knownRatings(tx: Tx, whistle: BlownRow, by: string, of: string): Promise<{ readonly rated: boolean; readonly shown: boolean }> {
  const rows = await tx.selectFrom('whistle_rating').select(['by_org', 'of_org', 'shown_at']).where('district', '=', whistle.district)
    .where('matter', '=', whistle.matter).where('whistle', '=', whistle.id).execute()
  const pair = rows.filter((one) => (one.by_org === by && one.of_org === of) || (one.by_org === of && one.of_org === by))
  return { rated: pair.some((one) => one.by_org === by), shown: pair.some((one) => one.shown_at !== null) }
}

/** A link as the rules see it. */
export const mapLink = (row: Pick<Selectable<LinkRow>, 'expires_at' | 'tries' | 'used_at' | 'withdrawn_at'>): AnswerLink => ({
  expiresAt: row.expires_at.getTime(), tries: row.tries, usedAt: row.used_at?.getTime() ?? null, withdrawnAt: row.withdrawn_at?.getTime() ?? null,
})

/** Entries that change whose turn it is: an outside update that is older than the last of them changes nothing any more. */
const TURNS = ['whistle', 'assign', 'hand_over', 'slip', 'verify', 'verdict', 'rule']

/** When a party's part last changed: it was asked, it answered, its outside update was taken over, or its turn ended. Epoch ms. [M29] */
export async function partChangedAt(tx: Tx, district: string, matter: string, org: string): Promise<number> {
  const [turn, part, update] = await Promise.all([
    tx.selectFrom('matter_entry').select('at').where('district', '=', district).where('matter', '=', matter).where('kind', 'in', TURNS)
      .orderBy('at', 'desc').limit(1).executeTakeFirst(),
    tx.selectFrom('matter_party').select(['reported_at', 'finished_at']).where('district', '=', district).where('matter', '=', matter)
      .where('org', '=', org).executeTakeFirst(),
    tx.selectFrom('outside_update').select('told_at').where('district', '=', district).where('matter', '=', matter).where('org', '=', org)
      .where('applied', '=', true).orderBy('told_at', 'desc').limit(1).executeTakeFirst(),
  ])
  return Math.max(0, ...[turn?.at, part?.reported_at, part?.finished_at, update?.told_at].map((one) => one?.getTime() ?? 0))
}

export type NewUpdate = Pick<Selectable<OutsideRow>, 'org' | 'update_id' | 'told_at' | 'state' | 'applied'>
/** Whether an update of an organisation is known here already; asked while the matter is locked. */
export const hasUpdate = async (tx: Tx, row: Row, { org, update_id: id }: Pick<NewUpdate, 'org' | 'update_id'>): Promise<boolean> =>
  (await tx.selectFrom('outside_update').select('matter').where('district', '=', row.district).where('org', '=', org).where('update_id', '=', id)
    .where('matter', '=', row.id).execute()).length > 0

/** Takes an outside update, once: false when this id of this organisation was taken already, for whatever matter. */
export async function takeUpdate(ctx: Context<Actor>, row: Row, update: NewUpdate): Promise<boolean> {
  const taken = await ctx.tx.insertInto('outside_update').values({ district: row.district, matter: row.id, ...legsOf(row), ...update,
    received_at: ctx.at }).onConflict((c) => c.doNothing()).returning('update_id').execute()
  return taken.length === 1
}
