import { sql } from 'kysely'
import type { Scope, Tx } from '../../kit/db.ts'
import { namesOf, partiesOf } from '../../offices/index.ts'
import type { PlaceView } from '../../places/index.ts'
import { CATEGORIES } from '../rules/categories.ts'
import { dayAt, explainedShare, monthAfter, NOTHING, periodOf, PUBLIC_MONTHS, ratePackFor, type Counts } from '../rules/rates/index.ts'

/** Whose share is public, in the order of the board. Posts and teams have none: few people stand behind them. */
const SHOWN = ['community', 'firm', 'owners', 'branch', 'developer', 'station', 'utility', 'street']
/** These stand there also without any answer: they are bound to the compound. */
const ALWAYS = ['community', 'firm', 'owners', 'branch']
/** What may stand on the board. What never does is in no public number either. */
const PUBLIC_KINDS = CATEGORIES.filter(({ board, sensitive }) => board && sensitive === null).map(({ code }) => code)

/** Who reads the rollup for a compound's board: the community's path, as the public. */
export const shareScope = (district: string, community: PlaceView): Scope =>
  ({ district, person: null, scopes: [community.path], orgs: [], audience: ['board', 'public'] })

type Row = { org: string; visits: number; explained: number }

/**
 * [R10] The share of 'explained' of each party of a compound over the last twelve assessment months, from the rollup alone, in the order of the board
 * and never by value. `at` is the product's time.
 */
export async function explainedShares(tx: Tx, district: string, community: PlaceView, compound: PlaceView, at: Date) {
  const pack = ratePackFor(district, dayAt(at.getTime()))
  if (pack === null || compound.compoundPath === null) return null
  const month = periodOf(at.getTime(), pack).month
  const months = Array.from({ length: PUBLIC_MONTHS }, (_, back) => monthAfter(month, -back))
  const { rows } = await sql<Row>`select org, sum(visits)::int as visits, sum(explained)::int as explained from rate
    where district = ${district} and period = any (${months}::char(7)[]) and community = ${community.path} and compound = ${compound.compoundPath}
      and category = any (${PUBLIC_KINDS}::text[]) and visits > 0 group by org`.execute(tx)
  const counts = new Map(rows.map(({ org, ...sum }): [string, Counts] => [org, { ...NOTHING, ...sum }]))
  const bound = (await partiesOf(tx, district, compound, dayAt(at.getTime()))).filter(({ kind }) => ALWAYS.includes(kind)).map(({ org }) => org)
  const names = await namesOf(tx, district, { orgs: [...bound, ...counts.keys()] })
  const parties = [...new Set([...bound, ...counts.keys()])].flatMap((id) => {
    const org = names.org(id)
    return org && SHOWN.includes(org.kind) ? [{ name: org.name, kind: org.kind, ...explainedShare(counts.get(id) ?? NOTHING, pack) }] : []
  })
  return { months: PUBLIC_MONTHS, parties: parties.sort((one, other) => SHOWN.indexOf(one.kind) - SHOWN.indexOf(other.kind)) }
}
