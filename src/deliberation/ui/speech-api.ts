/** Calls about speaking; the shapes are those of http/speech-schemas.ts. */
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Said } from '../../kit/pure.ts'
import { request, useAct } from '../../ui-kit/index.ts'
import type { Age, Speaking, Spoken } from '../rules/speech/index.ts'

export type Ruled = { readonly id: string; readonly did: string; readonly rule: string; readonly n: number | null; readonly reason: string; readonly at: string
  readonly post: string; readonly until: string | null; readonly appealed: boolean; readonly rulingDue: string | null; readonly appeal: string | null; readonly ruling: string | null
  readonly rulingReason: string | null; readonly ruledBy: string | null; readonly mayAppeal: boolean }
export type Comment = {
  readonly id: string; readonly name: string; readonly words: string | null; readonly at: string; readonly channel: string; readonly clause: string | null; readonly by: string | null
  readonly state: 'shown' | 'held' | 'removed' | 'withdrawn' | 'left'; readonly heldFor: string | null; readonly mine: boolean
  readonly answers: { readonly id: string; readonly name: string; readonly words: string | null } | null; readonly decision: Ruled | null
}
export type Talk = { readonly items: readonly Comment[]; readonly next: string | null; readonly total: number; readonly held: number }
export type Topic = { readonly about: 'thread' | 'covenant'; readonly subject: string; readonly clause?: string | undefined }
export type OwnItem = { readonly about: Spoken; readonly id: string; readonly words: string; readonly at: string; readonly state: string; readonly heldFor: string | null
  readonly href: string | null; readonly decision: Ruled | null }
export type OwnSaid = { readonly items: readonly OwnItem[]; readonly bans: readonly Ruled[]; readonly bannedUntil: string | null }
export type LogLine = Omit<Ruled, 'appeal' | 'mayAppeal'> & { readonly about: string }
export type ModerationLog = { readonly place: string; readonly rules: readonly (Said & { readonly n: number; readonly code: string; readonly removed: number; readonly restored: number })[]
  readonly shownAfterLook: number; readonly banned: number; readonly waiting: number; readonly appealed: number; readonly items: readonly LogLine[] }

const api = '/api/v1'
type Me = { readonly speaker: Speaking | null }

/** Who speaks in this browser; null: nobody yet. */
export const useSpeaker = () => useQuery({ queryKey: ['speaker'], staleTime: 300_000, queryFn: async () => (await request<Me>('GET', `${api}/public/speakers/me`)).speaker })
function useSpeakerAct<I>(send: (input: I, key: string) => Promise<Me>, onDone?: (speaker: Speaking | null) => void) {
  const client = useQueryClient()
  return useAct<I, Me>(send, ({ speaker }) => { client.setQueryData(['speaker'], speaker); void client.invalidateQueries({ queryKey: ['talk'] }); onDone?.(speaker) })
}
export const useAskSpeakerCode = (onDone: () => void) => useAct((phone: string) => request('POST', `${api}/public/speakers/code`, { body: { phone } }), onDone)
export type Opening = { readonly phone: string; readonly code: string; readonly name: string; readonly age: Age; readonly compound: string | null; readonly building: string | null }
export const useOpenSpeaker = (onDone?: (speaker: Speaking | null) => void) => useSpeakerAct((body: Opening) => request<Me>('POST', `${api}/public/speakers`, { body }), onDone)
export const useRenameSpeaker = (onDone?: () => void) => useSpeakerAct((name: string) => request<Me>('POST', `${api}/public/speakers/me`, { body: { name } }), onDone)
export const useCloseSpeaker = (onDone?: () => void) => useSpeakerAct((_: null) => request<Me>('DELETE', `${api}/public/speakers/me`), onDone)
export const useLeaveSpeaking = (onDone?: () => void) => useSpeakerAct((_: null, key) => request<Me>('POST', `${api}/public/speakers/me/leave`, { body: {}, key }), onDone)

/** What was said of something, twenty at a time. */
export const useTalk = ({ about, subject, clause }: Topic) => useInfiniteQuery({
  queryKey: ['talk', about, subject, clause ?? ''], initialPageParam: '', getNextPageParam: (last: Talk) => last.next ?? undefined,
  queryFn: ({ pageParam }) => request<Talk>('GET', `${api}/public/speech?${new URLSearchParams({ about, subject, ...(clause === undefined ? {} : { clause }),
    ...(pageParam === '' ? {} : { after: pageParam }) })}`),
})
export type Saying = { readonly about: 'thread' | 'covenant'; readonly subject: string; readonly clause: string | null; readonly replyTo: string | null; readonly words: string }
export type SaidOutcome = { readonly id: string; readonly state: string; readonly heldFor: string | null }
/** A write that changes what is read of speaking. */
function useTalkAct<I, O>(send: (input: I, key: string) => Promise<O>, onDone?: (output: O) => void) {
  const client = useQueryClient()
  return useAct<I, O>(send, (output) => { for (const key of ['talk', 'own-said', 'moderation']) void client.invalidateQueries({ queryKey: [key] }); onDone?.(output) })
}
export const useSpeak = (onDone?: (output: SaidOutcome) => void) => useTalkAct((body: Saying, key) => request<SaidOutcome>('POST', `${api}/public/speech`, { body, key }), onDone)
export const useWithdraw = (onDone?: () => void) => useTalkAct((id: string, key) => request('POST', `${api}/public/speech/${id}/withdraw`, { body: {}, key }), onDone)
export const useOwnSaid = (wanted: boolean) => useQuery({ queryKey: ['own-said'], enabled: wanted, queryFn: () => request<OwnSaid>('GET', `${api}/public/speakers/me/said`) })
export const useAppeal = (onDone?: () => void) => useTalkAct(({ id, words }: { id: string; words: string }, key) =>
  request('POST', `${api}/public/moderations/${id}/appeal`, { body: { words }, key }), onDone)
export const useModerationLog = (place: string | undefined) => useQuery({ queryKey: ['moderation', 'log', place], enabled: Boolean(place),
  queryFn: () => request<ModerationLog>('GET', `${api}/public/moderation?place=${place}`) })

export type DeskLine = { readonly about: Spoken; readonly id: string; readonly place: string; readonly title: string; readonly name: string; readonly words: string; readonly heldFor: string | null
  readonly at: string; readonly state: string; readonly channel: string; readonly by: string | null; readonly speaker: boolean; readonly removals: number; readonly mayBan: boolean
  readonly moves: readonly string[] }
export type AppealLine = Ruled & { readonly about: string; readonly words: string; readonly name: string; readonly place: string; readonly title: string; readonly appealedAt: string
  readonly mayRule: boolean; readonly whyNot: Said | null }
export type Desk = { readonly held: readonly DeskLine[]; readonly appeals: readonly AppealLine[]; readonly recent: readonly DeskLine[]; readonly next: string | null; readonly moderates: boolean }
export const useDesk = (after?: string) => useQuery({ queryKey: ['moderation', 'desk', after ?? ''], refetchInterval: 30_000, queryFn: () => request<Desk>('GET', `${api}/moderation${after ? `?after=${encodeURIComponent(after)}` : ''}`) })
export type Moderating = { readonly about: Spoken; readonly id: string } & ({ readonly did: 'show' } | { readonly did: 'remove'; readonly rule: string; readonly reason: string }
  | { readonly did: 'ban'; readonly rule: string; readonly reason: string; readonly days: number })
export const useModerate = (onDone?: () => void) => useTalkAct((body: Moderating, key) => request('POST', `${api}/moderation`, { body, key }), onDone)
export const useRuleOnAppeal = (onDone?: () => void) => useTalkAct(({ id, ...body }: { id: string; ruling: 'stands' | 'restored'; reason: string }, key) =>
  request('POST', `${api}/moderation/${id}/ruling`, { body, key }), onDone)
