/** Who of some homes agreed to sensitive data, found as a spreadsheet names people: by home and name, not against the ID number. [RO12] [RO61] */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { lookupHash } from '../../trust/index.ts'
import { mayKeepSensitive, type AssessmentFact, type SensitiveKind } from '../rules/law/index.ts'

/** A tie whose person agreed to a kind, under which assessments of the community may allow it. */
export type Consented = {
  readonly kind: SensitiveKind; readonly consent: string; readonly tie: string; readonly person: string; readonly who: string; readonly path: string
  readonly compoundPath: string | null; readonly numbers: readonly string[]
}
/** Asks for the one who agreed to a kind at a home: by name, and by ID number where both sides say one. Null for nobody, and for two of that name. */
export type FindConsented = (home: string, kind: SensitiveKind, said: { readonly name?: string; readonly idNumber?: string }) => Consented | null

type Row = { kind: SensitiveKind; given_by: 'self' | 'guardian' | 'family'; consent: string; tie: string; person: string; who: string; home: string;
  path: string
  compound_path: string | null; name: string; numbers: string[] }

/**
 * The consents of a community that hold and that an assessment allows today, to be asked by home and name; of `homes` alone where given. Ties that
 * ended, and consents that the rule does not take, are left out.
 */
export async function consentedIn(tx: Tx, district: string, of: { readonly community: string; readonly homes?: readonly string[] }, today: string,
  assessments: readonly AssessmentFact[]): Promise<FindConsented> {
  const { rows } = await sql<Row>`select c.kind, c.given_by, c.id as consent, d.id as tie, d.person, d.who, d.home, d.path::text, d.compound_path::text,
      encode(n.keyed_hash, 'hex') as name, array(select encode(v.keyed_hash, 'hex') from dweller_value v where v.district = d.district and v.dweller = d.id
        and v.field = 'id_number' and v.state = 'current') as numbers
    from consent c join dweller d on d.district = c.district and d.id = c.dweller
    join dweller_value n on n.district = d.district and n.dweller = d.id and n.field = 'name' and n.state = 'current' and n.keyed_hash is not null
    where c.district = ${district}::char(6) and c.withdrawn_at is null and c.kind in ('disability', 'low_income', 'care_need')
      and d.community = ${of.community}::uuid and d.until is null
      ${of.homes === undefined ? sql`` : sql`and d.home = any(${of.homes}::uuid[])`} order by d.id`.execute(tx)
  const held = Map.groupBy(rows.filter(({ kind, given_by: givenBy }) => mayKeepSensitive(kind, today, assessments,
    [{ kind, givenBy, withdrawn: false }]).ok),
    ({ home, kind, name }) => `${home} ${kind} ${name}`)
  return (home, kind, { name, idNumber }) => {
    if (name === undefined) return null
    const number = idNumber === undefined ? null : lookupHash(district, 'id_number', idNumber).toString('hex')
    const fits = (held.get(`${home} ${kind} ${lookupHash(district, 'name', name).toString('hex')}`) ?? [])
      .filter(({ numbers }) => number === null || numbers.length === 0 || numbers.includes(number))
    const [one] = fits
    return one === undefined || fits.some(({ who }) => who !== one.who) ? null
      : { ...one, compoundPath: one.compound_path }
  }
}
