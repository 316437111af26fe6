import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { CivilDay } from '../../offices/rules/index.ts'
import { UNWRITTEN } from '../rules/compound-rule.ts'
import type { CompoundRule } from '../rules/vote.ts'

/** A version of a compound's own rules, with when it holds. Days are civil days; `validTo` null: nothing replaced it yet. */
export type KeptRule = {
  readonly id: string; readonly title: string; readonly document: string | null; readonly adoptedOn: CivilDay; readonly validFrom: CivilDay
  readonly validTo: CivilDay | null; readonly says: CompoundRule
}
export type NewRule = Omit<KeptRule, 'validTo'> & { readonly compound: string }

const day = (column: string) => sql<string>`to_char(${sql.ref(column)}, 'YYYY-MM-DD')`

/** The versions of a compound's rules, newest first. Empty where nothing was ever adopted. [B8] */
export async function rulesOf(tx: Tx, district: string, compound: string): Promise<readonly KeptRule[]> {
  const rows = await tx.selectFrom('compound_rule').select(['id', 'title', 'document', 'says', day('adopted_on').as('adoptedOn'),
    day('valid_from').as('validFrom'), sql<string | null>`to_char(valid_to, 'YYYY-MM-DD')`.as('validTo')])
    .where('district', '=', district).where('compound', '=', compound).orderBy('valid_from', 'desc').orderBy('id', 'desc').execute()
  // written below alone, from a checked CompoundRule; what a later word adds stands as unwritten in older rows
  return rows.map(({ says, ...row }) => ({ ...row, says: { ...UNWRITTEN, ...(says as Partial<CompoundRule>) } }))
}

/** What a compound's rules say on a day; where it has none, what holds unwritten. [B8] */
export async function compoundRuleOn(tx: Tx, district: string, compound: string, on: CivilDay): Promise<CompoundRule> {
  const held = (await rulesOf(tx, district, compound)).find(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo))
  return held?.says ?? UNWRITTEN
}

/** Keeps a version; the one before ends the day before it begins. */
export async function saveCompoundRule(tx: Tx, district: string, { id, compound, title, document, adoptedOn, validFrom,
  says }: NewRule): Promise<void> {
  await tx.updateTable('compound_rule').set({ valid_to: sql`${validFrom}::date - 1` }).where('district', '=', district).where('compound', '=',
    compound)
    .where('valid_to', 'is', null).execute()
  await tx.insertInto('compound_rule').values({ district, id, compound, title, document, adopted_on: adoptedOn, valid_from: validFrom,
    says: JSON.stringify(says) }).execute()
}
