/** One rate as a dot with its interval on a scale from 40 to 100; hollow and dashed where there are too few visits. */
import type { Rate } from './rates-api.ts'

/** The scale of every panel, thousandths; what lies below is drawn at its edge with a sign. */
export const SCALE = { from: 400, to: 1000, lines: [400, 700, 1000] } as const

const at = (permille: number): string => `${(100 * Math.max(0, permille - SCALE.from)) / (SCALE.to - SCALE.from)}%`

/** Draws nothing without a visit; the words beside it say so. */
export function RateDot({ rate }: { rate: Rate }) {
  const { permille, low, high, size } = rate
  const drawn = permille !== null && low !== null && high !== null
  return <span className={size === 'small' ? 'rt-dot rt-dot--few' : 'rt-dot'} aria-hidden="true">
    {SCALE.lines.map((line) => <i key={line} className="rt-dot__line" style={{ left: at(line) }} />)}
    {drawn && <>
      <i className="rt-dot__span" style={{ left: at(low), width: `calc(${at(high)} - ${at(low)})` }} />
      <i className={permille < SCALE.from ? 'rt-dot__point rt-dot__point--below' : 'rt-dot__point'} style={{ left: at(permille) }} />
    </>}
  </span>
}
