/** Judging the result, by whoever spoke of it or lives there. [DT9] */
import { useState } from 'react'
import { Button, Choices, ErrorNote, OfflineBar, TextArea, useOnline, useSay, useWords } from '../../../../ui-kit/index.ts'
import { VERDICTS, verdictWords, type Verdict as Answer } from '../../../rules/threads/index.ts'
import { useKeptText } from '../../parts/kept-text.ts'
import { SpeakAs, useSpeaker } from '../../parts/speak-as.tsx'
import { useVerdict, type Thread } from './thread-api.ts'
import { threadWords } from './words.ts'

export function Verdict({ thread }: { thread: Thread }) {
  const w = useWords(threadWords)
  const say = useSay()
  const online = useOnline()
  const speaker = useSpeaker().data
  const [answer, choose] = useState<Answer>()
  const [words, write] = useKeptText(`linli-verdict-${thread.id}`)
  const [asked, ask] = useState(false)
  const send = useVerdict(() => { write(''); choose(undefined) })
  const { satisfied, accepted, not } = thread.verdicts
  const lacking = !online ? w.startOffline : answer === undefined ? w.verdictPick : answer === 'not' && words.trim() === '' ? w.verdictNeed : undefined
  const press = () => { if (!speaker) ask(true); else if (answer) send.mutate({ id: thread.id, answer, words: words.trim() }) }
  return <section className="th-verdict" id="verdict"><h2>{w.verdictTitle}</h2>
    <p className="lk-second">{w.verdictLine}</p>
    {satisfied + accepted + not > 0 && <p>{w.verdictSoFar(satisfied, accepted, not)}</p>}
    {send.isSuccess && answer === undefined ? <p role="status" className="th-done">{w.verdictDone}</p> : <>
      {!online && <OfflineBar />}
      <Choices legend={w.verdictTitle} look="answer" value={answer} onChange={choose} options={VERDICTS.map((value) => ({ value, word: say(verdictWords[value]) }))} />
      {answer && <TextArea label={answer === 'not' ? w.verdictNeed : w.verdictMore} optional={answer !== 'not'} rows={2} most={300} value={words} onChange={(event) => write(event.target.value)} />}
      {(asked || (speaker && answer)) && <SpeakAs place={thread.place.id} onReady={() => ask(false)} />}
      {send.error && <ErrorNote title={w.notSent} error={send.error} />}
      {(speaker || !asked) && <div><Button look="primary" busy={send.isPending} whyNot={lacking} onClick={press}>{w.verdictSend}</Button></div>}</>}
  </section>
}
