/** One thin bar per stage: jade for the share a finished stage used, cinnabar for the current one, sunk for what is to come. */
import type { ReactNode } from 'react'

/** `share` of the stage's time used, 0 to 1. `waitsForYou` paints the current stage cinnabar; else it is ink. */
export type Stage = { readonly word: string; readonly note: ReactNode; readonly state: 'done' | 'current' | 'future'; readonly share: number;
  readonly late?: boolean; readonly waitsForYou?: boolean }

export function StageClocks({ stages }: { stages: readonly Stage[] }) {
  return <ol className="lk-stages">
    {stages.map((stage) => <li key={stage.word} aria-current={stage.state === 'current' ? 'step' : undefined}
      className={`lk-stage lk-stage--${stage.state}${stage.state === 'current' && (stage.waitsForYou || stage.late) ? ' lk-stage--yours' : ''}`}>
      <span className="lk-stage__track" aria-hidden="true">
        <span style={{ width: `${Math.round(100 * Math.min(1, Math.max(0, stage.share)))}%` }} /></span>
      <b>{stage.word}</b>
      <span className="lk-stage__note">{stage.note}</span>
    </li>)}
  </ol>
}
