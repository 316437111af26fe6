/** The value of a cookie in a request's Cookie header: the first of that name. Undefined when it is missing or not well escaped. */
export function cookieIn(header: string | undefined, name: string): string | undefined {
  const found = header?.split(';').map(part => part.trim()).find(part => part.startsWith(`${name}=`))
  if (found === undefined) return undefined
  try {
    return decodeURIComponent(found.slice(name.length + 1).replace(/^"(.*)"$/, '$1'))
  } catch {
    return undefined
  }
}

/** A Set-Cookie header for the whole site, out of reach of scripts and of foreign pages' writes. `maxAge` in seconds; 0 takes it away. [T1] */
export const cookieText = (name: string, value: string, maxAge: number, live: boolean): string =>
  `${name}=${encodeURIComponent(value)}; Max-Age=${Math.trunc(maxAge)}; Path=/; HttpOnly; SameSite=Lax${live ? '; Secure' : ''}`
