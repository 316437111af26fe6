/** Somebody of the community who could verify: their post, the grid it is for (null: all), and how many wait for them already. */
export type Verifier = { readonly post: string; readonly person: string; readonly grid: string | null; readonly waiting: number }

/** A number from an id, the same everywhere: FNV-1a over its signs. */
function spread(id: string): number {
  let hash = 0x811c9dc5
  for (const sign of id) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash
}

/**
 * [M38] Whose turn it is to verify: across grids first, nobody who worked on it; of those, whoever has fewest waiting, and among equals by the
 * matter's id, so that nobody chooses who looks. Null when nobody is left: then anybody else who may look does. Source: realism 19.
 */
export function verifierFor(
  matter: { readonly id: string; readonly doers: readonly string[]; readonly grid: string | null }, there: readonly Verifier[],
): string | null {
  const free = there.filter((one) => !matter.doers.includes(one.person))
  const across = free.filter((one) => one.grid !== null && one.grid !== matter.grid)
  const pool = across.length > 0 ? across : free
  const least = Math.min(...pool.map((one) => one.waiting))
  const equals = pool.filter((one) => one.waiting === least).map((one) => one.post).sort()
  return equals[spread(matter.id) % Math.max(1, equals.length)] ?? null
}
