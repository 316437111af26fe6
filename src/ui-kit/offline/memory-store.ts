/** A store in memory: for tests, and for a browser that keeps nothing. */
import type { Store } from './outbox.ts'
import type { Waiting } from './queue.ts'

export type MemoryStore = Store & { readonly photos: Map<string, Blob> }

/** An empty store; every answer comes a turn later, as a real one's does. */
export function memoryStore(): MemoryStore {
  const items = new Map<number, Waiting>()
  const photos = new Map<string, Blob>()
  let last = 0
  const turn = () => Promise.resolve()
  return {
    photos,
    list: async () => { await turn(); return [...items.values()].sort((one, two) => one.seq - two.seq) },
    add: async (item) => { await turn(); items.set(++last, { ...item, seq: last }); return last },
    put: async (item) => { await turn(); items.set(item.seq, item) },
    remove: async (seq) => { await turn(); items.delete(seq) },
    photo: async (id) => { await turn(); return photos.get(id) },
    dropPhotos: async (ids) => { await turn(); for (const id of ids) photos.delete(id) },
  }
}
