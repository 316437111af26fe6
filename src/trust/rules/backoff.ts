/** How many failures are free, then how the wait grows: seconds. */
export type BackOff = { readonly free: number; readonly first: number; readonly longest: number }

/** Failures older than this are forgotten, in seconds. */
export const forgetAfter = 24 * 3600

/** By sign-in name or card: five tries are free, then 30 s, doubling up to 15 minutes. */
export const perAccount: BackOff = { free: 5, first: 30, longest: 900 }

/** By network address: an office behind one address shares it, so thirty tries are free. */
export const perAddress: BackOff = { free: 30, first: 30, longest: 900 }

/**
 * Whole seconds to wait before the next try; 0 when it may be made now. `failures` in a row, `last` and `at` in epoch milliseconds.
 * A clock that went backwards never makes the wait longer than the step itself. [T3]
 */
export function waitSeconds(failures: number, last: number, at: number, rule: BackOff): number {
  const since = Math.max(0, (at - last) / 1000)
  if (failures < rule.free || since >= forgetAfter) return 0
  const step = Math.min(rule.longest, rule.first * 2 ** Math.min(failures - rule.free, 20))
  return Math.max(0, Math.ceil(step - since))
}

/** Failures that still count at `at`: none after a day of rest. */
export const countedFailures = (failures: number, last: number, at: number): number => ((at - last) / 1000 >= forgetAfter ? 0 : failures)

/** How many one-time codes may be asked for in a span of seconds. */
export type Limit = { readonly most: number; readonly seconds: number }

/** One code a minute for a phone, five an hour, ten a day; the same for what the code opens. [T6] */
export const codeLimits: readonly Limit[] = [{ most: 1, seconds: 60 }, { most: 5, seconds: 3600 }, { most: 10, seconds: 86_400 }]

/** A code lives ten minutes and is looked at five times at most. [T6] */
export const codeLife = { seconds: 600, tries: 5 } as const

/** Seconds until one more code may be asked for. `asked` are the times of earlier ones in epoch milliseconds, in any order. [T6] */
export function waitForCode(asked: readonly number[], at: number, limits: readonly Limit[] = codeLimits): number {
  const newestFirst = [...asked].sort((a, b) => b - a)
  const waits = limits.map(({ most, seconds }) => {
    const oldestThatCounts = newestFirst[most - 1]
    return oldestThatCounts === undefined ? 0 : Math.ceil((oldestThatCounts + seconds * 1000 - at) / 1000)
  })
  return Math.max(0, ...waits)
}
