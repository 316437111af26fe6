/** Calls about the voting register; the shapes are those of http/register-schemas.ts. Areas are in 0.01 m². */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Said } from '../../../../kit/pure.ts'
import { request, useAct } from '../../../../ui-kit/index.ts'
import type { AreaSource, TitleState } from '../../../rules/heads.ts'
import type { Stop } from '../../../rules/register/stops.ts'
import type { CompoundRule, TitleKind } from '../../../rules/vote.ts'

export type HeadKind = 'owners' | 'company' | 'developer'
export type Org = { readonly id: string; readonly name: string }
export type Counted = { readonly titles: number; readonly heads: number; readonly area: number }
export type RegisterCard = { readonly compound: string; readonly name: string; readonly homes: number; readonly keeper: Org | null;
  readonly since: string | null
  readonly mine: boolean; readonly mayStart: boolean }
export type Group = Counted & { readonly key: string; readonly name: string | null; readonly kind: TitleKind; readonly listed: number;
  readonly counts: boolean }
export type Register = {
  readonly compound: Org; readonly keeper: Org; readonly since: string; readonly totals: Counted
  readonly quorum: { readonly area: number; readonly heads: number } | null
  readonly kinds: readonly (Counted & { readonly kind: TitleKind; readonly listed: number; readonly listedArea: number })[]
  readonly groups: readonly Group[]; readonly stops: Readonly<Record<Stop, number>>; readonly several: number; readonly joint: number;
    readonly proxies: number
  readonly rule: { readonly written: boolean; readonly adoptedOn: string | null }
}
export type RegisterList = 'all' | 'stopped' | 'joint' | 'several' | 'proxy'
export type Title = {
  readonly id: string; readonly label: string; readonly kind: TitleKind; readonly area: number; readonly source: AreaSource;
    readonly status: TitleState
  readonly group: string; readonly head: string; readonly headKind: HeadKind; readonly company: string | null; readonly owners: readonly string[]
  readonly chosen: boolean; readonly stop: Stop | null; readonly proxy: boolean; readonly of: number; readonly counts: boolean
}
export type Owner = { readonly id: string; readonly name: string; readonly phone: string | null; readonly chosen: boolean;
  readonly since: string | null
  readonly until: string | null }
export type HeadTitle = { readonly id: string; readonly label: string; readonly kind: TitleKind; readonly area: number; readonly source: AreaSource
  readonly status: TitleState; readonly counts: boolean; readonly version: number }
export type HeadProxy = { readonly id: string; readonly name: string; readonly vote: string | null; readonly from: string; readonly to: string
  readonly state: 'holds' | 'ahead' | 'over' | 'revoked' }
export type HeadFile = {
  readonly id: string; readonly compound: string; readonly kind: HeadKind; readonly company: string | null;
    readonly blocked: 'death' | 'court_order' | null
  readonly version: number; readonly stop: Stop | null; readonly totals: Counted; readonly titles: readonly HeadTitle[];
    readonly owners: readonly Owner[]
  readonly past: readonly Owner[]; readonly proxies: readonly HeadProxy[]
}
export type KeptRule = { readonly id: string; readonly title: string; readonly document: string | null; readonly adoptedOn: string;
  readonly validFrom: string
  readonly validTo: string | null; readonly says: CompoundRule }
export type Rules = { readonly compound: Org; readonly mayWrite: boolean; readonly now: CompoundRule; readonly versions: readonly KeptRule[] }

const root = '/api/v1/registers'
export const useRegisters = () => useQuery({ queryKey: ['register', 'all'], queryFn: () => request<{ items: readonly RegisterCard[] }>('GET', root) })
export const useRegister = (compound: string) => useQuery({ queryKey: ['register', compound], queryFn: () => request<Register>('GET',
  `${root}/${compound}`) })
export const useTitles = (compound: string, asked: { readonly list: RegisterList; readonly group?: string | undefined;
  readonly q: string }) => useQuery({
  queryKey: ['register', compound, 'titles', asked.list, asked.group ?? '', asked.q], placeholderData: keepPreviousData,
  queryFn: ({ signal }) => request<{ total: number; items: readonly Title[] }>('GET',
    `${root}/${compound}/titles?${new URLSearchParams({ list: asked.list,
    ...(asked.group ? { group: asked.group } : {}), ...(asked.q ? { q: asked.q } : {}) })}`, { signal }),
})
export const useHead = (head: string) => useQuery({ queryKey: ['register', 'head', head], queryFn: () => request<HeadFile>('GET',
  `/api/v1/register-heads/${head}`) })
export const useRules = (compound: string) => useQuery({ queryKey: ['register', compound, 'rules'], queryFn: () => request<Rules>('GET',
  `${root}/${compound}/rules`) })

/** Votes of a compound that are not over: a written authority may be for one of them alone. */
export const useRunningVotes = (compound: string) => useQuery({ queryKey: ['votes', 'running', compound], queryFn: async () =>
  (await request<{ items: readonly { readonly id: string; readonly title: string; readonly state: string }[] }>('GET', `/api/v1/votes?place=${compound}`)).items
    .filter(({ state }) => ['draft', 'noticed', 'frozen', 'open'].includes(state)) })

/** A write to the register; what is shown of it is read anew afterwards. */
export function useRegisterAct<I, O>(path: (input: I) => string, bodyOf: (input: I) => object, onDone?: (output: O, input: I) => void) {
  const client = useQueryClient()
  return useAct<I, O>((input, key) => request<O>('POST', path(input), { body: bodyOf(input), key }), (output, input) => {
    void client.invalidateQueries({ queryKey: ['register'] })
    onDone?.(output, input)
  })
}
export const useStart = (onDone?: () => void) => useRegisterAct<string, { id: string }>((compound) => `${root}/${compound}/start`, () => ({}), onDone)
export const useHandOver = (compound: string, onDone?: () => void) =>
  useRegisterAct<string, { id: string }>(() => `${root}/${compound}/hand-over`, (to) => ({ to }), onDone)

/** Shows a name or a telephone in clear: asked for each time, kept nowhere. */
export const revealOwner = async (what: 'register-owners' | 'register-proxies', id: string, field: 'name' | 'phone',
  purpose: string): Promise<string> =>
  (await request<{ clear: string }>('POST', `/api/v1/${what}/${id}/reveal`, { body: { field, purpose } })).clear

export type Problem = { readonly line: number; readonly room: string; readonly grave: boolean; readonly said: Said }
export type Imported = { readonly committed: boolean; readonly rows: number; readonly added: number; readonly changed: number; readonly same: number
  readonly problems: readonly Problem[] }
