/** Signing the covenant, and proposing to change, add or strike a clause. [DC5] [DC9] */
import { useState } from 'react'
import { Button, ErrorNote, OfflineBar, ResidentShell, TextArea, useOnline, useWords } from '../../../../ui-kit/index.ts'
import { CLAUSE_MOST, differenceOf } from '../../../rules/covenant/index.ts'
import { useCovenantStep, type CovenantFile } from '../../covenant-api.ts'
import { covenantWords } from '../../covenant-words.ts'
import { Difference, useClauseName } from '../../parts/covenant/clauses.tsx'
import { SpeakAs, useSpeaker } from '../../parts/speak-as.tsx'

type Form = { readonly file: CovenantFile; readonly onBack: () => void }

export function SignForm({ file, onBack }: Form) {
  const w = useWords(covenantWords)
  const online = useOnline()
  const speaker = useSpeaker()
  const sign = useCovenantStep(onBack)
  const send = () => sign.mutate({ to: `public/covenants/${file.id}/signatures`, body: {} })
  const whyNot = !online ? w.offline : speaker.data ? undefined : w.speakFirst
  return <ResidentShell right={<Button look="quiet" size="small" icon="left" onClick={onBack}>{file.title}</Button>} barNote={w.signLine}
    bar={<Button look="primary" size="bar" busy={sign.isPending} whyNot={whyNot} onClick={send}>{w.signNow}</Button>}>
    <h1 className="lk-title">{w.signTitle}</h1>
    {!online && <OfflineBar />}
    <div className="lk-stack cv-form"><SpeakAs place={file.place.id} />{sign.error && <ErrorNote title={w.notSent} error={sign.error}><Button look="primary" onClick={send}>{w.again}</Button></ErrorNote>}</div>
    <p className="cv-paper">{w.signPaper}</p>
  </ResidentShell>
}

/** `clause` null: one to be added. */
export function AmendForm({ file, clause, onBack }: Form & { readonly clause: string | null }) {
  const w = useWords(covenantWords)
  const name = useClauseName()
  const online = useOnline()
  const speaker = useSpeaker()
  const text = file.next?.text ?? []
  const at = text.findIndex(({ key }) => key === clause)
  const before = text[at]?.words ?? ''
  const [words, type] = useState(before)
  const [reason, say] = useState('')
  const [sent, done] = useState<string>()
  const step = useCovenantStep<{ state: string }>(({ state }) => { done(state); scrollTo(0, 0) })
  if (sent) return <ResidentShell bar={<Button look="primary" size="bar" onClick={onBack}>{file.title}</Button>}><h1 className="lk-title">{sent === 'held' ? w.held : w.sent}</h1></ResidentShell>
  const send = () => step.mutate({ to: `public/covenants/${file.id}/amendments`, body: { clause, words: words.trim(), reason: reason.trim() } })
  const whyNot = !online ? w.offline : words.trim() === before ? w.unchanged : [...reason.trim()].length < 4 ? w.needWhy : speaker.data ? undefined : w.speakFirst
  return <ResidentShell right={<Button look="quiet" size="small" icon="left" onClick={onBack}>{file.title}</Button>}
    bar={<Button look="primary" size="bar" busy={step.isPending} whyNot={whyNot} onClick={send}>{w.send}</Button>}>
    <h1 className="lk-title">{clause === null ? w.addTitle : w.amendTitle(name(at + 1))}</h1>
    {!online && <OfflineBar />}
    <div className="lk-stack cv-form">
      <TextArea label={w.newWords} hint={clause === null ? w.addHint : w.newHint} rows={4} most={CLAUSE_MOST} value={words} onChange={(event) => type(event.target.value)} />
      {clause !== null && words.trim() !== before && <div><p className="lk-legend">{w.preview}</p><p className="cv-preview"><Difference parts={differenceOf(before, words.trim())} /></p></div>}
      <TextArea label={w.why} rows={2} most={500} value={reason} onChange={(event) => say(event.target.value)} />
      <SpeakAs place={file.place.id} />
      {step.error && <ErrorNote title={w.notSent} error={step.error}><Button look="primary" onClick={send}>{w.again}</Button></ErrorNote>}
    </div>
    <p className="cv-paper">{w.byPaper}</p>
  </ResidentShell>
}
