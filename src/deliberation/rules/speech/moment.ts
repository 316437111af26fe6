import { civilDay } from '../../../kit/pure.ts'

const two = (n: number): string => String(n).padStart(2, '0')

/** A moment (epoch milliseconds) as an ISO time to the second, rounded up. */
export function isoTime(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  const [day, rest] = [Math.floor(seconds / 86_400), ((seconds % 86_400) + 86_400) % 86_400]
  return `${civilDay(day)}T${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}.000Z`
}
