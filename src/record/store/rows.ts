import type { Selectable } from 'kysely'
import type { Act as ActTable } from '../../kit/tables.gen.ts'
import type { Facts } from '../rules/facts.ts'
import type { Act } from '../rules/leaf.ts'

/** The columns of an act that make up its leaf. */
export const actColumns = [
  'act.district', 'act.id', 'act.at', 'act.kind', 'act.actor_person', 'act.actor_post', 'act.on_behalf_of', 'act.channel', 'act.place', 'act.path',
  'act.compound_path', 'act.subject_kind', 'act.subject_id', 'act.facts',
] as const

type ActRow = Omit<Selectable<ActTable>, 'leaf' | 'parties' | 'closed_to'>

/** An act as the rules know it, from its row. */
export function mapAct(row: ActRow): Act {
  return {
    district: row.district, id: row.id, at: row.at.getTime(), kind: row.kind, actorPerson: row.actor_person, actorPost: row.actor_post,
    onBehalfOf: row.on_behalf_of, channel: row.channel, place: row.place, path: row.path, compoundPath: row.compound_path,
    subjectKind: row.subject_kind, subjectId: row.subject_id,
    facts: row.facts as Facts, // checked when it was appended; verify compares it with the leaf
  }
}
