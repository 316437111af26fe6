/** One line of the minutes: who, what, and whether it is kept; where two people changed it, both texts. */
import { Button, Icon, Tag, useSay, useWords } from '../../../../../ui-kit/index.ts'
import { lineKindWords } from '../../../../rules/meetings/index.ts'
import { meetingWords } from '../meeting-words.ts'
import type { Kept } from './ledger.ts'

type Props = { readonly line: Kept; readonly writes: boolean; readonly onEdit: () => void; readonly onStrike: () => void; readonly onChoose: (which: 'mine' | 'theirs') => void }

export function LineRow({ line, writes, onEdit, onStrike, onChoose }: Props) {
  const w = useWords(meetingWords)
  const say = useSay()
  if (line.struck && !writes) return null
  return <div className={`me-line${line.struck ? ' is-struck' : ''}${line.edit > 0 ? ' is-waiting' : ''}`}>
    <p>{line.label && <b>{line.label}</b>}{line.kind !== 'said' && <Tag>{say(lineKindWords[line.kind])}</Tag>}
      {line.struck ? <del>{line.words}<span className="lk-hidden">{w.struckWord}</span></del>
        : <span className="me-line__words">{line.words}</span>}</p>
    {writes && !line.theirs && <span className="me-line__tools">
      {!line.struck && <button type="button" onClick={onEdit}>{w.edit}</button>}<button type="button"
        onClick={onStrike}>{line.struck ? w.unstrike : w.strike}</button></span>}
    {line.theirs && <div className="me-both" role="alert">
      <p><Icon name="warn" size={14} />{w.asks}</p>
      <dl><div><dt>{w.mine}</dt><dd>{line.label && `${line.label}：`}{line.words}</dd></div><div><dt>{w.theirs}</dt><dd>{line.theirs.label &&
        `${line.theirs.label}：`}{line.theirs.words}</dd></div></dl>
      <p className="lk-moves"><Button size="small" onClick={() => onChoose('mine')}>{w.keepMine}</Button><Button size="small"
        onClick={() => onChoose('theirs')}>{w.keepTheirs}</Button></p>
    </div>}
  </div>
}
