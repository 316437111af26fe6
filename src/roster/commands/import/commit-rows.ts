import { sql } from 'kysely'
import type { Tx } from '../../../kit/db.ts'
import { newId } from '../../../kit/ids.ts'
import { lookupHash, makePersonKey, type FieldKey } from '../../../trust/index.ts'
import { dwellingStates, type DwellerField, type DwellingState, type Tie } from '../../rules/fields.ts'
import { firstDay, keptPeople, meet, tiesOf, type HeldValue, type NewValue, type ToldPerson } from '../../rules/import/index.ts'
import type { ReadPerson } from '../../rules/reading/types.ts'
import { insertMany, type BulkCell } from '../../store/dweller-bulk.ts'
import { heldAt, homesFor, slot, type Held, type HomeRow, type Importing } from '../../store/import-held.ts'
import { makeChanges, recountHomes, type Change } from '../../store/import-homes.ts'
import { copyTokens, endTies, putTokens } from '../../store/import-ties.ts'
import { tokensOf } from '../../store/token.ts'
import { keepValue, type KeptValue } from '../../store/value.ts'
import { findPairs } from './find-pairs.ts'

/** A row that somebody took, with the home that it was read as. */
export type CommitRow = { readonly home: string; readonly people: readonly ReadPerson[]; readonly householdNo?: string | undefined; readonly homeState?: string | undefined }
/** What came of rows: new persons, new ties (a known person may get one), values that wait, ties ended, persons joined and pairs to be asked about. */
export type Committed = { readonly people: number; readonly ties: number; readonly values: number; readonly waiting: number; readonly ended: number; readonly joined: number; readonly asked: number }
export const nothingCommitted: Committed = { people: 0, ties: 0, values: 0, waiting: 0, ended: 0, joined: 0, asked: 0 }

/** What rows wrote, and by which tokens their people are to be looked for elsewhere. */
export type Written = { readonly done: Committed; readonly seekers: ReadonlyMap<string, readonly Buffer[]> }

/** Somebody as told, with the clear text of each value by its slot. */
type Told = { readonly person: ToldPerson; readonly clear: ReadonlyMap<string, string> }

function toldOf(district: string, read: ReadPerson, seenOn: string): Told {
  const clear = new Map<string, string>()
  const values: { field: DwellerField; key: string }[] = []
  const put = (field: DwellerField, text: string | undefined): void => {
    const plain = text?.trim() ?? ''
    if (plain === '') return
    const key = field === 'name' || field === 'phone' || field === 'id_number' ? lookupHash(district, field, plain).toString('hex') : plain
    if (!clear.has(slot(field, key))) values.push({ field, key })
    clear.set(slot(field, key), plain)
  }
  put('name', read.name)
  for (const phone of read.phones) put('phone', phone)
  put('id_number', read.idNumber)
  put('born', read.born)
  put('sex', read.sex === 'unknown' ? undefined : read.sex)
  put('relation', read.relation)
  put('registered_at', read.registeredAt)
  put('note', read.note)
  const until = read.until === undefined ? (read.whyUntil === undefined ? undefined : seenOn) : firstDay(read.until)
  const since = read.since === undefined ? undefined : firstDay(read.since)
  return { clear, person: { values, ties: tiesOf(until === undefined ? read : { ...read, until }), seenOn, until, whyUntil: read.whyUntil ?? (until === undefined ? undefined : 'moved'),
    since: since !== undefined && until !== undefined && since > until ? undefined : since } }
}

/** Collects what one transaction writes. */
class Batch {
  readonly to: Importing
  readonly rows: { readonly person: BulkCell[][]; readonly person_key: BulkCell[][]; readonly dweller: BulkCell[][]; readonly dweller_value: BulkCell[][] } =
    { person: [], person_key: [], dweller: [], dweller_value: [] }
  readonly tokens: [string, Buffer][] = []
  readonly copies: [string, string][] = []
  readonly ends: { tie: string; until: string; why: 'moved' | 'died' }[] = []
  readonly changes: Change[] = []
  readonly seekers = new Map<string, Buffer[]>()
  readonly keys: Map<string, FieldKey>
  count = { people: 0, ties: 0, values: 0, waiting: 0 }

  constructor(to: Importing, keys: Map<string, FieldKey>) { this.to = to; this.keys = keys }

  addPerson(): string {
    const { person, wrapped, alg, ...key } = makePersonKey(this.to.district)
    this.rows.person.push([person, 'resident', this.to.at])
    this.rows.person_key.push([person, wrapped, alg])
    this.keys.set(person, key)
    this.count.people++
    return person
  }

  addTie(home: HomeRow, of: { person: string; who: string }, ties: readonly Tie[], told: ToldPerson, ended: boolean): string {
    const id = newId()
    const has = (tie: Tie): boolean => ties.includes(tie)
    this.rows.dweller.push([id, of.person, of.who, home.home, home.path, home.compound_path, home.community, home.building, has('lives'), has('registered'),
      has('owns'), has('rents'), told.since ?? null, ended ? told.until ?? null : null, ended ? told.whyUntil ?? null : null, 'import', this.to.id, this.to.at])
    this.count.ties++
    return id
  }

  addValue(home: HomeRow, tie: string, person: string, field: DwellerField, kept: KeptValue, state: 'current' | 'waiting'): void {
    const { seenOn, id, at } = this.to
    this.rows.dweller_value.push([newId(), tie, person, home.path, home.compound_path, field, kept.code, kept.cipher, kept.masked, kept.keyedHash, state, seenOn,
      'import', id, at, null, null])
    this.count.values++
    if (state === 'waiting') this.count.waiting++
  }

  /** Who is told with an ID number or a phone is looked for elsewhere, also when known: a look that was cut off is made up for by the next file. */
  seek(who: string, { values }: ToldPerson): void {
    const seek = values.flatMap(({ field, key }) => (field === 'phone' || field === 'id_number' ? [Buffer.from(key, 'hex')] : []))
    if (seek.length > 0) this.seekers.set(who, [...(this.seekers.get(who) ?? []), ...seek])
  }

  /** The tokens of what a tie newly says. */
  addTokens({ id: tie, until }: Held, values: readonly NewValue[], clear: ReadonlyMap<string, string>): void {
    const ended = until !== null
    const texts = (wanted: DwellerField): string[] => values.flatMap(({ field, key, state }) => {
      const text = field === wanted && state === 'current' ? clear.get(slot(field, key)) : undefined
      return text === undefined ? [] : [text]
    })
    const [names, phones, idNumbers] = [texts('name'), texts('phone'), texts('id_number')]
    if (!ended) for (const token of tokensOf(this.to.district, { names, phones, idNumbers })) this.tokens.push([tie, token])
  }
}

type Place = { readonly home: HomeRow; readonly held: Held[] }

function keepNew(batch: Batch, { home }: Place, tie: Held, values: readonly NewValue[], { clear }: Told, from: Held | null): void {
  const key = batch.keys.get(tie.person)
  if (key === undefined) return
  for (const { field, key: told, state } of values) {
    const text = clear.get(slot(field, told))
    const kept = from?.kept.get(slot(field, told)) ?? (text === undefined ? undefined : keepValue(batch.to.district, key, field, text))
    if (kept === undefined) continue
    batch.addValue(home, tie.id, tie.person, field, kept, state)
    tie.kept.set(slot(field, told), kept)
  }
  batch.addTokens(tie, values, clear)
}

const tieOf = (id: string, home: string, of: { person: string; who: string }, ties: readonly Tie[], told: ToldPerson, values: readonly HeldValue[], until: string | null): Held =>
  ({ id, home, person: of.person, who: of.who, ties, since: told.since ?? null, until, whyUntil: null, values, kept: new Map() })

function admit(batch: Batch, place: Place, told: Told): void {
  const person = batch.addPerson()
  batch.seek(person, told.person)
  const of = { person, who: person }
  const values = told.person.values.map((one) => ({ ...one, state: 'current' as const }))
  const id = batch.addTie(place.home, of, told.person.ties, told.person, told.person.until !== undefined)
  const tie = tieOf(id, place.home.home, of, told.person.ties, told.person, values, told.person.until ?? null)
  keepNew(batch, place, tie, values, told, null)
  place.held.push(tie)
}

/** Replaces a tie in what is known of the home. */
const replace = (held: Held[], tie: Held): void => { held.splice(held.findIndex(({ id }) => id === tie.id), 1, tie) }

function meetOne(batch: Batch, place: Place, told: Told): void {
  const met = meet(place.held, told.person)
  if (met.is === 'stranger') return admit(batch, place, told)
  batch.seek(met.anchor.who, told.person)
  const anchor = place.held.find(({ id }) => id === met.anchor.id)
  if (anchor === undefined) return
  keepNew(batch, place, anchor, met.values, told, null)
  if (met.since !== null) batch.changes.push({ subject: anchor.id, field: 'since', before: null, after: met.since })
  replace(place.held, { ...anchor, since: met.since ?? anchor.since, values: [...anchor.values, ...met.values] })
  for (const { tie, until } of met.end) {
    batch.ends.push({ tie, until, why: told.person.whyUntil ?? 'moved' })
    const old = place.held.find(({ id }) => id === tie)
    if (old) replace(place.held, { ...old, until })
  }
  if (met.tie === null) return
  const id = batch.addTie(place.home, anchor, met.tie.ties, told.person, false)
  const tie = tieOf(id, place.home.home, anchor, met.tie.ties, told.person, met.tie.values, null)
  keepNew(batch, place, tie, met.tie.values, told, anchor)
  batch.copies.push([anchor.id, id])
  place.held.push(tie)
}

const isState = (state: string | undefined): state is DwellingState => dwellingStates.some((one) => one === state)

/** What a row says of how its home is used: people before a column, save that a column may say more than that somebody lives there. */
function toldState(row: CommitRow, people: readonly ReadPerson[]): DwellingState {
  const said = isState(row.homeState) ? row.homeState : 'unknown'
  const open = people.filter(({ until, whyUntil }) => until === undefined && whyUntil === undefined).flatMap(tiesOf)
  if (open.includes('rents')) return 'let'
  return open.includes('lives') ? (said === 'let' || said === 'business' ? said : 'lived_in') : said
}

/** What was known of a home's use stays, except that lived in may turn out to be let. */
function stateAfter(now: string, row: CommitRow, people: readonly ReadPerson[]): string {
  const told = toldState(row, people)
  return now === 'unknown' || (now === 'lived_in' && told === 'let') ? told : now
}

function homeChanges(batch: Batch, home: HomeRow, row: CommitRow, people: readonly ReadPerson[]): void {
  const { seenOn } = batch.to
  const change = (field: Change['field'] & keyof HomeRow, after: string): void => {
    const before = home[field]
    if (before === after) return
    batch.changes.push({ subject: home.home, field, before: before === null ? null : String(before), after })
    Object.assign(home, { [field]: after })
  }
  change('state', stateAfter(home.state, row, people))
  if (home.household_no === null && row.householdNo !== undefined) change('household_no', row.householdNo)
  if (home.confirmed_on === null || (home.confirmed_how === 'import' && home.confirmed_on < seenOn)) {
    change('confirmed_how', 'import')
    change('confirmed_on', seenOn)
  }
}

async function write(tx: Tx, batch: Batch, homes: readonly string[]): Promise<number> {
  const { to, rows } = batch
  await insertMany(tx, to.district, 'person', rows.person)
  await insertMany(tx, to.district, 'person_key', rows.person_key)
  await insertMany(tx, to.district, 'dweller', rows.dweller)
  await insertMany(tx, to.district, 'dweller_value', rows.dweller_value)
  await putTokens(tx, to.district, to.community, batch.tokens)
  await copyTokens(tx, to.district, batch.copies)
  const ended = await endTies(tx, to.district, to.id, batch.ends)
  await makeChanges(tx, to, batch.changes)
  await recountHomes(tx, to.district, homes)
  return ended
}

/**
 * Writes taken rows into the roster in the caller's transaction: what is known already changes nothing, what differs waits, what is new gets a tie
 * with values sealed with a key of that person. Rows must be of the import's community; some hundreds at a time. [RO22] [RO23] [RO24]
 */
export async function writeRows(tx: Tx, to: Importing, rows: readonly CommitRow[]): Promise<Written> {
  if (rows.length === 0) return { done: nothingCommitted, seekers: new Map() }
  // Tables that fill while statistics still call them empty would be read whole for each row, by the checks of foreign keys too (decision 0007).
  await sql`set local enable_seqscan = off`.execute(tx)
  const homes = await homesFor(tx, to.district, [...new Set(rows.map(({ home }) => home))].sort())
  const { ties, keys } = await heldAt(tx, to.district, [...homes.keys()])
  const batch = new Batch(to, keys)
  for (const row of rows) {
    const home = homes.get(row.home)
    if (home === undefined || home.community !== to.community) continue
    const held = ties.get(home.home) ?? []
    ties.set(home.home, held)
    const people = keptPeople(row.people, to.seenOn)
    for (const person of people) meetOne(batch, { home, held }, toldOf(to.district, person, to.seenOn))
    homeChanges(batch, home, row, row.people)
  }
  const ended = await write(tx, batch, [...homes.keys()])
  return { done: { ...batch.count, ended, joined: 0, asked: 0 }, seekers: batch.seekers }
}

/** Writes taken rows and looks at once for others who may be the same persons. */
export async function commitRows(tx: Tx, to: Importing, rows: readonly CommitRow[]): Promise<Committed> {
  const { done, seekers } = await writeRows(tx, to, rows)
  return { ...done, ...await findPairs(tx, to, seekers) }
}
