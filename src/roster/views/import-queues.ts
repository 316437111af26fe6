/** The two queues of decisions: values that differ, and entries that may be one person. Everything masked. */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Actor } from '../../trust/index.ts'
import type { DwellerField, SourceKind } from '../rules/fields.ts'
import type { Evidence } from '../rules/matching/index.ts'
import { fieldsShownTo, isShownTo } from '../rules/show.ts'

/** One side of a conflict: what it shows, where from, of which day. */
export type Side = { readonly shown: string; readonly source: SourceKind; readonly seenOn: string }
export type Conflict = {
  readonly id: string; readonly home: string; readonly homeName: string; readonly name: string | null; readonly field: DwellerField;
  readonly old: readonly Side[]; readonly new: Side
}
export type Page<T> = { readonly items: readonly T[]; readonly next: string | null; readonly count: number }

type Row = {
  id: string; home: string; home_name: string; who: string; field: string; code: string | null; masked: string | null; source_kind: string;
  seen_on: string
}
type Beside = { home: string; who: string; field: string; code: string | null; masked: string | null; source_kind: string; seen_on: string }

// what the table's checks allow, here and below
const sideOf = ({ code, masked, source_kind, seen_on }: Pick<Row, 'code' | 'masked' | 'source_kind' | 'seen_on'>): Side =>
  ({ shown: code ?? masked ?? '', source: source_kind as SourceKind, seenOn: seen_on })

/** Values that wait for a decision within reach, the oldest first, of the fields that the reader's audience sees; with what stands now. [RO27] */
export async function listConflicts(tx: Tx, actor: Actor, after: string | undefined, limit: number): Promise<Page<Conflict> | null> {
  const fields = fieldsShownTo(actor.audience)
  if (fields.length === 0) return null
  const { rows } = await sql<Row>`select v.id, d.home, p.full_name as home_name, d.who, v.field, v.code, v.masked, v.source_kind, v.seen_on::text
    from dweller_value v join dweller d on d.district = v.district and d.id = v.dweller join place p on p.district = d.district and p.id = d.home
    where v.district = ${actor.district}::char(6) and v.state = 'waiting' and v.field = any(${fields}::text[]) and (${after ?? null}::uuid is null or v.id > ${after ?? null}::uuid)
    order by v.id limit ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit)
  const { rows: beside } = await sql<Beside>`select d.home, d.who, v.field, v.code, v.masked, v.source_kind, v.seen_on::text
    from dweller d join dweller_value v on v.district = d.district and v.dweller = d.id where d.district = ${actor.district}::char(6)
    and d.home = any(${items.map(({ home }) => home)}::uuid[]) and v.state = 'current'`.execute(tx)
  const { rows: counted } = await sql<{ n: number }>`select count(*)::int as n from dweller_value where district = ${actor.district}::char(6) and state = 'waiting'
    and field = any(${fields}::text[])`.execute(tx)
  const of = (row: Row, field: string): readonly Beside[] => beside.filter((one) => one.home === row.home && one.who === row.who
    && one.field === field)
  return {
    count: counted[0]?.n ?? 0, next: rows.length > limit ? items.at(-1)?.id ?? null : null,
    items: items.map((row) => ({
      id: row.id, home: row.home, homeName: row.home_name, field: row.field as DwellerField, new: sideOf(row),
      name: isShownTo(actor.audience, 'name') ? of(row, 'name')[0]?.masked ?? null : null,
      old: [...new Map(of(row, row.field).map((one) => [one.code ?? one.masked, sideOf(one)])).values()],
    })),
  }
}

/** An entry of a pair: what is known of it, masked, and at which homes. */
export type PairSide = {
  readonly person: string; readonly name: string | null; readonly phone: string | null; readonly idNumber: string | null; readonly sex: string | null
  readonly homes: readonly { readonly home: string; readonly name: string; readonly ties: readonly string[]; readonly source: SourceKind }[]
}
export type PairView = { readonly id: string; readonly state: string; readonly weight: number; readonly evidence: readonly Evidence[];
  readonly one: PairSide; readonly other: PairSide }

type TieRow = {
  person: string; home: string; home_name: string; lives: boolean; registered: boolean; owns: boolean; rents: boolean; source_kind: string
  field: string | null; code: string | null; masked: string | null
}

async function sidesOf(tx: Tx, district: string, persons: readonly string[]): Promise<(person: string) => PairSide> {
  // `who` finds the ties by an index; a person's own ties are among those of whoever they are now
  const { rows } = await sql<TieRow>`select d.person, d.home, p.full_name as home_name, d.lives, d.registered, d.owns, d.rents, d.source_kind, v.field, v.code, v.masked
    from dweller d join place p on p.district = d.district and p.id = d.home left join dweller_value v on v.district = d.district and v.dweller = d.id and v.state = 'current'
    where d.district = ${district}::char(6) and d.who in (select unnest(${persons}::uuid[])
      union select case when s.one = any(${persons}::uuid[]) then s.other else s.one end from same_person s where s.district = ${district}::char(6) and s.state = 'joined'
        and (s.one = any(${persons}::uuid[]) or s.other = any(${persons}::uuid[])))
      and d.person = any(${persons}::uuid[]) order by d.id`.execute(tx)
  return (person) => {
    const mine = rows.filter((row) => row.person === person)
    const shown = (field: string): string | null => mine.find((row) => row.field === field)?.masked ?? mine.find((row) => row.field === field)?.code
      ?? null
    return { person, name: shown('name'), phone: shown('phone'), idNumber: shown('id_number'), sex: shown('sex'),
      homes: [...Map.groupBy(mine, ({ home }) => home)].map(([home, at]) => ({ home, name: at[0]?.home_name ?? '',
        source: (at[0]?.source_kind ?? 'import') as SourceKind,
        ties: (['lives', 'registered', 'owns', 'rents'] as const).filter((tie) => at.some((row) => row[tie])) })) }
  }
}

/**
 * Pairs that wait for somebody, the likeliest first; or, the newest first, those that were joined, to split them again, and those that were kept apart or
 * split, to join them after all. [RO33]
 */
export async function listPairs(tx: Tx, actor: Actor, state: 'open' | 'joined' | 'apart', from: number, limit: number): Promise<Page<PairView> | null> {
  if (!actor.audience.includes('community')) return null
  const states = state === 'apart' ? ['apart', 'split'] : [state]
  const rows = await tx.selectFrom('same_person').select(['id', 'one', 'other', 'evidence', 'weight', 'state']).where('district', '=', actor.district)
    .where('state', 'in', states)
    .orderBy(state === 'open' ? 'weight' : 'decided_at', 'desc').orderBy('id').offset(from).limit(limit + 1).execute()
  const items = rows.slice(0, limit)
  const { n } = await tx.selectFrom('same_person').select(sql<number>`count(*)::int`.as('n')).where('district', '=', actor.district).where('state',
    'in', states).executeTakeFirstOrThrow()
  const side = await sidesOf(tx, actor.district, items.flatMap(({ one, other }) => [one, other]))
  return {
    count: n, next: rows.length > limit ? String(from + limit) : null,
    // written by find-pairs in this shape
    items: items.map((row) => ({ id: row.id, state: row.state, weight: row.weight, evidence: row.evidence as unknown as readonly Evidence[],
      one: side(row.one), other: side(row.other) })),
  }
}
