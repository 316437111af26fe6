/** The answer to a request: what was done or why not, in a sentence that its person reads. */
import { useState } from 'react'
import { Button, Dialog, ErrorNote, RadioCards, TextArea, useSay, useWords } from '../../../../ui-kit/index.ts'
import { REASON_SAID, refusalReasons, type RefusalReason } from '../../../rules/own-file/request.ts'
import { useAnswer, type DataRequest } from './requests-api.ts'
import { requestWords } from './request-words.ts'

export function AnswerWindow({ request: one, outcome, onClose }: { request: DataRequest; outcome: 'done' | 'refused'; onClose: () => void }) {
  const w = useWords(requestWords)
  const say = useSay()
  const [said, setSaid] = useState('')
  const [reason, setReason] = useState<RefusalReason | undefined>()
  const answer = useAnswer(onClose)
  const refused = outcome === 'refused'
  const missing = refused && reason === undefined ? w.reasonFirst : said.trim() === '' ? w.wordsFirst : undefined
  const own = one.askedBy === 'self'
  const line = refused ? w.refuseLine : own && one.kind === 'delete' ? w.doneDelete : own && one.kind === 'correct' && one.field !== 'tie'
    ? w.doneCorrect : null
  return <Dialog title={refused ? w.refuse : w.done} onClose={onClose} foot={<><Button onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={answer.isPending} whyNot={missing} onClick={() =>
      answer.mutate({ id: one.id, version: one.version, outcome, reason: refused ? reason ?? null : null,
        words: said.trim() })}>{w.send}</Button></>}>
    <div className="rq-window">
      {line && <p className="lk-second">{line}</p>}
      {refused && <RadioCards legend={w.reason} value={reason} onChange={setReason}
        options={refusalReasons.map((value) => ({ value, word: say(REASON_SAID[value]) }))} />}
      <TextArea label={w.answer} rows={3} maxLength={400} value={said} onChange={(event) => setSaid(event.target.value)} />
      {answer.error && <ErrorNote title={w.notSent} error={answer.error} />}
    </div>
  </Dialog>
}
