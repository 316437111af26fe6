/** One thin bar per stage: jade for the share a finished stage used, cinnabar for the current one, dashed for a paused one, sunk for what is to come. */
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'
import { partWords } from './words.ts'

/**
 * `share` of the stage's time used, 0 to 1. `waitsForYou` paints the current stage cinnabar; else it is ink. `later`: it runs, but something else
 * comes first. `onWhy` makes the stage a button that opens why it is due then.
 */
export type Stage = { readonly word: string; readonly note: ReactNode; readonly state: 'done' | 'current' | 'later' | 'paused' | 'future'
  readonly share: number; readonly late?: boolean; readonly waitsForYou?: boolean; readonly onWhy?: (() => void) | undefined }

export function StageClocks({ stages }: { stages: readonly Stage[] }) {
  const w = useWords(partWords)
  return <ol className="lk-stages">
    {stages.map((stage) => <li key={stage.word} aria-current={stage.state === 'current' ? 'step' : undefined}
      className={`lk-stage lk-stage--${stage.state}${(stage.state === 'current' && stage.waitsForYou) || stage.late ? ' lk-stage--yours' : ''}`}>
      {stage.onWhy ? <button type="button" className="lk-stage__in" onClick={stage.onWhy}><span className="lk-hidden">{w.whyStage}</span><Inside stage={stage} /></button>
        : <div className="lk-stage__in"><Inside stage={stage} /></div>}
    </li>)}
  </ol>
}

const Inside = ({ stage }: { stage: Stage }) => <>
  <span className="lk-stage__track" aria-hidden="true"><span style={{ width: `${Math.round(100 * Math.min(1, Math.max(0, stage.share)))}%` }} /></span>
  <b>{stage.word}</b>
  <span className="lk-stage__note">{stage.note}</span>
</>
