/** Who took part against both quorums: one sentence that says it, and a bar for each with its two-thirds mark. Never how it stands. [B11] */
import './turnout.css'
import { useWords } from '../../../ui-kit/index.ts'
import { Marked } from './marked.tsx'
import type { Participation } from '../resident-api.ts'
import { areaOf, turnoutWords, whole } from './turnout-words.ts'

/** The same where each household has one vote and there is no area to count. */
function homesSaid(p: Participation, w: ReturnType<typeof useWords<typeof turnoutWords>>, over: boolean): string {
  const [took, lack] = [whole(p.heads), whole(p.missingHeads)]
  if (over) return p.missingHeads > 0 ? w.homesOver(took, lack) : w.homesEnoughOver(took)
  if (p.heads === 0) return w.homesNone(whole(p.headsNeeded))
  return p.missingHeads > 0 ? w.homes(took, lack) : w.homesEnough(took)
}

/** The sentence for where participation stands; figures between bars. */
function saidOf(p: Participation, w: ReturnType<typeof useWords<typeof turnoutWords>>, over: boolean): string {
  if (p.headsNeeded > 0 && p.areaNeeded === 0) return homesSaid(p, w, over)
  const [took, heads, area] = [whole(p.heads), whole(p.missingHeads), areaOf(p.missingArea)]
  if (over && p.headsNeeded > 0 && p.heads > 0) {
    if (p.missingHeads > 0 && p.missingArea > 0) return w.bothOver(took, heads, area)
    if (p.missingHeads > 0) return w.headsOver(took, heads)
    return p.missingArea > 0 ? w.areaOver(took, area) : w.enoughOver(took, areaOf(p.area))
  }
  if (p.headsNeeded === 0) return w.some(took)
  if (p.heads === 0) return w.nobody(whole(p.headsNeeded), areaOf(p.areaNeeded))
  if (p.missingHeads > 0 && p.missingArea > 0) return w.both(took, heads, area)
  if (p.missingHeads > 0) return w.headsOnly(took, heads)
  return p.missingArea > 0 ? w.areaOnly(took, area) : w.enough(took, areaOf(p.area))
}

/** Sentence and bars of a vote's participation. A vote without quorum has the sentence alone. `over`: nobody votes any more. */
export function Turnout({ participation: p, over = false }: { participation: Participation; over?: boolean }) {
  const w = useWords(turnoutWords)
  return <section className="tn" aria-live="polite">
    <p className="tn-said"><Marked said={saidOf(p, w, over)} /></p>
    {p.headsNeeded > 0 && <>
      <Bar name={p.areaNeeded > 0 ? w.heads : w.households} have={p.heads} need={p.headsNeeded} all={p.headsTotal} said={whole(p.heads)} line={w.headsLine(whole(p.headsNeeded),
        whole(p.headsTotal))} />
      {p.areaNeeded > 0 && <Bar name={w.area} have={p.area} need={p.areaNeeded} all={p.areaTotal} said={areaOf(p.area)} line={w.areaLine(areaOf(p.areaNeeded))} />}</>}
  </section>
}

type BarProps = { readonly name: string; readonly have: number; readonly need: number; readonly all: number; readonly said: string;
  readonly line: string }
function Bar({ name, have, need, all, said, line }: BarProps) {
  const at = (n: number): string => `${all === 0 ? 0 : Math.min(100, (100 * n) / all)}%`
  return <div className="tn-bar"><span className="tn-name">{name}</span>
    <span className="tn-track" aria-hidden="true"><i style={{ width: at(have) }} />
      {need > have && <em style={{ left: at(have), width: `calc(${at(need)} - ${at(have)})` }} />}<b style={{ left: at(need) }} /></span>
    <span className="tn-figure"><b>{said}</b>{line}</span></div>
}
