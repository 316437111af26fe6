import { sql } from 'kysely'
import type { Tx } from '../../../kit/db.ts'
import { dwellingStates, type DwellingState, type Tie } from '../../rules/fields.ts'
import { keptPeople, meet, tiesOf, type HeldValue, type ToldPerson } from '../../rules/import/index.ts'
import type { ReadPerson } from '../../rules/reading/types.ts'
import { heldAt, homesFor, type Held, type HomeRow, type Importing } from '../../store/import-held.ts'
import { HomeMet, type Change } from '../../store/import-homes.ts'
import { rememberHashes } from '../../store/token.ts'
import { Batch, type Place } from './batch.ts'
import { findPairs, type Sought } from './find-pairs.ts'
import { toldOf, type Told } from './told-person.ts'

/** A row that somebody took, with the home that it was read as. */
export type CommitRow = { readonly home: string; readonly people: readonly ReadPerson[]; readonly householdNo?: string | undefined; readonly homeState?: string | undefined }
/** What came of rows: new persons, new ties (a known person may get one), values that wait, ties ended, persons joined and pairs to be asked about. */
export type Committed = { readonly people: number; readonly ties: number; readonly values: number; readonly waiting: number; readonly ended: number; readonly joined: number; readonly asked: number }
export const nothingCommitted: Committed = { people: 0, ties: 0, values: 0, waiting: 0, ended: 0, joined: 0, asked: 0 }

/** What rows wrote, and who of them is to be looked for elsewhere. */
export type Written = { readonly done: Committed; readonly sought: Sought }

const tieOf = (id: string, home: string, of: { person: string; who: string }, ties: readonly Tie[], told: ToldPerson, values: readonly HeldValue[], until: string | null): Held =>
  ({ id, home, person: of.person, who: of.who, ties, since: told.since ?? null, until, whyUntil: null, untilSaid: 'day', values, kept: new Map() })

function admit(batch: Batch, place: Place, told: Told): void {
  const person = batch.addPerson()
  batch.seek(person, told.person, true)
  const of = { person, who: person }
  const values = told.person.values.map((one) => ({ ...one, state: 'current' as const }))
  const id = batch.addTie(place.home, of, told.person.ties, told.person, told.person.until !== undefined)
  const tie = tieOf(id, place.home.home, of, told.person.ties, told.person, values, told.person.until ?? null)
  batch.keepNew(place, tie, values, told, null)
  place.held.push(tie)
}

/** Replaces a tie in what is known of the home. */
const replace = (held: Held[], tie: Held): void => { held.splice(held.findIndex(({ id }) => id === tie.id), 1, tie) }

function meetOne(batch: Batch, place: Place, told: Told): void {
  const met = meet(place.held, told.person)
  if (met.is === 'stranger') return admit(batch, place, told)
  batch.seek(met.anchor.who, told.person, false)
  const anchor = place.held.find(({ id }) => id === met.anchor.id)
  if (anchor === undefined) return
  batch.keepNew(place, anchor, met.values, told, null)
  if (met.since !== null) batch.changes.push({ subject: anchor.id, field: 'since', before: null, after: met.since })
  replace(place.held, { ...anchor, since: met.since ?? anchor.since, values: [...anchor.values, ...met.values] })
  for (const { tie, until } of met.end) {
    batch.ends.push({ tie, until, why: told.person.whyUntil ?? 'moved', said: told.person.untilSaid ?? 'day' })
    batch.own.delete(tie)
    const old = place.held.find(({ id }) => id === tie)
    if (old) replace(place.held, { ...old, until })
  }
  if (met.tie === null) return
  const id = batch.addTie(place.home, anchor, met.tie.ties, told.person, false)
  const tie = tieOf(id, place.home.home, anchor, met.tie.ties, told.person, met.tie.values, null)
  batch.keepNew(place, tie, met.tie.values, told, anchor)
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
    if (!home.made) batch.changes.push({ subject: home.home, field, before: before === null ? null : String(before), after })
    Object.assign(home, { [field]: after })
  }
  change('state', stateAfter(home.state, row, people))
  if (home.household_no === null && row.householdNo !== undefined) change('household_no', row.householdNo)
  if (home.confirmed_on === null || (home.confirmed_how === 'import' && home.confirmed_on < seenOn)) {
    change('confirmed_how', 'import')
    change('confirmed_on', seenOn)
  }
}

/**
 * Writes taken rows into the roster in the caller's transaction: what is known already changes nothing, what differs waits, what is new gets a tie
 * with values sealed with a key of that person. Rows must be of the import's community; some hundreds at a time. Throws `HomeMet`, see `againIfMet`.
 * `hash`: one that remembers, of the whole import where there is one. [RO22] [RO23] [RO24]
 */
export async function writeRows(tx: Tx, to: Importing, rows: readonly CommitRow[], hash = rememberHashes(to.district)): Promise<Written> {
  if (rows.length === 0) return { done: nothingCommitted, sought: { seekers: new Map(), own: new Map() } }
  // Tables that fill while statistics still call them empty would be read whole for each row, by the checks of foreign keys too (decision 0007).
  // And values meet their ties in memory: for some thousands of either a table of hashes is quicker than two lists in order.
  await sql`set local enable_seqscan = off; set local enable_mergejoin = off`.execute(tx)
  const homes = await homesFor(tx, to.district, [...new Set(rows.map(({ home }) => home))].sort())
  const { ties, keys } = await heldAt(tx, to.district, [...homes.values()].filter(({ made }) => !made).map(({ home }) => home))
  const batch = new Batch(to, keys, hash)
  const places = new Map([...homes.values()].filter(({ community }) => community === to.community)
    .map((home): [string, Place] => [home.home, { home, held: ties.get(home.home) ?? [] }]))
  for (const row of rows) {
    const place = places.get(row.home)
    if (place === undefined) continue
    for (const person of keptPeople(row.people, to.seenOn)) meetOne(batch, place, toldOf(hash, person, to.seenOn))
    homeChanges(batch, place.home, row, row.people)
  }
  const ended = await batch.write(tx, [...places.values()])
  return { done: { ...batch.count, ended, joined: 0, asked: 0 }, sought: { seekers: batch.seekers, own: batch.own } }
}

/** Writes taken rows and looks at once for others who may be the same persons. */
export async function commitRows(tx: Tx, to: Importing, rows: readonly CommitRow[]): Promise<Committed> {
  const { done, sought } = await writeRows(tx, to, rows)
  return { ...done, ...await findPairs(tx, to, sought) }
}

const TRIES = 5

/** Does a transaction again, whole, when one of its homes came into the roster by somebody else's hand while it was at work. */
export async function againIfMet<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await transaction()
    } catch (error) {
      if (!(error instanceof HomeMet) || tries === TRIES) throw error
    }
  }
}
