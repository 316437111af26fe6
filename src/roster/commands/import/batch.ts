/** What one transaction of an import writes, collected before it is sent. */
import type { Tx } from '../../../kit/db.ts'
import { newId } from '../../../kit/ids.ts'
import { makePersonKey, type FieldKey } from '../../../trust/index.ts'
import type { DwellerField, Tie, UntilSaid } from '../../rules/fields.ts'
import type { NewValue, ToldPerson } from '../../rules/import/index.ts'
import { insertMany, type BulkCell } from '../../store/dweller-bulk.ts'
import { slot, type Held, type HomeRow, type Importing } from '../../store/import-held.ts'
import { makeChanges, makeHomes, recountHomes, type Change } from '../../store/import-homes.ts'
import { copyTokens, endTies, sayUntil, type EndedTie } from '../../store/import-ties.ts'
import { ValueColumns, type TieOf } from '../../store/import-values.ts'
import { tokensOf, type HashOf } from '../../store/token.ts'
import { keepValue } from '../../store/value.ts'
import type { Seeker } from './find-pairs.ts'
import { knownOf, type Told } from './told-person.ts'

/** A home with everybody who is tied to it. */
export type Place = { readonly home: HomeRow; readonly held: Held[] }

type Rows = Readonly<Record<'person' | 'person_key' | 'dweller', BulkCell[][]>>

/** Collects what one transaction writes. */
export class Batch {
  readonly to: Importing
  readonly hash: HashOf
  readonly ends: EndedTie[] = []
  /** Ties that come in as ended, where no day was said. */
  readonly unsaid: { tie: string; said: UntilSaid }[] = []
  readonly changes: Change[] = []
  readonly copies: [string, string][] = []
  readonly seekers = new Map<string, Seeker>()
  /** Open ties that this transaction makes, and who it is. */
  readonly own = new Map<string, string>()
  readonly count = { people: 0, ties: 0, values: 0, waiting: 0 }
  readonly #rows: Rows = { person: [], person_key: [], dweller: [] }
  readonly #columns = new ValueColumns()
  readonly #keys: Map<string, FieldKey>

  constructor(to: Importing, keys: Map<string, FieldKey>, hash: HashOf) { this.to = to; this.#keys = keys; this.hash = hash }

  addPerson(): string {
    const { person, wrapped, alg, ...key } = makePersonKey(this.to.district)
    this.#rows.person.push([person, 'resident', this.to.at])
    this.#rows.person_key.push([person, wrapped, alg])
    this.#keys.set(person, key)
    this.count.people++
    return person
  }

  addTie(home: HomeRow, of: { readonly person: string; readonly who: string }, ties: readonly Tie[], told: ToldPerson, ended: boolean): string {
    const id = newId()
    const has = (tie: Tie): boolean => ties.includes(tie)
    this.#rows.dweller.push([id, of.person, of.who, home.home, home.path, home.compound_path, home.community, home.building, has('lives'),
      has('registered'), has('owns'), has('rents'), told.since ?? null, ended ? told.until ?? null : null, ended ? told.whyUntil ?? null : null,
      'import', this.to.id, this.to.at])
    this.count.ties++
    if (ended && told.untilSaid !== undefined && told.untilSaid !== 'day') this.unsaid.push({ tie: id, said: told.untilSaid })
    if (!ended) this.own.set(id, of.who)
    return id
  }

  /** Who is told with an ID number or a phone is looked for elsewhere, also when known: a look that was cut off is made up for by the next file. */
  seek(who: string, told: ToldPerson, isNew: boolean): void {
    const said = knownOf(told)
    if (said.phones.length === 0 && said.idNumber === undefined) return
    this.seekers.set(who, { told: [...this.seekers.get(who)?.told ?? [], said], known: isNew ? said : null })
  }

  /** What a tie newly says: its values, sealed or taken as they stand on another tie of the same person, and the tokens by which it is found. */
  keepNew({ home }: Place, tie: Held, values: readonly NewValue[], { clear }: Told, from: Held | null): void {
    const key = this.#keys.get(tie.person)
    if (key === undefined) return
    const of: TieOf = { id: tie.id, person: tie.person, path: home.path, compoundPath: home.compound_path }
    for (const { field, key: told, state } of values) {
      const text = clear.get(slot(field, told))
      const kept = from?.kept.get(slot(field, told)) ?? (text === undefined ? undefined : keepValue(this.to.district, key, field, text, this.hash))
      if (kept === undefined) continue
      this.#columns.addValue(of, field, kept, state)
      this.count.values++
      if (state === 'waiting') this.count.waiting++
      tie.kept.set(slot(field, told), kept)
    }
    if (tie.until !== null) return
    const texts = (wanted: DwellerField): string[] => values.flatMap(({ field, key: told, state }) => {
      const text = field === wanted && state === 'current' ? clear.get(slot(field, told)) : undefined
      return text === undefined ? [] : [text]
    })
    const found = { names: texts('name'), phones: texts('phone'), idNumbers: texts('id_number') }
    const there = this.own.has(tie.id) && tie.kept.size === values.length ? 'none' : 'maybe' // a tie of this transaction, met for the first time
    for (const token of tokensOf(this.to.district, found, this.hash)) this.#columns.addToken(of, token, there)
  }

  /** Sends all of it. Statements travel together; what stands on a row of another one goes behind it. Answers how many ties ended. */
  async write(tx: Tx, places: readonly Place[]): Promise<number> {
    const { to, ends } = this
    const { district } = to
    const table = (name: keyof Rows): Promise<number> => insertMany(tx, district, name, this.#rows[name])
    const made = places.filter(({ home }) => home.made).map(({ home, held }) => ({ ...home, ...countedHome(home, held) }))
    await Promise.all([makeHomes(tx, to, made), table('person'), table('person_key'), table('dweller'), this.#columns.write(tx, to)])
    await copyTokens(tx, district, this.copies)
    await sayUntil(tx, district, this.unsaid)
    const ended = await endTies(tx, district, to.id, ends)
    await makeChanges(tx, to, this.changes)
    await recountHomes(tx, district, places.filter(({ home }) => !home.made).map(({ home }) => home.home))
    return ended
  }
}

/** How many live in a home that is written for the first time, and whether something waits there: as `recountHomes` counts. */
function countedHome({ children }: HomeRow, held: readonly Held[]): { readonly living: number; readonly doubts: readonly string[] } {
  const living = new Set(held.filter(({ until, ties }) => until === null && ties.includes('lives')).map(({ who }) => who)).size + children
  return { living, doubts: held.some(({ values }) => values.some(({ state }) => state === 'waiting')) ? ['conflict'] : [] }
}
