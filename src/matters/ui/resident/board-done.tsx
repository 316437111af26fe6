/** What was just done, with photos that were released and what the reporter said. */
import { useState } from 'react'
import { Button, Meta, Photo, SectionTitle, span, useSettings, useWords } from '../../../ui-kit/index.ts'
import type { Board, BoardItem } from '../resident-api.ts'
import { boardWords } from './board-words.ts'

const FIRST = 6

export function BoardDone({ board }: { board: Board }) {
  const w = useWords(boardWords)
  const [all, showAll] = useState(false)
  const items = board.done
  const rest = items.length - FIRST
  return <section>
    <SectionTitle aside={board.tally.done > 0 ? w.doneCount(board.tally.done) : undefined}>{w.done}</SectionTitle>
    {items.length === 0 ? <p className="lk-second mb-unable__item">{w.doneNone}</p> : <div className="mb-grid">
      {(all ? items : items.slice(0, FIRST)).map((item) => <DoneItem key={item.number} item={item} compound={board.compound.id} />)}
    </div>}
    {rest > 0 && <div className="mb-more lk-no-print"><Button look="quiet" onClick={() => showAll(!all)}>{all ? w.less : w.more(rest)}</Button></div>}
  </section>
}

function DoneItem({ item, compound }: { item: BoardItem; compound: string }) {
  const w = useWords(boardWords)
  const { lang } = useSettings()
  const long = span(Date.parse(item.endedAt) - Date.parse(item.filedAt), lang)
  const pair = [item.photos.find(({ phase }) => phase === 'before'),
    item.photos.filter(({ phase }) => phase !== 'before').pop()].filter((one) => one !== undefined)
  return <article className="mb-item">
    {pair.length > 0 && <div className="mb-item__photos">{pair.map(({ id, phase }) => {
      const word = phase === 'before' ? w.before : w.after
      const address = `/api/v1/boards/${compound}/photos/${id}`
      return <Photo key={id} src={`${address}?size=small`} large={`${address}?size=full`} alt={`${item.title} ${word}`} caption={word} />
    })}</div>}
    <h3>{item.title}</h3>
    <p className="lk-small"><Meta><span>{item.holder}</span><span>{item.outcome === 'explained' ? w.explained
      : w.took(long)}</span>{item.reopened > 0 && <span>{w.reopened}</span>}{item.unverified && <span>{w.unverified}</span>}</Meta></p>
    <Said item={item} />
    {item.answer && <p className="mb-item__answer">{item.answer}</p>}
  </article>
}

/** What the reporter said, in jade when satisfied, else plain: bad news is not an alarm, it is an answer. */
export function Said({ item }: { item: BoardItem }) {
  const w = useWords(boardWords)
  if (item.reached === null || item.solved === null) return <p className="mb-said">{item.state === 'closed' ? w.noWord : w.waiting}</p>
  const words = { yes: w.yes, basically: w.basically, no: w.no }[item.satisfied ?? ''] ?? null
  const what = [item.reached ? null : w.notReached, item.solved ? null : w.notSolved, words].filter(Boolean).join(w.comma) || w.noWord
  const good = item.solved && (item.satisfied === 'yes' || item.satisfied === 'basically')
  return good ? <p className="lk-clock lk-clock--done mb-judged"><Tick />{w.says(what)}</p> : <p className="mb-said mb-said--plain">{w.says(what)}</p>
}

const Tick = () => <svg className="lk-clock__sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path className="lk-clock__stroke"
  d="M3 8.6 6.5 12 13 4.8" /></svg>
