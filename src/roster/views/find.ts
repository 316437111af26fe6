/** Finding people and homes: by keyed hashes, each search within the communities of the reader. No clear text is compared. [RO2] [RO47] */
import { sql } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'
import { lookUp, type PlaceView } from '../../places/index.ts'
import { lookupHash, type Actor } from '../../trust/index.ts'
import { isWithin } from '../../trust/index.ts'
import { keeperOf, readFind, type DwellingState, type FindKey } from '../rules/index.ts'
import { reaches } from '../commands/reach.ts'
import { communitiesOf } from './reach.ts'

/** Somebody who was found, masked, in one of their homes. */
export type FoundPerson = {
  readonly who: string; readonly home: string; readonly homeName: string; readonly name: string; readonly phone: string | null
  readonly lives: boolean; readonly registered: boolean; readonly owns: boolean; readonly rents: boolean
}
export type FoundHome = { readonly id: string; readonly name: string; readonly state: DwellingState; readonly living: number }
/** `more`: there are more than are shown. */
export type Found = { readonly people: readonly FoundPerson[]; readonly homes: readonly FoundHome[]; readonly more: boolean }

/** So many people, and so many homes, one answer carries. */
const [PEOPLE, HOMES] = [20, 8]

type Hit = { id: string; who: string; home: string; path: string; compound_path: string | null; lives: boolean; registered: boolean; owns: boolean;
  rents: boolean }
const byToken = statement<{ district: string; communities: string[]; tokens: Buffer[]; most: number }, Hit>('roster.find', (db, p) => db
  .selectFrom('dweller_token as t')
  .innerJoin('dweller as d', (j) => j.onRef('d.district', '=', 't.district').onRef('d.id', '=', 't.dweller'))
  .select(['d.id', 'd.who', 'd.home', 'd.path', 'd.compound_path', 'd.lives', 'd.registered', 'd.owns', 'd.rents'])
  .where('t.district', '=', p('district')).where('t.community', '=', sql<string>`any(${p('communities')}::uuid[])`)
  .where('t.token', '=', sql<Buffer>`any(${p('tokens')}::bytea[])`).where('d.until', 'is', null).limit(p('most')))

type Shown = { dweller: string; field: string; masked: string | null; full_name: string; home: string }
const shownOf = statement<{ district: string; ids: string[] }, Shown>('roster.find.shown', (db, p) => db.selectFrom('dweller as d')
  .innerJoin('place as l', (j) => j.onRef('l.district', '=', 'd.district').onRef('l.id', '=', 'd.home'))
  .innerJoin('dweller_value as v', (j) => j.onRef('v.district', '=', 'd.district').onRef('v.dweller', '=', 'd.id'))
  .select(['d.id as dweller', 'v.field', 'v.masked', 'l.full_name', 'd.home']).where('d.district', '=', p('district'))
  .where('d.id', '=', sql<string>`any(${p('ids')}::uuid[])`).where('v.field', 'in', ['name', 'phone']).where('v.state', '=', 'current'))

const homesById = statement<{ district: string; ids: string[] }, { home: string; state: DwellingState; living: number }>('roster.find.homes', (db,
  p) => db
  .selectFrom('dwelling').select(['home', 'state', 'living']).where('district', '=', p('district')).where('home', '=',
    sql<string>`any(${p('ids')}::uuid[])`))

const placeOfPost = statement<{ district: string; post: string | null }, { place: string; kind: string }>('roster.find.within', (db, p) => db
  .selectFrom('post as t').innerJoin('place as l', (j) => j.onRef('l.district', '=', 't.district').onRef('l.id', '=', 't.place'))
  .select(['t.place', 'l.kind']).where('t.district', '=', p('district')).where('t.id', '=', p('post')))

/** A rare token is read whole, a family name as far as this: who types one sign sees the first of them and is asked for more. */
const HITS = 400

async function hitsOf(tx: Tx, actor: Actor, communities: readonly string[], keys: readonly FindKey[]): Promise<readonly Hit[]> {
  const tokens = keys.map(({ kind, text }) => lookupHash(actor.district, kind, text))
  return byToken(tx, { district: actor.district, communities: [...communities], tokens, most: HITS })
}

/** The places that the words mean within the reader's reach. */
async function placesFor(tx: Tx, actor: Actor, words: string): Promise<readonly PlaceView[]> {
  const [own] = await placeOfPost(tx, { district: actor.district, post: actor.post })
  const found = await lookUp(tx, actor.district, words, { limit: 20, ...(own ? { within: own.place } : {}) })
  return found.filter((place) => reaches(actor, place))
}

const lies = (hit: Hit, places: readonly PlaceView[]): boolean => places.some((place) =>
  isWithin(hit.path, place.path) || (hit.compound_path !== null && place.compoundPath !== null && isWithin(hit.compound_path, place.compoundPath)))

async function show(tx: Tx, district: string, hits: readonly Hit[]): Promise<readonly FoundPerson[]> {
  if (hits.length === 0) return []
  const rows = await shownOf(tx, { district, ids: hits.map(({ id }) => id) })
  const of = (id: string, field: string): string | null => rows.find((row) => row.dweller === id && row.field === field)?.masked ?? null
  return hits.map(({ id, who, home, lives, registered, owns, rents }) => ({
    who, home, homeName: rows.find((row) => row.dweller === id)?.full_name ?? '', name: of(id, 'name') ?? '', phone: of(id, 'phone'),
    lives, registered, owns, rents,
  }))
}

async function homesFor(tx: Tx, district: string, places: readonly PlaceView[]): Promise<readonly FoundHome[]> {
  const rooms = places.filter(({ kind }) => kind === 'room').slice(0, HOMES)
  if (rooms.length === 0) return []
  const rows = new Map((await homesById(tx, { district, ids: rooms.map(({ id }) => id) })).map((row) => [row.home, row]))
  return rooms.map(({ id, fullName }) => ({ id, name: fullName, state: rows.get(id)?.state ?? 'unknown', living: rows.get(id)?.living ?? 0 }))
}

/** People and homes for what was typed; null for a post that does not keep the roster. Each person in a home once. [RO5] [RO47] */
export async function findIn(tx: Tx, actor: Actor, typed: string): Promise<Found | null> {
  if (keeperOf(actor.audience) === null) return null
  const sought = readFind(typed)
  const communities = (await communitiesOf(tx, actor)).map(({ id }) => id)
  const [places, ...groups] = await Promise.all([
    sought.place === null ? [] : placesFor(tx, actor, sought.place), ...sought.people.map((keys) => hitsOf(tx, actor, communities, keys)),
  ])
  const [first = [], ...others] = groups
  const narrowed = sought.place !== null && sought.people.length > 0 && typed.trim().includes(' ') && places.length > 0
  const fitting = first.filter((hit) => others.every((group) => group.some(({ id }) => id === hit.id)) && (!narrowed || lies(hit, places)))
  const once = [...new Map(fitting.map((hit) => [`${hit.who} ${hit.home}`, hit])).values()]
  const [people, homes] = await Promise.all([show(tx, actor.district, once.slice(0, PEOPLE)), narrowed ? [] : homesFor(tx, actor.district, places)])
  return { people, homes, more: once.length > PEOPLE || first.length >= HITS }
}
