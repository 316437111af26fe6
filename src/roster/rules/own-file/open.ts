/** Who is meant by a phone, the end of a name and, among several, a room. [RO50] */

/** For how long an opened file stays open on a device, in minutes: phones are shared. */
export const FILE_MINUTES = 30

/** Somebody whose current phone it is: `who` joins the ties of one human being. `names`: current names, in clear. `rooms`: names of their homes. */
export type Candidate = { readonly tie: string; readonly who: string; readonly names: readonly string[]; readonly room: string }

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
/** The last character of a name, however wide it was typed. */
export const lastOf = (name: string): string => [...plain(name)].at(-1) ?? ''
const digits = (room: string): string => plain(room).replace(/[^\da-z]/g, '')

/** Whether a room was meant: '1201' for '1201室'. */
const isRoom = (typed: string, room: string): boolean => digits(typed) !== '' && digits(room) === digits(typed)

/**
 * Whose file opens. The end of the name is always asked: a number changes hands, couples share one, and a code alone would open a stranger's file.
 * Several people whom it fits: the room decides. Null: nobody. 'room': the room is needed. [RO50] P32
 */
export function meantBy(candidates: readonly Candidate[], last: string, room: string): string | 'room' | null {
  const typed = plain(last)
  if ([...typed].length !== 1) return null
  const fit = candidates.filter(({ names }) => names.some((name) => lastOf(name) === typed))
  const near = room.trim() === '' ? fit : fit.filter((one) => isRoom(room, one.room))
  const [first] = near
  if (first === undefined) return null
  return new Set(near.map(({ who }) => who)).size === 1 ? first.tie : 'room'
}

/** A tie of the human being whose file is opened: with the hash of its current phone as text, null where none is known. */
export type OwnTie = { readonly id: string; readonly person: string; readonly phone: string | null }

/**
 * The ties that a phone opens: those that say this phone, and those of the same record that say none. A tie that says another phone stays shut, also
 * when somebody joined the two: it may be the other one of a couple. [RO51] P32
 */
export function opensTies<T extends OwnTie>(ties: readonly T[], opened: string): readonly T[] {
  const key = ties.find(({ id }) => id === opened)
  if (key === undefined || key.phone === null) return []
  const same = new Set(ties.filter(({ phone }) => phone === key.phone).map(({ person }) => person))
  return ties.filter(({ phone, person }) => phone === key.phone || (phone === null && same.has(person)))
}
