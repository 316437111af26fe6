/** Calls about the law kept; the shapes are those of http/law-schemas.ts. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Said } from '../../kit/pure.ts'
import { request, useAct } from '../../ui-kit/index.ts'
import type { Relation, Sex } from '../rules/fields.ts'
import type { CareKind, ConsentHow, GivenBy, GuardianIs, SensitiveKind } from '../rules/law/index.ts'

export type RegisterGroup = { readonly group: string; readonly said: Said; readonly line: Said; readonly lines: readonly {
  readonly key: string; readonly said: Said; readonly why: Said; readonly basis: string; readonly kept: Said; readonly seenBy: readonly Said[] }[] }
export type Register = { readonly groups: readonly RegisterGroup[]; readonly never: readonly Said[]
  readonly contacts: readonly { readonly name: string; readonly phone: string | null }[] }
export const useRegister = () => useQuery({ queryKey: ['privacy'], queryFn: () => request<Register>('GET', '/api/v1/privacy') })

export type Assessment = { readonly id: string; readonly kinds: readonly SensitiveKind[]; readonly purpose: string; readonly need: string;
  readonly effect: string
  readonly measures: string; readonly madeOn: string; readonly validUntil: string; readonly keepUntil: string; readonly endedOn: string | null
  readonly by: string; readonly holds: boolean }
export type Certificate = { readonly id: string; readonly at: string; readonly rule: string; readonly digest: string
  readonly counts: readonly { readonly what: string; readonly n: number }[] }
export type Law = { readonly today: string;
  readonly communities: readonly { readonly id: string; readonly name: string; readonly assessments: readonly Assessment[] }[]
  readonly certificates: readonly Certificate[] }
export const useLaw = () => useQuery({ queryKey: ['law'], queryFn: () => request<Law>('GET', '/api/v1/roster/law') })

/** A write: what is shown of the law is read anew after it. */
function useLawAct<I, O>(send: (input: I, key: string) => Promise<O>, onDone?: (output: O, input: I) => void) {
  const client = useQueryClient()
  return useAct<I, O>(send, (output, input) => { void client.invalidateQueries({ queryKey: ['law'] }); onDone?.(output, input) })
}
export type Assess = { readonly community: string; readonly kinds: readonly SensitiveKind[]; readonly purpose: string; readonly need: string;
  readonly effect: string
  readonly measures: string; readonly months: number }
export const useAssess = (onDone: () => void) => useLawAct((body: Assess, key) => request('POST', '/api/v1/roster/assessments', { body, key }),
  onDone)
export const useEndAssessment = (onDone: () => void) => useLawAct((id: string, key) => request('POST', `/api/v1/roster/assessments/${id}/end`,
  { key }), onDone)

export type LawKind = { readonly kind: SensitiveKind; readonly why: Said | null; readonly value: string | null
  readonly consent: { readonly id: string; readonly givenOn: string; readonly givenBy: GivenBy; readonly guardianIs: GuardianIs | null;
    readonly how: ConsentHow } | null
  readonly before: readonly { readonly givenOn: string; readonly withdrawnOn: string | null }[] }
export type LawPerson = { readonly tie: string; readonly name: string; readonly relation: Relation | null; readonly sex: Sex | null
  readonly born: string | null; readonly kinds: readonly LawKind[] }
export type HomeLaw = { readonly home: { readonly id: string; readonly name: string }; readonly assessed: readonly SensitiveKind[];
  readonly people: readonly LawPerson[] }
export const useHomeLaw = (home: string) => useQuery({ queryKey: ['law', 'home', home],
  queryFn: () => request<HomeLaw>('GET', `/api/v1/roster/homes/${home}/consents`) })

export type Writing = { readonly tie: string; readonly kind: SensitiveKind; readonly givenBy: GivenBy; readonly guardianIs: GuardianIs | null;
  readonly how: 'paper' | 'door' }
export const useWriteConsent = (onDone: () => void) =>
  useLawAct(({ tie, ...body }: Writing, key) => request('POST', `/api/v1/roster/ties/${tie}/consents`, { body, key }), onDone)
export const useWithdraw = (onDone: (output: { deleted: number }) => void) =>
  useLawAct(({ consent, how }: { consent: string; how: 'paper' | 'door' }, key) => request<{ deleted: number }>('POST',
    `/api/v1/roster/consents/${consent}/withdraw`,
    { body: { how }, key }), onDone)
export const useKeepSensitive = (onDone: () => void) => useLawAct(({ tie, ...body }: { tie: string; kind: SensitiveKind; value: string }, key) =>
  request('POST', `/api/v1/roster/ties/${tie}/sensitive`, { body, key }), onDone)
/** Shows a sensitive value in clear: asked for each time, kept nowhere. */
export const revealSensitive = async (value: string, purpose: string): Promise<string> =>
  (await request<{ clear: string }>('POST', `/api/v1/roster/sensitive/${value}/reveal`, { body: { purpose } })).clear

export type CareList = { readonly today: string; readonly most: number; readonly opened: number;
  readonly buildings: readonly { readonly id: string; readonly name: string
  readonly items: readonly { readonly id: string; readonly kind: CareKind; readonly until: string }[] }[] }
export const useCare = () => useQuery({ queryKey: ['law', 'care'], queryFn: () => request<CareList>('GET', '/api/v1/roster/care') })
export type Arranging = { readonly tie: string; readonly kind: CareKind; readonly until: string; readonly hint: string;
  readonly askedBy: 'self' | 'family'
  readonly familyIs: GuardianIs | null; readonly how: 'paper' | 'door' }
export const useArrange = (onDone: () => void) =>
  useLawAct(({ tie, ...body }: Arranging, key) => request('POST', `/api/v1/roster/ties/${tie}/care`, { body, key }), onDone)
export type OpenedCare = { readonly home: string; readonly name: string; readonly kind: CareKind; readonly hint: string;
  readonly askedBy: 'self' | 'family'
  readonly until: string; readonly left: number }
/** Opens one agreement; the answer is kept by the page that shows it alone. */
export const useOpenCare = (onDone: (output: OpenedCare, input: { care: string }) => void) =>
  useLawAct(({ care, purpose }: { care: string; purpose: string }) => request<OpenedCare>('POST', `/api/v1/roster/care/${care}/open`,
    { body: { purpose } }), onDone)
export const useEndCare = (onDone: () => void) => useLawAct((care: string, key) => request('POST', `/api/v1/roster/care/${care}/end`,
  { body: { how: 'door' }, key }), onDone)

export type Member = { readonly id: string; readonly compound: string; readonly home: string | null; readonly name: string;
  readonly phone: string | null
  readonly checkedIn: boolean; readonly by: 'self' | 'branch'; readonly since: string }
export const useMembers = () => useQuery({ queryKey: ['law', 'branch'],
  queryFn: () => request<{ today: string; members: readonly Member[] }>('GET', '/api/v1/branch/members') })
export type Joining = { readonly home: string; readonly name: string; readonly phone: string | null; readonly checkedIn: boolean;
  readonly since: string | null; readonly signed: true }
export const useKeepMember = (onDone: () => void) => useLawAct((body: Joining, key) => request('POST', '/api/v1/branch/members', { body, key }),
  onDone)
export const useEndMember = (onDone: () => void) => useLawAct(({ id, why }: { id: string; why: 'asked' | 'wrong' }, key) =>
  request('POST', `/api/v1/branch/members/${id}/end`, { body: { why }, key }), onDone)
export const revealMember = async (id: string, field: 'name' | 'phone', purpose: string): Promise<string> =>
  (await request<{ clear: string }>('POST', `/api/v1/branch/members/${id}/reveal`, { body: { field, purpose } })).clear
