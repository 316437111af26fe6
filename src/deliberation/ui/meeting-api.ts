/** Calls about meetings; the shapes are those of http/meeting-schemas.ts. Days 'YYYY-MM-DD', times ISO. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Said } from '../../kit/pure.ts'
import { inPost, request, useAct } from '../../ui-kit/index.ts'
import type { Power } from '../rules/bodies/index.ts'
import type {
  InvitationAnswer, LineKind, MeetingKind, MeetingMove, MeetingState, ResolutionState, ResolutionVerdict, Role, TaskVerdict,
} from '../rules/meetings/index.ts'

type Named = { readonly id: string; readonly name: string }
export type MeetingHead = {
  readonly id: string; readonly place: Named; readonly keeper: Named; readonly thread: { readonly id: string; readonly title: string } | null
  readonly body: Named | null; readonly kind: MeetingKind; readonly title: string; readonly venue: string; readonly startsAt: string; readonly endsAt: string
  readonly presider: string; readonly state: MeetingState; readonly noticeOn: string | null; readonly objectionsUntil: string | null
  readonly number: string | null; readonly reason: string | null
}
export type MeetingCard = MeetingHead & { readonly carried: number; readonly overdue: number }
export type AgendaItem = { readonly n: number; readonly title: string; readonly minutes: number; readonly from: string }
export type MinuteLine = { readonly id: string; readonly agenda: number | null; readonly placeIn: number; readonly kind: LineKind; readonly label: string
  readonly words: string; readonly struck: boolean; readonly at: string; readonly version: number; readonly file?: string | null }
export type Resolution = { readonly id: string; readonly n: number; readonly words: string; readonly yes: number; readonly no: number
  readonly abstained: number; readonly minority: string; readonly carried: boolean; readonly state: ResolutionState; readonly inForceOn: string | null
  readonly evaluateOn: string | null; readonly overdue: boolean; readonly verdict: ResolutionVerdict | null; readonly judgedIn: string | null
  readonly vote: string | null; readonly power: string | null }
export type MeetingTask = { readonly id: string; readonly resolution: string | null; readonly title: string; readonly owner: string; readonly due: string
  readonly state: 'open' | 'done' | 'dropped'; readonly doneOn: string | null; readonly verdict: TaskVerdict | null }
export type Objection = { readonly id: string; readonly resolution: string | null; readonly label: string; readonly words: string; readonly at: string
  readonly answer: string | null; readonly answeredAt: string | null }
export type Hall = { readonly satisfied: number; readonly accepted: number; readonly not: number }
type Rules = { readonly noticeDays: number; readonly decides: 'nothing' | 'opinions' | 'resolutions' | 'verdicts'; readonly quorum: number
  readonly objectionDays: number }
type Common = MeetingHead & {
  readonly beganAt: string | null; readonly closedAt: string | null; readonly quorum: number; readonly present: number; readonly noticePhoto: string | null
  readonly approvedAt: string | null; readonly agenda: readonly AgendaItem[]; readonly rules: Rules; readonly resolutions: readonly Resolution[]
  readonly tasks: readonly MeetingTask[]; readonly objections: readonly Objection[]; readonly lines: readonly MinuteLine[]; readonly hall: Hall | null
}
export type PublicMeeting = Common & {
  readonly invited: readonly { readonly role: Role; readonly label: string; readonly came: 'came' | 'absent' | 'unknown' }[]
  readonly mayObject: boolean; readonly maySignIn: boolean
}
export type MeetingAtDoor = { readonly id: string; readonly title: string; readonly kind: MeetingKind; readonly venue: string; readonly startsAt: string
  readonly state: MeetingState; readonly maySignIn: boolean }
export type Invitation = { readonly id: string; readonly role: Role; readonly party: number | null; readonly org: string | null; readonly post: string | null
  readonly label: string; readonly sentAt: string | null; readonly answer: InvitationAnswer | null; readonly answeredAt: string | null
  readonly reason: string | null }
export type Attending = { readonly id: string; readonly invitation: string | null; readonly role: string; readonly label: string
  readonly way: 'qr' | 'paper' | 'desk'; readonly present: boolean; readonly at: string }
export type Turn = { readonly id: string; readonly label: string; readonly agenda: number | null; readonly askedAt: string; readonly spokeAt: string | null
  readonly dropped: boolean }
export type StaffMeeting = Common & {
  readonly mine: boolean; readonly presiderOrg: string | null; readonly presiderTied: boolean; readonly clerkPost: string | null; readonly clerks: readonly { readonly post: string; readonly title: string }[]
  readonly signCode: string | null; readonly listPhoto: string | null; readonly listCount: number | null; readonly version: number
  readonly invitations: readonly Invitation[]; readonly attendance: readonly Attending[]; readonly turns: readonly Turn[]
  readonly missing: readonly Said[]; readonly earliest: string
  readonly moves: readonly { readonly move: MeetingMove; readonly may: boolean; readonly why: Said | null; readonly from: string | null }[]
  readonly toJudge: { readonly resolutions: readonly (Resolution & { readonly number: string | null })[]; readonly tasks: readonly MeetingTask[] } | null
}

const api = '/api/v1/meetings'
const publicApi = '/api/v1/public/meetings'
type Which = { readonly place?: string | undefined; readonly thread?: string | undefined; readonly body?: string | undefined }
const asked = (which: Which): string => String(new URLSearchParams(Object.entries(which).filter((pair): pair is [string,
  string] => Boolean(pair[1]))))

/** The meetings that the acting post sees, or those of a place, a thread or a standing body; the latest first. */
export const useMeetings = (which: Which = {}) => useQuery({ queryKey: ['meetings', which],
  queryFn: () => request<{ items: MeetingCard[] }>('GET', `${api}?${asked(which)}`) })
/** One meeting at the desk; read again every few seconds while it is going on, as others sign in. */
export const useMeeting = (id: string) => useQuery({ queryKey: ['meetings', 'one', id],
  refetchInterval: ({ state }) => (state.data?.state === 'held' ? 10_000 : false), queryFn: () => request<StaffMeeting>('GET', `${api}/${id}`) })
/** One meeting as everybody reads it. */
export const usePublicMeeting = (id: string | undefined) => useQuery({ queryKey: ['meetings', 'public', id], enabled: Boolean(id),
  queryFn: () => request<PublicMeeting>('GET', `${publicApi}/${id}`) })
/** The meeting behind the code at its door. */
export const useDoor = (code: string | undefined) => useQuery({ queryKey: ['meetings', 'door', code], enabled: Boolean(code), retry: false,
  queryFn: () => request<MeetingAtDoor>('GET', `${publicApi}/at-door/${encodeURIComponent(code ?? '')}`) })

/** A write: meetings are read anew after it. */
function useMeetingAct<I, O>(send: (input: I, key: string) => Promise<O>, onDone?: (output: O, input: I) => void) {
  const client = useQueryClient()
  return useAct<I, O>(send, (output, input) => { void client.invalidateQueries({ queryKey: ['meetings'] }); onDone?.(output, input) })
}

export type Planning = { readonly place: string | null; readonly thread: string | null; readonly body: string | null; readonly kind: MeetingKind
  readonly title: string; readonly venue: string; readonly startsAt: string; readonly endsAt: string; readonly presider: string; readonly presiderTied: boolean }
export const usePlan = (onDone: (output: { id: string }) => void) =>
  useMeetingAct((body: Planning, key) => request<{ id: string }>('POST', api, { body, key }), onDone)
/** A step of a meeting: its address below the meeting's, and what is sent. */
export type Step = { readonly to: string; readonly body: Readonly<Record<string, unknown>> }
export const useStep = (id: string, onDone?: (input: Step) => void) =>
  useMeetingAct(({ to, body }: Step, key) => request('POST', `${api}/${id}/${to}`, { body, key }), (_, input) => onDone?.(input))
/** Signing in by the code at the door, as who speaks in this browser. */
export const useSignIn = (onDone?: () => void) =>
  useMeetingAct((code: string, key) => request('POST', `${publicApi}/sign-in`, { body: { code }, key }), () => onDone?.())
/** An objection to posted minutes, or to one resolution. */
export const useObject = (id: string, onDone?: () => void) =>
  useMeetingAct((body: { readonly resolution: string | null; readonly words: string }, key) => request('POST', `${publicApi}/${id}/objections`,
    { body, key }), () => onDone?.())

/** A photo of a meeting, for the post that the reader acts in. */
export const photoHref = (id: string, photo: string, size: 'full' | 'small'): string => inPost(`${api}/${id}/photos/${photo}?size=${size}`)
/** The photo of the posted notice, for everybody. */
export const noticeHref = (id: string, size: 'full' | 'small'): string => `${publicApi}/${id}/notice-photo?size=${size}`
export const paperHref = (id: string, paper: string, kind: 'docx' | 'pdf'): string => `${api}/${id}/papers/${paper}.${kind}`

export type InvitedTo = { readonly id: string; readonly meeting: MeetingHead; readonly role: Role; readonly label: string
  readonly answer: InvitationAnswer | null; readonly reason: string | null }
/** Meetings that the acting post or its organisation is invited to. */
export const useInvitations = () => useQuery({ queryKey: ['meetings', 'invitations'],
  queryFn: () => request<{ items: InvitedTo[] }>('GET', '/api/v1/meeting-invitations') })
export const useAnswerInvitation = (onDone: () => void) =>
  useMeetingAct(({ id, ...body }: { id: string; answer: InvitationAnswer; reason: string }, key) =>
    request('POST', `/api/v1/meeting-invitations/${id}/answer`, { body, key }), () => onDone())

/** What planning a meeting needs of its thread. */
export type ThreadBehind = { readonly id: string; readonly title: string; readonly step: string; readonly meetings: readonly string[]
  readonly parties: readonly { readonly n: number; readonly label: string; readonly required: boolean; readonly heard: string | null }[]
  readonly tasks: { readonly items: readonly { readonly owner: string; readonly org: string | null; readonly post: string | null; readonly state: string }[] } }
/** Somebody whom a page proposes to invite. */
export type Proposed = { readonly role: 'party'; readonly party: number | null; readonly org: string | null; readonly post: string | null; readonly label: string; readonly must: boolean }
/** Whom a thread proposes for a kind of meeting: its parties, and for an evaluation those who have its tasks. */
export function proposedOf({ parties, tasks }: ThreadBehind, kind: MeetingKind): readonly Proposed[] {
  const owners = kind === 'evaluation' ? tasks.items.filter(({ state, org, post }) => state !== 'dropped' && (org !== null || post !== null)) : []
  const once = [...new Map(owners.map(({ owner, org, post }) => [`${org ?? ''} ${post ?? ''}`,
    { role: 'party', party: null, org, post, label: owner, must: true } as const])).values()]
  return [...parties.map(({ n, label, required }) => ({ role: 'party', party: n, org: null, post: null, label, must: required } as const)), ...once]
}
export const useThreadBehind = (id: string | undefined) => useQuery({ queryKey: ['threads', 'behind', id], enabled: Boolean(id),
  queryFn: () => request<ThreadBehind>('GET', `/api/v1/threads/${id}`) })
/** One step of a meeting within another act. */
export const useStepOf = () => (id: string, to: string, body: object): Promise<unknown> => request('POST', `${api}/${id}/${to}`, { body })

/** What a meeting of a standing body needs of it: its powers, and what residents brought. */
export type Council = { readonly id: string; readonly name: string; readonly powers: readonly Power[]
  readonly intakes: readonly { readonly id: string; readonly name: string; readonly words: string; readonly state: string }[] }
export const useCouncil = (id: string | undefined) => useQuery({ queryKey: ['councils', 'of-meeting', id], enabled: Boolean(id),
  queryFn: () => request<Council>('GET', `/api/v1/public/councils/${id}`) })
