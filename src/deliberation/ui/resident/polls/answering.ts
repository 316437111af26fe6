/** Answering one statement after the other: what is asked now, what was answered last, what this phone still keeps. */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { newKey } from '../../../../ui-kit/http.ts'
import { askNext, giveAnswer, type Asked, type PublicPoll, type Sign, type Statement } from '../../parts/polls/poll-api.ts'
import { keptFor, sendInOrder, type Fate } from './unsent.ts'

/** What somebody added: they agree to it, and are not asked. */
export type Own = { readonly n: number; readonly words: string; readonly shown: boolean }

/** A reply that takes longer is waited for behind the next statement. */
const PATIENCE_MS = 1500
const TRY_AGAIN_MS = 15_000

export type Answering = {
  /** What is asked; null: nothing is left, undefined: not known yet. */
  readonly now: Statement | null | undefined
  /** The answer given before, while it is being changed. */
  readonly before: Sign | undefined
  readonly last: { readonly statement: Statement; readonly sign: Sign } | undefined
  readonly answered: number; readonly of: number; readonly waiting: number; readonly busy: boolean
  readonly wantsSpeaker: boolean; readonly error: unknown
  readonly answer: (sign: Sign) => void
  readonly goBack: () => void; readonly goOn: () => void
  readonly spoken: (cancelled?: boolean) => void
  readonly added: (own: Own) => void
}

const wait = (ms: number) => new Promise<undefined>((done) => { setTimeout(() => done(undefined), ms) })

/** Without a signal the phone goes on by itself, with what it has read. */
function pickOwn(statements: readonly Statement[], answered: ReadonlySet<number>): Statement | null {
  const left = statements.filter(({ n }) => !answered.has(n))
  return left[Math.floor(Math.random() * left.length)] ?? null
}

/** What waits on this phone and how it is sent: one sending at a time. */
function useSending(id: string) {
  const [kept] = useState(() => keptFor(id))
  const [waiting, setWaiting] = useState(() => kept.read().length)
  const running = useRef<Promise<Fate> | null>(null)
  const send = useCallback((): Promise<Fate> => {
    const next = (running.current ?? Promise.resolve()).then(() => sendInOrder(kept, ({ n, sign, key }) => giveAnswer(id, { statement: n, sign },
      key)))
    running.current = next
    void next.finally(() => setWaiting(kept.read().length))
    return next
  }, [id, kept])
  const keep = (n: number, sign: Sign) => { kept.write([...kept.read(), { n, sign, key: newKey() }]); setWaiting(kept.read().length) }
  const forget = () => { kept.write([]); setWaiting(0) }
  return { kept, waiting, send, keep, forget }
}

/** Answers of this browser to an open poll; `speaks`: whether somebody speaks here already, undefined until that is known. */
export function useAnswering(poll: PublicPoll, speaks: boolean | undefined): Answering {
  const { kept, waiting, send, keep, forget } = useSending(poll.id)
  const first = useQuery({ queryKey: ['poll', poll.id, 'next'], queryFn: () => askNext(poll.id), enabled: speaks === true, staleTime: Infinity,
    retry: false, refetchOnWindowFocus: false })
  const done = useRef(new Set(kept.read().map(({ n }) => n)))
  const [begin] = useState(() => pickOwn(poll.statements, done.current)) // who has not spoken yet is asked by chance
  const [asked, setAsked] = useState<Asked>()
  const [shown, show] = useState<Statement | null>()
  const [last, setLast] = useState<Answering['last']>()
  const [aside, putAside] = useState<Statement | null>()
  const [busy, setBusy] = useState(false)
  const [wantsSpeaker, wantSpeaker] = useState(() => false)
  const [error, setError] = useState<unknown>()
  const taking = useRef(false) // two presses in one picture are one
  const changing = useRef(false) // a reply that comes while the answer before is being changed waits aside
  const latest = asked ?? first.data
  const now = shown !== undefined ? shown : latest ? latest.next : speaks === undefined || (speaks && first.isPending) ? undefined : begin
  const own = () => pickOwn(poll.statements, done.current)
  const met = useCallback((fate: Fate | undefined, quietly: boolean) => {
    if (fate?.how === 'speak') wantSpeaker(true)
    if (fate?.how === 'refused') setError(fate.error)
    if (fate?.how !== 'sent' || !fate.reply) return
    setAsked(fate.reply)
    const { next } = fate.reply
    if (!quietly) (changing.current ? putAside : show)(next)
    else if (!changing.current) show((was) => (was && done.current.has(was.n) ? next : was)) // what was sent meanwhile isn't asked again
  }, [])
  useEffect(() => {
    const again = () => { if (kept.read().length > 0) void send().then((fate) => met(fate, true)) }
    again()
    addEventListener('online', again)
    const tick = setInterval(again, TRY_AGAIN_MS)
    return () => { removeEventListener('online', again); clearInterval(tick) }
  }, [kept, met, send])
  const answer = async (sign: Sign) => {
    if (!now || taking.current) return
    taking.current = true
    setBusy(true)
    setError(undefined)
    keep(now.n, sign)
    done.current.add(now.n)
    setLast({ statement: now, sign })
    changing.current = false
    putAside(undefined)
    const sending = send()
    const fate = await Promise.race([sending, wait(PATIENCE_MS)])
    if (fate === undefined) void sending.then((late) => met(late, true))
    else met(fate, false)
    if (fate === undefined || fate.how === 'later' || fate.how === 'refused') show(own())
    else if (fate.how === 'speak') show(now)
    taking.current = false
    setBusy(false)
  }
  return {
    now, last, waiting, busy, wantsSpeaker, error, answered: (latest?.answered ?? 0) + waiting, of: latest?.of ?? poll.counts.statements,
    before: aside === undefined ? undefined : last?.sign,
    answer: (sign) => void answer(sign),
    goBack: () => { if (last) { changing.current = true; putAside(now ?? null); show(last.statement) } },
    goOn: () => { changing.current = false; show(aside); putAside(undefined) },
    added: ({ n, words, shown: there }) => {
      done.current.add(n)
      if (!there) return // answered, and seen by nobody yet
      setLast({ statement: { n, words, name: '' }, sign: 1 })
      changing.current = false
      if (aside !== undefined) show(aside)
      putAside(undefined)
      if (latest) setAsked({ ...latest, answered: latest.answered + 1, of: latest.of + 1 })
    },
    spoken: (cancelled = false) => {
      wantSpeaker(false)
      if (cancelled) { for (const { n } of kept.read()) done.current.delete(n); forget(); return }
      void send().then((fate) => met(fate, false))
    },
  }
}
