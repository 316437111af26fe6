/** Who a matter will go to and how soon it is seen: the same duty list that the server decides by. */
import type { Said } from '../../../kit/pure.ts'
import type { Pace } from '../../../offices/rules/index.ts'
import type { CategoryCode, Danger } from '../../rules/index.ts'
import type { Door } from '../resident-api.ts'
import type { Rules } from './use-rules.ts'

export type WhoGets = {
  /** Word of the duty list: captain, firm, station:police … */
  readonly holder: string
  /** Its name where the public may know it. */
  readonly name: string | null
  /** Who gets a contact slip beside it. */
  readonly slip: string | null
  /** Until it is looked at. */
  readonly sign: Pace
  readonly hint: Said | null
}

const ROLE: Readonly<Record<string, string>> = { captain: '楼栋长', grid: '网格员' }

const nameOf = (door: Door, word: string): string | null => {
  const role = ROLE[word]
  if (role !== undefined) return door.people.find((one) => one.role.zh === role)?.name ?? null
  return word === 'named_worker' || word === 'mediation' ? null : door.holders.find((one) => one.word === word)?.name ?? null
}

type Kind = Parameters<Rules['dutyFor']>[1]

/** Who gets a matter of `category` at this place; words of harm go to the named worker, danger is seen within half an hour. */
export function whoGets(rules: Rules, door: Door, category: CategoryCode, danger: Danger | null): WhoGets {
  const there = new Set(door.holders.map(({ word }) => word))
  // the server sends one of the types of the duty list, or null
  const duty = rules.dutyFor(category, door.compoundType as Kind, (holder) => there.has(holder))
  if (danger?.namedWorker) return { holder: there.has('named_worker') ? 'named_worker' : 'community', name: null, slip: null,
    sign: rules.DANGER_SIGN.harm, hint: null }
  const sign = danger ? rules.DANGER_SIGN.danger : rules.pacesOf(category).sign
  if (duty.way === 'slip') return { holder: 'community', name: door.community, slip: nameOf(door, duty.holder), sign, hint: duty.hint }
  return { holder: duty.holder, name: nameOf(door, duty.holder), slip: null, sign, hint: duty.hint }
}
