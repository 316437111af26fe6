/** Reads ahead what may be opened without a signal: the other lists, and the matters on all of them; one after the other, only what has changed. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { hasLine, request } from '../../../ui-kit/index.ts'
import { NOTICES } from '../../../notices/ui/parts/address.ts'
import { cardsPath, type Card, type CardPage, type MatterDetail } from '../staff-api.ts'

const MOST = 80
const known = new Map<string, number>()

/** The first pages of the other lists, asked for exactly as their pages ask. */
const lists = [cardsPath({ tab: 'all', state: 'open' }), cardsPath({ tab: 'following' })]

type Named = Pick<Card, 'id' | 'version'>

// The keeper behind `request` holds each answer; here a matter is only put where its page finds it at once.
async function readOne(client: QueryClient, { id, version }: Named): Promise<void> {
  if (known.get(id) === version) return
  const detail = await request<MatterDetail>('GET', `/api/v1/matters/${id}`).catch(() => undefined)
  if (!detail) return
  known.set(id, version)
  client.setQueryData(['matters', 'one', id], detail)
}

/** Keeps the other lists, and the details of `cards` and of what stands on those lists, on this phone while there is a line. */
export function useReadAhead(cards: readonly Named[]): void {
  const client = useQueryClient()
  const word = JSON.stringify(cards.map(({ id, version }) => ({ id, version })))
  useEffect(() => {
    let left = false
    const read = async (): Promise<void> => {
      const pages = await Promise.all(lists.map((path) => request<CardPage>('GET', path).catch(() => undefined)))
      void request('GET', NOTICES).catch(() => undefined)
      const wanted: readonly Named[] = [...JSON.parse(word) as Named[], ...pages.flatMap((page) => page?.items ?? [])] // written three lines above
      for (const card of wanted.slice(0, MOST)) {
        if (left || !hasLine()) return
        await readOne(client, card)
      }
    }
    const wait = setTimeout(() => { if (hasLine()) void read() }, 600) // what is on the screen goes first
    return () => { left = true; clearTimeout(wait) }
  }, [client, word])
}
