import { withScope, type Db, type Scope, type Tx } from '../../kit/db.ts'
import { lookUp, parsePlaceQuery, placesWithin, type PlaceView } from '../../places/index.ts'

/** Most addresses that are remembered; a file names the same ones again and again. */
const REMEMBERED = 20_000

/** Which place within `inside` an address names exactly; null otherwise. */
export type AddressBook = { exact(address: string): Promise<PlaceView | null> }

async function exactly(tx: Tx, district: string, inside: PlaceView, address: string): Promise<PlaceView | null> {
  const [query] = parsePlaceQuery(address)
  if (query === undefined || query.as === 'pinyin' || query.as === 'door') return null
  const all = await lookUp(tx, district, address, { within: inside.id, limit: 20 })
  const found = query.as === 'name' ? all.filter(place => place.name === query.name || place.fullName === query.name) : all
  const [place] = found
  if (place === undefined || found.length > 1) return null
  if (query.as === 'code') return place.path.startsWith(`${inside.path}.`) ? place : null
  if (query.as === 'name') return place
  const deepest = query.address.room !== undefined ? 'room' : query.address.unit !== undefined ? 'unit' : 'building'
  return query.name !== undefined && place.kind === deepest ? place : null
}

/**
 * Opens the address book of a community. Only an address that names one of its compounds is looked up at all: anything else that happened to match
 * would be a guess, and a guess puts a matter on somebody's door.
 */
export async function openAddressBook(db: Db, scope: Scope, inside: PlaceView): Promise<AddressBook> {
  const { district } = scope
  const compounds = inside.kind === 'compound' ? [inside] : await withScope(db, scope, tx => placesWithin(tx, district, inside, 'compound'))
  const names = compounds.map(place => place.name)
  const known = new Map<string, PlaceView | null>()
  return {
    async exact(address) {
      if (!names.some(name => address.includes(name))) return null
      const before = known.get(address)
      if (before !== undefined) return before
      const place = await withScope(db, scope, tx => exactly(tx, district, inside, address))
      if (known.size >= REMEMBERED) known.clear()
      known.set(address, place)
      return place
    },
  }
}
