/** Beside the story: what is handled together with a matter, what it was split off from, and the bar that undoes what was just joined. */
import { Go, UndoBar, useSay, useWords } from '../../../ui-kit/index.ts'
import { STATE_WORDS } from '../../rules/index.ts'
import { useJoined, useJustJoined, useUnjoinAll, type Kin } from '../join-api.ts'
import type { MatterDetail } from '../staff-api.ts'
import { joinWords } from './moves/join-words.ts'
import './moves/join.css'

export function JoinedPart({ matter, may }: { matter: MatterDetail; may: boolean }) {
  const w = useWords(joinWords)
  const kin = useJoined(matter.id).data
  const just = useJustJoined(matter.id)
  const undo = useUnjoinAll()
  if (!kin) return null
  const { count, items, root, split } = kin
  const together = root ? [root] : items
  return <>
    {together.length + count > 0 && <section><h3 className="lk-caption">{root ? w.to : w.part}</h3>
      {count > 0 && !root && <p>{w.count(count)}</p>}
      <ul className="cs-kin">{together.map((one) => <KinLine key={one.id} kin={one}
        onUndo={may && !root && one.state === 'joined' ? () => undo.mutate([one.id]) : null} />)}</ul>
      {!root && count > items.length && <p className="cs-small">{w.hidden(count - items.length)}</p>}
    </section>}
    {split.length > 0 && <section><h3 className="lk-caption">{w.splitPart}</h3>
      <ul className="cs-kin">{split.map((one) => <KinLine key={one.id} kin={one} onUndo={null} />)}</ul></section>}
    {just.ids.length > 0 && <UndoBar onGone={just.forget} onUndo={() => { undo.mutate(just.ids); just.forget() }}>
      {just.ids[0] === matter.id ? w.joinedOne : w.joinedSome(just.ids.length)}</UndoBar>}
  </>
}

function KinLine({ kin, onUndo }: { kin: Kin; onUndo: (() => void) | null }) {
  const w = useWords(joinWords)
  const say = useSay()
  return <li><Go className="lk-link" href={`/console/m/${kin.id}?tab=all`}>{kin.number}</Go>
    {onUndo ? <button type="button" className="lk-link" aria-label={`${w.undo} ${kin.number}`} onClick={onUndo}>{w.undo}</button>
      : <span className="cs-small">{say(STATE_WORDS[kin.state])}</span>}</li>
}
