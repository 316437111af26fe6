/** Third: the letter. The code is made here, by the sender's own device, and goes nowhere but into the request. */
import { useState } from 'react'
import { Button, clockTime, ErrorNote, Icon, OfflineBar, ResidentShell, TextArea, useNow, useOnline, useWords } from '../../../ui-kit/index.ts'
import { CODE_LENGTH, codeOf, deliveryHour, LETTER_MOST } from '../../rules/index.ts'
import { useFileReport } from '../resident-api.ts'
import type { Aim } from './who-step.tsx'
import { lineWords } from './words.ts'

/** `words` stand above, so that they are kept when one goes a step back. */
type WriteStepProps = {
  readonly aim: Aim; readonly words: string; readonly onWords: (words: string) => void; readonly onBack: () => void
  readonly onSent: (code: string, delivered: string) => void
}

export function WriteStep({ aim, words, onWords, onBack, onSent }: WriteStepProps) {
  const w = useWords(lineWords)
  const online = useOnline()
  const present = useNow()
  const [code] = useState(() => codeOf(aim.sign, crypto.getRandomValues(new Uint8Array(CODE_LENGTH))))
  const file = useFileReport(({ delivered }) => onSent(code, delivered))
  const length = [...words.trim()].length
  const send = () => file.mutate({ code, place: aim.place, words: words.trim(), concerned: aim.concerned })
  const whyNot = !online ? w.offline : length < 10 ? w.tooShort : length > LETTER_MOST ? w.tooLong : undefined
  return <ResidentShell right={<Button look="quiet" size="small" onClick={onBack}>{w.stepBack}</Button>}
    barNote={w.sendNote(clockTime(deliveryHour(present)))}
    bar={<Button look="primary" size="bar" icon="lock" busy={file.isPending} busyWord={w.sending} whyNot={whyNot} onClick={send}>{w.send}</Button>}>
    <h1 className="lk-title cf-title">{w.writeTitle}</h1>
    <p className="lk-second cf-lead">{w.about(aim.said)}{aim.official && <span className="cf-nowrap">{w.handedNote}</span>}</p>
    <div className="lk-stack">
      {!online && <OfflineBar />}
      <div className="cf-paper"><TextArea label={w.letter} quietLabel placeholder={w.letterHint} rows={11} most={LETTER_MOST} value={words}
        autoComplete="off"
        onChange={(event) => onWords(event.target.value)} /></div>
      <p className="cf-hint"><Icon name="warn" size={16} />{w.noName}</p>
      {file.error && <ErrorNote title={w.notSent} error={file.error}><Button look="primary" onClick={send}>{w.again}</Button></ErrorNote>}
    </div>
  </ResidentShell>
}
