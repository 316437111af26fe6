/** The acts that a phone has not sent yet, for signing out: on the field app's pages and on the console's of the same browser. */
import type { Keeper } from './left-here.ts'
import type { Store } from './outbox.ts'
import type { PhoneStore } from './phone-store.ts'

/** Takes this person's acts and their photos away; what somebody else wrote on this phone waits on for them. */
export async function forgetActs(store: Store, owner: string): Promise<void> {
  const mine = (await store.list()).filter((item) => item.owner === owner)
  for (const { seq } of mine) await store.remove(seq)
  await store.dropPhotos(mine.flatMap(({ photos }) => photos.map(({ id }) => id)))
}

/** How many acts of this person's the server lacks. */
export const unsentOf = async (store: Pick<Store, 'list'>, owner: string): Promise<number> =>
  (await store.list()).filter((item) => item.owner === owner && item.state !== 'sent').length

/** The phone's acts as work that is left here. Answers that were read before go with whoever signs out. */
export const phoneKeeper = (open: () => Promise<PhoneStore>): Keeper => ({
  left: async (person) => {
    const count = await unsentOf(await open(), person)
    return count === 0 ? [] : [{ what: { zh: '上门时记的', en: 'Written down in the field' }, count, href: '/field/waiting' }]
  },
  erase: async (person) => {
    const store = await open()
    if (person === null) return store.wipe()
    await forgetActs(store, person)
    await store.dropAnswers()
  },
})
