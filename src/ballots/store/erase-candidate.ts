import { sql } from 'kysely'
import { forgetElected } from '../../offices/index.ts'
import type { EraseHook } from '../../trust/index.ts'

/** What the public reads in the place of a name that was erased. */
const GONE = '＊'

/**
 * Takes away what elections keep of somebody who is being erased: their name on the list, on the ballot and in the result, and what they declared.
 * How the vote came out stays. The transaction has to be the clock's. [B108]
 */
export const eraseCandidate: EraseHook = async (tx, { district, person }) => {
  const officers = await tx.selectFrom('candidate').select('officer').where('district', '=', district).where('person', '=', person)
    .where('officer', 'is not', null).execute()
  for (const { officer } of officers) if (officer !== null) await forgetElected(tx, district, officer)
  const { rows } = await sql<{ vote: string; option: string | null }>`update candidate
    set name = '', name_masked = ${GONE}, declared = '', officer = null
    where district = ${district} and (person = ${person}::uuid or officer = ${person}::uuid) returning vote, option`.execute(tx)
  for (const { vote, option } of rows) {
    if (option === null) continue
    await sql`update vote_question set options = (select jsonb_agg(case when o ->> 'id' = ${option}
      then o || jsonb_build_object('label', ${GONE}::text) else o end order by n) from jsonb_array_elements(options) with ordinality as e(o, n)) where district = ${district} and vote = ${vote}::uuid and n = 1`.execute(tx)
    await sql`update vote set result = jsonb_set(result, '{shown,questions,0,options}', (select jsonb_agg(case when o ->> 'id' = ${option}
      then o || jsonb_build_object('label', ${GONE}::text) else o end order by n)
      from jsonb_array_elements(result #> '{shown,questions,0,options}') with ordinality as e(o, n)))
      where district = ${district} and id = ${vote}::uuid and result #> '{shown,questions,0,options}' is not null`.execute(tx)
  }
}
