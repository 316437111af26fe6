/** Cursors of what is read newest first: the moment and the key of the last one that was shown. */

/** A cursor of a moment (kept in milliseconds) and a key. */
export const cursorOf = (at: Date, key: string): string => `${at.getTime()}_${key}`

/** A cursor read back; null where it isn't one. */
export function readCursor(text: string | undefined): { readonly at: Date; readonly key: string } | null {
  const match = /^(\d{1,15})_([\w-]{1,60})$/.exec(text ?? '')
  return match ? { at: new Date(Number(match[1])), key: match[2] ?? '' } : null
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** A cursor whose key is an id; null where it isn't one. */
export function readIdCursor(text: string | undefined): { readonly at: Date; readonly key: string } | null {
  const cursor = readCursor(text)
  return cursor && uuid.test(cursor.key) ? cursor : null
}
