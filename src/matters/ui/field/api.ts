/** What the field pages call beside the calls of all staff pages (staff-api.ts): filing for a neighbour, what waits for another eye. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ProblemError, request, sendFromPhone } from '../../../ui-kit/index.ts'
import type { Filed, Filing } from '../filing.ts'
import { cardsPath, type Card, type CardPage, type StaffPost } from '../staff-api.ts'

/** How many rows Today asks for at once; the rest stands behind a link. */
export const TODAY_ROWS = 40

type FieldChannel = 'captain' | 'grid' | 'desk'

/** Files for a neighbour: `send` keeps it on this phone and files it once; `onFiled` hears the answer, or null when it waits for a signal. */
export function useFile(onFiled: (filed: Filed | null) => void, title: string) {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const underWay = useRef(false)
  const send = async ({ photos = [], ...filing }: Filing<FieldChannel>, about: string): Promise<void> => {
    if (underWay.current) return
    underWay.current = true
    setBusy(true)
    setError(null)
    try {
      const handed = await sendFromPhone({ subject: `filing:${filing.place}:${filing.words}`, path: '/api/v1/matters', body: filing, version: null,
        photos, shown: { title, about, said: filing.words } })
      if (handed.how === 'refused') { setError(new ProblemError(handed.problem)); return }
      void client.invalidateQueries({ queryKey: ['matters'] })
      onFiled(handed.how === 'sent' ? handed.reply as Filed : null) // the border: the reply of filing
    } catch (failed) { setError(failed) } finally {
      underWay.current = false
      setBusy(false)
    }
  }
  return { send, busy, error }
}

/** The channel of what somebody in this post files for others. */
export const channelOf = (post: StaffPost): FieldChannel => post.audience === 'captain' || post.audience === 'grid' ? post.audience : 'desk'

const finishedLists = [cardsPath({ tab: 'verify', limit: TODAY_ROWS }), cardsPath({ tab: 'all', state: 'finished', limit: TODAY_ROWS })]

/** What is finished and waits for an eye that did no work on it: what the rota gave this post, however long the other lists are, then what is in reach. */
export const useFinished = () => useQuery({
  queryKey: ['matters', 'list', 'finished'],
  queryFn: async ({ signal }) => (await Promise.all(finishedLists.map((path) => request<CardPage>('GET', path, { signal })))).flatMap(({ items }) => items),
})

/**
 * The finished ones that are not the reader's own work, as far as lists can tell: what they had a hand in stays out. Those that the rota gave them
 * come first, also of another grid, then the soonest due. [M38]
 */
export function forMyEyes(finished: readonly Card[], mine: readonly Card[], following: readonly Card[]): readonly Card[] {
  const touched = new Set(following.map((card) => card.id))
  const asked = mine.filter(({ state }) => state === 'finished')
  const once = new Map([...finished.filter((card) => card.yoursToVerify || !touched.has(card.id)), ...asked].map((card) => [card.id, card]))
  const due = (card: Card) => (card.due === null ? Number.MAX_SAFE_INTEGER : Date.parse(card.due))
  return [...once.values()]
    .sort((a, b) => Number(b.yoursToVerify) - Number(a.yoursToVerify) || due(a) - due(b))
}
