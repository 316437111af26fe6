/** Lists of homes to work through, by place, in order of the doors, page by page. [RO42] */
import { sql, type RawBuilder } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { placeById, type PlaceView } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { cutoffs, keeperOf, seesHomes, type DwellingState, type ListKind } from '../rules/index.ts'
import { inList, roomReached } from './known.ts'
import { communitiesOf } from './reach.ts'

/** A home of a list. `doubts` and `living` are null for those who see no people. */
export type ListedHome = {
  readonly id: string; readonly code: string; readonly name: string; readonly state: DwellingState; readonly confirmedOn: string | null
  readonly living: number | null; readonly doubts: readonly string[] | null
}
export type HomeList = {
  readonly today: string; readonly place: { readonly id: string; readonly name: string; readonly kind: string } | null;
    readonly items: readonly ListedHome[]
  readonly next: string | null; readonly total: number | null
}
export type ListQuery = { readonly kind: ListKind; readonly place?: string | undefined; readonly after?: string | undefined; readonly limit: number }

type Row = { id: string; code: string; full_name: string; state: DwellingState | null; confirmed_on: string | null; living: number | null;
  doubts: string[] | null }

/** Narrows to a place by its own column; a small grid's rooms name it, a grid above small ones takes theirs. */
function inPlace(place: PlaceView | null): RawBuilder<boolean> {
  switch (place?.kind) {
    case 'community': case undefined: return sql`true`
    case 'grid': return sql`(p.grid = ${place?.id}::uuid or p.path <@ ${place?.path}::ltree)`
    case 'compound': return sql`p.compound = ${place?.id}::uuid`
    case 'building': return sql`p.building = ${place?.id}::uuid`
    case 'unit': return sql`p.unit = ${place?.id}::uuid`
    default: return sql`p.path <@ ${place?.path}::ltree`
  }
}

/** The rooms of a list, from its front; a street's place is read community by community. */
const from = (actor: Actor, communities: readonly string[], place: PlaceView | null, kind: ListKind, today: string): RawBuilder<unknown> => sql`
  from place p left join place k on k.district = p.district and k.id = p.compound
    left join dwelling d on d.district = p.district and d.home = p.id
  where p.district = ${actor.district} and p.community = any (${[...communities]}::uuid[]) and p.kind = 'room' and p.valid_to is null
    and ${inPlace(place)} and ${roomReached} and ${inList(kind, cutoffs(today))}`

/** Homes in the order of the doors: 401 before 1201, unit 2 before unit 10. The same of a code that was given. */
const doorOrder = (code: RawBuilder<unknown>): RawBuilder<string> => sql`(split_part(${code}, '-', 1) || '-' || split_part(${code}, '-', 2) || '-'
  || lpad(split_part(${code}, '-', 3), 3, '0') || '-' || lpad(split_part(${code}, '-', 4), 6, '0')) collate "C"`

/** A page of a list; null for those who see no homes and for a place that is not there. `total` comes with the first page alone. [RO5] [RO42] */
export async function listHomes(tx: Tx, actor: Actor, query: ListQuery, at: Date): Promise<HomeList | null> {
  if (!seesHomes(actor.audience)) return null
  const today = shanghaiDay(at)
  const place = query.place === undefined ? null : await placeById(tx, actor.district, query.place)
  if (query.place !== undefined && place === null) return null
  const reach = (await communitiesOf(tx, actor)).map(({ id }) => id)
  const communities = place?.community ? reach.filter((id) => id === place.community) : reach
  if (communities.length === 0) return { today, place: null, items: [], next: null, total: 0 }
  const rooms = from(actor, communities, place, query.kind, today)
  const [{ rows }, total] = await Promise.all([
    sql<Row>`select p.id, p.code, p.full_name, d.state, d.confirmed_on::text as confirmed_on, d.living, d.doubts ${rooms}
      and ${query.after === undefined ? sql`true` : sql`${doorOrder(sql`p.code`)} > ${doorOrder(sql`${query.after}::text`)}`}
      order by ${doorOrder(sql`p.code`)} limit ${query.limit + 1}`.execute(tx),
    query.after === undefined ? sql<{ n: number }>`select count(*)::int as n ${rooms}`.execute(tx) : null,
  ])
  const people = keeperOf(actor.audience) !== null
  const items = rows.slice(0, query.limit).map((row): ListedHome => ({
    id: row.id, code: row.code, name: row.full_name, state: row.state ?? 'unknown', confirmedOn: row.confirmed_on,
    living: people ? row.living ?? 0 : null, doubts: people ? row.doubts ?? [] : null,
  }))
  return {
    today, place: place === null ? null : { id: place.id, name: place.fullName, kind: place.kind }, items,
    next: rows.length > query.limit ? items.at(-1)?.code ?? null : null, total: total?.rows[0]?.n ?? null,
  }
}
