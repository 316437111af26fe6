import { statement, type Tx } from '../../kit/db.ts'
import { halfDay } from '../../record/rules/index.ts'

/**
 * One look at what identifies somebody, as that person sees it: which post, never which minute. A copy or an export of everything has the field `all`; a
 * copy that was handed over at a desk the purpose `given_self` or `given_guardian`. */
export type Opened = {
  readonly person: string
  readonly field: string
  readonly purpose: string
  readonly post: string | null
  /** Civil date of the place. */
  readonly day: string
  readonly half: 'am' | 'pm'
}

type Row = { kind: string; subject_id: string; actor_post: string | null; at: Date; facts: { readonly field?: unknown; readonly purpose?: unknown; readonly taker?: unknown } }

const looksAt = statement<{ district: string; persons: string[] }, Row>('trust.person.opens', (db, p) => db
  .selectFrom('act').select(['kind', 'subject_id', 'actor_post', 'at', 'facts']).where('district', '=', p('district')).where('subject_kind', '=', 'person')
  .where((e) => e('subject_id', '=', e.fn.any(p('persons')))).where('kind', 'in', ['person.revealed', 'person.exported', 'person.copied'])
  .orderBy('at', 'desc').orderBy('id', 'desc').limit(500))

/**
 * Who looked at these persons' data, newest first, at most 500: for the person's own file. The transaction's scope names the same persons as
 * `residents`; row-level security shows the acts to nobody else but those who did them. Day and half-day, not the minute (P05). [T5]
 */
export async function opensOf(tx: Tx, district: string, persons: readonly string[]): Promise<readonly Opened[]> {
  const rows = await looksAt(tx, { district, persons: [...persons] })
  return rows.map(({ kind, subject_id: person, actor_post: post, at, facts }) => {
    const what = kind === 'person.copied' ? { field: 'all', purpose: facts.taker === undefined ? 'person_asked' : `given_${String(facts.taker)}` }
      : { field: kind === 'person.exported' ? 'all' : String(facts.field), purpose: String(facts.purpose) }
    return { person, post, ...what, ...halfDay(at.getTime()) }
  })
}
