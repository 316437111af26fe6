/** An address as it is counted: IPv4 whole, IPv6 by its first 64 bits, because one home holds them all. */
export function countedAddress(address: string): string {
  const [, four] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? []
  return four ?? (address.includes(':') ? address.split('::')[0]?.split(':').slice(0, 4).join(':') ?? '' : address)
}

/**
 * Counts what comes from one network address: at most `most` in each span of `minutes`, kept in memory alone. Answers 0 when one more may
 * come, else the whole seconds until it may. `most` 0 means no limit. Runs on the machine's clock, so that moving a demo's clock opens nothing.
 */
export function addressLimit(most: number, minutes: number, clock: () => number = () => performance.now()): (address: string) => number {
  const spanMs = minutes * 60_000
  let span = -1
  let counts = new Map<string, number>()
  return (address) => {
    const at = clock()
    const here = Math.floor(at / spanMs)
    if (here !== span) [span, counts] = [here, new Map()]
    const key = countedAddress(address)
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return most > 0 && count > most ? Math.ceil(((here + 1) * spanMs - at) / 1000) : 0
  }
}
