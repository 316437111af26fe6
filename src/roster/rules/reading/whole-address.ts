import { readAddress } from '../../../places/rules/index.ts'
import type { ReadHome } from './types.ts'

export function readWholeAddress(text: string): ReadHome {
  const read = readAddress(text)
  if (read === null) return {}
  const { building, unit, room, before } = read
  return { ...building === undefined ? {} : { building }, ...unit === undefined ? {} : { unit }, ...room === undefined ? {} : { room }, ...before === '' ? {} : { rest: before } }
}
