/** Photos of a move: sent one by one as they are chosen, named by their claims when the move is sent. */
import { useState } from 'react'
import type { PickedPhoto } from '../../../../ui-kit/index.ts'
import { sendPhoto } from '../../filing.ts'

/** `picker` are the properties of PhotoPicker; `claims` of those that are there; `waiting` while one is on its way. */
export function usePhotos() {
  const [photos, setPhotos] = useState<readonly PickedPhoto[]>([])
  const claims = photos.flatMap((p) => (p.id ? [p.id] : []))
  const waiting = photos.some((p) => !p.id && !p.failed)
  return { picker: { photos, onChange: setPhotos, upload: sendPhoto }, sent: claims.length > 0 ? { photos: claims } : {}, waiting }
}
