/** Writing back; and saying that somebody makes one suffer for it, with whom to call first. */
import { useState } from 'react'
import { Button, Choices, ErrorNote, isDemo, moment, ResidentShell, TextArea, useNow, useOnline, useSettings,
  useWords } from '../../../ui-kit/index.ts'
import { LETTER_MOST, RETALIATIONS, type Retaliation } from '../../rules/index.ts'
import { entryWords } from '../parts/entry-words.ts'
import { useWriteBack } from '../resident-api.ts'
import { lineWords } from './words.ts'

type LetterFormProps = {
  readonly code: string; readonly suffering: boolean; readonly next: string; readonly onBack: () => void; readonly onSent: () => void
}

export function LetterForm({ code, suffering, next, onBack, onSent }: LetterFormProps) {
  const w = useWords(lineWords)
  const { lang } = useSettings()
  const present = useNow()
  const online = useOnline()
  const [words, setWords] = useState('')
  const [how, setHow] = useState<Retaliation>()
  const back = useWriteBack(onSent)
  const length = [...words.trim()].length
  const whyNot = !online ? w.offline : suffering && !how ? w.choose : length < 2 ? w.tooShort : length > LETTER_MOST ? w.tooLong : undefined
  const send = () => back.mutate({ code, words: words.trim(), ...(suffering && how ? { retaliation: how } : {}) })
  return <ResidentShell right={<Button look="quiet" size="small" onClick={onBack}>{w.cancel}</Button>}
    barNote={w.arrives(moment(Date.parse(next), present, lang))}
    bar={<Button look="primary" size="bar" icon="lock" busy={back.isPending} busyWord={w.sending} whyNot={whyNot} onClick={send}>{w.send}</Button>}>
    <h1 className="lk-title cf-title">{suffering ? w.sufferTitle : w.writeBack}</h1>
    <div className="lk-stack cf-lead">
      {suffering && <><Suffering how={how} onHow={setHow} /><p className="lk-second">{w.sufferLine}</p></>}
      <TextArea label={w.writeBackLabel} quietLabel placeholder={suffering ? '' : w.letterHint} rows={7} most={LETTER_MOST} value={words}
        autoComplete="off"
        onChange={(event) => setWords(event.target.value)} />
      <p className="cf-hint">{w.noName}</p>
      {back.error && <ErrorNote title={w.notSent} error={back.error}><Button look="primary" onClick={send}>{w.again}</Button></ErrorNote>}
    </div>
  </ResidentShell>
}

function Suffering({ how, onHow }: { how: Retaliation | undefined; onHow: (how: Retaliation) => void }) {
  const w = useWords(lineWords)
  const e = useWords(entryWords)
  return <>
    <section className="cf-danger"><p><b>{w.sufferDanger}</b></p>{isDemo() ? <b className="cf-danger__dial">110</b>
      : <a className="cf-danger__dial" href="tel:110">110</a>}
      <p className="lk-second">{w.sufferCall}{w.sufferDiscipline}{how === 'work' && <>{w.comma}{w.sufferWork}</>}</p></section>
    <Choices legend={w.sufferHow} shown value={how} onChange={onHow} options={RETALIATIONS.map((value) => ({ value, word: e[value] }))} />
  </>
}
