/** What somebody may mean who types into the box that finds people and homes. [RO47] */

/** One way to look: by a keyed hash of a person's name, number or letters. */
export type FindKey = { readonly kind: 'name' | 'surname' | 'initials' | 'phone' | 'phone_end' | 'id_number'; readonly text: string }
/** What was typed: ways to look for people (any of `any` in each group; people fit all groups), and words that may be a place. */
export type Sought = { readonly people: readonly (readonly FindKey[])[]; readonly place: string | null }

const han = /^\p{Script=Han}+$/u
const placeWords = /[楼栋幢座单元室号苑府院村里园区]|社区|网格/u

function keysOf(part: string): readonly FindKey[] {
  const digits = part.replace(/[\s-]/g, '')
  if (/^1[3-9]\d{9}$/.test(digits)) return [{ kind: 'phone', text: digits }]
  if (/^\d{17}[\dXx]$/.test(digits)) return [{ kind: 'id_number', text: digits }]
  if (/^\d{4}$/.test(digits)) return [{ kind: 'phone_end', text: digits }]
  if (/^[A-Za-z]{2,8}$/.test(part)) return [{ kind: 'initials', text: part.toLowerCase() }]
  const hidden = /^(\p{Script=Han}{1,2})[＊*]+$/u.exec(part)?.[1]
  if (hidden !== undefined) return [{ kind: 'surname', text: hidden }]
  if (!han.test(part) || part.length > 8) return /^[\p{Script=Han}]+[·•‧][\p{Script=Han}·•‧]+$/u.test(part) ? [{ kind: 'name', text: part }] : []
  if (part.length === 1) return [{ kind: 'surname', text: part }]
  return part.length === 2 ? [{ kind: 'name', text: part }, { kind: 'surname', text: part }] : [{ kind: 'name', text: part }]
}

/**
 * Reads what was typed. Words with blanks between them narrow each other: '王 3号楼' are people named 王 in building 3. A word of digits may be the end
 * of a telephone or a room; alone it is tried as both. Nothing that is typed here is kept or logged.
 */
export function readFind(typed: string): Sought {
  const parts = typed.normalize('NFKC').trim().split(/\s+/).filter((part) => part !== '').slice(0, 4)
  const people: (readonly FindKey[])[] = []
  const places: string[] = []
  for (const part of parts) {
    const keys = keysOf(part)
    const alsoPlace = keys.length === 0 || keys[0]?.kind === 'phone_end' || keys[0]?.kind === 'initials' || (han.test(part) && placeWords.test(part))
    if (keys.length > 0 && !(parts.length > 1 && keys[0]?.kind === 'phone_end' && people.length > 0)) people.push(keys)
    else if (keys.length > 0) places.push(part)
    if (alsoPlace && (parts.length === 1 || keys.length === 0)) places.push(part)
  }
  return { people, place: places.length > 0 ? places.join('') : null }
}
