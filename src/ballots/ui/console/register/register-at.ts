import type { RegisterList } from './register-api.ts'

/** The address of a register, with a list, a part and a head of it open. */
export function registerAt(compound: string, { list = 'all', group,
  head }: { list?: RegisterList; group?: string | undefined; head?: string } = {}): string {
  const query = new URLSearchParams({ ...(list === 'all' ? {} : { list }), ...(group ? { group } : {}) }).toString()
  return `/console/register/${compound}${head ? `/${head}` : ''}${query ? `?${query}` : ''}`
}
