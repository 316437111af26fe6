/** What is in hand: holder and clock for each; the late ones first. */
import { useState } from 'react'
import { Button, ClockChip, Empty, Meta, Row, SectionTitle, useNow, useWords } from '../../../ui-kit/index.ts'
import type { Board, BoardItem } from '../resident-api.ts'
import { boardWords } from './board-words.ts'

const FIRST = 9

export function BoardOpen({ items, tally }: { items: readonly BoardItem[]; tally: Board['tally'] }) {
  const w = useWords(boardWords)
  const [all, showAll] = useState(false)
  const rest = items.length - FIRST
  return <section>
    <SectionTitle aside={items.length > 0 ? w.openCount(tally.open, tally.late) : undefined}>{w.open}</SectionTitle>
    {items.length === 0 ? <Empty title={w.openNone} line={w.openNoneLine} />
      : (all ? items : items.slice(0, FIRST)).map((item) => <OpenRow key={item.number} item={item} />)}
    {rest > 0 && <div className="mb-more lk-no-print"><Button look="quiet" onClick={() => showAll(!all)}>{all ? w.less : w.more(rest)}</Button></div>}
  </section>
}

function OpenRow({ item }: { item: BoardItem }) {
  const w = useWords(boardWords)
  const present = useNow()
  const step = { filed: w.waitTake, finished: w.verifying, whistled: w.joint }[item.state] ?? null
  return <Row title={item.title} meta={<Meta><span>{item.holder}</span>{step && <span>{step}</span>}{item.supervised && <span>{w.supervised}</span>}{item.reopened > 0 && <span>{w.reopened}</span>}</Meta>}
    right={item.due && <ClockChip due={Date.parse(item.due)} from={item.dueFrom ? Date.parse(item.dueFrom) : undefined} now={present} state="provisional" />} />
}
