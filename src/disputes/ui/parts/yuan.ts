/** Money on screens: fen as '8,400.00元', and back from what was typed, by whole numbers alone. */

/** Fen in words: 840000 → '8,400.00元'. */
export function yuan(fen: number): string {
  const whole = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${whole}.${String(fen % 100).padStart(2, '0')}元`
}

/** What was typed ('800', '1,200.5') as fen; null when it is no amount up to ten million yuan. */
export function fenOf(typed: string): number | null {
  const [, whole, part = ''] = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(typed.normalize('NFKC').replace(/[,\s元]/g, '')) ?? []
  if (whole === undefined) return null
  const fen = Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return fen > 0 && fen <= 1_000_000_000 ? fen : null
}
