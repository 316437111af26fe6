/** What a phone keeps in its own database: acts that wait, their photos, and the last answers. Without a database it keeps them until it is closed. */
import { Dexie, type Table } from 'dexie'
import { newKey } from '../http.ts'
import { memoryStore } from './memory-store.ts'
import type { Store } from './outbox.ts'
import type { Waiting } from './queue.ts'

/** An answer that was read before, with the time by the phone's own clock. */
export type KeptAnswer = { readonly at: number; readonly value: unknown }
type AnswerRow = KeptAnswer & { readonly id: string }
type PhotoRow = { readonly id: string; readonly at: number; readonly blob: Blob }

export type PhoneStore = Store & {
  readonly keepPhoto: (blob: Blob) => Promise<string>
  readonly answer: (id: string) => Promise<KeptAnswer | undefined>
  readonly keepAnswer: (id: string, value: unknown) => Promise<void>
  readonly dropAnswers: () => Promise<void>
  /** Drops answers and photos that nothing needs any more and that are older than `before` (the phone's clock). */
  readonly tidy: (before: number) => Promise<void>
  /** Erases everything. */
  readonly wipe: () => Promise<void>
}

const NAME = 'linli-field'

class PhoneDb extends Dexie {
  declare outbox: Table<Waiting, number>
  declare photos: Table<PhotoRow, string>
  declare answers: Table<AnswerRow, string>
  constructor() {
    super(NAME)
    this.version(1).stores({ outbox: '++seq', photos: 'id', answers: 'id' })
  }
}

function onDisk(db: PhoneDb): PhoneStore {
  return {
    list: () => db.outbox.orderBy('seq').toArray(),
    add: (item) => db.outbox.add(item as Waiting), // the database gives the number
    put: async (item) => { await db.outbox.put(item) },
    remove: (seq) => db.outbox.delete(seq),
    photo: async (id) => (await db.photos.get(id))?.blob,
    dropPhotos: (ids) => db.photos.bulkDelete([...ids]),
    keepPhoto: async (blob) => {
      const id = newKey()
      // A picked file may be gone when it is read later: its bytes are kept, not the way to it.
      await db.photos.add({ id, at: Date.now(), blob: new Blob([await blob.arrayBuffer()], { type: blob.type }) })
      return id
    },
    answer: (id) => db.answers.get(id),
    keepAnswer: async (id, value) => { await db.answers.put({ id, at: Date.now(), value }) },
    dropAnswers: () => db.answers.clear(),
    tidy: async (before) => {
      const used = new Set((await db.outbox.toArray()).flatMap(({ photos }) => photos.map(({ id }) => id)))
      await db.photos.filter(({ id, at }) => at < before && !used.has(id)).delete()
      await db.answers.filter(({ at }) => at < before).delete()
    },
    wipe: async () => { await Promise.all([db.outbox.clear(), db.photos.clear(), db.answers.clear()]) },
  }
}

function inMemory(): PhoneStore {
  const store = memoryStore()
  const answers = new Map<string, KeptAnswer>()
  return {
    ...store,
    keepPhoto: async (blob) => { const id = newKey(); store.photos.set(id, blob); return id },
    answer: async (id) => answers.get(id), keepAnswer: async (id, value) => { answers.set(id, { at: Date.now(), value }) },
    dropAnswers: async () => answers.clear(), tidy: async () => undefined,
    wipe: async () => { answers.clear(); store.photos.clear(); for (const { seq } of await store.list()) await store.remove(seq) },
  }
}

/** Opens what this phone keeps. A browser that keeps nothing (a private window) gets a store that lasts as long as the page. */
export async function openPhoneStore(): Promise<PhoneStore> {
  try {
    const db = new PhoneDb()
    await db.open()
    return onDisk(db)
  } catch { return inMemory() }
}
