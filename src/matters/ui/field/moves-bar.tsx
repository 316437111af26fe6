/** The bar at the thumb: the next move as one button, one more beside it, all others behind a third. */
import { useState } from 'react'
import { Button, Dialog, ErrorNote, Go, Icon, useWords } from '../../../ui-kit/index.ts'
import type { MatterDetail } from '../staff-api.ts'
import { useKeptMove } from './send-move.ts'
import { leaveWord } from './flash.ts'
import { matterWords } from './matter-words.ts'
import { moveIcons, moveWords } from './move-words.ts'
import { DECISIVE, LEADING, type FieldMove } from './moves-offered.ts'

export function MovesBar({ matter, offered, mine }: { matter: MatterDetail; offered: readonly FieldMove[]; mine: boolean }) {
  const w = useWords(matterWords)
  const [open, setOpen] = useState(false)
  const first = offered.find((move) => LEADING.includes(move)) ?? offered[0]
  const rest = offered.filter((move) => move !== first)
  const [only] = rest.length === 1 ? rest : []
  if (!first) return null
  return <>
    {only ? <MoveButton matter={matter} move={only} look="plain" />
      : rest.length > 1 && <Button icon="more" className="fd-bar-more" aria-haspopup="dialog" onClick={() => setOpen(true)}>{w.moreMoves}</Button>}
    <MoveButton matter={matter} move={first} look={!LEADING.includes(first) ? 'plain' : mine && DECISIVE.includes(first) ? 'decide' : 'primary'} />
    {open && <div className="fd-sheet"><Dialog title={w.otherMoves} onClose={() => setOpen(false)}>
      <ul className="fd-moves">{rest.map((move) => <li key={move}><MoveLine matter={matter} move={move} /></li>)}</ul></Dialog></div>}
  </>
}

const formOf = (matter: MatterDetail, move: FieldMove): string => `/field/m/${matter.id}/do/${move}`

function MoveButton({ matter, move, look }: { matter: MatterDetail; move: FieldMove; look: 'decide' | 'primary' | 'plain' }) {
  const w = useWords(moveWords)
  return move === 'take' ? <Take matter={matter} look={look} /> : <Button look={look} size="bar" href={formOf(matter, move)}>{w[move]}</Button>
}

/** Taking on needs no form: one press. */
function Take({ matter, look }: { matter: MatterDetail; look: 'decide' | 'primary' | 'plain' }) {
  const w = useWords(moveWords)
  const take = useKeptMove(matter, 'take')
  const press = () => void take.send({}, w.take, (how) => leaveWord(how === 'sent' ? w.takeDone : w.savedHere, how === 'saved'))
  return <>
    <Button look={look} size="bar" busy={take.busy} onClick={press}>{w.take}</Button>
    {take.error != null && <Dialog title={w.takeFailed} onClose={take.reset}><ErrorNote error={take.error} /></Dialog>}
  </>
}

function MoveLine({ matter, move }: { matter: MatterDetail; move: FieldMove }) {
  const w = useWords(moveWords)
  return <Go href={formOf(matter, move)} className="fd-move"><Icon name={moveIcons[move]} size={22} /><span><b>{w[move]}</b>
    <span className="lk-second">{w[`${move}Note`]}</span></span><Icon name="right" size={18} /></Go>
}
