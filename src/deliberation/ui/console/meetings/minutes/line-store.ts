/** Lines of minutes that wait for a signal, in the browser's own database: what was written stays when the page is closed. */
import { Dexie, type Table } from 'dexie'
import type { Keeper } from '../../../../../ui-kit/index.ts'
import type { Kept } from './ledger.ts'

/** `slot`: who writes and in which meeting; `half`: the words in the box that were not kept as a line yet. */
type LineRow = Kept & { readonly key: string; readonly slot: string }
type HalfRow = { readonly slot: string; readonly label: string; readonly words: string }

class MinutesDb extends Dexie {
  declare lines: Table<LineRow, string>
  declare halves: Table<HalfRow, string>
  constructor() {
    super('linli-minutes')
    this.version(1).stores({ lines: 'key, slot', halves: 'slot' })
  }
}

let opened: Promise<MinutesDb | null> | null = null
/** A browser that keeps nothing (a private window) has none: lines last as long as the page. */
const db = (): Promise<MinutesDb | null> => {
  opened ??= (async () => { try { const made = new MinutesDb(); await made.open(); return made } catch { return null } })()
  return opened
}

/** The lines of this slot that the server lacks. */
export const waitingLines = async (slot: string): Promise<readonly Kept[]> => (await db())?.lines.where({ slot }).toArray() ?? []

/** Keeps the lines that wait and drops those that the server has. */
export async function keepLines(slot: string, lines: readonly Kept[]): Promise<void> {
  const at = await db()
  const key = (id: string): string => `${slot} ${id}`
  await at?.transaction('rw', at.lines, async () => {
    await at.lines.bulkPut(lines.filter(({ edit }) => edit > 0).map((line) => ({ ...line, key: key(line.id), slot })))
    await at.lines.bulkDelete(lines.filter(({ edit }) => edit === 0).map(({ id }) => key(id)))
  })
}

/** What stood half written in the box. */
export const halfWritten = async (slot: string): Promise<HalfRow | undefined> => (await db())?.halves.get(slot)

/** Keeps what stands half written in the box; nothing when it is empty. */
export async function keepHalf(half: HalfRow): Promise<void> {
  const at = await db()
  if (half.label === '' && half.words === '') await at?.halves.delete(half.slot)
  else await at?.halves.put(half)
}

const ofPerson = (slot: string, person: string): boolean => slot.startsWith(`${person} `)

/** [DM42] What of minutes waits in this browser, for signing out: each meeting with its lines, and the one that stands half written. */
export const minutesKeeper: Keeper = {
  left: async (person) => {
    const at = await db()
    const lines = (await at?.lines.toArray() ?? []).filter(({ slot }) => ofPerson(slot, person)).map(({ slot }) => slot)
    const halves = (await at?.halves.toArray() ?? []).filter(({ slot, words }) => ofPerson(slot, person) && words.trim() !== '').map(({ slot }) => slot)
    const all = [...lines, ...halves]
    return [...new Set(all)].map((slot) => ({ what: { zh: '会议记录', en: 'Minutes' }, count: all.filter((one) => one === slot).length,
      href: `/console/meetings/${slot.slice(person.length + 1)}` }))
  },
  erase: async (person) => {
    const at = await db()
    if (person === null) await Promise.all([at?.lines.clear(), at?.halves.clear()])
    else await Promise.all([at?.lines.filter(({ slot }) => ofPerson(slot, person)).delete(), at?.halves.filter(({ slot }) => ofPerson(slot, person)).delete()])
  },
}
