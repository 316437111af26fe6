/** The clock of a matter or of a step: six faces, told apart by sign, frame and word, not by colour alone. */
import { useSettings } from '../settings.ts'
import { clockFace, type Clock, type ClockKind } from './clock-face.ts'

/** `due`, `from`, `now` in epoch milliseconds. Pressing it opens the why, where `onWhy` is given. */
export function ClockChip({ onWhy, ...clock }: Clock & { onWhy?: (() => void) | undefined }) {
  const { lang } = useSettings()
  const face = clockFace(clock, lang)
  const inside = <><ClockSign kind={face.kind} share={face.share} /><span aria-hidden="true">{face.text}</span>
    <span className="lk-hidden">{face.spoken}</span></>
  const look = `lk-clock lk-clock--${face.kind}`
  return onWhy ? <button type="button" className={look} onClick={onWhy}>{inside}</button> : <span className={look}>{inside}</span>
}

/** The sign at the left of a clock: pie, exclamation mark, two bars, dotted ring, tick. */
function ClockSign({ kind, share }: { kind: ClockKind; share: number }) {
  const sign = kind === 'late' ? <path className="lk-clock__stroke" d="M8 3v6.2M8 12.7v.01" />
    : kind === 'paused' ? <path className="lk-clock__stroke" d="M5.8 4v8M10.2 4v8" />
      : kind === 'done' ? <path className="lk-clock__stroke" d="M3 8.6 6.5 12 13 4.8" />
        : kind === 'provisional' ? <circle className="lk-clock__dots" cx="8" cy="8" r="5.6" />
          : <><circle className="lk-clock__ring" cx="8" cy="8" r="6" /><path className="lk-clock__pie" d={wedge(share)} /></>
  return <svg className="lk-clock__sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{sign}</svg>
}

/** A filled wedge from twelve o'clock, radius 4.4, for a share of 0 to 1. */
function wedge(share: number): string {
  const angle = 2 * Math.PI * Math.min(0.999, Math.max(0.06, share))
  const [x, y] = [8 + 4.4 * Math.sin(angle), 8 - 4.4 * Math.cos(angle)]
  return `M8 8V3.6A4.4 4.4 0 ${angle > Math.PI ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)}Z`
}
