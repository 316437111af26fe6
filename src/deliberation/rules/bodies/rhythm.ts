/** How often a body meets, by when what is brought to it is answered, and which decisions wait for their evaluation. [DB4] [DB5] [DB8] */
import { civilDay, daysOf, ok, refuse, type Result } from '../../../kit/pure.ts'
import type { Body } from './seats.ts'

/** `due`: the last day by which it has to meet; `late`: days over it, 0 where it is in time. */
export type Rhythm = { readonly last: string | null; readonly due: string; readonly late: number }

/** When a body has to meet next: so many days after it last met, or after it was set up. [DB4] */
export function rhythmOf(body: Pick<Body, 'rhythmDays' | 'foundedOn' | 'endedOn'>, last: string | null, today: string): Rhythm {
  const due = civilDay(daysOf(last ?? body.foundedOn) + body.rhythmDays)
  return { last, due, late: body.endedOn === null ? Math.max(0, daysOf(today) - daysOf(due)) : 0 }
}

/** By when something that was brought is answered: within one rhythm of the body. [DB5] */
export const answerBy = (body: Pick<Body, 'rhythmDays'>, broughtOn: string): string => civilDay(daysOf(broughtOn) + body.rhythmDays)

export const INTAKE_STATES = ['held', 'open', 'on_agenda', 'declined', 'removed'] as const
export type IntakeState = (typeof INTAKE_STATES)[number]
export type IntakeAnswer = { readonly to: 'meeting'; readonly meeting: string; readonly title: string } | { readonly to: 'thread'; readonly thread: string }
  | { readonly to: 'declined'; readonly reason: string }

/** [DB5] Whether what was brought may be answered so: once, and never declined without a reason. */
export function mayAnswer(state: IntakeState, answer: IntakeAnswer): Result<IntakeState> {
  if (state !== 'open') return refuse({ code: 'answered', rule: 'DB5', explain: state === 'held'
    ? { zh: '这一条还在等人看过，看过才能答复。', en: 'This waits for a look before it can be answered.' }
    : { zh: '这一条已经有答复了。', en: 'This has been answered.' } })
  if (answer.to !== 'declined') return ok('on_agenda')
  if ([...answer.reason.trim()].length < 4) return refuse({ code: 'no_reason', rule: 'DB5', explain: { zh: '不列入要写清为什么，提的人看得到。', en: 'Say why it is not taken up: who brought it reads that.' } })
  return ok('declined')
}

/** A decision as its evaluation sees it. */
export type Decided = { readonly carried: boolean; readonly evaluateOn: string | null; readonly verdict: string | null }
/** [DB8] Days that an evaluation is over its day; 0 where it is judged, not carried, or still has time. */
export const evaluationLate = ({ carried, evaluateOn, verdict }: Decided, today: string): number =>
  (!carried || verdict !== null || evaluateOn === null ? 0 : Math.max(0, daysOf(today) - daysOf(evaluateOn)))

/** [DB7] Whether a body may end: nothing that residents brought is left without an answer, and no decision without its evaluation. */
export function mayEnd(body: Pick<Body, 'endedOn'>, openIntakes: number, unjudged: number): Result<true> {
  if (body.endedOn !== null) return refuse({ code: 'body_ended', rule: 'DB7', explain: { zh: '这个组织已经结束了。', en: 'This body has ended.' } })
  if (openIntakes > 0) return refuse({ code: 'intakes_open', rule: 'DB7', explain: { zh: `还有${openIntakes}件居民提的事没答复，答复完才能结束。`, en: `${openIntakes} brought by residents wait for an answer.` } })
  if (unjudged > 0) return refuse({ code: 'decisions_open', rule: 'DB7', explain: { zh: `还有${unjudged}项定下的事没评，评完才能结束。`, en: `${unjudged} decisions wait for their evaluation.` } })
  return ok(true)
}
