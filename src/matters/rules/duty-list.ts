import type { Said, Source } from '../../kit/pure.ts'
import type { CategoryCode } from './categories.ts'
import type { CompoundType } from '../../places/rules/index.ts'
import { DUTY_ROWS } from './packs/duty-rows.ts'
import type { DutyHolder, DutyRow, Hint, Pace } from './packs/duty-rows.ts'

export type { DutyHolder, Hint, Pace } from './packs/duty-rows.ts'
export type { CompoundType } from '../../places/rules/index.ts'

/** The dated pack that a decision stores beside what it decided. */
export const DUTY_LIST = {
  id: 'duty-list', region: '990106', version: '2026-demo-1', validFrom: '2025-01-01', validTo: null,
  source: [{ law: '桐荫街道职责清单（演示）' }],
} as const

/** What whoever hands the matter on should know first. */
export const HINTS: Readonly<Record<Hint, Said>> = {
  phone_first: { zh: '电话优先，联系单后补', en: 'Phone first, the slip follows' },
  lift_phone: { zh: '有人被困，先按轿厢里的应急电话，不要扒门', en: 'Somebody trapped: use the emergency phone in the car, don’t force the door' },
  call_119: { zh: '正在救火救人，先打119', en: 'If there is a fire or rescue now, call 119' },
  call_110: { zh: '人有危险，先打110', en: 'Somebody in danger: call 110 first' },
  fence_off: { zh: '先围挡、立警示，再修', en: 'Fence it off first, then repair' },
  money_path: { zh: '要花钱的，同时说明钱从哪来', en: 'If it costs money, say where the money comes from' },
  joint_if_again: { zh: '制止后再犯，社区吹综合执法哨', en: 'If it comes back, the community blows for joint enforcement' },
  talk_it_over: { zh: '劝不下来，转议事', en: 'If asking doesn’t help, take it to a meeting' },
  warranty: { zh: '带上交付日期和保修项目', en: 'Bring the hand-over date and the warranty item' },
  find_source: { zh: '先看现场，写清源头', en: 'Look first, and write down the source' },
}

/** How a holder is reached: only organs' stations hear a whistle, utilities get a slip. */
export type Way = 'hand' | 'assign' | 'whistle' | 'slip' | 'mediate'

export type Duty = {
  readonly holder: DutyHolder
  readonly way: Way
  /** Who would have had it but doesn't exist in this place, first choice first. */
  readonly passedOver: readonly DutyHolder[]
  readonly why: Said
  readonly source: Source
  readonly hint: Said | null
  readonly hintCode: Hint | null
  readonly pace: Pace
  readonly pack: { readonly id: string; readonly version: string }
}

/** The way to a duty holder. */
export function wayTo(holder: DutyHolder): Way {
  if (holder.startsWith('station:')) return 'whistle'
  if (holder.startsWith('utility:')) return 'slip'
  if (holder === 'mediation') return 'mediate'
  return holder === 'captain' || holder === 'grid' || holder === 'community' || holder === 'named_worker' ? 'hand' : 'assign'
}

/** Who steps in when a holder doesn't exist; the residents' committee is always there. */
function standIns(holder: DutyHolder): readonly DutyHolder[] {
  if (holder === 'captain') return ['grid', 'community']
  if (holder === 'developer') return ['firm', 'community']
  return ['community']
}

function rowFor(category: CategoryCode, type: CompoundType | null): DutyRow | undefined {
  return DUTY_ROWS.find(row => row.codes.includes(category) && (!row.at || (type !== null && row.at.includes(type))))
}

/**
 * Who has the duty for a matter [M3]: category × type of compound (null outside compounds), then the first of holder and stand-ins for which
 * `exists` says yes. The community is the last resort and isn't asked about; `passedOver` says who was missing.
 * How long the stages may take follows from `pace` (packs/stage-paces.ts).
 */
export function dutyFor(category: CategoryCode, type: CompoundType | null, exists: (holder: DutyHolder) => boolean): Duty {
  const row = rowFor(category, type) ?? rowFor('other', null)
  if (!row) throw new Error('the duty list lost its last resort')
  const chain = [...new Set([row.holder, ...(row.next ?? []), ...standIns(row.holder)])]
  const at = chain.findIndex(holder => holder === 'community' || exists(holder))
  const holder = chain[at] ?? 'community'
  return {
    holder, way: wayTo(holder), passedOver: chain.slice(0, at), why: row.why, source: row.source,
    hint: row.hint ? HINTS[row.hint] : null, hintCode: row.hint ?? null,
    pace: row.pace, pack: { id: DUTY_LIST.id, version: DUTY_LIST.version },
  }
}
