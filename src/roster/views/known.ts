/** The conditions of coverage and its lists, said once for SQL: they say the same as rules/coverage.ts, which a test holds. */
import { sql, type RawBuilder } from 'kysely'
import type { CompoundType } from '../../places/index.ts'
import type { ListKind } from '../rules/index.ts'

/** d: the dwelling (may be missing), k: its compound (may be missing). */
export const known = sql<boolean>`coalesce(
  d.state in ('vacant', 'business', 'unfinished') or (d.state in ('lived_in', 'let') and d.living > 0), false)`

/** First day on which a confirmation still holds, by the compound's type. */
const cutoffOf = (cuts: Readonly<Record<CompoundType | 'other', string>>): RawBuilder<string> => sql`case k.compound_type
  when 'commodity' then ${cuts.commodity}::date when 'work_unit' then ${cuts.work_unit}::date when 'public_rental' then ${cuts.public_rental}::date
  when 'new' then ${cuts.new}::date when 'old_courtyard' then ${cuts.old_courtyard}::date else ${cuts.other}::date end`

/** Whether a home belongs to a list. [RO42] */
export function inList(kind: ListKind, cuts: Readonly<Record<CompoundType | 'other', string>>): RawBuilder<boolean> {
  const confirmed = sql<boolean>`(${known} and coalesce(d.confirmed_on >= ${cutoffOf(cuts)}, false))`
  switch (kind) {
    case 'all': return sql`true`
    case 'known': return known
    case 'confirmed': return confirmed
    case 'unknown': return sql`not ${known}`
    case 'stale': return sql`(${known} and not ${confirmed})`
    case 'vacant': return sql`coalesce(d.state = 'vacant', false)`
    case 'doubtful': return sql`coalesce(d.doubts <> '{}', false)`
    case 'conflict': return sql`coalesce('conflict' = any (d.doubts), false)`
  }
}

/** Whether a room lies in the reader's reach; places have no wall of their own. */
export const roomReached = sql<boolean>`(p.path <@ any (app_scopes()) or p.compound_path <@ any (app_scopes()))`
