/** One report: whom it is about, what the handler may do, the letters, writing back. */
import { useState } from 'react'
import { Button, dayOf, DecisionPanel, ErrorNote, Facts, Icon, SectionTitle, Skeleton, TextArea, useNow, useSettings,
  useWords } from '../../../ui-kit/index.ts'
import { LETTER_MOST } from '../../rules/index.ts'
import { entryWords } from '../parts/entry-words.ts'
import { Letters } from '../parts/letters.tsx'
import { EndDialog, HandOverDialog } from './end-dialogs.tsx'
import { handlerWords } from './handler-words.ts'
import { useHandle, useThread, type HandledThread } from './line-api.ts'

export function ReportPane({ id }: { id: string }) {
  const w = useWords(handlerWords)
  const thread = useThread(id)
  if (thread.isPending) return <Skeleton repeat={4} />
  if (thread.error) return <ErrorNote title={w.failed} error={thread.error}><Button look="primary" onClick={() =>
    void thread.refetch()}>{w.again}</Button></ErrorNote>
  return <Report thread={thread.data} />
}

function Report({ thread }: { thread: HandledThread }) {
  const w = useWords(handlerWords)
  const e = useWords(entryWords)
  const { lang } = useSettings()
  const present = useNow()
  const title = thread.concerned.title ?? (thread.official ? e.official : e.someone)
  const ended = thread.keptUntil !== null
  return <article className="cl-report">
    <header className="cl-head"><h1 className="lk-title">{title}</h1>
      <Button look="quiet" size="small" icon="print" className="lk-no-print" onClick={() => print()}>{w.print}</Button></header>
    <Moves thread={thread} />
    <div className="cl-split">
      <div>
        <Letters entries={thread.entries} who={(by) => (by === 'reporter' ? w.reporter : w.you)} />
        {thread.moves.includes('write') && <WriteBox id={thread.id} />}
      </div>
      <aside className="cl-aside">
        <Facts facts={[[w.state, e[thread.state]], [w.about, title], [w.place, thread.place ?? (ended ? w.gone : w.unknown)],
          ...(thread.keptUntil ? [[w.kept, dayOf(Date.parse(thread.keptUntil), present, lang)] as const] : [])]} />
        <SectionTitle rule="hair">{w.rulesTitle}</SectionTitle>
        <ul className="cl-rules">{[w.rule1, w.rule2, w.rule3].map((line) => <li key={line}>{line}</li>)}</ul>
        <p className="lk-caption">{w.source}</p>
      </aside>
    </div>
  </article>
}

function Moves({ thread }: { thread: HandledThread }) {
  const w = useWords(handlerWords)
  const [asking, ask] = useState<'hand_over' | 'close'>()
  const handle = useHandle(thread.id, () => ask(undefined))
  const may = (move: HandledThread['moves'][number]): boolean => thread.moves.includes(move)
  if (!may('take') && !may('hand_over') && !may('close')) return null
  const reason = may('take') ? w.takeReason : thread.official ? w.officialReason : w.plainReason
  const look = (decides: boolean): 'decide' | 'plain' => (thread.waits && decides ? 'decide' : 'plain')
  const moves = <>
    {may('take') && <Button look="decide" busy={handle.isPending} onClick={() => handle.mutate({ path: 'take' })}>{w.take}</Button>}
    {may('hand_over') && <Button look={look(thread.official)} onClick={() => ask('hand_over')}>{w.handOver}</Button>}
    {may('close') && <Button look={look(true)} onClick={() => ask('close')}>{w.end}</Button>}
  </>
  return <>
    {thread.waits ? <DecisionPanel lead={w.yourTurn} reason={reason}>{moves}</DecisionPanel>
      : <section className="lk-card cl-calm"><p><b>{w.theirTurn}</b>{reason}</p><div className="lk-moves">{moves}</div></section>}
    {handle.error && !asking && <ErrorNote title={w.notDone} error={handle.error} />}
    {asking === 'hand_over' && <HandOverDialog handle={handle} onClose={() => ask(undefined)} />}
    {asking === 'close' && <EndDialog handle={handle} onClose={() => ask(undefined)} />}
  </>
}

function WriteBox({ id }: { id: string }) {
  const w = useWords(handlerWords)
  const [text, setText] = useState('')
  const handle = useHandle(id, () => setText(''))
  const short = text.trim().length < 2
  return <section className="cl-write lk-no-print"><TextArea label={w.write} placeholder={w.writeHint} rows={4} most={LETTER_MOST} value={text}
    onChange={(event) => setText(event.target.value)} />
    {handle.error && <ErrorNote title={w.notDone} error={handle.error} />}
    <Button look="primary" busy={handle.isPending} busyWord={w.sending} whyNot={short ? w.firstWrite : undefined}
      onClick={() => handle.mutate({ path: 'letters', words: text.trim() })}><Icon name="send" size="em" /> {w.send}</Button></section>
}
