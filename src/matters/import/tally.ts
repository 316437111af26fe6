import type { Said } from '../../kit/pure.ts'
import { FIXES } from '../rules/mapping.ts'
import type { JudgedRow } from './matter-file.ts'

export type Verdict = 'ok' | 'fixable' | 'cannot'
/** One reason with how many rows have it, and the first of them by their numbers. Never their words. */
export type Reason = {
  readonly verdict: Verdict; readonly code: string; readonly said: Said; readonly count: number; readonly rows: readonly number[]
}
export type Tally = {
  readonly rows: number; readonly ok: number; readonly fixable: number
  readonly cannot: number; readonly answered: number; readonly reasons: readonly Reason[]
}

const SHOWN = 5

/** Why a row is what it is, as codes with their sentences; none for a good one. */
export function reasonsOf({ judged }: JudgedRow): readonly { readonly code: string; readonly said: Said }[] {
  if (judged.kind === 'cannot') return [{ code: judged.code, said: judged.explain }]
  return judged.kind === 'fixable' ? judged.fixed.map(code => ({ code, said: FIXES[code] })) : []
}

/** Counts judged rows by verdict and reason. The three verdicts always add up to the rows read. */
export function tallier(): { add(rows: readonly JudgedRow[]): void; result(): Tally } {
  const counts = { rows: 0, ok: 0, fixable: 0, cannot: 0, answered: 0 }
  const reasons = new Map<string, { verdict: Verdict; code: string; said: Said; count: number; rows: number[] }>()
  return {
    add(rows) {
      for (const row of rows) {
        counts.rows++
        counts[row.judged.kind]++
        if (row.judged.kind !== 'cannot' && row.judged.row.answer !== null) counts.answered++
        for (const { code, said } of reasonsOf(row)) {
          const reason = reasons.get(code) ?? { verdict: row.judged.kind, code, said, count: 0, rows: [] }
          reason.count++
          if (reason.rows.length < SHOWN) reason.rows.push(row.n)
          reasons.set(code, reason)
        }
      }
    },
    result: () => ({ ...counts, reasons: [...reasons.values()].sort((a, b) => b.count - a.count) }),
  }
}
