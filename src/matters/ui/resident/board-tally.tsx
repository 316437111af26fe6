/** Three figures on a phone; what has no data is a word and never a nought. */
import { useWords } from '../../../ui-kit/index.ts'
import type { Board } from '../resident-api.ts'
import { boardWords } from './board-words.ts'

export function BoardTally({ tally }: { tally: Board['tally'] }) {
  const w = useWords(boardWords)
  return <dl className="mb-tally">
    <div><dd>{tally.open}</dd><dt>{w.tallyOpen}</dt></div>
    <div><dd>{tally.done}</dd><dt>{w.tallyDone}</dt></div>
    <div>{tally.judged === 0 ? <><dd className="mb-tally__none">—</dd><dt>{w.tallyNoVerdict}</dt></>
      : <><dd>{tally.solved}<span>/{tally.judged}</span></dd><dt>{w.tallySolved}</dt></>}</div>
  </dl>
}
