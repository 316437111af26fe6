/** What a party without an account asks by an answer link: nothing before it has typed its code. */
import { request, useAct } from '../../../../ui-kit/index.ts'
import type { AnswerName } from '../../../rules/index.ts'

export type Typed = { readonly token: string; readonly code: string }
/** What the link is about. Times are ISO. */
export type AnswerSlip = {
  readonly number: string; readonly title: string; readonly place: string; readonly words: string; readonly difficulty: string | null
  readonly situation: string | null; readonly state: string; readonly org: string; readonly role: 'holder' | 'lead' | 'support' | 'slip';
    readonly part: string
  readonly task: string; readonly reportBy: string | null; readonly finishBy: string | null; readonly reportedAt: string | null
  readonly outsideNumber: string | null; readonly others: readonly { readonly name: string; readonly role: string }[]
  readonly community: { readonly name: string; readonly phone: string | null }; readonly answers: readonly AnswerName[]; readonly used: boolean
}
export type AnswerInput = Typed & {
  readonly what: AnswerName; readonly note: string; readonly outcome?: string; readonly reason?: string; readonly outsideNumber?: string
}

/** Opens the slip with the six digits. */
export const useOpenSlip = (onDone: (slip: AnswerSlip, typed: Typed) => void) =>
  useAct((input: Typed, key) => request<AnswerSlip>('POST', '/api/v1/answer/open', { body: input, key }), onDone)
/** The one answer of this link. */
export const useAnswer = (onDone: (done: { readonly number: string; readonly state: string }) => void) =>
  useAct((input: AnswerInput, key) => request<{ readonly number: string; readonly state: string }>('POST', '/api/v1/answer', { body: input, key }),
    onDone)
