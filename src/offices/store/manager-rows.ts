import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { isOrgKind, MANAGER_STEPS, type ManagerStep, type Responsible } from '../rules/index.ts'

/** A step as it is kept, with who was named by it. */
export type KeptStep = { readonly compound: string; readonly step: ManagerStep; readonly until: string; readonly org: string | null; readonly orgName: string | null
  readonly namedOn: string | null }

const isStep = (word: string): word is ManagerStep => MANAGER_STEPS.some((step) => step === word)

/** The paths of compounds, in the order of the steps. */
export async function stepsOf(tx: Tx, district: string, compounds: readonly string[]): Promise<readonly KeptStep[]> {
  const rows = await tx.selectFrom('manager_step as s').leftJoin('org as o', (join) => join.onRef('o.district', '=', 's.district').onRef('o.id', '=', 's.org'))
    .select(['s.compound', 's.step', 's.org', 'o.name', sql<string>`to_char(s.until, 'YYYY-MM-DD')`.as('until'), sql<string | null>`to_char(s.named_on, 'YYYY-MM-DD')`.as('named_on')])
    .where('s.district', '=', district).where('s.compound', '=', sql<string>`any(${compounds}::uuid[])`).execute()
  return rows.flatMap(({ step, name, named_on: namedOn, ...row }) => (isStep(step) ? [{ ...row, step, orgName: name, namedOn }] : []))
    .sort((one, two) => MANAGER_STEPS.indexOf(one.step) - MANAGER_STEPS.indexOf(two.step))
}

type Row = { compound: string; org: string; name: string; kind: string; since: string }

/**
 * Who answers for each compound on a day: a firm that serves it, whoever was named by a step, or else the community that was written down as its caretaker.
 * Compounds with nobody are left out. [O15]
 */
export async function responsibleFor(tx: Tx, district: string, compounds: readonly string[], day: string): Promise<ReadonlyMap<string, Responsible>> {
  const { rows } = await sql<Row>`select p.place as compound, o.id as org, o.name, o.kind, to_char(p.valid_from, 'YYYY-MM-DD') as since
      from org_place p join org o on o.district = p.district and o.id = p.org
      where p.district = ${district} and p.place = any(${compounds}::uuid[]) and o.kind in ('firm', 'community')
        and p.valid_from <= ${day}::date and (p.valid_to is null or p.valid_to > ${day}::date) and (o.valid_to is null or o.valid_to > ${day}::date)
    union all select s.compound, o.id, o.name, o.kind, to_char(s.named_on, 'YYYY-MM-DD') from manager_step s join org o on o.district = s.district and o.id = s.org
      where s.district = ${district} and s.compound = any(${compounds}::uuid[]) and s.named_on <= ${day}::date and (o.valid_to is null or o.valid_to > ${day}::date)
    union all select o.place, o.id, o.name, o.kind, coalesce(to_char(o.valid_from, 'YYYY-MM-DD'), '') from org o
      where o.district = ${district} and o.kind = 'firm' and o.place = any(${compounds}::uuid[]) and (o.valid_to is null or o.valid_to > ${day}::date)
        and (o.valid_from is null or o.valid_from <= ${day}::date)
    order by since desc`.execute(tx)
  const rank = (row: Row): number => (row.kind === 'firm' ? 0 : row.kind === 'community' ? 2 : 1)
  const found = new Map<string, Responsible>()
  for (const { compound, kind, ...row } of rows.toSorted((one, two) => rank(one) - rank(two))) {
    if (isOrgKind(kind) && !found.has(compound)) found.set(compound, { ...row, kind })
  }
  return found
}

/** Writes steps down; one that is there gets the new date. */
export async function keepSteps(tx: Tx, district: string, compound: { readonly id: string; readonly path: string; readonly compoundPath: string | null },
  steps: readonly { readonly step: ManagerStep; readonly until: string }[], at: Date, post: string | null): Promise<void> {
  for (const { step, until } of steps) {
    await tx.insertInto('manager_step').values({ district, compound: compound.id, step, path: compound.path, compound_path: compound.compoundPath, until, set_at: at, set_post: post })
      .onConflict((c) => c.columns(['district', 'compound', 'step']).doUpdateSet({ until, set_at: at, set_post: post })).execute()
  }
}
