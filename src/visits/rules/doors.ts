import type { Met } from './visit.ts'

/** A home on a door list, with the last time somebody was there. `misses`: visits in a row at which nobody was met. */
export type DoorHome = {
  readonly id: string; readonly name: string; readonly unit: string | null; readonly floor: number | null
  readonly last: { readonly day: string; readonly half: 'am' | 'pm'; readonly met: Met } | null
  readonly misses: number
}

/** The home after this one in the order of the doors, first again after the last; null when there is no other. */
export function nextHome<H extends Pick<DoorHome, 'id'>>(homes: readonly H[], id: string): H | null {
  const at = homes.findIndex((home) => home.id === id)
  const next = homes[(at + 1) % homes.length]
  return at < 0 || next === undefined || next.id === id ? null : next
}

/** The month before that of a day, as '2026-10'. */
function previousMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}

/**
 * A few homes to knock at: first those where nobody was met within a month, though not on the same day, then those never visited, then those that
 * were visited longest ago. An offer, not a task: nobody counts what is left over. [V6] `today` and days as '2026-11-20'.
 */
export function homesToOffer<H extends DoorHome>(homes: readonly H[], today: string, most: number): readonly H[] {
  const monthAgo = `${previousMonth(today)}${today.slice(7)}` // compared as text: the 31st of a shorter month is its last day and more
  const order = (home: H): string => {
    if (home.last === null) return '1'
    return home.misses > 0 && home.last.day >= monthAgo ? `0${home.last.day}` : `2${home.last.day}`
  }
  return homes.filter((home) => home.last?.day !== today)
    .map((home, at) => ({ home, at, key: order(home) }))
    .sort((one, two) => (one.key < two.key ? -1 : one.key > two.key ? 1 : one.at - two.at))
    .slice(0, most).map(({ home }) => home)
}
