/** One household, one file. [RO48] */
import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import { statement, type Tx } from '../../kit/db.ts'
import type { Said } from '../../kit/pure.ts'
import { levelsAt, seenBy, type ChainLevel } from '../../offices/index.ts'
import { placeById, type PlaceView } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { lastVisitTo } from '../../visits/index.ts'
import { reaches } from '../commands/reach.ts'
import { cutoffs, isConfirmed, isKnown, keeperOf, rhythmOn, type ConfirmedHow, type DwellingState } from '../rules/index.ts'
import { dwellingOf, type DwellingRow } from '../store/dwelling.ts'
import { tiesOfHome, tiesOfWho } from '../store/dweller.ts'
import { valuesOf } from '../store/value.ts'
import { seePeople, type SeenPerson } from './home-people.ts'

/** An open matter of the home; what it is, the roster does not know: the app asks matters for it. */
export type HomeMatter = {
  readonly id: string; readonly number: string; readonly title: string; readonly state: Said; readonly filedAt: string; readonly due: string | null
}
/** Answers the open matters of a home that the actor may see. */
export type MattersOf = (tx: Tx, actor: Actor, home: PlaceView) => Promise<readonly HomeMatter[]>

/** A level of the chain of responsibility: who is in it, or to whom it falls. */
export type HomeLevel = {
  readonly level: string; readonly said: Said; readonly title: string | null; readonly name: string | null
  readonly fallsTo: { readonly title: string; readonly name: string } | null
}
export type HomeFile = {
  readonly home: { readonly id: string; readonly code: string; readonly name: string; readonly building: string; readonly community: string
    readonly compoundType: string | null }
  readonly state: DwellingState; readonly householdNo: string | null; readonly living: number; readonly children: number
  readonly doubts: readonly string[]; readonly version: number; readonly known: boolean; readonly holds: boolean; readonly days: number
  readonly confirmed: { readonly on: string; readonly how: ConfirmedHow; readonly by: string | null } | null
  readonly people: readonly SeenPerson[]; readonly chain: readonly HomeLevel[]; readonly matters: readonly HomeMatter[]
  readonly lastVisit: { readonly day: string; readonly half: 'am' | 'pm'; readonly met: string } | null
  readonly before: string | null; readonly after: string | null
}

const names = statement<{ district: string; ids: string[] }, { id: string; full_name: string }>('roster.home.names', (db, p) => db.selectFrom('place')
  .select(['id', 'full_name']).where('district', '=', p('district')).where('id', '=', sql<string>`any(${p('ids')}::uuid[])`))
const beside = statement<{ district: string; unit: string; code: string }, { before: string | null; after: string | null }>('roster.home.beside',
  (db, p) => db.selectNoFrom([
    sql<string | null>`(select id from place where district = ${p('district')} and kind = 'room' and parent = ${p('unit')} and valid_to is null
      and code collate "C" < ${p('code')} order by code collate "C" desc limit 1)`.as('before'),
    sql<string | null>`(select id from place where district = ${p('district')} and kind = 'room' and parent = ${p('unit')} and valid_to is null
      and code collate "C" > ${p('code')} order by code collate "C" limit 1)`.as('after'),
  ]))
const postTitle = statement<{ district: string; post: string }, { title: string }>('roster.post.title', (db, p) =>
  db.selectFrom('post').select('title')
  .where('district', '=', p('district')).where('id', '=', p('post')))

function levelOf(level: ChainLevel, audience: readonly string[]): HomeLevel {
  const [post] = level.posts
  const seen = post === undefined ? null : seenBy(post, audience)
  return {
    level: level.level, said: level.said, title: seen?.title ?? null, name: (seen?.holder ?? seen?.deputy)?.name ?? null,
    fallsTo: level.gap?.fallsTo ? { title: level.gap.fallsTo.title, name: level.gap.fallsTo.name } : null,
  }
}

async function peopleOf(tx: Tx, actor: Actor, home: string): Promise<readonly SeenPerson[]> {
  const { district } = actor
  const ties = await tiesOfHome(tx, { district, home })
  if (ties.length === 0) return []
  const [values, all] = await Promise.all([
    valuesOf(tx, { district, dwellers: ties.map(({ id }) => id) }), tiesOfWho(tx, { district, who: [...new Set(ties.map(({ who }) => who))] }),
  ])
  const others = [...new Set(all.map((row) => row.home).filter((id) => id !== home))]
  const rows = others.length === 0 ? [] : await names(tx, { district, ids: others })
  return seePeople({ home, ties, values, all, nameOf: new Map(rows.map(({ id, full_name }) => [id, full_name])) }, actor.audience)
}

const compoundTypeOf = async (tx: Tx, district: string, place: PlaceView): Promise<PlaceView['compoundType']> =>
  (place.compound === null ? null : (await placeById(tx, district, place.compound))?.compoundType ?? null)

const never: DwellingRow = { home: '', state: 'unknown', household_no: null, living: 0, children: 0, doubts: [], confirmed_on: null,
  confirmed_how: null,
  confirmed_post: null, version: 0 }

/**
 * The household file of a home within the reader's reach, people masked and only in the fields of their audience. Null for others and for those who
 * do not keep the roster. [RO5] [RO43] [RO48]
 */
export async function homeFile(tx: Tx, actor: Actor, homeId: string, at: Date, mattersOf: MattersOf): Promise<HomeFile | null> {
  const { district, audience } = actor
  const place = await placeById(tx, district, homeId)
  if (keeperOf(audience) === null || place === null || place.kind !== 'room' || !reaches(actor, place)) return null
  const today = shanghaiDay(at)
  const [rows, people, type, chain, matters, lastVisit, near] = await Promise.all([
    dwellingOf(tx, { district, home: homeId }), peopleOf(tx, actor, homeId), compoundTypeOf(tx, district, place),
    levelsAt(tx, district, place, today),
    mattersOf(tx, actor, place), lastVisitTo(tx, district, place.building ?? '', homeId),
    beside(tx, { district, unit: place.parent ?? '', code: place.code }),
  ])
  const row = rows[0] ?? never
  const pack = rhythmOn(today)
  const [by] = row.confirmed_post === null ? [] : await postTitle(tx, { district, post: row.confirmed_post })
  const known = { state: row.state, living: row.living }
  return {
    home: { id: place.id, code: place.code, name: place.fullName, building: place.building ?? '', community: place.community ?? '',
      compoundType: type },
    state: row.state, householdNo: row.household_no, living: row.living, children: row.children, doubts: row.doubts, version: row.version,
    known: isKnown(known), holds: isConfirmed({ ...known, confirmedOn: row.confirmed_on }, cutoffs(today, pack)[type ?? 'other']),
    days: pack.days[type ?? 'other'],
    confirmed: row.confirmed_on === null || row.confirmed_how === null ? null : { on: row.confirmed_on, how: row.confirmed_how, by: by?.title
      ?? null },
    people, chain: chain.map((level) => levelOf(level, audience)), matters, lastVisit,
    before: near[0]?.before ?? null, after: near[0]?.after ?? null,
  }
}
