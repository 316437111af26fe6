/** Raising something: one's own words, under one's free name; the community approves a public title before the call is posted. [DT2] */
import { useState } from 'react'
import { Button, ErrorNote, Go, OfflineBar, ResidentShell, TextArea, useNavigate, useOnline, useSay, useWords } from '../../../../ui-kit/index.ts'
import { heldFor, heldWords } from '../../../rules/speech/index.ts'
import { useKeptText } from '../../parts/kept-text.ts'
import { SpeakAs, useSpeaker } from '../../parts/speak-as.tsx'
import { useStartThread } from './thread-api.ts'
import { threadWords } from './words.ts'

export function StartForm({ place, onBack }: { place: { readonly id: string; readonly name: string }; onBack: () => void }) {
  const w = useWords(threadWords)
  const say = useSay()
  const go = useNavigate()
  const online = useOnline()
  const speaker = useSpeaker().data
  const [text, write] = useKeptText(`linli-thread-${place.id}`)
  const [asked, ask] = useState(false)
  const start = useStartThread((begun) => { write(''); go(`/threads/${begun.id}`); scrollTo(0, 0) })
  const words = text.trim()
  const waits = words === '' ? null : heldFor(words, speaker?.minor ?? false)
  const whyNot = !online ? w.startOffline : [...words].length < 6 ? w.startShort : undefined
  const press = () => { if (!speaker) ask(true); else start.mutate({ place: place.id, words }) }
  return <ResidentShell right={<Button look="quiet" size="small" icon="left" onClick={onBack}>{w.back}</Button>}
    bar={speaker || !asked ? <Button look="primary" size="bar" busy={start.isPending} whyNot={whyNot} onClick={press}>{w.startSend}</Button> : undefined}>
    <p className="lk-second">{place.name}</p>
    <h1 className="lk-title">{w.startTitle}</h1>
    {!online && <OfflineBar />}
    <div className="lk-stack">
      <p className="lk-second">{w.startLine}</p>
      <TextArea label={w.startWhat} rows={5} most={1000} value={text} onChange={(event) => write(event.target.value)} />
      {waits && <p className="tk-box__note" role="status">{say(heldWords[waits])}</p>}
      {(asked || speaker) && <SpeakAs place={place.id} onReady={() => ask(false)} />}
      {start.error && <ErrorNote title={w.notSent} error={start.error} />}
      <p className="lk-second">{w.startRepair}<Go className="lk-link" href={`/report?place=${place.id}`}>{w.report}</Go></p>
    </div>
  </ResidentShell>
}
