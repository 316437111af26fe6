/** What can be written as canonical JSON: whole numbers only. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain }

/**
 * One value, one text: JSON without white space, keys in the order of their UTF-16 units (RFC 8785, of which numbers other than whole ones are
 * left out). Throws RangeError for a number that is not a safe integer.
 */
export function canonicalText(value: Plain): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError('only whole numbers are written')
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalText).join(',')}]`
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : 1))
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalText(value[key] ?? null)}`).join(',')}}`
}

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value)
