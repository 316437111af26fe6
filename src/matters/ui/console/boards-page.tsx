/** The public boards of the compounds that a post works for. */
import { ConsoleFrame, Empty, Go, Icon, Row, useWords } from '../../../ui-kit/index.ts'
import { useCompounds } from '../../../places/ui/parts/compounds.ts'
import { frameWords } from './frame-words.ts'

export default function BoardsPage() {
  const w = useWords(frameWords)
  const compounds = useCompounds()
  return <ConsoleFrame current="/console/boards">
    <div className="cs-form">
      <header className="cs-form__title"><h1 className="lk-title">{w.boards}</h1><p className="lk-second">{w.boardsLine}</p></header>
      {compounds.length === 0 && <Empty title={w.boardsNone} />}
      {compounds.map(({ id, name }) => <Row key={id} middle title={name}
        right={<Go className="cs-back" outside href={`/board/${id}`}>{w.boardOpen}<Icon name="right" size={16} /></Go>} />)}
    </div>
  </ConsoleFrame>
}
