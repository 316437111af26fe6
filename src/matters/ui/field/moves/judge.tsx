/** 复核 and 记三问: who did no work looks, who had no hand asks. */
import { Choices, Select, useSay, useWords } from '../../../../ui-kit/index.ts'
import { QUESTIONS, reasonOf, reasonStands, REJECT_REASONS, reopens, type Satisfied } from '../../../rules/index.ts'
import type { MatterDetail } from '../../staff-api.ts'
import { useDraft } from '../../../../trust/ui/parts/draft.ts'
import { MoveForm, Part, useFormMove, usePhotos, Words } from '../move-form.tsx'
import { moveWords } from '../move-words.ts'
import { MatterPhoto } from '../story.tsx'

const emptyLook: { pass: 'yes' | 'no' | ''; reason: string; note: string } = { pass: '', reason: '', note: '' }

/** 复核: it stands, or goes back with a reason; one photo of the same spot. */
export function VerifyForm({ matter }: { matter: MatterDetail }) {
  const w = useWords(moveWords)
  const say = useSay()
  const { draft, change, clear } = useDraft(`verify.${matter.id}`, emptyLook)
  const { send, busy, error } = useFormMove(matter, 'verify', clear)
  const { claims, waiting, picker } = usePhotos()
  const { pass, reason, note } = draft
  const needs = pass === 'no' ? reasonOf('reject', reason)?.needs ?? null : null
  const missing = pass === '' ? w.chooseAnswer : pass === 'no' && reason === '' ? w.chooseReason
    : pass === 'no' && !reasonStands('reject', reason, note) && needs ? say(needs) : waiting ? w.photosOnTheWay : undefined
  const [seen, yes, no] = matter.outcome === 'unable' ? [w.verifySeenUnable, w.verifyPassUnable, w.verifyFailUnable] : matter.outcome === 'explained'
    ? [w.verifySeenExplained, w.verifyPassExplained, w.verifyFailExplained] : [w.verifySeen, w.verifyPass, w.verifyFail]
  return <MoveForm matter={matter} title={w.verify} send={pass === 'no' ? w.sendFail : w.sendPass} after={pass === 'no' ? w.afterFail : w.afterPass}
    whyNot={missing} busy={busy} error={error}
    onSend={() => send({ pass: pass === 'yes', note, ...(pass === 'no' ? { reason } : {}), photos: claims }, pass === 'no' ? w.failDone
      : w.passDone)}>
    <TheySaid matter={matter} />
    <Part title={seen}><Choices legend={seen} look="answer" columns={2} value={pass === '' ? undefined : pass}
      onChange={(chosen) => change({ pass: chosen })}
      options={[{ value: 'yes', word: yes }, { value: 'no', word: no }]} /></Part>
    {pass === 'no' && <Select label={w.why} value={reason} empty={w.chooseReason}
      options={REJECT_REASONS.map((one) => ({ value: one.code, word: say(one.say) }))}
      onChange={(event) => change({ reason: event.target.value })} />}
    <Words label={w.verifySaid} optional={needs === null} hint={needs ? say(needs) : undefined} value={note}
      onChange={(event) => change({ note: event.target.value })} />
    <Part title={w.photos} aside={w.verifyPhoto}>{picker}</Part>
  </MoveForm>
}

/** What who finished it says and shows, to hold against what is seen. */
function TheySaid({ matter }: { matter: MatterDetail }) {
  const w = useWords(moveWords)
  const finish = matter.story.find((entry) => entry.kind === 'finish')
  if (!finish) return null
  return <div><p className="fd-facts__word">{w.theySaid}</p><blockquote className="fd-quote">{finish.said}</blockquote>
    {finish.photos.length > 0 && <div className="lk-photos">{finish.photos.map((photo) => <MatterPhoto key={photo.id} photo={photo} />)}</div>}</div>
}

type Word = 'yes' | 'no' | 'basically' | ''
const emptyAnswers: { reached: Word; solved: Word; satisfied: Word; said: string } = { reached: '', solved: '', satisfied: '', said: '' }
const wordOf = (value: boolean | Satisfied): Word => value === true ? 'yes' : value === false ? 'no' : value

/** 记三问: asked at the door, in the words of the reporter. */
export function VerdictForm({ matter }: { matter: MatterDetail }) {
  const w = useWords(moveWords)
  const say = useSay()
  const { draft, change, clear } = useDraft(`verdict.${matter.id}`, emptyAnswers)
  const { send, busy, error } = useFormMove(matter, 'verdict', clear)
  const complete = QUESTIONS.every((question) => draft[question.key] !== '')
  const reached = draft.reached === 'yes'
  const answers = { reached, solved: draft.solved === '' ? null : draft.solved === 'yes', satisfied: draft.satisfied === '' ? null : draft.satisfied }
  const again = complete && reopens(answers, matter.outcome, matter.reopened)
  return <MoveForm matter={matter} title={w.verdict} lead={w.verdictLead} send={again ? w.sendVerdictAgain : w.sendVerdict}
    after={again ? w.afterVerdictAgain : w.afterVerdict}
    whyNot={complete ? undefined : w.verdictIncomplete} busy={busy} error={error}
      onSend={() => send({ ...answers, said: draft.said }, w.verdictDone)}>
    {QUESTIONS.map((question) => <Part key={question.key} title={say(question.ask)}>
      <Choices legend={say(question.ask)} look="answer" columns={question.answers.length === 3 ? 3 : 2}
        value={draft[question.key] === '' ? undefined : draft[question.key]}
        onChange={(chosen) => change({ [question.key]: chosen })}
          options={question.answers.map((answer) => ({ value: wordOf(answer.value), word: say(answer.say) }))} /></Part>)}
    <Words label={w.verdictSaid} optional value={draft.said} most={500} onChange={(event) => change({ said: event.target.value })} />
  </MoveForm>
}
