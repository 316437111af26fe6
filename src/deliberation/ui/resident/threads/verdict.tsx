/** Judging the result, by whoever spoke of it or lives there, and by whoever follows a matter that was solved here. [DT9] [DT12] */
import { useState, type ReactNode } from 'react'
import { Button, Choices, ErrorNote, OfflineBar, TextArea, useOnline, useSay, useWords } from '../../../../ui-kit/index.ts'
import { VERDICTS, verdictWords, type Verdict as Answer } from '../../../rules/threads/index.ts'
import { useKeptText } from '../../parts/kept-text.ts'
import { SpeakAs, useSpeaker } from '../../parts/speak-as.tsx'
import { useReporterAsked, useReporterVerdict, useVerdict, type Thread } from './thread-api.ts'
import { threadWords } from './words.ts'

export function Verdict({ thread }: { thread: Thread }) {
  const w = useWords(threadWords)
  const reporter = useReporterAsked(thread.id)
  const { satisfied, accepted, not } = thread.verdicts
  const asked = reporter.data?.asked === true
  return <section className="th-verdict" id="verdict"><h2>{asked ? w.reporterTitle : w.verdictTitle}</h2>
    <p className="lk-second">{asked ? w.reporterLine : w.verdictLine}</p>
    {satisfied + accepted + not > 0 && <p>{w.verdictSoFar(satisfied, accepted, not)}</p>}
    {reporter.data?.asked ? <ByReceipt thread={thread} given={reporter.data.answer} /> : !reporter.isPending && <ByPhone thread={thread} />}
  </section>
}

/** Who reported it answers by the receipt alone: neither phone nor name is asked for. */
function ByReceipt({ thread, given }: { thread: Thread; given: Answer | null }) {
  const w = useWords(threadWords)
  const say = useSay()
  const [words, write] = useKeptText(`linli-verdict-${thread.id}`)
  const [again, judgeAgain] = useState(false)
  const send = useReporterVerdict(() => { write(''); judgeAgain(false) })
  if (given && !again) return <><p className="th-done" role="status">{w.reporterSaid(say(verdictWords[given]))}</p>
    <div><Button size="small" onClick={() => judgeAgain(true)}>{w.reporterAgain}</Button></div></>
  return <AnswerFields words={words} write={write} error={send.error} busy={send.isPending} onSend={(answer) => send.mutate({ id: thread.id, answer, words: words.trim() })} />
}

function ByPhone({ thread }: { thread: Thread }) {
  const w = useWords(threadWords)
  const speaker = useSpeaker().data
  const [asked, ask] = useState(false)
  const [words, write] = useKeptText(`linli-verdict-${thread.id}`)
  const send = useVerdict(() => write(''))
  if (send.isSuccess) return <p role="status" className="th-done">{w.verdictDone}</p>
  return <AnswerFields words={words} write={write} error={send.error} busy={send.isPending} hidden={asked && !speaker}
    who={(chosen) => (asked || (speaker && chosen)) && <SpeakAs place={thread.place.id} onReady={() => ask(false)} />}
    onSend={(answer) => { if (speaker) send.mutate({ id: thread.id, answer, words: words.trim() }); else ask(true) }} />
}

type Fields = { readonly words: string; readonly write: (words: string) => void; readonly error: Error | null; readonly busy: boolean; readonly hidden?: boolean; readonly who?: (chosen: boolean) => ReactNode
  readonly onSend: (answer: Answer) => void }

/** The three answers and a word. `who`: what says who answers; `hidden`: that comes first. */
function AnswerFields({ words, write, error, busy, hidden = false, who, onSend }: Fields) {
  const w = useWords(threadWords)
  const say = useSay()
  const online = useOnline()
  const [answer, choose] = useState<Answer>()
  const lacking = !online ? w.startOffline : answer === undefined ? w.verdictPick : answer === 'not' && words.trim() === '' ? w.verdictNeed : undefined
  return <>
    {!online && <OfflineBar />}
    <Choices legend={w.verdictTitle} look="answer" value={answer} onChange={choose} options={VERDICTS.map((value) => ({ value, word: say(verdictWords[value]) }))} />
    {answer && <TextArea label={answer === 'not' ? w.verdictNeed : w.verdictMore} optional={answer !== 'not'} rows={2} most={300} value={words} onChange={(event) => write(event.target.value)} />}
    {who?.(answer !== undefined)}
    {error && <ErrorNote title={w.notSent} error={error} />}
    {!hidden && <div><Button look="primary" busy={busy} whyNot={lacking} onClick={() => { if (answer) onSend(answer) }}>{w.verdictSend}</Button></div>}</>
}
