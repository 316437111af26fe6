/** A list as a table of a spreadsheet program: all pages of the filter, read one after another, put together on this machine. */
import { useRef, useState } from 'react'
import { now, request, useSay, useWords } from '../../../ui-kit/index.ts'
import { categoryName } from '../../rules/index.ts'
import { cardsPath, type Card, type CardFilter, type CardPage } from '../staff-api.ts'
import { holderWord, stateWord } from './card-row.tsx'
import { inboxWords } from './inbox-words.ts'

/** One cell: quoted, and with a sign before anything that a spreadsheet program would take for a formula. */
export function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

/** Rows of cells as CSV that opens in Excel with Chinese intact: a byte order mark first, CRLF between lines. */
export const csvOf = (rows: readonly (readonly string[])[]): string => `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

/** A time as a file keeps it, in the place's time: '2026-11-20 14:42'. A file is read on other days, so nothing of today or tomorrow. */
export const written = (time: string | null): string =>
  (time === null ? '' : new Date(Date.parse(time) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '))

async function allCards(filter: CardFilter, onCount: (n: number) => void, signal: AbortSignal): Promise<Card[]> {
  const cards: Card[] = []
  for (let after: string | null = ''; after !== null;) {
    const page: CardPage = await request<CardPage>('GET', cardsPath({ ...filter, limit: 100 }, after), { signal })
    cards.push(...page.items)
    onCount(cards.length)
    after = page.next
  }
  return cards
}

function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** `start` exports all pages of a filter, or `cards` alone when given. `count`: how many are read so far while it runs, else null. `stop` ends it. */
export function useExport(filter: CardFilter) {
  const w = useWords(inboxWords)
  const say = useSay()
  const [count, setCount] = useState<number | null>(null)
  const [done, setDone] = useState<number | null>(null)
  const [error, fail] = useState<unknown>(null)
  const running = useRef<AbortController | null>(null)
  const satisfied = { yes: w.satYes, basically: w.satBasically, no: w.satNo }
  const head = [w.colNumber, w.colTitle, w.colCategory, w.colPlace, w.colState, w.colHolder, w.colDue, w.colFiled, w.colSupervised, w.colSatisfied]
  const line = (c: Card) => [c.number, c.title, say(categoryName(c.category)), c.place, say(stateWord(c.state)), holderWord(c.holder), written(c.due),
    written(c.filedAt), c.supervised ? w.yes : '', c.satisfied ? satisfied[c.satisfied] : '']
  const start = async (chosen?: readonly Card[]) => {
    running.current = new AbortController()
    setCount(0); setDone(null); fail(null)
    try {
      const cards = chosen ?? await allCards(filter, setCount, running.current.signal)
      save(csvOf([head, ...cards.map(line)]), `${w.title} ${new Date(now() + 8 * 3_600_000).toISOString().slice(0, 10)}.csv`)
      setDone(cards.length)
    } catch (thrown) {
      if (!(thrown instanceof DOMException)) fail(thrown)
    } finally { setCount(null) }
  }
  return { start, count, done, error, stop: () => running.current?.abort() }
}
