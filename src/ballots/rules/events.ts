/** What can happen to a head between the freezing of the register and the count, and what each does to the count. */
import type { Said, Source } from '../../kit/pure.ts'
import type { CivilDay } from '../../offices/rules/index.ts'
import { CIVIL_CODE, INTERPRETATION } from './packs/article.ts'
import type { Expression, Measure } from './vote.ts'

/**
 * `changed_hands`, `died`: what was said stands, whoever comes after speaks only if nobody has. `court_set_aside`: what was said is not counted, the
 * head stays in the totals. `court_struck`: out of the register for this vote, with its area and head. `court_stayed`: the whole vote stands still.
 */
export const EVENT_KINDS = ['changed_hands', 'died', 'court_set_aside', 'court_struck', 'court_stayed'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** `elector` null for the whole vote. `area` and `heads` are the elector's, nothing for the whole vote. `paper`: the number of the paper shown. */
export type CountEvent = Measure & { readonly kind: EventKind; readonly elector: string | null; readonly on: CivilDay; readonly paper: string }

/** One line of what an event did, for the count sheet. */
export type Trace = { readonly kind: EventKind; readonly elector: string | null; readonly on: CivilDay; readonly paper: string; readonly say: Said
  readonly source: Source }

const WORDS: Readonly<Record<EventKind, { readonly say: Said; readonly source: Source }>> = {
  changed_hands: { source: INTERPRETATION(1),
    say: { zh: '投票期间房屋转让：名册按冻结那天算；原业主已经表达的有效，没有表达的由新业主表达一次。',
      en: 'Changed hands: the register of the frozen day counts. What the former owner said stands; if nothing was said, the new one speaks once.' } },
  died: { source: CIVIL_CODE(230, 1121),
    say: { zh: '业主去世：生前已经表达的有效；没有表达的，由继承人推选一人表达。',
      en: 'An owner died: what was said in life stands; if nothing was said, one of the heirs, chosen by them, speaks.' } },
  court_set_aside: { source: { law: '人民法院的裁定或判决' },
    say: { zh: '按法院文书，这一票不计；面积和人数仍在总数里。', en: 'By order of the court this ballot is not counted; the head stays in the totals.' } },
  court_struck: { source: { law: '人民法院的裁定或判决' },
    say: { zh: '按法院文书，这一户不在本次表决的名册里，总数相应减少。', en: 'By order of the court this head is out of the register; the totals shrink by it.' } },
  court_stayed: { source: { law: '人民法院的裁定或判决' },
    say: { zh: '按法院文书，本次表决暂停，不出结果。', en: 'By order of the court the vote stands still: there is no result.' } },
}

export type AfterEvents = { readonly totals: Measure; readonly expressions: readonly Expression[]; readonly trace: readonly Trace[]
  readonly stayed: boolean }

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** [B13] Totals and expressions after everything that happened, with a line of trace for each event, in one order. */
export function afterEvents(totals: Measure, expressions: readonly Expression[], events: readonly CountEvent[]): AfterEvents {
  const sorted = [...events].sort((one, other) => order(one.on, other.on) || order(one.elector ?? '', other.elector ?? '') || order(one.kind, other.kind))
  const out = new Set(sorted.filter(({ kind }) => kind === 'court_set_aside' || kind === 'court_struck').map(({ elector }) => elector))
  const struck = new Map(sorted.filter(({ kind }) => kind === 'court_struck').map((event) => [event.elector, event]))
  let { area, heads } = totals
  for (const event of struck.values()) [area, heads] = [area - event.area, heads - event.heads]
  return {
    totals: { area, heads },
    expressions: expressions.filter(({ elector }) => !out.has(elector)),
    trace: sorted.map(({ kind, elector, on, paper }) => ({ kind, elector, on, paper, ...WORDS[kind] })),
    stayed: sorted.some(({ kind }) => kind === 'court_stayed'),
  }
}
