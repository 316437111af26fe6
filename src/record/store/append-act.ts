import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { statement } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import type { Statement } from '../rules/acts.ts'
import { checkAct, leafText, type Act } from '../rules/leaf.ts'

/** An act to be recorded. What is left out is absent. */
export type NewAct = {
  /** Made by the application beforehand, where other rows name the act and travel with it. */
  readonly id?: string
  readonly district: string
  /** Time of the product clock. */
  readonly at: Date
  /** Kind and facts, stated by the capability's `defineActs(…).state(…)`. */
  readonly what: Statement
  /** How it came in: 'web', 'field', 'desk', 'clock', 'import' … */
  readonly channel: string
  readonly actorPerson?: string | null
  readonly actorPost?: string | null
  readonly onBehalfOf?: string | null
  readonly place?: string | null
  readonly path?: string | null
  readonly compoundPath?: string | null
  readonly subject?: { readonly kind: string; readonly id: string } | null
  /** Organisations that are a party to the subject: they may see the act. */
  readonly parties?: readonly string[]
  /** Audiences to whom the subject is closed. */
  readonly closedTo?: readonly string[]
}

type Row = {
  district: string; id: string; at: Date; kind: string; actor_person: string | null; actor_post: string | null; on_behalf_of: string | null
  channel: string; place: string | null; path: string | null; compound_path: string | null; subject_kind: string | null; subject_id: string | null
  facts: string; leaf: string; parties: string[]; closed_to: string[]
}

const insertAct = statement<Row>('act.append', (db, p) => db.insertInto('act').values({
  district: p('district'), id: p('id'), at: p('at'), kind: p('kind'), actor_person: p('actor_person'), actor_post: p('actor_post'),
  on_behalf_of: p('on_behalf_of'), channel: p('channel'), place: p('place'), path: p('path'), compound_path: p('compound_path'),
  subject_kind: p('subject_kind'), subject_id: p('subject_id'), facts: p('facts'), leaf: p('leaf'), parties: p('parties'), closed_to: p('closed_to'),
}))
const queueAct = statement<{ district: string; act: string }>('act.queue',
  (db, p) => db.insertInto('act_unsealed').values({ district: p('district'), act: p('act') }))

function recorded(given: NewAct): Act {
  const act: Act = {
    district: given.district, id: given.id ?? newId(), at: given.at.getTime(), kind: given.what.kind, facts: given.what.facts, channel: given.channel,
    actorPerson: given.actorPerson ?? null, actorPost: given.actorPost ?? null, onBehalfOf: given.onBehalfOf ?? null,
    place: given.place ?? null, path: given.path ?? null, compoundPath: given.compoundPath ?? null,
    subjectKind: given.subject?.kind ?? null, subjectId: given.subject?.id ?? null,
  }
  const checked = checkAct(act)
  if (!checked.ok) throw new TypeError(`${given.what.kind}: ${checked.refusal.explain.en}`)
  return act
}

/** The leaf text of an act that is committed to and not shown. Throws as appendAct does. */
export const actText = (given: NewAct): string => leafText(recorded(given))

function rowOf(given: NewAct): Row {
  const act = recorded(given)
  return {
    district: act.district, id: act.id, at: given.at, kind: act.kind, actor_person: act.actorPerson, actor_post: act.actorPost,
    on_behalf_of: act.onBehalfOf, channel: act.channel, place: act.place, path: act.path, compound_path: act.compoundPath,
    subject_kind: act.subjectKind, subject_id: act.subjectId, facts: JSON.stringify(act.facts), leaf: leafText(act),
    parties: [...(given.parties ?? [])], closed_to: [...(given.closedTo ?? [])],
  }
}

/**
 * Appends one act and queues it for sealing, in the caller's transaction [R4]; answers the act's id. The row-level security lets one's own
 * acts through and those within the scope. Throws a TypeError when a field is no code, id or path: that is a mistake in the program.
 */
export async function appendAct(tx: Tx, act: NewAct): Promise<string> {
  const row = rowOf(act)
  await Promise.all([insertAct(tx, row), queueAct(tx, { district: row.district, act: row.id })])
  return row.id
}

/** Appends many acts at once, as an import does: two statements however many. Answers their ids in the same order. Throws as appendAct. */
export async function appendActs(tx: Tx, acts: readonly NewAct[]): Promise<string[]> {
  const rows = acts.map(rowOf)
  if (rows.length === 0) return []
  const json = JSON.stringify(rows.map(row => ({ ...row, facts: JSON.parse(row.facts) as unknown })))
  await sql`insert into act (district, id, at, kind, actor_person, actor_post, on_behalf_of, channel, place, path, compound_path,
      subject_kind, subject_id, facts, leaf, parties, closed_to)
    select * from jsonb_to_recordset(${json}::jsonb) as r(district char(6), id uuid, at timestamptz, kind text, actor_person uuid, actor_post uuid,
      on_behalf_of uuid, channel text, place uuid, path ltree, compound_path ltree, subject_kind text, subject_id uuid, facts jsonb, leaf text,
      parties uuid[], closed_to text[])`.execute(tx)
  await sql`insert into act_unsealed (district, act)
    select * from unnest(${rows.map(row => row.district)}::char(6)[], ${rows.map(row => row.id)}::uuid[])`.execute(tx)
  return rows.map(row => row.id)
}
