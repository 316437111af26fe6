/** The rooms of a community by what spreadsheets write of them, held in memory while a file is judged. */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { ReadHome } from '../rules/reading/types.ts'

type Room = { id: string; compound: string | null; building: string; building_no: string | null; unit_no: string | null; room_no: string | null }
type Compound = { id: string; name: string; short_name: string | null; label: string | null; code: string }

/** What an address was found to be: a room, or why none. */
export type FoundHome = { readonly home: string } | { readonly amiss: 'no_such_home' | 'home_unclear' | 'no_home' }
export type AddressBook = { readonly find: (home: ReadHome) => FoundHome; readonly rooms: number }

const REMEMBERED = 64

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
const number = (text: string): string => plain(text).replace(/^0+(?=[0-9A-Z])/, '')

/** Rooms that may be meant: as written, without zeros before it, and with the floor in front ('12' and '01' are 1201). */
function roomWords({ room = '', floor }: ReadHome): readonly string[] {
  const written = number(room)
  const withFloor = floor !== undefined && /^\d{1,2}$/.test(plain(room)) ? [`${number(floor)}${plain(room).padStart(2, '0')}`] : []
  return [...new Set([written, ...withFloor])]
}

/** Which compounds a text names: one whose name it is or holds, the longest first. All where it says nothing. */
function compoundsFor(compounds: readonly Compound[], text: string | undefined): readonly Compound[] | null {
  const said = plain(text ?? '')
  if (said === '') return null
  const named = compounds.flatMap((one) => [one.name, one.short_name, one.label, one.code].flatMap((name) => {
    const word = plain(name ?? '')
    return word !== '' && (said.includes(word) || (said.length >= 2 && word.includes(said))) ? [{ one, length: said.includes(word) ? word.length : 0 }] : []
  }))
  const longest = Math.max(...named.map(({ length }) => length), 0)
  return [...new Set(named.filter(({ length }) => length === longest).map(({ one }) => one))]
}

/** Opens the address book of a community. Reads all its rooms once: about 2 µs a room. */
export async function openAddressBook(tx: Tx, district: string, community: string): Promise<AddressBook> {
  const rows = (kind: string) => tx.selectFrom('place').where('district', '=', district).where('community', '=', community).where('kind', '=', kind).where('valid_to', 'is', null)
  const compounds: Compound[] = await rows('compound').select(['id', 'name', 'short_name', 'label', 'code']).execute()
  const rooms: Room[] = await rows('room').where('building', 'is not', null)
    .select(['id', 'compound', sql<string>`building`.as('building'), 'building_no', 'unit_no', 'room_no']).execute()
  const byRoom = Map.groupBy(rooms, (one) => `${number(one.building_no ?? '')}|${number(one.room_no ?? '')}`)
  const find = (home: ReadHome): FoundHome => {
    if (home.room === undefined || home.room === '') return { amiss: 'no_home' }
    const named = compoundsFor(compounds, home.compound)
    if (named?.length === 0) return { amiss: 'no_such_home' }
    const all = roomWords(home).flatMap((word) => byRoom.get(`${number(home.building ?? '')}|${word}`) ?? [])
      .filter(({ compound }) => named === null || named.some(({ id }) => id === compound))
    const found = home.unit === undefined ? all : all.filter(({ unit_no }) => number(unit_no ?? '') === number(home.unit ?? ''))
    // A building with one door: spreadsheets leave its unit out, or write a unit where the plan knows none.
    const meant = found.length === 0 && home.unit !== undefined && all.length === 1 && number(home.unit) === '1' ? all : found
    const [first] = meant
    return first === undefined ? { amiss: 'no_such_home' } : meant.length > 1 ? { amiss: 'home_unclear' } : { home: first.id }
  }
  const last = new Map<string, FoundHome>() // the rows of a household ask for the same home
  return { rooms: rooms.length, find: (home) => {
    const asked = JSON.stringify([home.compound, home.building, home.unit, home.floor, home.room])
    const found = last.get(asked) ?? find(home)
    if (last.size >= REMEMBERED) last.clear()
    last.set(asked, found)
    return found
  } }
}
