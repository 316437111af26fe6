/** What staff pages read and do with matters: one typed hook per call. Shapes follow the replies of src/matters/http. */
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Said, Source } from '../../kit/pure.ts'
import type { ClockView } from './clocks-api.ts'
import type { BasisKind, Course } from './course-api.ts'
import { inPost, problemOf, request, useAct } from '../../ui-kit/index.ts'
import type { Pace } from '../../offices/rules/index.ts'
import type { DueKind, MoveName, Outcome, Satisfied, Standing, State } from '../rules/index.ts'

export { useClocks, type ClockExplained, type ClockView } from './clocks-api.ts'
export { useActAs, usePost, useSession, type StaffPost } from '../../trust/ui/parts/session.ts'

export type Holder = { readonly org: string; readonly name: string; readonly badge: string; readonly kind: string; readonly post: string | null }
/** One row of an inbox. Times are ISO. */
export type Card = {
  readonly id: string; readonly number: string; readonly title: string; readonly place: string; readonly category: string; readonly state: State
  readonly outcome: Outcome | null; readonly holder: Holder; readonly due: string | null
  readonly dueKind: DueKind | null; readonly dueFrom: string | null; readonly provisional: boolean
  readonly urgent: string | null; readonly sensitive: string | null
  readonly supervised: boolean; readonly suspended: boolean; readonly reviewOn: string | null; readonly reopened: number; readonly satisfied: Satisfied | null
  readonly solved: boolean | null; readonly filedAt: string; readonly version: number
  /** Whether the rota named the post that reads this: their turn to look at what was done. [M38] */
  readonly yoursToVerify: boolean
}
export type Tab = 'mine' | 'following' | 'all' | 'supervised'
export type CardFilter = {
  readonly tab: Tab | 'verify'; readonly q?: string; readonly category?: string; readonly state?: string; readonly compound?: string; readonly limit?: number
}
export type CardPage = { readonly items: readonly Card[]; readonly next: string | null }

export type StoryPhoto = {
  readonly id: string; readonly phase: string; readonly width: number; readonly height: number; readonly at: string; readonly released: boolean
}
export type StoryEntry = {
  readonly id: string; readonly at: string; readonly kind: string; readonly who: string | null
  readonly post: string | null; readonly org: string | null; readonly to: string | null
  readonly said: string; readonly seenBy: string; readonly facts: Readonly<Record<string, unknown>>
  readonly act: string; readonly photos: readonly StoryPhoto[]
}
/** A party of a matter: holder, lead, support or slip, with its deadlines. */
export type MatterParty = {
  readonly org: string; readonly name: string; readonly badge: string; readonly kind: string; readonly role: 'holder' | 'lead' | 'support' | 'slip'
  readonly state: 'asked' | 'reported' | 'finished' | 'answered' | 'released'
  readonly task: string; readonly reportBy: string | null; readonly finishBy: string | null
  readonly reportedAt: string | null; readonly finishedAt: string | null; readonly outsideNumber: string | null; readonly phone: string | null
}
export type PlaceRef = { readonly id: string; readonly name: string; readonly kind: string }
export type MatterDetail = Omit<Card, 'place'> & Course & {
  readonly place: PlaceRef | null; readonly compound: PlaceRef | null
  readonly roomName: string | null; readonly words: string; readonly titleFrom: string
  readonly channel: string; readonly reason: string | null; readonly answer: string | null
  readonly handovers: number; readonly reached: boolean | null
  readonly judgedAt: string | null; readonly situation: string | null; readonly plan: string | null; readonly closedTo: readonly string[]
  readonly outsideNumber: string | null; readonly clocks: readonly ClockView[]; readonly remindedAt: string | null; readonly supervisedAt: string | null; readonly accountable: string
  /** Masked fields of the reporter, such as name and phone; null when they left nothing. */
  readonly reporter: Readonly<Record<string, string>> | null
  readonly story: readonly StoryEntry[]; readonly parties: readonly MatterParty[]
  readonly duty: { readonly why: Said; readonly source: Source; readonly hint: Said | null; readonly holder: string }
  readonly standing: Standing; readonly moves: readonly MoveName[]
}
/** An organisation that serves the place of a matter, with the move that reaches it. */
export type PlaceParty = {
  readonly org: string; readonly kind: string; readonly stationKind: string | null
  readonly name: string; readonly badge: string; readonly phone: string | null
  readonly urgentByPhone: boolean; readonly hours: string | null; readonly firstInLine: boolean; readonly move: 'assign' | 'whistle' | 'slip' | 'none'
}

/** What each move sends, beside `version`. Photo claims come from POST /api/v1/photos. */
export type MoveInput = {
  readonly take: { readonly photos?: readonly string[] }
  readonly contact: { readonly via: 'phone' | 'door' | 'page'; readonly note: string; readonly photos?: readonly string[] }
  readonly tell: { readonly via: 'door' | 'phone' | 'paper' }
  readonly finish: { readonly note: string; readonly outcome: Outcome; readonly reason?: string; readonly photos?: readonly string[]
    readonly basis?: { readonly kind: BasisKind; readonly text: string } }
  readonly 'hand-over': { readonly to: HandOverTo; readonly reason: string; readonly note: string; readonly photos?: readonly string[] }
  readonly assign: { readonly org: string; readonly note: string; readonly finish?: Pace; readonly photos?: readonly string[] }
  readonly whistle: {
    readonly situation: string; readonly plan?: string; readonly difficulty: string; readonly lead: Asked; readonly supports: readonly Asked[]
  }
  readonly slip: { readonly org: string; readonly note: string; readonly urgent: boolean }
  readonly 'slip-answer': { readonly org: string; readonly note: string; readonly outsideNumber?: string }
  readonly 'report-in': { readonly note: string; readonly photos?: readonly string[] }
  readonly log: { readonly note: string; readonly photos?: readonly string[] }
  readonly verify: { readonly pass: boolean; readonly note: string; readonly reason?: string; readonly photos?: readonly string[] }
  readonly verdict: { readonly reached: boolean; readonly solved: boolean | null; readonly satisfied: Satisfied | null; readonly said: string
    readonly via?: 'door' | 'phone' }
  readonly note: { readonly note: string; readonly seenBy: 'reporter' | 'staff'; readonly photos?: readonly string[] }
  readonly title: { readonly title: string }
  readonly 'release-photo': { readonly photo: string; readonly released: boolean }
  readonly object: { readonly ground: string; readonly note: string; readonly photos?: readonly string[] }
  readonly rule: { readonly ruling: 'upheld' | 'rejected'; readonly owner: string; readonly why: string; readonly basis: string; readonly precedent: boolean }
  readonly suspend: { readonly path: string; readonly reviewOn: string; readonly note: string }
  readonly resume: { readonly note: string }
  readonly 'ask-extension': { readonly days: number; readonly note: string }
  readonly 'decide-extension': { readonly granted: boolean; readonly note: string }
  readonly 'visit-tried': { readonly note?: string }
  readonly remind: object
  readonly supervise: object
}
export type Asked = { readonly org: string; readonly task: string }
export const HAND_OVER_TO = ['captain', 'grid', 'community', 'firm', 'named_worker', 'mediation'] as const
export type HandOverTo = (typeof HAND_OVER_TO)[number]
export type Purpose = 'call_back' | 'visit' | 'deliver_notice' | 'person_asked'
export type Done = { readonly id: string; readonly state: State; readonly version: number }

/** The address of one page of cards. */
export function cardsPath({ limit = 40, ...filter }: CardFilter, after?: string | null): string {
  const asked = new URLSearchParams(Object.entries(filter).filter((pair): pair is [string, string] => Boolean(pair[1])))
  asked.set('limit', String(limit))
  if (after) asked.set('after', after)
  return `/api/v1/matters?${asked}`
}

/** An inbox, page by page: `cards` are those read so far, `next` reads the next page. */
export function useCards(filter: CardFilter, enabled = true) {
  const query = useInfiniteQuery({
    // the type of the pages to come: null alone would be inferred
    queryKey: ['matters', 'list', filter], enabled, initialPageParam: null as string | null, placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => request<CardPage>('GET', cardsPath(filter, pageParam), { signal }), getNextPageParam: (page) => page.next,
  })
  return { ...query, cards: query.data?.pages.flatMap((page) => page.items) ?? [] }
}

/** How many wait in each tab, counted to a hundred. */
export const useCounts = (enabled = true) => useQuery({
  queryKey: ['matters', 'counts'], enabled,
  queryFn: () => request<{ readonly mine: number; readonly following: number; readonly supervised: number }>('GET', '/api/v1/matters/counts'),
})

/** One matter in full; `id` undefined asks nothing. */
export const useMatter = (id: string | undefined) => useQuery({
  queryKey: ['matters', 'one', id], enabled: id !== undefined,
  queryFn: ({ signal }) => request<MatterDetail>('GET', `/api/v1/matters/${id}`, { signal }),
})

/** The parties that serve the place of a matter. */
export const useParties = (id: string | undefined, enabled = true) => useQuery({
  queryKey: ['matters', 'parties', id], enabled: enabled && id !== undefined, staleTime: 300_000,
  queryFn: async () => (await request<{ readonly items: readonly PlaceParty[] }>('GET', `/api/v1/matters/${id}/parties`)).items,
})

/** A move on a matter: `mutate({ version, ...what the move sends })`. After it everything shown of matters is read anew. */
export function useMove<M extends keyof MoveInput>(id: string, move: M, onDone?: (done: Done) => void) {
  const client = useQueryClient()
  const post = async (input: object, key: string): Promise<Done> => {
    try { return await request<Done>('POST', `/api/v1/matters/${id}/${move}`, { body: input, key }) } catch (error) {
      if (problemOf(error).status === 409) void client.invalidateQueries({ queryKey: ['matters', 'one', id] })
      throw error
    }
  }
  return useAct<MoveInput[M] & { readonly version: number }, Done>(post,
    (done) => {
      // The next press may come before the matter is read anew: it must not take our own change for somebody else's.
      client.setQueryData<MatterDetail>(['matters', 'one', id], (known) => known && { ...known, state: done.state, version: done.version })
      void client.invalidateQueries({ queryKey: ['matters'] })
      onDone?.(done)
    })
}

/** Shows the reporter's name or phone for a purpose; each showing is recorded, and the caller hides it again after 60 seconds. */
export const useReveal = (id: string) => useAct(
  (input: { readonly field: 'phone' | 'name'; readonly purpose: Purpose }, key) =>
    request<{ readonly value: string }>('POST', `/api/v1/matters/${id}/reveal`, { body: input, key }))

/** What a change tells is delivered a moment after it. */
const NOTICE_MS = 2500

/** Listens for matters that changed and reads the lists anew. `onChange` hears the id of each. Result: whether the line stands. */
export function useLive(enabled = true, onChange?: (id: string) => void): boolean {
  const client = useQueryClient()
  const [standing, setStanding] = useState(false)
  const heard = useRef(onChange)
  useEffect(() => { heard.current = onChange })
  useEffect(() => {
    if (!enabled) return
    let told: ReturnType<typeof setTimeout> | undefined
    const line = new EventSource(inPost('/api/v1/events'))
    line.addEventListener('hello', () => setStanding(true))
    line.addEventListener('error', () => setStanding(false))
    line.addEventListener('matter', (event: MessageEvent<string>) => {
      const { id } = JSON.parse(event.data) as { id: string } // the border: live.ts writes it
      void client.invalidateQueries({ queryKey: ['matters', 'list'] })
      void client.invalidateQueries({ queryKey: ['matters', 'counts'] })
      void client.invalidateQueries({ queryKey: ['matters', 'one', id] })
      told ??= setTimeout(() => { told = undefined; void client.invalidateQueries({ queryKey: ['notices'] }) }, NOTICE_MS)
      heard.current?.(id)
    })
    return () => { line.close(); clearTimeout(told) }
  }, [client, enabled])
  return standing
}
