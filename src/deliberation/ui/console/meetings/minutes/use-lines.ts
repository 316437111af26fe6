/** The lines of minutes as the desk writes them: kept here at once, sent when there is a signal, exactly once. [DM42] */
import { useCallback, useEffect, useRef, useState } from 'react'
import { problemOf, request, useOnline } from '../../../../../ui-kit/index.ts'
import { answered, chosen, emptyLedger, inOrder, nextPlace, read, toSend, tried, unsent, written, type Kept, type Ledger, type Line,
  type Outcome } from './ledger.ts'
import { keepLines, waitingLines } from './line-store.ts'

const BATCH = 100
const PAUSES = [1000, 2000, 5000, 15_000, 30_000] as const

/** `state`: everything is kept, is being sent, waits for a signal, asks which of two versions stands, or was refused (`problem`). */
export type Lines = {
  readonly lines: readonly Kept[]
  readonly waiting: number
  readonly state: 'kept' | 'sending' | 'waiting' | 'asks' | 'refused'
  readonly problem: unknown
  readonly write: (line: Omit<Line, 'version' | 'placeIn'> & { readonly placeIn?: number }) => void
  readonly choose: (id: string, which: 'mine' | 'theirs') => void
  readonly again: () => void
}

const bodyOf = ({ id, agenda, placeIn, kind, label, words, struck, version }: Kept): Line => ({ id, agenda, placeIn, kind, label, words, struck,
  version })

/** The lines of a meeting for `slot` (who writes, which meeting). `fromServer`: what the page read last. `mayWrite`: else what waits is kept and not sent. */
export function useLines(meeting: string, slot: string, fromServer: readonly Line[], mayWrite: boolean): Lines {
  const [ledger, setLedger] = useState<Ledger>(() => read(emptyLedger, fromServer))
  const [loaded, setLoaded] = useState(false)
  const [problem, fail] = useState<unknown>(null)
  const [sending, setSending] = useState(false)
  const now = useRef(ledger)
  const tries = useRef(0)
  const busy = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const online = useOnline()

  const change = useCallback((next: Ledger) => { now.current = next; setLedger(next) }, [])
  // what waited from before is laid over what the server has
  useEffect(() => {
    let gone = false
    void waitingLines(slot).then((waiting) => {
      if (gone) return
      change(new Map([...now.current, ...waiting.map((line) => [line.id, line] as const)]))
      setLoaded(true)
    })
    return () => { gone = true }
  }, [slot, change])
  useEffect(() => { change(read(now.current, fromServer)) }, [fromServer, change])

  const send = useCallback(async () => {
    clearTimeout(timer.current)
    const lines = toSend(now.current).slice(0, BATCH)
    if (busy.current || lines.length === 0) return
    busy.current = true
    setSending(true)
    change(tried(now.current, lines))
    try {
      const reply = await request<{ lines: Outcome[] }>('POST', `/api/v1/meetings/${meeting}/lines`, { body: { lines: lines.map(bodyOf) } })
      tries.current = 0
      fail(null)
      change(answered(now.current, lines, reply.lines))
      await keepLines(slot, lines.map(({ id }) => now.current.get(id)).filter((line) => line !== undefined))
    } catch (error) {
      const { status } = problemOf(error)
      if (status >= 400 && status < 500 && status !== 408 && status !== 429) fail(error)
      else timer.current = setTimeout(() => void send(), PAUSES[Math.min(tries.current++, PAUSES.length - 1)])
    } finally {
      busy.current = false
      setSending(false)
    }
    if (toSend(now.current).length > 0 && tries.current === 0) timer.current = setTimeout(() => void send(), 50)
  }, [meeting, slot, change])

  useEffect(() => { if (loaded && mayWrite && online) { tries.current = 0; void send() } }, [loaded, mayWrite, online, send])
  useEffect(() => () => clearTimeout(timer.current), [])

  const put = useCallback((next: Ledger) => {
    change(next)
    // first kept here, then sent: a page that is closed in between loses nothing
    void keepLines(slot, inOrder(next)).catch(() => undefined).then(() => { if (mayWrite) void send() })
  }, [change, slot, mayWrite, send])
  const write: Lines['write'] = useCallback((line) => put(written(now.current, { ...line, placeIn: line.placeIn ?? nextPlace(now.current) })), [put])
  const choose: Lines['choose'] = useCallback((id, which) => put(chosen(now.current, id, which)), [put])
  const again = useCallback(() => { tries.current = 0; void send() }, [send])
  const waiting = unsent(ledger)
  const asks = [...ledger.values()].some(({ theirs }) => theirs !== null)
  const state = waiting === 0 ? 'kept' : problem !== null ? 'refused' : asks ? 'asks' : sending && online ? 'sending' : 'waiting'
  return { lines: inOrder(ledger), waiting, state, problem, write, choose, again }
}
