/** At the commit: sensitive values of those who agreed, and agree still. [RO12] [RO60] [RO61] */
import { shanghaiDay } from '../../../kit/clock.ts'
import type { Tx } from '../../../kit/db.ts'
import { newId } from '../../../kit/ids.ts'
import { appendAct } from '../../../record/index.ts'
import { allows, lawActs, type SensitiveKind } from '../../rules/law/index.ts'
import { openedFields } from '../../rules/reading/index.ts'
import { consentedIn, type Consented } from '../../store/consented.ts'
import { keyOfDweller } from '../../store/dweller.ts'
import type { Importing } from '../../store/import-held.ts'
import { assessmentsOf, factOf } from '../../store/law.ts'
import { sealedAs } from '../consent-value.ts'
import type { CommitRow } from './commit-rows.ts'

type Said = { readonly home: string; readonly kind: SensitiveKind; readonly text: string; readonly name?: string; readonly idNumber?: string }

const saidIn = (rows: readonly CommitRow[]): readonly Said[] => rows.flatMap(({ home, people }) => people.flatMap(({ name, idNumber, sensitive }) =>
  openedFields.flatMap((kind) => (sensitive?.[kind] === undefined ? [] : [{ home, kind, text: sensitive[kind],
    ...name === undefined ? {} : { name }, ...idNumber === undefined ? {} : { idNumber } }]))))

async function keep(tx: Tx, to: Importing, of: Consented, text: string, assessment: string): Promise<number> {
  const { district, at } = to
  const key = await keyOfDweller(tx, district, of.person)
  if (!key) return 0
  const [row] = await tx.insertInto('sensitive_value').values({ district, id: newId(), dweller: of.tie, person: of.person, path: of.path, compound_path: of.compoundPath,
    kind: of.kind, cipher: key.seal(sealedAs(of.kind), text), consent: of.consent, assessment, recorded_at: at, source: to.id })
    .onConflict((c) => c.columns(['district', 'dweller', 'kind']).doNothing()).returning('id').execute()
  if (!row) return 0
  // at no place below the district, as by hand: nobody reads it who does not keep the roster
  await appendAct(tx, { district, at, channel: 'import', what: lawActs.state('sensitive.kept', {}), subject: { kind: 'person', id: of.who }, path: to.path.split('.')[0] ?? null })
  return 1
}

/**
 * Writes what taken rows say of people who agreed to it, under an assessment in force, both asked anew. One that is written down already stays: the
 * community changes it in the home's file. Answers how many were written.
 */
export async function keepConsented(tx: Tx, to: Importing, rows: readonly CommitRow[]): Promise<number> {
  const said = saidIn(rows)
  if (said.length === 0) return 0
  const today = shanghaiDay(to.at)
  const assessments = await assessmentsOf(tx, to)
  const find = await consentedIn(tx, to.district, { community: to.community, homes: [...new Set(said.map(({ home }) => home))] }, today, assessments.map(factOf))
  let kept = 0
  for (const one of said) {
    const [of, assessment] = [find(one.home, one.kind, one), assessments.find((row) => allows(factOf(row), one.kind, today))]
    if (of !== null && assessment !== undefined) kept += await keep(tx, to, of, one.text, assessment.id)
  }
  return kept
}

/** Undoing an import takes back what it wrote. [RO25] */
export async function takeBackConsented(tx: Tx, district: string, source: string): Promise<number> {
  return (await tx.deleteFrom('sensitive_value').where('district', '=', district).where('source', '=', source).returning('id').execute()).length
}
