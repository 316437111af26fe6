/** Rows of the voting register, read within the keeper's reach: whoever does not keep it reads nothing. */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Actor } from '../../trust/index.ts'
import type { AreaSource, TitleState } from '../rules/heads.ts'
import type { TitleKind } from '../rules/vote.ts'
import type { HeadKind } from './register-bulk.ts'

/** Which compound's register, who keeps it, since when. */
export type KeptRegister = { readonly compound: string; readonly path: string; readonly compoundPath: string; readonly keeper: string;
  readonly since: string }

/** The register of a compound whoever keeps it; null where there is none, or none within reach. */
export async function registerOf(tx: Tx, district: string, compound: string): Promise<KeptRegister | null> {
  return await tx.selectFrom('owner_register').select(['compound', 'path', 'compound_path as compoundPath', 'keeper',
    sql<string>`to_char(since, 'YYYY-MM-DD')`.as('since')]).where('district', '=', district).where('compound', '=',
      compound).executeTakeFirst() ?? null
}

/** The register of a compound, if the actor keeps it. Its keeper is an organisation; who acts for it reads and writes. [B80] */
export async function keptBy(tx: Tx, actor: Actor, compound: string): Promise<KeptRegister | null> {
  const found = await registerOf(tx, actor.district, compound)
  return found !== null && actor.orgs.includes(found.keeper) ? found : null
}

export type HeadRow = { readonly id: string; readonly compound: string; readonly keeper: string; readonly kind: HeadKind;
  readonly company: string | null
  readonly blocked: 'death' | 'court_order' | null; readonly version: number }
export type TitleRow = { readonly id: string; readonly compound: string; readonly head: string; readonly building: string | null;
  readonly unit: string | null
  readonly home: string | null; readonly label: string; readonly kind: TitleKind; readonly area: number; readonly area_source: AreaSource
  readonly status: TitleState; readonly version: number }
export type OwnerRow = { readonly id: string; readonly head: string; readonly person: string; readonly name_masked: string;
  readonly phone_masked: string | null
  readonly chosen: boolean; readonly since: string | null; readonly until: string | null }
export type ProxyRow = { readonly id: string; readonly head: string; readonly person: string; readonly name_masked: string;
  readonly vote: string | null
  readonly valid_from: string; readonly valid_to: string; readonly revoked: boolean }

const iso = (column: string) => sql<string | null>`to_char(${sql.ref(column)}, 'YYYY-MM-DD')`

/** All heads of a compound. The table's checks hold the words. */
export const headsOfCompound = (tx: Tx, district: string, compound: string): Promise<HeadRow[]> => tx.selectFrom('head')
  .select(['id', 'compound', 'keeper', 'kind', 'company', 'blocked', 'version']).where('district', '=', district).where('compound', '=', compound)
  .$castTo<HeadRow>().execute()

const headById = (tx: Tx, district: string, id: string) => tx.selectFrom('head')
  .select(['id', 'compound', 'keeper', 'kind', 'company', 'blocked', 'version']).where('district', '=', district).where('id', '=', id)

/** One head; null where it is not within reach. */
export const readHead = async (tx: Tx, district: string, id: string): Promise<HeadRow | null> =>
  await headById(tx, district, id).$castTo<HeadRow>().executeTakeFirst() ?? null

/** One head, locked against others until the end of the transaction; null where it is not within reach. */
export const lockHead = async (tx: Tx, district: string, id: string): Promise<HeadRow | null> =>
  await headById(tx, district, id).forUpdate().$castTo<HeadRow>().executeTakeFirst() ?? null

const titleColumns = ['id', 'compound', 'head', 'building', 'unit', 'home', 'label', 'kind', 'area', 'area_source', 'status', 'version'] as const

/** All titles of a compound, in the order of their labels' numbers. */
export const titlesOfCompound = (tx: Tx, district: string, compound: string): Promise<TitleRow[]> => tx.selectFrom('title').select(titleColumns)
  .where('district', '=', district).where('compound', '=', compound).$castTo<TitleRow>().execute()

/** One title, locked; null where it is not within reach. */
export const lockTitle = async (tx: Tx, district: string, id: string): Promise<TitleRow | null> => await tx.selectFrom('title').select(titleColumns)
  .where('district', '=', district).where('id', '=', id).forUpdate().$castTo<TitleRow>().executeTakeFirst() ?? null

/** The titles of one head. */
export const titlesOfHead = (tx: Tx, district: string, head: string): Promise<TitleRow[]> => tx.selectFrom('title').select(titleColumns)
  .where('district', '=', district).where('head', '=', head).$castTo<TitleRow>().execute()

/** Owners of these heads, those of before too, the chosen one first. */
export async function ownersOfHeads(tx: Tx, district: string, heads: readonly string[]): Promise<OwnerRow[]> {
  return tx.selectFrom('owner').select(['id', 'head', 'person', 'name_masked', 'phone_masked', 'chosen', iso('since').as('since'),
    iso('until').as('until')])
    .where('district', '=', district).where('head', '=', sql<string>`any(${heads}::uuid[])`).orderBy('chosen', 'desc').orderBy('id').execute()
}

/** Proxies of these heads that were not taken back. */
export async function proxiesOfHeads(tx: Tx, district: string, heads: readonly string[]): Promise<ProxyRow[]> {
  return tx.selectFrom('proxy').select(['id', 'head', 'person', 'name_masked', 'vote', iso('valid_from').$notNull().as('valid_from'),
    iso('valid_to').$notNull().as('valid_to'), sql<boolean>`revoked_at is not null`.as('revoked')])
    .where('district', '=', district).where('head', '=', sql<string>`any(${heads}::uuid[])`).orderBy('valid_from').orderBy('id').execute()
}
