/** Three made-up spreadsheets to try the import with: homes of the demo's first community of which the roster knows nothing yet. */
import { demoRoster } from '../../../demo/index.ts'
import { demoPlaces } from '../../../demo/places.ts'
import { dirtyBook } from '../../../demo/rosters/book.ts'
import { workbookBytes } from '../../../demo/rosters/write.ts'
import type { Home } from '../../../demo/rosters/world.ts'
import type { RosterExample } from '../../roster/index.ts'

const COMMUNITY = '990106003001'

/** Rooms of the community about which nothing is known, by compound. */
function unknownHomes(): readonly Home[] {
  const places = demoPlaces()
  const names = new Map(places.map(({ id, name }) => [id, name]))
  const unknown = new Set(demoRoster().homes.filter(({ state }) => state === 'unknown').map(({ home }) => home))
  return places.filter(({ kind, id, code }) => kind === 'room' && code.startsWith(COMMUNITY) && unknown.has(id)).map((place) => ({
    compound: names.get(place.compound ?? '') ?? '', building: place.buildingNo ?? '', unit: place.unitNo ?? '', floor: String(place.floor ?? 1), room: place.roomNo ?? '',
  }))
}

/** Made when the first person asks for it, and kept: laying out the demo's roster takes most of a second. */
function book(layout: string, from: number, to: number): () => Promise<Buffer> {
  let made: Promise<Buffer> | undefined
  return () => made ??= workbookBytes(dirtyBook({ seed: 'example', layout, homes: unknownHomes().slice(from, to) }))
}

/** What the demo offers for download; every file carries the generator's mark (P30). */
export const rosterExamples: readonly RosterExample[] = [
  { name: 'grid-tool', title: { zh: '网格系统导出的表', en: 'Export of a grid’s working tool' }, bytes: book('grid', 0, 30) },
  { name: 'owners-list', title: { zh: '业主花名册，一户一行', en: 'List of owners, a row per home' }, bytes: book('owners', 30, 50) },
  { name: 'platform', title: { zh: '平台人口表，列很多', en: 'People of a platform, with many columns' }, bytes: book('person', 50, 70) },
]
