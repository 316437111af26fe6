/** What the field pages call beside the calls of all staff pages (staff-api.ts): filing for a neighbour, what waits for another eye. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '../../../ui-kit/index.ts'
import { useFiling, type Filed } from '../filing.ts'
import { cardsPath, type Card, type CardPage, type StaffPost } from '../staff-api.ts'

/** How many rows Today asks for at once; the rest stands behind a link. */
export const TODAY_ROWS = 40

type FieldChannel = 'captain' | 'grid' | 'desk'

/** Files for a neighbour. */
export function useFile(onDone: (filed: Filed) => void) {
  const client = useQueryClient()
  return useFiling<FieldChannel>((filed) => {
    void client.invalidateQueries({ queryKey: ['matters'] })
    onDone(filed)
  })
}

/** The channel of what somebody in this post files for others. */
export const channelOf = (post: StaffPost): FieldChannel => post.audience === 'captain' || post.audience === 'grid' ? post.audience : 'desk'

/** What is finished in reach and waits for an eye that did no work on it. */
export const useFinished = () => useQuery({
  queryKey: ['matters', 'list', 'finished'],
  queryFn: ({ signal }) => request<CardPage>('GET', cardsPath({ tab: 'all', state: 'finished', limit: TODAY_ROWS }), { signal }),
})

/** The finished ones that are not the reader's own work, as far as lists can tell: what they had a hand in stays out. The soonest due comes first. */
export function forMyEyes(finished: readonly Card[], mine: readonly Card[], following: readonly Card[]): readonly Card[] {
  const touched = new Set(following.map((card) => card.id))
  const asked = new Set(mine.map((card) => card.id))
  const due = (card: Card) => (card.due === null ? Number.MAX_SAFE_INTEGER : Date.parse(card.due))
  return finished.filter((card) => asked.has(card.id) || !touched.has(card.id)).sort((a, b) => due(a) - due(b))
}
