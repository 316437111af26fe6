/** Whether it may stand on the public board, and what would stand there; for what never does, who sees it instead. */
import { Icon, Switch, useWords } from '../../../ui-kit/index.ts'
import type { Category } from '../../rules/index.ts'
import { reportWords } from './report-words.ts'

type BoardChoiceProps = { readonly category: Category | null; readonly harm: boolean; readonly title: string | null; readonly onBoard: boolean;
  readonly onChange: (onBoard: boolean) => void }

export function BoardChoice({ category, harm, title, onBoard, onChange }: BoardChoiceProps) {
  const w = useWords(reportWords)
  const never = harm || (category !== null && (!category.board || category.sensitive !== null))
  if (!never) return <div className="mr-fold"><Switch label={w.board} note={title === null ? w.boardShowsPlain : w.boardShows(title)}
    checked={onBoard} onChange={onChange} /></div>
  const who = harm ? w.closedWorker : category?.closedTo.includes('captain') ? w.closedNeighbours : w.closedPlain
  return <div className="lk-sealed mr-sealed"><Icon name="lock" size={20} /><p><b>{w.boardNever}</b><br />{who}</p></div>
}
