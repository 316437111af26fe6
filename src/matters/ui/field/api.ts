/** What the field pages call beside the calls of all staff pages (staff-api.ts): filing for a neighbour, photos, what waits for another eye. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Said } from '../../../kit/pure.ts'
import { inPost, request, upload, useAct } from '../../../ui-kit/index.ts'
import { cardsPath, type Card, type CardPage, type StaffPost } from '../staff-api.ts'

/** How many rows Today asks for at once; the rest stands behind a link. */
export const TODAY_ROWS = 40

/** Sends one photo; its claim is named in the act that follows. */
export const sendPhoto = async (file: File, onShare: (share: number) => void): Promise<{ id: string }> =>
  ({ id: (await upload<{ claim: string }>('/api/v1/photos', file, onShare)).claim })

/** The address of a photo of a matter. */
export const photoAddress = (id: string, size: 'small' | 'full' = 'small'): string => inPost(`/api/v1/photos/${id}?size=${size}`)

export type FiledDanger = { readonly name: Said; readonly duty: Said; readonly numbers: readonly { readonly dial: string | null;
  readonly said: Said }[] }
export type Filing = {
  readonly place: string; readonly words: string; readonly category: string; readonly onBoard: boolean; readonly channel: 'captain' | 'grid' | 'desk'
  readonly phone?: string; readonly name?: string; readonly photos?: readonly string[]
}
export type Filed = {
  readonly id: string; readonly number: string; readonly receipt: string; readonly due: string; readonly sensitive: boolean;
  readonly phoneKept: boolean
  readonly holder: { readonly name: string; readonly post: string | null; readonly person: string | null }; readonly danger: FiledDanger | null
}

/** Files for a neighbour. */
export function useFile(onDone: (filed: Filed) => void) {
  const client = useQueryClient()
  return useAct((filing: Filing, key) => request<Filed>('POST', '/api/v1/matters', { body: filing, key }), (filed) => {
    void client.invalidateQueries({ queryKey: ['matters'] })
    onDone(filed)
  })
}

/** The channel of what somebody in this post files for others. */
export const channelOf = (post: StaffPost): Filing['channel'] => post.audience === 'captain' || post.audience === 'grid' ? post.audience : 'desk'

/** What is finished in reach and waits for an eye that did no work on it. */
export const useFinished = () => useQuery({
  queryKey: ['matters', 'list', 'finished'],
  queryFn: ({ signal }) => request<CardPage>('GET', cardsPath({ tab: 'all', state: 'finished', limit: TODAY_ROWS }), { signal }),
})

/** The finished ones that are not the reader's own work, as far as lists can tell: what they had a hand in stays out. */
export function forMyEyes(finished: readonly Card[], mine: readonly Card[], following: readonly Card[]): readonly Card[] {
  const touched = new Set(following.map((card) => card.id))
  const asked = new Set(mine.map((card) => card.id))
  return finished.filter((card) => asked.has(card.id) || !touched.has(card.id))
}
