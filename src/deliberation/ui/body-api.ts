/** Calls about standing bodies; the shapes are those of http/body-schemas.ts. Days 'YYYY-MM-DD', times ISO. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Said } from '../../kit/pure.ts'
import { request, useAct } from '../../ui-kit/index.ts'
import type { BodyKind, IntakeState, Power, SeatRole, Side } from '../rules/bodies/index.ts'

type Named = { readonly id: string; readonly name: string }
export type Rhythm = { readonly last: string | null; readonly due: string; readonly late: number }
export type BodyMeeting = { readonly id: string; readonly title: string; readonly kind: string; readonly state: string; readonly venue: string; readonly number: string | null; readonly startsAt: string }
export type BodyCard = { readonly id: string; readonly kind: BodyKind; readonly name: string; readonly place: Named; readonly seats: number; readonly foundedOn: string
  readonly endedOn: string | null; readonly taken: number; readonly rhythm: Rhythm; readonly next: BodyMeeting | null; readonly open: number; readonly lateAnswers: number
  readonly lateEvaluations: number }
export type Overdue = { readonly id: string; readonly words: string; readonly meeting: string; readonly meetingTitle: string; readonly number: string | null; readonly n: number
  readonly thread: string | null; readonly body: Named | null; readonly evaluateOn: string; readonly late: number }
export type Bodies = { readonly place: Named & { readonly kind: string }; readonly items: readonly BodyCard[]; readonly overdue: readonly Overdue[] }
export type Member = { readonly id: string; readonly role: SeatRole; readonly side: Side; readonly label: string; readonly since: string; readonly until: string; readonly ending: number | null }
export type Intake = { readonly id: string; readonly name: string; readonly words: string; readonly at: string; readonly paper: boolean; readonly state: IntakeState; readonly answerBy: string
  readonly late: number; readonly reason: string | null; readonly meeting: { readonly id: string; readonly title: string; readonly startsAt: string } | null
  readonly thread: { readonly id: string; readonly title: string } | null }
export type Task = { readonly id: string; readonly title: string; readonly owner: string; readonly due: string; readonly state: string; readonly result: string | null
  readonly verdict: string | null; readonly doneOn: string | null; readonly late: number }
export type Decision = { readonly id: string; readonly meeting: string; readonly thread: string | null; readonly number: string | null; readonly on: string; readonly n: number; readonly words: string
  readonly yes: number; readonly no: number; readonly abstained: number; readonly minority: string; readonly carried: boolean; readonly state: string; readonly evaluateOn: string | null
  readonly verdict: string | null; readonly late: number; readonly tasks: readonly Task[] }
export type BodyFile = {
  readonly id: string; readonly kind: BodyKind; readonly name: string; readonly place: Named; readonly keeper: string; readonly seats: number; readonly rhythmDays: number
  readonly termMonths: number; readonly powers: readonly Power[]; readonly charter: string; readonly foundedOn: string; readonly endedOn: string | null; readonly rhythm: Rhythm
  readonly next: BodyMeeting | null; readonly members: readonly Member[]
  readonly composition: { readonly taken: number; readonly open: number; readonly residents: number; readonly others: number; readonly say: Said; readonly good: boolean
    readonly sides: readonly { readonly side: Side; readonly count: number }[] }
  readonly meetings: readonly BodyMeeting[]; readonly intakes: readonly Intake[]; readonly decisions: readonly Decision[]
}
export type StaffBody = BodyFile & { readonly version: number; readonly held: number; readonly moves: readonly string[]; readonly keeps: boolean; readonly former: readonly Member[]
  readonly posts: readonly { readonly id: string; readonly title: string; readonly org: string }[]; readonly threads: readonly { readonly id: string; readonly title: string }[] }

const api = '/api/v1'
export const useBodies = (place: string | undefined) => useQuery({ queryKey: ['councils', 'at', place], enabled: Boolean(place),
  queryFn: () => request<Bodies>('GET', `${api}/public/councils?place=${place}`) })
export const useBody = (id: string) => useQuery({ queryKey: ['councils', 'one', id], queryFn: () => request<BodyFile>('GET', `${api}/public/councils/${id}`) })
export const useStaffBody = (id: string) => useQuery({ queryKey: ['councils', 'staff', id], queryFn: () => request<StaffBody>('GET', `${api}/councils/${id}`) })

export type Step = { readonly to: string; readonly body: Readonly<Record<string, unknown>> }
/** A write below the API; bodies are read anew after it. */
export function useBodyStep<O = unknown>(onDone?: (output: O) => void) {
  const client = useQueryClient()
  return useAct<Step, O>(({ to, body }, key) => request<O>('POST', `${api}/${to}`, { body, key }),
    (output) => { void client.invalidateQueries({ queryKey: ['councils'] }); onDone?.(output) })
}
