/** Objecting to posted minutes or to one resolution: who speaks, against what, and why. [DM13] */
import { useState } from 'react'
import { Button, Choices, ErrorNote, OfflineBar, ResidentShell, TextArea, useOnline, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { SpeakAs, useSpeaker } from '../../parts/speak-as.tsx'
import { Marked } from '../../../../ballots/ui/parts/marked.tsx'
import { useObject, type PublicMeeting } from '../../meeting-api.ts'
import { sayDay } from '../../parts/meetings/day.ts'
import { openMeetingWords } from './meeting-words.ts'

export function ObjectForm({ meeting, onBack }: { meeting: PublicMeeting; onBack: () => void }) {
  const w = useWords(openMeetingWords)
  const { lang } = useSettings()
  const online = useOnline()
  const speaker = useSpeaker().data
  const [words, write] = useState('')
  const [against, choose] = useState('whole')
  const [sent, setSent] = useState(false)
  const object = useObject(meeting.id, () => { setSent(true); scrollTo(0, 0) })
  if (sent) return <ResidentShell bar={<Button look="primary" size="bar" onClick={onBack}>{meeting.title}</Button>}><h1
    className="lk-title">{w.object}</h1><p className="om-said">{w.sent}</p></ResidentShell>
  const open = meeting.resolutions.filter(({ state }) => state !== 'withdrawn')
  const whyNot = !online ? w.notSent : !speaker ? w.first : words.trim() === '' ? w.what : undefined
  const send = () => object.mutate({ resolution: against === 'whole' ? null : against, words: words.trim() })
  return <ResidentShell right={<Button look="quiet" size="small" icon="left" onClick={onBack}>{w.backToIt}</Button>}
    bar={<Button look="primary" size="bar" busy={object.isPending} whyNot={whyNot} onClick={send}>{w.send}</Button>} barNote={w.sendLine}>
    <h1 className="lk-title">{w.object}</h1>
    <p className="om-said"><Marked said={w.objectSaid(sayDay(meeting.objectionsUntil, lang))} /></p>
    {!online && <OfflineBar />}
    <div className="lk-stack om-object">
      <SpeakAs place={meeting.place.id} />
      {open.length > 0 && <Choices legend={w.against} shown look="answer" value={against} onChange={choose}
        options={[...open.map(({ id, n, words: said }) => ({ value: id, word: `${n}　${said}` })), { value: 'whole', word: w.whole }]} />}
      <TextArea label={w.what} rows={5} most={1000} value={words} onChange={(event) => write(event.target.value)} />
      {object.error && <ErrorNote title={w.notSent} error={object.error}><Button look="primary" onClick={send}>{w.again}</Button></ErrorNote>}
      <p className="lk-second">{w.paper}</p>
    </div>
  </ResidentShell>
}
