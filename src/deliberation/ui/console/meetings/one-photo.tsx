/** One photo that goes with a step: it is sent as soon as it is chosen, and the step names its claim. */
import { useState, type ReactNode } from 'react'
import { PhotoPicker, upload, type PickedPhoto } from '../../../../ui-kit/index.ts'

type OnePhoto = { readonly picker: ReactNode; readonly claim: string | null; readonly waits: boolean; readonly clear: () => void }

const send = async (file: File, onShare: (share: number) => void): Promise<{ id: string }> =>
  ({ id: (await upload<{ claim: string }>('/api/v1/photos', file, onShare)).claim })

/** The picker, the claim of what was chosen (null: nothing), and whether it is still on its way. */
export function useOnePhoto(): OnePhoto {
  const [photos, set] = useState<readonly PickedPhoto[]>([])
  return { picker: <PhotoPicker photos={photos} onChange={set} upload={send} most={1} />, claim: photos[0]?.id ?? null,
    waits: photos.some(({ id }) => id === undefined), clear: () => set([]) }
}
