/** What is in hand: holder and clock for each. On a bad day the late ones stand apart, so that they neither hide nor bury the rest. */
import { useState } from 'react'
import { Button, ClockChip, Empty, Meta, Row, SectionTitle, useNow, useWords } from '../../../ui-kit/index.ts'
import type { Board, BoardItem } from '../resident-api.ts'
import { boardWords } from './board-words.ts'

export function BoardOpen({ items, tally }: { items: readonly BoardItem[]; tally: Board['tally'] }) {
  const w = useWords(boardWords)
  const present = useNow()
  const late = items.filter(({ due }) => due !== null && Date.parse(due) < present)
  const onTime = items.filter((item) => !late.includes(item))
  return <section>
    <SectionTitle aside={items.length > 0 ? w.openCount(tally.open, tally.late) : undefined}>{w.open}</SectionTitle>
    {items.length === 0 && <Empty title={w.openNone} line={w.openNoneLine} />}
    {late.length > 0 && <OpenRows title={late.length > 2 ? w.lateOnes(late.length) : null} items={late} first={late.length > 2 ? 4 : 2}
      present={present} />}
    {onTime.length > 0 && <OpenRows title={late.length > 2 ? w.onTimeOnes(onTime.length) : null} items={onTime} first={8} present={present} />}
  </section>
}

/** `title` parts the late ones from the others where there are many; null leaves one list. */
function OpenRows({ title, items, first, present }: { title: string | null; items: readonly BoardItem[]; first: number; present: number }) {
  const w = useWords(boardWords)
  const [all, showAll] = useState(false)
  const rest = items.length - first
  return <>
    {title !== null && <h3 className="mb-part">{title}</h3>}
    {(all ? items : items.slice(0, first)).map((item) => <OpenRow key={item.number} item={item} present={present} />)}
    {rest > 0 && <div className="mb-more lk-no-print"><Button look="quiet" aria-expanded={all}
      onClick={() => showAll(!all)}>{all ? w.less : w.more(rest)}</Button></div>}
  </>
}

function OpenRow({ item, present }: { item: BoardItem; present: number }) {
  const w = useWords(boardWords)
  const step = { filed: w.waitTake, finished: w.verifying, whistled: w.joint }[item.state] ?? null
  return <Row title={item.title}
    meta={<Meta><span>{item.holder}</span>{step && <span>{step}</span>}{item.supervised && <span>{w.supervised}</span>}{item.reopened > 0 &&
    <span>{w.reopened}</span>}{item.also > 0 && <span>{w.also(item.also)}</span>}</Meta>}
    right={item.due && <ClockChip due={Date.parse(item.due)} from={item.dueFrom ? Date.parse(item.dueFrom) : undefined} now={present}
      state="running" />} />
}
