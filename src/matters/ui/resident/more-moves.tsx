/** What the reporter may do besides: on the board or off, withdraw, look at another matter. */
import { useState } from 'react'
import { Button, Dialog, ErrorNote, Icon, Switch, TextArea, useWords } from '../../../ui-kit/index.ts'
import { useFollowedAct, type Followed } from '../resident-api.ts'
import { followWords } from './follow-words.ts'
import { StaleNote } from './stale-note.tsx'

export function MoreMoves({ matter, onOther }: { matter: Followed; onOther: () => void }) {
  const w = useWords(followWords)
  const [asking, ask] = useState(false)
  const board = useFollowedAct<{ version: number; shown: boolean }>('board')
  return <section className="mr-more">
    {!matter.mayBoard ? <p className="mr-more__sealed"><Icon name="lock" size={18} />{w.offBoard}</p>
      : matter.moves.includes('board') && <div className="mr-fold"><Switch label={w.onBoard} note={w.onBoardLine}
        checked={board.isPending ? !matter.onBoard : matter.onBoard}
        onChange={(shown) => { if (!board.isPending) board.mutate({ version: matter.version, shown }) }} /></div>}
    {board.error && <ErrorNote error={board.error} />}
    <div className="lk-moves">
      {matter.compound && <Button look="quiet" href={`/board/${matter.compound.id}`}>{w.seeBoard}</Button>}
      {matter.moves.includes('withdraw') && <Button look="quiet" onClick={() => ask(true)}>{w.withdraw}</Button>}
      <Button look="quiet" onClick={onOther}>{w.another}</Button>
    </div>
    {asking && <WithdrawDialog matter={matter} onClose={() => ask(false)} />}
  </section>
}

function WithdrawDialog({ matter, onClose }: { matter: Followed; onClose: () => void }) {
  const w = useWords(followWords)
  const [note, setNote] = useState('')
  const act = useFollowedAct<{ version: number; note: string }>('withdraw', onClose)
  return <Dialog title={w.withdrawTitle} onClose={onClose} foot={<><Button onClick={onClose}>{w.keepIt}</Button>
    <Button look="primary" busy={act.isPending} whyNot={note.trim() === '' ? w.withdrawFirst : undefined}
      onClick={() => act.mutate({ version: matter.version, note: note.trim() })}>{w.withdrawDo}</Button></>}>
    <p>{w.withdrawLine}</p>
    <TextArea label={w.withdrawWhy} value={note} most={500} rows={2} data-focus onChange={(event) => setNote(event.target.value)} />
    {act.error && <StaleNote error={act.error} />}
  </Dialog>
}
