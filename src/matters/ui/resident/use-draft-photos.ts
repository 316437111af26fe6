import { useState } from 'react'
import type { PickedPhoto } from '../../../ui-kit/index.ts'
import type { SentPhoto } from './draft.ts'
import { thumbOf } from './thumb.ts'

const kept = ({ claim, thumb }: SentPhoto): PickedPhoto => ({ key: `kept-${claim}`, file: new File([], 'photo'), address: thumb, share: 1,
  id: claim })

/** Photos of the form; those that reached the server are written to the draft with a small picture, so that they survive a closed page. */
export function useDraftPhotos(before: readonly SentPhoto[], save: (photos: readonly SentPhoto[]) => void) {
  const [photos, set] = useState<readonly PickedPhoto[]>(() => before.map(kept))
  const setPhotos = (change: (photos: readonly PickedPhoto[]) => readonly PickedPhoto[]) => set((now) => {
    const next = change(now)
    const there = (all: readonly PickedPhoto[]) => all.flatMap(({ id }) => id ?? []).join()
    if (there(now) !== there(next)) void remember(next)
    return next
  })
  const remember = async (all: readonly PickedPhoto[]) => {
    const sent = await Promise.all(all.map(async ({ id, file, address }) => (id === undefined ? []
      : [{ claim: id, thumb: file.size > 0 ? await thumbOf(file) : address }])))
    save(sent.flat())
  }
  return { photos, setPhotos }
}
