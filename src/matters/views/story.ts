import { statement, type Tx } from '../../kit/db.ts'
import { namesOf, type Names } from '../../offices/index.ts'

type EntryRow = {
  id: string; at: Date; kind: string; person: string | null; post: string | null
  org: string | null; said: string; seen_by: string; facts: Record<string, unknown>; act: string
}
type PhotoRow = { id: string; entry: string; phase: string; width: number; height: number; at: Date; released_at: Date | null }
type Key = { district: string; matter: string }

const entriesOf = statement<Key, EntryRow>('matter.story', (db, p) => db.selectFrom('matter_entry')
  .select(['id', 'at', 'kind', 'person', 'post', 'org', 'said', 'seen_by', 'facts', 'act'])
  .where('district', '=', p('district')).where('matter', '=', p('matter')).orderBy('at', 'desc').orderBy('id', 'desc'))
const photosOf = statement<Key, PhotoRow>('matter.photos', (db, p) => db.selectFrom('photo')
  .select(['id', 'entry', 'phase', 'width', 'height', 'at', 'released_at'])
  .where('district', '=', p('district')).where('matter', '=', p('matter')).orderBy('at').orderBy('id'))

export type StoryPhoto = {
  readonly id: string; readonly phase: string; readonly width: number; readonly height: number; readonly at: string; readonly released: boolean
}
export type StoryEntry = {
  readonly id: string; readonly at: string; readonly kind: string
  readonly who: string | null; readonly post: string | null; readonly org: string | null
  /** Who it went to: the party or post that an assignment, a hand-over, a slip or a whistle named. */
  readonly to: string | null
  readonly said: string; readonly seenBy: string; readonly facts: Record<string, unknown>
  readonly act: string; readonly photos: readonly StoryPhoto[]
}

const mapPhoto = (p: PhotoRow): StoryPhoto =>
  ({ id: p.id, phase: p.phase, width: p.width, height: p.height, at: p.at.toISOString(), released: p.released_at !== null })

/** The organisation or post that an entry names as its receiver. */
const receiver = ({ facts }: EntryRow): string | null => [facts['to'], facts['lead']].find((one) => typeof one === 'string') ?? null

/** The party whose word somebody else took down: it did it, and who took it down stands behind it 代录. [M28] */
const doneBy = ({ kind, facts: { of, typed }, org }: EntryRow): string | null =>
  (typeof of === 'string' && of !== org && (typed === true || kind === 'outside_update' || kind === 'number') ? of : null)

function mapEntry(entry: EntryRow, names: Names, photos: readonly PhotoRow[]): StoryEntry {
  const by = doneBy(entry)
  return {
    id: entry.id, at: entry.at.toISOString(), kind: entry.kind, ...(by === null ? { who: names.person(entry.person),
      post: names.post(entry.post)?.title ?? null, org: names.org(entry.org)?.name ?? null }
      : { who: null, post: `${names.post(entry.post)?.title ?? ''}代录`, org: names.org(by)?.name ?? null }),
    to: names.post(receiver(entry))?.title ?? names.org(receiver(entry))?.name ?? null,
    said: entry.said, seenBy: entry.seen_by, facts: entry.facts, act: entry.act, photos: photos.filter((p) => p.entry === entry.id).map(mapPhoto),
  }
}

/** The story of a matter, newest first, with who said what for whom; `reader` leaves out what is for colleagues. */
export async function storyOf(tx: Tx, district: string, matter: string, reader: 'reporter' | 'staff'): Promise<readonly StoryEntry[]> {
  const all = await entriesOf(tx, { district, matter })
  const entries = reader === 'staff' ? all : all.filter((e) => e.seen_by === 'reporter')
  const names = await namesOf(tx, district, {
    orgs: entries.flatMap((e) => [e.org, receiver(e), doneBy(e)]), posts: entries.flatMap((e) => [e.post, receiver(e)]), persons: entries.map((e) => e.person),
  })
  const photos = await photosOf(tx, { district, matter })
  return entries.map((entry) => mapEntry(entry, names, photos))
}
